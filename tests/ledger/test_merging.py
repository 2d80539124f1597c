"""Merging: one statement of many publishers is one figure, and each row says why it joined."""

import pandas as pd
import pytest
from conftest import make_rows

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.ledger.merging import list_merged
from casualty_ledger.sources.registry import Register, Source

STAFF = Source("General Staff of Ukraine", "military_command", "ukraine")
REGISTER = Register({"General Staff of Ukraine": STAFF, "Ukrainian General Staff": STAFF}, {})


def merged(*changes: dict[str, str]) -> pd.DataFrame:
    appearances = clean_rows(make_rows(*changes), REGISTER).appearances
    return list_merged(gather_figures(appearances)[0], appearances)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"publisher": "Interfax"}, "relayed"),
        ({"published_on": "2023-07-01"}, "printed_again"),
        ({"publisher": "Interfax", "claimant": "Ukrainian General Staff"}, "relayed respelled"),
    ],
)
def test_a_row_says_why_it_joined(change: dict[str, str], why: str):
    """
    A relay, a number printed again later, and another spelling of the claimant are told apart.
    """
    [row] = merged({}, change).to_dict("records")

    assert (row["figure_id"], row["row_id"], row["why"]) == ("t-1", "t-2", why)
    assert row["first_on"] == pd.Timestamp("2023-06-04")


@pytest.mark.parametrize(
    "change", [{"value": "210350"}, {"hedge": "at_least"}, {"covers_until": "2023-06-05"}]
)
def test_another_statement_joins_nothing(change: dict[str, str]):
    """
    Another number, hedge or last day is another figure.
    """
    assert merged({}, change).empty


PAST_WEEK = {"covers_from": "", "covers_until": "", "basis": "period", "value": "7", "hedge": "exact"}


@pytest.mark.parametrize(
    ("published_on", "joins"),
    [("2025-12-09", True), ("2025-12-12", True), ("2025-12-16", False), ("2026-01-20", False), ("", False)],
)
def test_a_number_over_the_past_week_is_one_statement_only_within_its_week(published_on: str, joins: bool):
    """
    "7 over the past week", printed again later in that week, is one statement; in another week it is another.
    """
    rows = [PAST_WEEK | {"published_on": "2025-12-09"}, PAST_WEEK | {"published_on": published_on}]

    assert len(merged(*rows)) == joins


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("first of two shellings", "second of two shellings"),
        ("first wave", "second wave; includes 3 children"),
        ("", "heavily wounded; beside the 246"),
    ],
)
def test_numbers_of_several_happenings_of_one_day_are_told_apart(one: str, other: str):
    """
    The same number of another attack of the day, or beside another number, is another statement.
    """
    row = {"basis": "period", "covers_from": "2024-03-14", "covers_until": "2024-03-14", "value": "1"}

    assert merged(row | {"scope": one}, row | {"scope": other}).empty
    assert len(merged(row | {"scope": other}, row | {"scope": other, "publisher": "Interfax"})) == 1


def test_every_row_is_an_appearance_of_one_figure(whole_ledger):
    """
    Figures and the rows merged into them are all the rows, and each row stands once.
    """
    figures, appearances = whole_ledger.figures, whole_ledger.appearances
    listed = list_merged(figures, appearances)

    assert sorted([*figures["figure_id"], *listed["row_id"]]) == sorted(appearances["row_id"])
    assert (listed["published_on"].isna() | ~(listed["published_on"] < listed["first_on"])).all()
