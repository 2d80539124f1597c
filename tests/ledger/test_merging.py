"""Merging: one statement of many publishers is one figure, and each row says why it joined."""

import pandas as pd
import pytest
from rows import make_rows

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


MONTH = {"basis": "period", "covers_from": "2022-02-24", "covers_until": "2022-02-28", "hedge": "exact"}


def test_a_number_to_which_a_claimant_returns_is_said_anew():
    """
    362, then 358, then 362 again are three statements; 362 printed again before 358 is none of its own.
    """
    told = [("2023-02-07", "362"), ("2023-02-09", "362"), ("2023-03-01", "358"), ("2023-05-02", "362")]
    rows = [MONTH | {"published_on": day, "value": value} for day, value in told]

    assert merged(*rows)[["figure_id", "row_id"]].to_numpy().tolist() == [["t-1", "t-2"]]


def test_a_garbled_number_between_makes_no_second_statement():
    """
    A relay's misprint between two prints of one number is nobody's word.
    """
    slip = MONTH | {"published_on": "2023-03-01", "value": "3620", "note": "misprint"}
    rows = [MONTH | {"published_on": "2023-02-07", "value": "362"}, slip]

    assert len(merged(*rows, MONTH | {"published_on": "2023-05-02", "value": "362"})) == 1


@pytest.mark.parametrize(("scope", "joins"), [("19", True), ("20", False), ("", True)])
def test_parts_of_different_wholes_never_join(scope: str, joins: bool):
    """
    Nine of the 19 are not nine of the 20; nine of nobody knows which join the only nine there are.
    """
    row = MONTH | {"population": "civilian_children", "value": "9", "scope": "subset of the 19 killed"}
    other = {"scope": f"subset of the {scope} killed" if scope else "", "publisher": "Interfax"}

    assert len(merged(row, row | other)) == joins


@pytest.mark.parametrize(
    ("one", "other", "joins"),
    [
        (("Kharkiv", "Kharkiv Oblast"), ("Kharkov", "Kharkiv region"), True),
        (("Donetsk region", ""), ("Donetsk", ""), True),
        (("Odesa (port)", "Odesa Oblast"), ("Odessa (port)", "Odessa Oblast"), True),
        (("Kharkiv", "Kharkiv Oblast"), ("Kharkiv Oblast", "Kharkiv Oblast"), False),
        (("Odesa (port)", "Odesa Oblast"), ("Odesa (market)", "Odesa Oblast"), False),
    ],
)
def test_a_place_is_one_under_every_spelling(one, other, joins: bool):
    """
    Spellings of the conflict's file and words for a region name one place; a town is not its region.
    """
    rows = [
        MONTH | {"value": "5", "place": place, "admin1": region, "publisher": place}
        for place, region in (one, other)
    ]

    assert len(merged(*rows)) == joins


def test_a_total_without_its_hedge_is_the_same_total():
    """
    "About 402,430" and a relay's bare 402,430 are one total, told with the hedge of its claimant.
    """
    rows = clean_rows(make_rows({"hedge": "exact", "publisher": "Interfax"}, {}), REGISTER).appearances
    [figure] = gather_figures(rows)[0].to_dict("records")
    [row] = list_merged(gather_figures(rows)[0], rows).to_dict("records")

    assert (figure["hedge"], figure["appearances"]) == ("about", 2)
    assert row["why"] == "relayed rehedged"


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ({"scope": "children are a subset; excludes the north"}, False),
        ({"note": "page adds 7 workers although they are part of the 13"}, False),
        ({"note": "of which 9877 in one area"}, False),
        ({"scope": "subset of the 19"}, True),
        ({"overlaps": "inmates among the 61,831"}, True),
        ({"scope": "not among the 5"}, False),
        ({"note": "part of the region's total"}, False),
        ({"note": "subset of the national total"}, True),
    ],
)
def test_a_row_is_a_part_where_it_says_so_of_itself(text: dict[str, str], is_part: bool):
    """
    "Children are a subset" makes the children the part; a note about other numbers makes none.
    """
    rows = clean_rows(make_rows(text), REGISTER).appearances

    assert gather_figures(rows)[0]["is_part"].tolist() == [is_part]
