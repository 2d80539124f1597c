"""What a running total added between any two days."""

from datetime import date

import pandas as pd
import pytest
from paths import HOME

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.series.between import COLUMNS, added_between
from casualty_ledger.sources.registry import read_register

STAFF = "General Staff of Ukraine"


def figures_of(make_rows, *changes: dict[str, str]) -> pd.DataFrame:
    register = read_register(HOME / "data" / "sources.yml")
    return gather_figures(clean_rows(make_rows(*changes), register).appearances)[0]


@pytest.fixture
def added():
    """Ask what made-up totals added from 1 to 20 June 2023."""
    from rows import make_rows

    def ask(*totals: tuple[str, str, str], **changes: str) -> pd.DataFrame:
        rows = [
            {"covers_until": day, "published_on": day, "value": value, "hedge": hedge} | changes
            for day, value, hedge in totals
        ]
        return added_between(figures_of(make_rows, *rows), date(2023, 6, 1), date(2023, 6, 20))

    return ask


def bounds(row: pd.Series) -> list:
    return [None if pd.isna(row[name]) else int(row[name]) for name in ("lower", "value", "upper")]


def test_the_claims_of_two_days_are_those_published(ledger):
    """
    210,350 on 5 June 2023, rounded to 50, less 209,940 the day before, rounded to 10, give 410.
    """
    table = added_between(ledger.figures, date(2023, 6, 4), date(2023, 6, 5))
    staff = table[(table["claimant"] == STAFF) & table["derived"]].iloc[0]

    assert bounds(staff) == [410 - 50 - 10, 210_350 - 209_940, 410 + 50 + 10]
    assert (staff["from_day"], staff["to_day"]) == (pd.Timestamp("2023-06-04"), pd.Timestamp("2023-06-05"))
    assert staff["reading"] == ""


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (("100", "exact"), ("150", "exact"), [50, 50, 50]),
        (("100", "exact"), ("150", "at_least"), [50, 50, None]),
        (("100", "at_least"), ("150", "exact"), [None, 50, 50]),
        (("100", "at_least"), ("150", "at_least"), [None, 50, None]),
        (("100", "more_than"), ("150", "exact"), [None, 50, 49]),
        (("100", "up_to"), ("150", "exact"), [50, 50, 150]),
    ],
)
def test_the_hedges_of_both_ends_give_the_bounds(added, first, last, expected):
    """
    The least is the later lower bound less the earlier upper one; "at least" bounds nothing above.
    """
    table = added(("2023-06-01", *first), ("2023-06-20", *last))

    assert bounds(table.iloc[0]) == expected


def test_the_nearest_total_stands_for_a_day_without_one(added):
    """
    A total two days away stands for the day that was asked for, and the reading names both.
    """
    row = added(("2023-05-30", "100", "exact"), ("2023-06-20", "150", "exact")).iloc[0]

    assert row["from_day"] == pd.Timestamp("2023-05-30")
    assert row["reading"] == "no total of 1 June 2023: that of 30 May 2023 stands for it"


def test_of_two_totals_as_near_the_earlier_stands(added):
    """
    Totals one day before and one day after are as near; what was asked for begins with the earlier.
    """
    totals = ("2023-05-31", "90", "exact"), ("2023-06-02", "95", "exact"), ("2023-06-20", "150", "exact")

    assert bounds(added(*totals).iloc[0]) == [60, 60, 60]


def test_no_total_within_a_week_is_told_and_not_zero(added):
    """
    A total nine days away stands for nothing: there is no number, and the reading names the nearest day.
    """
    row = added(("2023-06-01", "100", "exact"), ("2023-06-11", "150", "exact")).iloc[0]

    assert not row["derived"]
    assert bounds(row) == [None, None, None]
    assert row["reading"] == "no total within 7 days of 20 June 2023; the nearest is of 11 June 2023"


def test_one_total_near_both_days_gives_no_difference(ledger):
    """
    A claimant with one total near both days has said nothing of what lies between.
    """
    table = added_between(ledger.figures, date(2022, 3, 5), date(2022, 3, 6))
    alone = table[table["reading"].str.startswith("one total")]

    assert len(alone)
    assert alone["value"].isna().all()


def test_a_fall_is_called_a_recount(added):
    """
    A total that is lower at the end was recounted; the difference stays negative.
    """
    row = added(("2023-06-01", "150", "exact"), ("2023-06-20", "100", "exact")).iloc[0]

    assert row["value"] == -50
    assert "a recount, not what happened" in row["reading"]


def test_a_recount_between_the_ends_is_told(added):
    """
    A total that fell and rose again on the way is named with its day.
    """
    totals = ("2023-06-01", "150", "exact"), ("2023-06-10", "100", "exact"), ("2023-06-20", "170", "exact")
    row = added(*totals).iloc[0]

    assert row["value"] == 20
    assert "recounted on 10 June 2023" in row["reading"]


def test_claimants_are_never_subtracted_from_one_another(added):
    """
    The total of one claimant on the first day and of another on the last give no difference.
    """
    from rows import make_rows

    rivals = [
        {"covers_until": "2023-06-01", "value": "100", "claimant": "NATO"},
        {"covers_until": "2023-06-20", "value": "150"},
    ]
    table = added_between(figures_of(make_rows, *rivals), date(2023, 6, 1), date(2023, 6, 20))

    assert len(table) == 2
    assert not table["derived"].any()


def test_the_total_published_last_stands_for_its_day(added):
    """
    A day's total that was corrected later counts as corrected.
    """
    from rows import make_rows

    rows = [
        {"covers_until": "2023-06-01", "published_on": "2023-06-01", "value": "100", "hedge": "exact"},
        {"covers_until": "2023-06-01", "published_on": "2023-06-03", "value": "90", "hedge": "exact"},
        {"covers_until": "2023-06-20", "published_on": "2023-06-20", "value": "150", "hedge": "exact"},
    ]
    table = added_between(figures_of(make_rows, *rows), date(2023, 6, 1), date(2023, 6, 20))

    assert table["value"].tolist() == [60]


def test_what_was_verified_is_not_what_happened(ledger):
    """
    OHCHR's 7,199 on 13 and 8,101 on 22 February 2023 differ by 902, which were verified in these days.
    """
    table = added_between(ledger.figures, date(2023, 2, 13), date(2023, 2, 22))
    told = table[(table["value"] == 8101 - 7199).fillna(False)]

    assert told["claimant"].tolist() == ["OHCHR HRMMU"]
    assert "verified in these days, not what happened" in told["reading"].iloc[0]


def test_every_series_has_its_row(ledger):
    """
    Whoever said a total on a known day has a row, derived or not; an empty table has the same columns.
    """
    table = added_between(ledger.figures, date(2023, 6, 4), date(2023, 6, 11))

    assert table["derived"].sum() < len(table)
    assert table["derived"].is_monotonic_decreasing
    assert list(added_between(ledger.figures.head(0), date(2023, 6, 4), date(2023, 6, 11)).columns) == COLUMNS
