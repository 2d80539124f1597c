"""Captions: the days of a chart are those of its marks, and the names in its credit lead to sources."""

import pandas as pd

from casualty_ledger.publishing.week import charts
from casualty_ledger.publishing.week.captions import credit


def test_a_running_total_is_of_the_day_on_which_it_stands(edition_of):
    """
    Totals since February 2022, drawn over a few weeks: the caption names those weeks, as the axis does.
    """
    chart = charts.draw_increments(edition_of("2023-W22"))
    first = pd.Timestamp("2023-06-04") - pd.Timedelta(weeks=12)

    assert "24 February 2022 to" not in chart.caption.period
    assert str(first.year) in chart.caption.period
    assert chart.table["week_start"].min() >= first


def test_a_credit_names_those_whose_numbers_a_chart_prints(edition_of):
    """
    Only they are among the sources on paper; how many others there are is said, and where they stand.
    """
    chart = charts.draw_harm(edition_of("2023-W22"))
    told = chart.table[chart.table["claimant"] != ""]
    printed = list(dict.fromkeys(told.loc[told["labelled"], "claimant"]))
    names, _, others = credit(chart.caption, chart.table).who_says.partition(" and ")

    assert names.split(", ") == printed[:3]
    assert others == f"{told['claimant'].nunique() - 3} more, in the chart’s table"
