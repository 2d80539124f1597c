"""Running totals and what they give week by week."""

import pandas as pd
import pytest

from casualty_ledger.errors import ForbiddenSum
from casualty_ledger.parsing.weeks import parse_week
from casualty_ledger.series.totals import difference, totals_of, weekly_increments

STAFF = ("General Staff of Ukraine", "losses", "russia")


def test_week_22_adds_3340(edition_of):
    """
    209,940 on 4 June less 206,600 on 28 May is 3,340, bounded by the rounding of both totals.
    """
    totals = totals_of(edition_of("2023-W22").figures, *STAFF)
    [week] = weekly_increments(totals, parse_week("2023-W22"), parse_week("2023-W22")).to_dict("records")

    assert (week["lower"], week["value"], week["upper"]) == (3230, 3340, 3450)
    assert (week["previous_figure_id"], week["figure_id"]) == ("ml-0194", "ml-0215")


def test_week_42_adds_6060(edition_of):
    """
    293,830 on 22 October 2023 less 287,770 on 15 October is 6,060.
    """
    totals = totals_of(edition_of("2023-W42").figures, *STAFF)
    weeks = weekly_increments(totals, parse_week("2023-W42"), parse_week("2023-W42"))

    assert weeks["value"].tolist() == [6060]


def test_the_whole_series_can_be_derived_but_for_two_sundays(ledger):
    """
    Of 231 weeks four are gaps: the sheets lack the totals of 23 November 2025 and 1 February 2026.
    """
    weeks = weekly_increments(
        totals_of(ledger.figures, *STAFF), parse_week("2022-W09"), parse_week("2026-W31")
    )
    gaps = weeks.loc[~weeks["derived"]]

    assert len(weeks) == 231
    assert gaps["week"].tolist() == ["2025-W47", "2025-W48", "2026-W05", "2026-W06"]
    assert (weeks["value"].dropna() >= 0).all()


def test_a_week_without_a_total_is_a_gap_that_says_so(edition_of):
    """
    A week whose Sunday has no total is not derived, and the reason names the day.
    """
    totals = totals_of(edition_of("2026-W40", "latest").figures, *STAFF)
    [week] = weekly_increments(totals, parse_week("2026-W40"), parse_week("2026-W40")).to_dict("records")

    assert not week["derived"]
    assert pd.isna(week["value"])
    assert week["reason"] == "no total recorded for 27 September 2026 and 4 October 2026"


def test_the_difference_of_two_floors_has_no_bound():
    """
    "At least 8,173" less "at least 7,199" says nothing of how many were killed between.
    """
    before = {"lower": 7199, "value": 7199, "upper": pd.NA, "is_soft": False}
    after = {"lower": 8173, "value": 8173, "upper": pd.NA, "is_soft": False}

    found = difference(before, after)

    assert pd.isna(found["lower"])
    assert pd.isna(found["upper"])
    assert found["value"] == 974


def test_a_fall_stays_a_fall():
    """
    A total that falls gives a negative increment; it is never clipped to zero.
    """
    before = {"lower": 34, "value": 34, "upper": 34, "is_soft": False}

    assert difference(before, before | {"lower": 33, "value": 33, "upper": 33})["value"] == -1


@pytest.mark.parametrize("column", ["claimant", "measure", "party"])
def test_totals_of_two_series_are_never_chained(ledger, column: str):
    """
    Rival claimants, different measures and different parties raise an error that names the right call.
    """
    totals = totals_of(ledger.figures, *STAFF)
    mixed = totals.copy()
    mixed.loc[0, column] = "another"

    with pytest.raises(ForbiddenSum, match=r"totals_of\(\)"):
        weekly_increments(mixed, parse_week("2023-W22"), parse_week("2023-W22"))
