"""Axes: scales that start where they should, days and counts written as readers write them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, LogLocator, MaxNLocator

from casualty_ledger.charts.marks import HEAD, reach_up
from casualty_ledger.charts.palette import FAINT
from casualty_ledger.wording.language import SHORT_DAY, SHORT_MONTH, translate, write_day, write_number

# A wider range than this is drawn in steps of ten, or its small numbers could not be told apart.
LOG_FACTOR = 30
# The room that a count of hundreds of millions needs under an axis, in points.
WIDEST_COUNT = 56
# Set in the `attrs` of a table from which rows were taken away: what is not in it may be in the ledger.
SELECTED = "selected"
# So many labels of days stand beside each other under a panel of half the width.
MOST_WEEKS = 6
# Over fewer days than this, days are labelled rather than months.
SHORT = 62


def label_thousands(axis: Any) -> None:
    """Write the numbers of an axis with their thousands apart."""
    axis.set_major_formatter(FuncFormatter(lambda number, _: write_number(round(abs(number)))))


def count_up(ax: Axes, highest: float, *, room: float = 1.2, ticks: int = 4, arrow: float = 0.0) -> None:
    """Let the upright axis count people from 0, with room above the highest.

    `arrow` is the highest number from which an open arrow rises; its head stays below the upper edge.
    """
    tall = ax.get_window_extent().height * 72 / ax.figure.dpi
    top = arrow * tall / max(tall - reach_up(ax) - HEAD, tall * 0.3)
    ax.set_ylim(0, max(max(highest, 1) * room, top))
    ax.yaxis.set_major_locator(MaxNLocator(ticks, integer=True))
    label_thousands(ax.yaxis)


def count_across(ax: Axes, sizes: Sequence[float], beside: Sequence[float]) -> None:
    """Let the level axis count people, in steps of ten where the range is wide.

    `beside` is the room in points that the label right of each number needs.
    """
    counted = [size for size in sizes if size > 0] or [1.0]
    lowest, highest = min(counted), max(counted)
    stepped = highest / lowest > LOG_FACTOR
    if stepped:
        ax.set_xscale("log")
    place = math.log10 if stepped else float
    left = lowest / 1.6 if stepped else 0.0
    wide = ax.get_window_extent().width * 72 / ax.figure.dpi
    start = place(left) if stepped else 0.0
    reach = max(
        (place(max(size, left)) - start) * wide / max(wide - room, wide * 0.3)
        for size, room in zip(sizes, beside, strict=True)
    )
    reach = max(reach, 1e-9)
    ax.set_xlim(left, 10 ** (start + reach) if stepped else reach)
    # A step of ten has a label where there is room for the longest.
    steps = LogLocator(numticks=max(2, int(wide // WIDEST_COUNT)))
    ax.xaxis.set_major_locator(steps if stepped else MaxNLocator(5, integer=True))
    ax.set_xlabel(
        translate("people; each step of the scale is ten times the last") if stepped else translate("people")
    )
    label_thousands(ax.xaxis)
    ax.minorticks_off()
    ax.grid(visible=True, axis="x")
    ax.grid(visible=False, axis="y")


def date_across(ax: Axes, first: Any, last: Any, *, most: int = 8) -> None:
    """Let the level axis hold the days from `first` to `last`, with at most `most` of them labelled.

    The year stands under the first label and wherever it is new, so that no label is read in a wrong one.
    """
    edge = max((last - first) * 0.02, pd.Timedelta(days=1))
    ax.set_xlim(*_numbers(ax, [first - edge, last + edge]))
    days = (last - first).days
    ticks = _months(first, last, most) if days > SHORT else _days(first, last, most)
    years = [day.year for day in ticks]
    new = [nth == 0 or years[nth - 1] != year for nth, year in enumerate(years)]
    written = [write_day(day, SHORT_MONTH if days > SHORT else SHORT_DAY) for day in ticks]
    labels = [
        f"{text}\n{day:%Y}" if fresh else text for text, day, fresh in zip(written, ticks, new, strict=True)
    ]
    ax.set_xticks(_numbers(ax, ticks), labels)


def _numbers(ax: Axes, days: Sequence[Any]) -> list[float]:
    return [float(ax.convert_xunits(day)) for day in days]


def _months(first: Any, last: Any, most: int) -> list[pd.Timestamp]:
    for step in (1, 2, 3, 6, 12, 24, 60):
        months = pd.date_range(first, last, freq="MS")
        ticks = [month for month in months if (month.month - 1 + 12 * month.year) % step == 0]
        if len(ticks) <= most:
            break
    return ticks


def _days(first: Any, last: Any, most: int) -> list[pd.Timestamp]:
    step = max(1, math.ceil(((last - first).days + 1) / most))
    return list(pd.date_range(first, last, freq=f"{step}D"))


def say_nothing(ax: Axes, text: str) -> Any:
    """Say in an empty panel that nothing was stated, so that it is not read as zero."""
    ax.set_yticks([])
    return ax.text(0.5, 0.5, text, transform=ax.transAxes, ha="center", va="center", fontsize=8, color=FAINT)


def weeks_across(ax: Axes, first: pd.Timestamp, last: pd.Timestamp) -> None:
    """Let the level axis hold whole weeks from Monday `first`; every second Monday is labelled, or months."""
    mondays = list(pd.date_range(first, last - pd.Timedelta(days=7), freq="14D"))
    if len(mondays) > MOST_WEEKS:
        date_across(ax, first, last, most=MOST_WEEKS)
    else:
        ax.set_xticks(_numbers(ax, mondays), [write_day(day, SHORT_DAY) for day in mondays])
    ax.set_xlim(*_numbers(ax, [first, last]))


def say_absent(table: pd.DataFrame, absent: str) -> str:
    """Say that nothing stands here: the marked phrase `absent`, or that a changed table chose none."""
    return translate("none was chosen") if table.attrs.get(SELECTED) else translate(absent)
