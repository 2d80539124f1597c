"""Marks for uncertainty, shared by the charts.

A closed range is a line without caps. "At least" is solid to its number, with an open arrow that fades
away from it, never a symmetric bar. Soft bounds are visibly softer: thinner, dashed and pale.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

FADE_STEPS = 6


def draw_span(ax: Axes, at: float, row: Any, colour: str, *, upright: bool = True) -> list[Artist]:
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
    style = {"linewidth": 2.2, "alpha": 0.45, "linestyle": (0, (2, 1.2))}
    if not row["is_soft"]:
        style = {"linewidth": 4.0, "alpha": 0.4, "linestyle": "-"}
    return [_line(ax, at, (float(lower), float(upper)), colour, upright=upright, **style)]


def _draw_open(ax: Axes, at: float, start: float, colour: str, *, upright: bool) -> list[Artist]:
    reach = _reach(ax, start, upright=upright)
    edges = [start + (reach - start) * step / FADE_STEPS for step in range(FADE_STEPS + 1)]
    artists: list[Artist] = [
        _line(
            ax,
            at,
            edges[step : step + 2],
            colour,
            upright=upright,
            linewidth=2.2,
            alpha=0.55 * (1 - step / FADE_STEPS),
        )
        for step in range(FADE_STEPS)
    ]
    x, y = ([at], [reach]) if upright else ([reach], [at])
    head = "^" if upright else ">"
    (arrow,) = ax.plot(
        x,
        y,
        marker=head,
        markersize=5,
        color=colour,
        alpha=0.35,
        markerfacecolor="none",
        linestyle="none",
    )
    return [*artists, arrow]


def _reach(ax: Axes, start: float, *, upright: bool) -> float:
    """Say how far the open arrow goes: a tenth of the axis, whatever its scale."""
    low, high = ax.get_ylim() if upright else ax.get_xlim()
    scale = ax.get_yscale() if upright else ax.get_xscale()
    if scale == "log":
        return float(start * (high / low) ** 0.07)
    return float(start + 0.09 * (high - low))


def _line(ax: Axes, at: float, ends: Any, colour: str, *, upright: bool, **style: Any) -> Artist:
    across = [at, at]
    (line,) = ax.plot(*((across, ends) if upright else (ends, across)), color=colour, zorder=2, **style)
    return line
