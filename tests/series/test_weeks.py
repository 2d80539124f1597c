"""A week's figures, in kinds that are never mixed."""

import pandas as pd
import pytest

from casualty_ledger.parsing.weeks import parse_week
from casualty_ledger.series.weeks import CONTEXT, ELSEWHERE, IN_WEEK, LEARNED, place_in_week

WEEK = parse_week("2023-W22")


def kind_of(basis: str, first: str | None, last: str | None, published: str | None, **more: str) -> str:
    days = {"covers_from": first, "covers_until": last, "published_on": published}
    told = {"basis": basis, "caveats": "", "published_precision": "day"} | more
    figure = pd.DataFrame([told | {name: pd.Timestamp(day) for name, day in days.items()}])
    return place_in_week(figure, WEEK).iloc[0]


@pytest.mark.parametrize(
    ("basis", "first", "last", "published", "kind"),
    [
        ("period", "2023-06-03", "2023-06-03", "2023-06-03", IN_WEEK),
        ("period", "2023-06-03", "2023-06-03", "2023-06-05", IN_WEEK),
        ("period", "2023-05-29", "2023-06-04", "2023-06-05", IN_WEEK),
        ("period", "2023-06-04", "2023-06-06", "2023-06-06", CONTEXT),
        ("period", "2023-05-01", "2023-05-31", "2023-06-05", CONTEXT),
        ("period", "2023-05-22", "2023-05-23", "2023-05-30", LEARNED),
        ("period", "2023-05-27", "2023-05-27", "2023-05-28", ELSEWHERE),
        ("cumulative", "2022-02-24", "2023-06-04", "2023-06-04", IN_WEEK),
        ("cumulative", "2022-02-24", "2023-06-05", "2023-06-05", ELSEWHERE),
        ("cumulative", "2022-02-24", None, "2023-06-02", IN_WEEK),
        ("stock", None, None, "2023-06-04", IN_WEEK),
        ("cumulative", "2022-02-24", None, "2023-06-05", ELSEWHERE),
        ("cumulative", "2022-02-24", "2023-05-21", "2023-05-30", LEARNED),
    ],
)
def test_a_figure_is_in_the_week_learned_context_or_elsewhere(basis, first, last, published, kind):
    """
    Days decide what is in the week, publication what was learned, and longer periods are context.
    """
    assert kind_of(basis, first, last, published) == kind


def test_of_which_only_the_month_of_publication_is_known_was_learned_in_no_week():
    """
    "Published in May" may be any week of May: that its last day lies in this one makes it no news of it.
    """
    told = ("period", "2023-05-22", "2023-05-23", "2023-05-31")

    assert kind_of(*told, published_precision="inferred_day") == LEARNED
    assert kind_of(*told, published_precision="month") == ELSEWHERE


def test_a_total_of_a_month_that_had_not_ended_lies_where_it_was_said():
    """
    A total "to June" that was published on 2 June counts no day after that.
    """
    said = kind_of("cumulative", "2022-02-24", "2023-06-30", "2023-06-02", caveats="end_day_vague")

    assert said == IN_WEEK


def test_the_total_of_5_june_belongs_to_the_next_week(edition_of):
    """
    The General Staff's 210,350 of 5 June 2023 is not in week 22 but in week 23.
    """
    assert "ml-0216" not in set(edition_of("2023-W22", "latest").in_week["figure_id"])
    assert "ml-0216" in set(edition_of("2023-W23", "latest").in_week["figure_id"])
