"""The weekly table."""

import pandas as pd

from casualty_ledger.series.weekly import weekly_table


def test_the_general_staffs_weeks_are_in_it(ledger):
    """
    227 of the 231 weeks of the General Staff's total can be derived, +3,340 in 2023-W22 among them.
    """
    weeks = weekly_table(ledger.figures)
    staff = weeks[(weeks["claimant"] == "General Staff of Ukraine") & (weeks["measure"] == "losses")]
    week = staff[staff["week"] == "2023-W22"].iloc[0]

    assert len(staff) == 227
    assert (week["lower"], week["value"], week["upper"]) == (3230, 3340, 3450)


def test_the_sum_of_all_weeks_between_gaps_is_the_difference_of_the_totals(ledger):
    """
    The increments of 2023 add up to the last total of the year less the last of the year before.
    """
    weeks = weekly_table(ledger.figures)
    staff = weeks[(weeks["claimant"] == "General Staff of Ukraine") & (weeks["measure"] == "losses")]
    year = staff[staff["week"].str.startswith("2023-")]
    totals = ledger.figures.set_index("figure_id")["value"]

    assert year["value"].sum() == totals["ml-gs-20231231"] - totals["ml-0086"]


def test_no_two_claimants_are_ever_chained(ledger):
    """
    Both totals of every increment are the same claimant's, measure's and people's.
    """
    weeks = weekly_table(ledger.figures)
    keys = ["claimant", "measure", "population", "party", "place"]
    figures = ledger.figures.set_index("figure_id")[keys]
    before = figures.loc[weeks["previous_figure_id"]].reset_index(drop=True)

    pd.testing.assert_frame_equal(before, weeks[keys])
