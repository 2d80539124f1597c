"""Running totals and what they give week by week."""

import pandas as pd
from rows import make_rows

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.opening import Ledger
from casualty_ledger.parsing.weeks import LATEST, parse_week
from casualty_ledger.series.totals import difference, totals_of
from casualty_ledger.series.weekly import fill_weeks, increments_of
from casualty_ledger.sources.registry import Register

STAFF = ("General Staff of Ukraine", "losses", "russia")


def weeks_of(figures: pd.DataFrame, first: str, last: str) -> pd.DataFrame:
    """Return each week of the General Staff's total, as the brief and the explorer list them."""
    totals, increments = totals_of(figures, *STAFF), increments_of(figures)
    mine = increments[increments["figure_id"].isin(totals["figure_id"])]
    return fill_weeks(mine, totals["counted_until"], parse_week(first).until(parse_week(last)))


def test_week_22_adds_3340(edition_of):
    """
    209,940 on 4 June less 206,600 on 28 May is 3,340, bounded by the rounding of both totals.
    """
    [week] = weeks_of(edition_of("2023-W22").figures, "2023-W22", "2023-W22").to_dict("records")

    assert (week["lower"], week["value"], week["upper"]) == (3230, 3340, 3450)
    assert (week["previous_figure_id"], week["figure_id"]) == ("ml-0194", "ml-0215")


def test_week_42_adds_6060(edition_of):
    """
    293,830 on 22 October 2023 less 287,770 on 15 October is 6,060.
    """
    weeks = weeks_of(edition_of("2023-W42").figures, "2023-W42", "2023-W42")

    assert weeks["value"].tolist() == [6060]


def test_the_whole_series_can_be_derived_but_for_two_sundays(ledger):
    """
    Of 231 weeks four are gaps: the sheets lack the totals of 23 November 2025 and 1 February 2026.
    """
    weeks = weeks_of(ledger.figures, "2022-W09", "2026-W31")
    gaps = weeks.loc[~weeks["derived"]]

    assert len(weeks) == 231
    assert gaps["week"].tolist() == ["2025-W47", "2025-W48", "2026-W05", "2026-W06"]
    assert (weeks["value"].dropna() >= 0).all()


def test_a_week_without_a_total_is_a_gap_that_says_so(edition_of):
    """
    A week whose Sunday has no total is not derived, and the reason names the day.
    """
    [week] = weeks_of(edition_of("2026-W40", "latest").figures, "2026-W40", "2026-W40").to_dict("records")

    assert not week["derived"]
    assert pd.isna(week["value"])
    assert week["reason"] == "no total recorded for 27 September 2026 and 4 October 2026"


def test_the_difference_of_two_floors_has_no_bound():
    """
    A verified 8,173 less "at least 7,199" says nothing of how many were killed between.
    """
    before = {"lower": 7199, "value": 7199, "upper": pd.NA, "is_soft": False, "is_floor": False}
    after = {"lower": 8173, "value": 8173, "upper": 8173, "is_soft": False, "is_floor": True}

    found = difference(before, after)

    assert pd.isna(found["lower"])
    assert pd.isna(found["upper"])
    assert found["value"] == 974


def test_a_fall_stays_a_fall():
    """
    A total that falls gives a negative increment; it is never clipped to zero.
    """
    before = {"lower": 34, "value": 34, "upper": 34, "is_soft": False, "is_floor": False}

    assert difference(before, before | {"lower": 33, "value": 33, "upper": 33})["value"] == -1


def test_totals_since_another_day_are_another_series():
    """
    What one claimant counted since New Year is not chained to what it counts since the war began.
    """
    rows = [{"value": "206600", "covers_until": "2023-05-28", "published_on": "2023-05-28"}, {}]
    since = {"covers_from": "2023-01-01", "covers_until": "2023-05-30", "published_on": "2023-05-30"}
    appearances = clean_rows(make_rows(*rows, since | {"value": "90000"}), Register({}, {})).appearances
    figures = Ledger(LATEST, appearances, 0).figures

    assert totals_of(figures, *STAFF)["value"].tolist() == [206600, 209940]
