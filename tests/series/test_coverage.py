"""Coverage: how much is recorded of a week, beside how much is usual."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rows import make_rows

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.ledger.opening import Ledger
from casualty_ledger.parsing.weeks import Vintage, Week, parse_week
from casualty_ledger.series.coverage import cover_week, find_coverage
from casualty_ledger.series.weeks import IN_WEEK, place_in_week
from casualty_ledger.sources.registry import Register

MONDAY = date(2023, 1, 2)
NOBODY = Register({}, {})


def incidents(counts: list[int], *, late: int = 0) -> pd.DataFrame:
    """Make so many incidents in each week from 2023-W01 on; the last `late` came out a year later."""
    rows = []
    for n, count in enumerate(counts):
        day = MONDAY + timedelta(days=7 * n + 2)
        for number in range(count):
            out = day + timedelta(days=365) if number >= count - late else day
            rows.append(
                {
                    "population": "civilians",
                    "measure": "killed",
                    "party": "ukraine",
                    "place": f"Town {number}",
                    "basis": "period",
                    "covers_from": str(day),
                    "covers_until": str(day),
                    "published_on": str(out),
                    "value": "3",
                    "hedge": "exact",
                }
            )
    return gather_figures(clean_rows(make_rows(*rows), NOBODY).appearances)[0]


def week_of(n: int) -> Week:
    return Week(MONDAY + timedelta(days=7 * (n - 1)))


def test_a_week_is_held_against_the_median_of_those_before():
    """
    After weeks of 60, 40, 80, 60 and 70 figures, 60 are usual, and 18 are thin.
    """
    assert cover_week(incidents([60, 40, 80, 60, 70, 18]), week_of(6)) == (18, 60.0, True)


@pytest.mark.parametrize(("count", "is_thin"), [(29, True), (30, False), (31, False), (90, False)])
def test_thin_is_less_than_half_of_what_is_usual(count: int, is_thin: bool):
    """
    Of a week that usually has 60 figures, 29 are thin and 30 are not.
    """
    assert cover_week(incidents([60] * 5 + [count]), week_of(6)).is_thin is is_thin


def test_a_week_without_a_row_is_told():
    """
    A week of which nothing is recorded is thin, whether or not other weeks follow it.
    """
    assert cover_week(incidents([9] * 6), week_of(7)) == (0, 9.0, True)
    table = find_coverage(incidents([9] * 6 + [0, 9])).set_index("week")
    assert table.loc["2023-W07", ["figures", "by_monday", "usual", "is_thin"]].tolist() == [0, 0, 9.0, True]


def test_nothing_is_usual_where_little_is_known():
    """
    With fewer than four weeks before it, and where fewer than four figures are usual, no week is thin.
    """
    assert cover_week(incidents([60, 60, 60, 1]), week_of(4)) == (1, None, False)
    assert cover_week(incidents([3] * 8 + [0]), week_of(9)) == (0, 3.0, False)


def test_weeks_are_compared_as_they_stood_on_their_mondays():
    """
    What came out a year later makes no week fuller: 10 of 15 were known, and 10 are usual.
    """
    figures = incidents([15] * 6, late=5)

    assert cover_week(figures, week_of(6)) == (10, 10.0, False)
    assert set(find_coverage(figures)["figures"]) == {15}


@settings(max_examples=10, deadline=None)
@given(day=st.dates(date(2022, 3, 1), date(2026, 3, 1)))
def test_no_week_is_judged_by_what_came_later(ledger: Ledger, day: date):
    """
    Coverage as known on a day is that of a later day for every week whose Monday had come.
    """
    known = find_coverage(ledger.as_of(Vintage(day)).figures)
    dated = ledger.appearances[ledger.appearances["published_on"].notna()]
    later = find_coverage(Ledger(ledger.vintage, dated.reset_index(drop=True), 0).figures)
    kind = ["conflict", "subject", "side", "week"]
    over = known[[parse_week(week).brief_day <= day for week in known["week"]]]
    both = over.merge(later, on=kind, how="left", suffixes=("", "_later"))

    assert (both["by_monday"] == both["by_monday_later"]).all()


def test_every_figure_of_a_week_is_counted_once(ledger):
    """
    The kinds of a week add up to the figures that the week's report shows as its own.
    """
    table = find_coverage(ledger.figures)
    for week in ("2022-W12", "2023-W22", "2024-W01"):
        shown = place_in_week(ledger.figures, parse_week(week)) == IN_WEEK
        assert table.loc[table["week"] == week, "figures"].sum() == shown.sum() > 0


def test_both_sides_are_told_by_the_same_rule():
    """
    With the parties exchanged, the sides of the table are exchanged, and nothing else.
    """
    figures = incidents([6, 7, 8, 9, 10, 2])
    mirrored = figures.assign(party=figures["party"].map({"ukraine": "russia", "russia": "ukraine"}))
    swapped = find_coverage(mirrored).replace({"side": {"russia": "ukraine"}})

    pd.testing.assert_frame_equal(swapped, find_coverage(figures))


def test_an_empty_ledger_covers_nothing():
    """
    Without a figure there is no row, and no week is thin.
    """
    figures = incidents([1]).iloc[:0]

    assert find_coverage(figures).empty
    assert cover_week(figures, week_of(1)) == (0, None, False)
