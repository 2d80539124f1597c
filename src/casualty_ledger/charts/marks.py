"""Marks for uncertainty, shared by the charts.

A closed range is a line without caps. "At least" is solid to its number, with an open arrow that fades
away from it, never a symmetric bar. Soft bounds are visibly softer: thinner, dashed and pale.
Every side gets the same widths.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgba

from casualty_ledger.charts.palette import colour_of, marker_of

FADE_STEPS = 8
REACH = 16.0  # points
OPEN, HARD, SOFT = 1.8, 4.0, 1.8
MARK = 5.0
PROVISIONAL = "////"


def draw_span(ax: Axes, at: Any, row: Any, colour: str, *, upright: bool = True) -> list[Artist]:
    """Draw what a row's bounds allow, at position `at` of the other axis.

    Columns: lower, value, upper, is_soft. Nothing is drawn where there are no bounds or they coincide.
    """
    lower, upper = row["lower"], row["upper"]
    if pd.isna(lower) and pd.isna(upper):
        return []
    if pd.isna(upper):
        start = lower if pd.isna(row["value"]) else row["value"]
        return _draw_open(ax, at, float(start), colour, upright=upright)
    if pd.isna(lower) or lower == upper:
        return []
    ends = ((at, float(lower)), (at, float(upper))) if upright else ((float(lower), at), (float(upper), at))
    (line,) = ax.plot(
        *zip(*ends, strict=True),
        color=colour,
        zorder=2,
        linewidth=SOFT if row["is_soft"] else HARD,
        alpha=0.5 if row["is_soft"] else 0.4,
        linestyle=(0, (2, 1.2)) if row["is_soft"] else "-",
    )
    return [line]


def _draw_open(ax: Axes, at: Any, start: float, colour: str, *, upright: bool) -> list[Artist]:
    """Draw an arrow of the same length on every scale: how far beyond is not known."""
    across = float(ax.convert_xunits(at)) if upright else start
    foot = ax.transData.transform((across, start if upright else at))
    length = REACH * ax.figure.dpi / 72  # type: ignore[union-attr]
    step = (0, length) if upright else (length, 0)
    points = [
        tuple(ax.transData.inverted().transform((foot[0] + step[0] * n, foot[1] + step[1] * n)))
        for n in (part / FADE_STEPS for part in range(FADE_STEPS + 1))
    ]
    fading = LineCollection(
        [points[n : n + 2] for n in range(FADE_STEPS)],
        colors=[to_rgba(colour, 0.75 * (1 - n / FADE_STEPS) + 0.1) for n in range(FADE_STEPS)],
        linewidths=OPEN,
        zorder=2,
    )
    ax.add_collection(fading, autolim=False)
    (head,) = ax.plot(
        *([coordinate] for coordinate in points[-1]),
        marker="^" if upright else ">",
        markersize=4.5,
        color=colour,
        alpha=0.6,
        markerfacecolor="none",
        markeredgewidth=0.9,
        linestyle="none",
        clip_on=False,
    )
    return [fading, head]


def draw_said(ax: Axes, x: Any, row: Any, **style: Any) -> list[Artist]:
    """Draw a row's bounds at position `x`, and its number where one was stated.

    Columns: claimant_side, lower, value, upper, is_soft.
    """
    side = str(row["claimant_side"])
    drawn = draw_span(ax, x, row, colour_of(side))
    if pd.isna(row["value"]):
        return drawn
    return [*drawn, draw_mark(ax, x, float(row["value"]), side, **style)]


def draw_mark(ax: Axes, x: Any, y: Any, side: str, **style: Any) -> Artist:
    """Draw one claimant's number: the side's marker, the same size for every side."""
    given = {"markersize": MARK, "color": colour_of(side), "linestyle": "none", "zorder": 3} | style
    (mark,) = ax.plot([x], [y], marker=marker_of(side), **given)
    return mark
