"""Axes: scales that start where they should, days and counts written as readers write them."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, MonthLocator
from matplotlib.ticker import FuncFormatter, MaxNLocator

from casualty_ledger.charts.palette import FAINT

# A wider range than this is drawn in steps of ten, or its small numbers could not be told apart.
LOG_FACTOR = 30


def label_thousands(axis: Any) -> None:
    """Write the numbers of an axis with their thousands apart."""
    axis.set_major_formatter(FuncFormatter(lambda number, _: f"{abs(number):,.0f}"))


def count_up(ax: Axes, highest: float, *, room: float = 1.2, ticks: int = 4) -> None:
    """Let the upright axis count people from 0, with room above the highest."""
    ax.set_ylim(0, max(highest, 1) * room)
    ax.yaxis.set_major_locator(MaxNLocator(ticks, integer=True))
    label_thousands(ax.yaxis)


def count_across(ax: Axes, lowest: float, highest: float, *, room: float = 1.3) -> bool:
    """Let the level axis count people, in steps of ten where the range is wide; return whether it is."""
    stepped = lowest > 0 and highest / lowest > LOG_FACTOR
    if stepped:
        ax.set_xscale("log")
        ax.set_xlim(lowest / 1.6, highest * (highest / lowest) ** (room - 1) * 1.6)
        ax.set_xlabel("people; each step of the scale is ten times the last")
    else:
        ax.set_xlim(0, max(highest, 1) * room)
        ax.xaxis.set_major_locator(MaxNLocator(5, integer=True))
        ax.set_xlabel("people")
    label_thousands(ax.xaxis)
    ax.minorticks_off()
    ax.grid(visible=True, axis="x")
    ax.grid(visible=False, axis="y")
    return stepped


def date_across(ax: Axes, first: Any, last: Any, *, most: int = 8) -> None:
    """Let the level axis hold the days from `first` to `last`."""
    edge = max((last - first) * 0.015, pd.Timedelta(days=1))
    ax.set_xlim(first - edge, last + edge)
    locator = AutoDateLocator(minticks=2, maxticks=most)
    if (last - first).days > 45:
        locator.intervald = locator.intervald | {1: [1, 2, 3, 6]}
    ax.xaxis.set_major_locator(locator)
    formatter = ConciseDateFormatter(locator, show_offset=(last - first).days < 330)
    ax.xaxis.set_major_formatter(formatter)
    ax.xaxis.get_offset_text().set_fontsize(8)


def months_across(ax: Axes, *, every: int = 1) -> None:
    """Mark the first day of each month on the level axis."""
    locator = MonthLocator(interval=every)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator))


def say_nothing(ax: Axes, text: str) -> Any:
    """Say in an empty panel that nothing was stated, so that it is not read as zero."""
    ax.set_yticks([])
    return ax.text(
        0.5, 0.5, text, transform=ax.transAxes, ha="center", va="center", fontsize=8, color=FAINT
    )


def weeks_across(ax: Axes, first: pd.Timestamp, last: pd.Timestamp) -> None:
    """Let the level axis hold whole weeks from Monday `first`; every second Monday is labelled."""
    ax.set_xlim(first, last)
    mondays = pd.date_range(first, last - pd.Timedelta(days=7), freq="14D")
    ax.set_xticks(mondays, [f"{day.day} {day:%b}" for day in mondays])
