"""Marks for uncertainty."""

import pandas as pd
import pytest
from matplotlib.figure import Figure

from casualty_ledger.charts.marks import draw_span


def axes():
    ax = Figure().add_subplot()
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 100)
    return ax


def span(lower, value, upper, soft=False):
    return {"lower": lower, "value": value, "upper": upper, "is_soft": soft}


@pytest.mark.parametrize(
    "row", [span(pd.NA, pd.NA, pd.NA), span(22, 22, 22)], ids=["no bounds", "bounds that coincide"]
)
def test_nothing_is_drawn_where_there_is_no_range(row):
    """
    A number without bounds, or with bounds that coincide, gets no range.
    """
    assert draw_span(axes(), 1, row, "black") == []


def test_at_least_is_open_above_and_never_reaches_below():
    """
    "At least 40" is drawn from 40 upward, fading, with an open arrow and nothing below it.
    """
    *steps, arrow = draw_span(axes(), 1, span(40, 40, pd.NA), "black")
    lowest = min(min(step.get_ydata()) for step in steps)
    fading = [step.get_alpha() for step in steps]

    assert lowest == 40
    assert fading == sorted(fading, reverse=True)
    assert arrow.get_markerfacecolor() == "none"


def test_a_closed_range_is_one_line_without_caps():
    """
    A range is a single line from its lower to its upper bound.
    """
    [line] = draw_span(axes(), 1, span(30, 40, 50), "black")

    assert list(line.get_ydata()) == [30.0, 50.0]
    assert line.get_marker() in ("None", "")


def test_soft_bounds_are_softer():
    """
    Soft bounds are thinner than hard ones, and dashed.
    """
    [soft] = draw_span(axes(), 1, span(30, 40, 50, soft=True), "black")
    [hard] = draw_span(axes(), 1, span(30, 40, 50), "black")

    assert soft.get_linewidth() < hard.get_linewidth()
    assert soft.is_dashed()
    assert not hard.is_dashed()
