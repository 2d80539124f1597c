"""Statements in order: later supersedes earlier only for the same claimant and subject."""

import pandas as pd
import pytest
from small_ledger import TOLL, tabulate

from casualty_ledger.series.disputes import disputed
from casualty_ledger.series.statements import order_statements, standing

PLACE = "Pidhorodne hromada near Dnipro"
LYSAK = "Dnipropetrovsk Oblast Military Administration (Lysak)"


def injured_at_pidhorodne(figures: pd.DataFrame) -> pd.DataFrame:
    here = (figures["place"] == PLACE) & (figures["claimant"] == LYSAK)
    return figures[here & (figures["measure"] == "injured") & (figures["population"] == "civilian")]


def test_the_toll_of_pidhorodne_rises_6_13_20_22(edition_of):
    """
    One official's toll is 6, 13, 20 and 22 as known on 5 June; relays that still say 20 draw no fall.
    """
    told = order_statements(injured_at_pidhorodne(edition_of("2023-W22").figures))

    assert told["value"].tolist() == [6, 13, 20, 22]
    assert told["order_known"].all()
    assert told.loc[told["stands"], "value"].tolist() == [22]


def test_in_hindsight_the_undated_25_stands(edition_of):
    """
    The 25 has no publication day, so it is in `latest` only; its note says that it came later.
    """
    told = order_statements(injured_at_pidhorodne(edition_of("2023-W22", "latest").figures))

    assert told["value"].tolist() == [6, 13, 20, 22, 25]
    assert told.loc[told["stands"], "value"].tolist() == [25]
    assert not told["order_known"].iloc[-1]


def test_children_are_a_part_with_a_toll_of_their_own(edition_of):
    """
    The injured children (1, 3, 5 of 20, 5 of 22) are a part of the injured and never join them.
    """
    figures = edition_of("2023-W22").figures
    children = figures[(figures["place"] == PLACE) & (figures["population"] == "children")]
    injured = children[(children["measure"] == "injured") & (children["claimant"] == LYSAK)]

    assert order_statements(injured)["value"].tolist() == [1, 3, 5, 5]
    assert injured["is_part"].all()


def test_rival_claimants_stand_side_by_side(edition_of):
    """
    For Karpaty the LPR's office said 4 killed and its head 5: both stand, neither supersedes.
    """
    rivals = standing(edition_of("2023-W22").in_week)
    killed = rivals[rivals["place"].str.startswith("Karpaty") & (rivals["measure"] == "killed")]

    assert {4, 5} <= set(killed["value"])
    assert killed["claimant"].nunique() > 1


def test_the_two_numbers_of_one_president_are_disputed(edition_of):
    """
    Zelensky's at least 500 (published 5 June) stands beside his 485 and the prosecutors' 485.
    """
    found = disputed(edition_of("2023-W22").in_week)
    children = found[(found["population"] == "children") & (found["measure"] == "killed")]
    zelensky = children[children["claimant"].str.contains("Zelensky")]

    assert set(zelensky["value"]) == {485, 500}
    assert set(children["claimant"]) > set(zelensky["claimant"])


def test_one_claimant_never_supersedes_another(edition_of):
    """
    Each claimant keeps a standing statement about each subject of the week.
    """
    figures = edition_of("2023-W22").in_week
    kept = standing(figures)

    assert set(kept["claimant"]) == set(figures["claimant"])
    assert len(kept) < len(figures)


def test_a_page_of_which_only_the_month_is_known_supersedes_nothing_dated_in_it(edition_of):
    """
    The 24 of Chasiv Yar is on a page of July 2022 without its day: the 43 of 12 July stands.
    """
    figures = edition_of("2022-W28", "latest").figures
    here = (figures["place"] == "Chasiv Yar") & (figures["population"] == "civilian")
    service = figures["claimant"] == "State Emergency Service of Ukraine"
    told = order_statements(figures[here & service & (figures["measure"] == "killed")])

    assert not told.loc[told["value"] == 24, "stands"].any()
    assert not told.loc[told["value"] == 24, "order_known"].any()


TOLD = TOLL | {"measure": "injured"}
DAY_AFTER = {"published_on": "2024-05-12"}


@pytest.mark.parametrize(
    ("rows", "values"),
    [
        (
            (
                DAY_AFTER | {"value": "33", "scope": "as of 16:18; running page of 11 May, dated 12 May"},
                {"value": "35", "scope": "as of 16:55", "published_on": "2024-05-11"},
            ),
            [33, 35],
        ),
        (
            (
                DAY_AFTER | {"value": "125"},
                {"value": "121", "published_on": "", "note": "final count when work ended on 11 May"},
            ),
            [121, 125],
        ),
        (
            ({"value": "9", "scope": "as of 19:30 on 10 May"} | DAY_AFTER, {"value": "12"} | DAY_AFTER),
            [9, 12],
        ),
        (({"value": "4", "scope": "as of 09:00"}, {"value": "3", "scope": "as of 07:30"}), [3, 4]),
    ],
    ids=["hours of a day", "undated with a day", "a day before the page's", "hours of a page"],
)
def test_numbers_stand_by_the_day_and_hour_that_the_record_states(rows, values: list[int]):
    """
    A page of the next day that tells the first day's number says nothing later than the first day's page,
    and an undated number that was final on a day is followed by that of the day after.
    """
    figures, _ = tabulate(*(TOLD | row for row in rows))
    told = order_statements(figures)

    assert told["value"].tolist() == values
    assert told.loc[told["stands"], "value"].tolist() == values[-1:]


def test_a_stated_day_after_the_pages_own_counts_for_nothing():
    """
    "Statement of 20 May" on a page of 12 May is of another year, or wrong: the page's day orders it.
    """
    late = TOLD | {"value": "9", "note": "statement of 20 May"} | DAY_AFTER
    figures, _ = tabulate(late, TOLD | {"value": "12", "published_on": "2024-05-13"})

    assert order_statements(figures)["value"].tolist() == [9, 12]
