"""Marks for uncertainty."""

import pandas as pd
import pytest
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from casualty_ledger.charts.keys import key_sides
from casualty_ledger.charts.marks import draw_said, draw_span
from casualty_ledger.charts.palette import hands_of
from casualty_ledger.conflicts.known import conflict_of


def axes(scale="linear"):
    ax = Figure().add_subplot()
    ax.set_yscale(scale)
    ax.set_xlim(0, 10)
    ax.set_ylim(1, 100)
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


@pytest.mark.parametrize("scale", ["linear", "log"])
def test_at_least_is_open_above_and_never_reaches_below(scale):
    """
    "At least 40" is drawn from 40 upward, fading, with an open arrow and nothing below it.
    """
    fading, arrow = draw_span(axes(scale), 1, span(40, 40, pd.NA), "black")
    heights = [height for segment in fading.get_segments() for height in segment[:, 1]]
    shades = [colour[3] for colour in fading.get_colors()]

    assert min(heights) == pytest.approx(40)
    assert shades == sorted(shades, reverse=True)
    assert shades[-1] < 0.25 < shades[0]
    assert arrow.get_markerfacecolor() == "none"


def test_a_closed_range_is_one_line_without_caps():
    """
    A range is a single line from its lower to its upper bound, at its place.
    """
    [ranges] = draw_span(axes(), 1, span(30, 40, 50), "black")

    assert isinstance(ranges, LineCollection)
    assert [segment.tolist() for segment in ranges.get_segments()] == [[[1, 30], [1, 50]]]
    assert ranges.get_capstyle() == "butt"


def test_a_range_may_lie_level():
    """
    On a ladder the same range runs from left to right.
    """
    [ranges] = draw_span(axes(), 1, span(30, 40, 50), "black", upright=False)

    assert [segment.tolist() for segment in ranges.get_segments()] == [[[30, 1], [50, 1]]]


def test_soft_bounds_are_softer():
    """
    Soft bounds are thinner than hard ones, and dashed.
    """
    [soft] = draw_span(axes(), 1, span(30, 40, 50, soft=True), "black")
    [hard] = draw_span(axes(), 1, span(30, 40, 50), "black")

    assert soft.get_linewidth() < hard.get_linewidth()
    assert soft.get_linestyles()[0][1] is not None
    assert hard.get_linestyles()[0][1] is None


@pytest.mark.parametrize("side", hands_of(conflict_of("russia_ukraine")))
def test_every_side_gets_the_same_weight(side):
    """
    Marks, edges and lines are as large and as wide for one side as for another.
    """
    row = span(40, 40, pd.NA) | {"claimant_side": side, "at": 2}
    fading, arrow, mark = draw_said(axes(), pd.DataFrame([row]), "at")
    drawn = (
        mark.get_markersize(),
        mark.get_markeredgewidth(),
        fading.get_linewidth(),
        arrow.get_markersize(),
    )

    assert [float(size) for size in drawn[:2]] == [5.0, 1.0]
    assert (list(drawn[2]), drawn[3]) == ([1.8], 4.5)


def test_a_range_without_a_number_gets_no_mark():
    """
    "Between 30 and 50" states no number: only its range is drawn.
    """
    row = span(30, pd.NA, 50) | {"claimant_side": "un", "at": 2}

    assert [type(artist) for artist in draw_said(axes(), pd.DataFrame([row]), "at")] == [LineCollection]


def test_a_key_says_of_nobody_that_he_is_not_known():
    """
    Where no side of who speaks is known, the key says that, and not "according to" it.
    """
    said = [text.get_text() for text in key_sides(axes(), ["unstated"]) if hasattr(text, "get_text")]

    assert said == ["side not known"]


def test_an_arrow_takes_little_of_a_low_scale():
    """
    In a panel of 40 points an open arrow ends within a sixth of the scale: its tip is read as no number.
    """
    ax = Figure(figsize=(4, 40 / 72)).add_axes((0, 0, 1, 1))
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 100)
    _, head = draw_span(ax, 1, span(6, 6, pd.NA), "black")

    assert 6 < head.get_ydata()[0] < 6 + 100 / 6
