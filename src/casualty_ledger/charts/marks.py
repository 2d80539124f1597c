"""Marks for uncertainty, shared by the charts.

A closed range is a line without caps. "At least" is solid to its number, with an open arrow that fades
away from it, never a symmetric bar. Soft bounds are visibly softer: thinner, dashed and pale.
Every side gets the same widths. Marks of one kind are drawn together, for a chart has many.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgba

from casualty_ledger.charts.palette import colour_of, marker_of

FADE_STEPS = 8
REACH = 10.0  # points
# An open arrow and the head on it.
HEAD = 4.0
ARROW = REACH + HEAD
# In a low panel an arrow takes no more of the scale than this, so that its tip is not read as a number.
MOST_OF_SCALE, LEAST_REACH = 0.1, 4.0
OPEN, HARD, SOFT = 1.8, 4.0, 1.8
DASHES = (0, (2, 1.2))
MARK = 5.0
PROVISIONAL = "////"
# An arrow between two marks is never shorter, in points.
LEAST_ARROW = 1.5
Marks = Sequence[tuple[Any, Any]]


def reach_up(ax: Axes) -> float:
    """Return how far an open arrow rises in an axes, its head apart, in points."""
    tall = ax.get_window_extent().height * 72 / ax.figure.dpi
    return float(min(REACH, max(LEAST_REACH, tall * MOST_OF_SCALE)))


def draw_span(ax: Axes, at: Any, row: Any, colour: str, *, upright: bool = True) -> list[Artist]:
    """Draw what a row's bounds allow, at position `at` of the other axis.

    Columns: lower, value, upper, is_soft. Nothing is drawn where there are no bounds or they coincide.
    """
    return draw_spans(ax, [at], [row], colour, upright=upright)


def draw_spans(
    ax: Axes,
    places: Sequence[Any],
    rows: Sequence[Any],
    colour: str,
    *,
    upright: bool = True,
    marks: Marks = (),
) -> list[Artist]:
    """Draw the bounds of rows in one colour, each at its place on the other axis; no arrow on `marks`."""
    convert = ax.convert_xunits if upright else ax.convert_yunits
    ranges: dict[bool, list[Any]] = {True: [], False: []}
    starts: list[tuple[float, float]] = []
    for place, row in zip(places, rows, strict=True):
        at, lower, upper = float(convert(place)), row["lower"], row["upper"]
        if pd.isna(lower) or (not pd.isna(upper) and lower == upper):
            continue
        if pd.isna(upper):
            start = float(lower if pd.isna(row["value"]) else row["value"])
            starts.append((at, start) if upright else (start, at))
        else:
            ends = ((at, float(lower)), (at, float(upper)))
            ranges[bool(row["is_soft"])].append(ends if upright else [end[::-1] for end in ends])
    drawn = [_draw_ranges(ax, ranges[soft], colour, soft=soft) for soft in ranges if ranges[soft]]
    return [*drawn, *(_draw_open(ax, starts, colour, marks, upright=upright) if starts else [])]


def _draw_ranges(ax: Axes, ranges: list[Any], colour: str, *, soft: bool) -> Artist:
    lines = LineCollection(
        ranges,
        colors=colour,
        linewidths=SOFT if soft else HARD,
        linestyles=[DASHES if soft else "-"],
        alpha=0.5 if soft else 0.4,
        zorder=2,
        capstyle="butt",
    )
    return ax.add_collection(lines, autolim=False)


def _draw_open(
    ax: Axes, starts: list[tuple[float, float]], colour: str, marks: Marks, *, upright: bool
) -> list[Artist]:
    """Draw arrows of the same length in one axes, whatever its scale: how far beyond is not known."""
    length = (reach_up(ax) if upright else REACH) * ax.figure.dpi / 72
    feet = ax.transData.transform(np.array(starts))
    steps = np.linspace(0, 1, FADE_STEPS + 1) * _free_above(ax, feet, length, marks)[:, None]
    shift = np.stack([np.zeros_like(steps), steps] if upright else [steps, np.zeros_like(steps)], axis=2)
    points = ax.transData.inverted().transform((feet[:, None, :] + shift).reshape(-1, 2))
    points = points.reshape(len(starts), FADE_STEPS + 1, 2)
    segments = np.stack([points[:, :-1], points[:, 1:]], axis=2).reshape(-1, 2, 2)
    shades = [to_rgba(colour, 0.75 * (1 - n / FADE_STEPS) + 0.1) for n in range(FADE_STEPS)]
    fading = LineCollection(list(segments), colors=shades * len(starts), linewidths=OPEN, zorder=2)
    ax.add_collection(fading, autolim=False)
    (heads,) = ax.plot(
        points[:, -1, 0],
        points[:, -1, 1],
        marker="^" if upright else ">",
        markersize=4.5,
        color=colour,
        alpha=0.6,
        markerfacecolor="none",
        markeredgewidth=0.9,
        linestyle="none",
        clip_on=False,
    )
    return [fading, heads]


def _free_above(ax: Axes, feet: Any, length: float, marks: Marks) -> Any:
    """Return how long each arrow is: on a mark above its own it would make that one an "at least"."""
    if not marks:
        return np.full(len(feet), length)
    point = ax.figure.dpi / 72
    stand = ax.transData.transform([(float(ax.convert_xunits(x)), float(y)) for x, y in marks])
    across, up = np.moveaxis(stand[None] - feet[:, None], 2, 0)
    over = (abs(across) < MARK * point) & (up > point)
    room = np.where(over, up - MARK * point, length).min(axis=1)
    return np.clip(room, LEAST_ARROW * point, length)


def draw_said(
    ax: Axes, table: pd.DataFrame, column: str, *, among: pd.DataFrame | None = None, **style: Any
) -> list[Artist]:
    """Draw every row's bounds, and its number where one was stated, at the row's `column`.

    Columns: claimant_side, lower, value, upper, is_soft. A side's rows are drawn together. They stand
    `among` others, if those are drawn apart.
    """
    every = (table if among is None else among).dropna(subset=["value"])
    marks = list(zip(every[column], every["value"], strict=True))
    artists: list[Artist] = []
    for side, said in table.groupby("claimant_side", sort=False):
        colour = colour_of(str(side))
        artists += draw_spans(ax, list(said[column]), said.to_dict("records"), colour, marks=marks)
        stated = said[said["value"].notna()]
        if len(stated):
            numbers = stated["value"].astype(float)
            artists.append(draw_mark(ax, stated[column], numbers, str(side), **style))
    return artists


def draw_mark(ax: Axes, x: Any, y: Any, side: str, **style: Any) -> Artist:
    """Draw one claimant's number, or several: the side's marker, the same size for every side."""
    given: dict[str, Any] = {
        "markersize": MARK,
        "color": colour_of(side),
        "linestyle": "none",
        "zorder": 3,
    } | style
    across, up = ([x], [y]) if np.ndim(y) == 0 else (x, y)
    (mark,) = ax.plot(across, up, marker=marker_of(side), **given)
    return mark
