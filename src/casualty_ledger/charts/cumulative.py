"""Running totals over time, one line per series, each labelled at its end."""

from __future__ import annotations

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

from casualty_ledger.charts.alt_text import describe
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.frame import label_thousands
from casualty_ledger.charts.marks import draw_span
from casualty_ledger.charts.palette import colour_of

STYLES = ("-", (0, (5, 1.5)), (0, (1.5, 1.5)), (0, (6, 1.5, 1.5, 1.5)))


def draw_cumulative(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw running totals by the last day that they count.

    Columns: line (what the line is), claimant_side, day, value, lower, upper, is_soft, words.
    """
    locator = AutoDateLocator()
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    first, last = table["day"].min(), table["day"].max()
    room = max((last - first) * 0.32, pd.Timedelta(days=20))
    ax.set_xlim(first, last + room)
    ax.set_ylim(0, float(table["value"].max()) * 1.15)
    ax.set_ylabel("people, running total")
    label_thousands(ax.yaxis)
    artists: list[Artist] = []
    for number, (line, totals) in enumerate(table.sort_values("day").groupby("line", sort=False)):
        artists += _draw_line(ax, str(line), totals, STYLES[number % len(STYLES)])
    return artists


def _draw_line(ax: Axes, line: str, totals: pd.DataFrame, style: object) -> list[Artist]:
    colour = colour_of(totals["claimant_side"].iloc[0])
    values = totals["value"].astype(float)
    marker = "o" if len(totals) < 30 else ""
    (drawn,) = ax.plot(totals["day"], values, color=colour, linestyle=style, marker=marker, markersize=3.5)
    last = totals.iloc[-1]
    at = float(ax.convert_xunits(last["day"]))
    label = ax.annotate(
        f"{line}\n{last['words']}",
        (last["day"], float(last["value"])),
        xytext=(9, 0),
        textcoords="offset points",
        va="center",
        fontsize=8,
        color=colour,
    )
    return [drawn, *draw_span(ax, at, last, colour), label]


def describe_cumulative(table: pd.DataFrame, caption: Caption) -> str:
    """Say what the running totals show."""
    return describe("Line chart", table, caption, order="day", where="day_label")
