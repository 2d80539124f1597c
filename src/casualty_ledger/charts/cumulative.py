"""Running totals over time, one line per series, each named at its end."""

from __future__ import annotations

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts import tables
from casualty_ledger.charts.alt_text import describe
from casualty_ledger.charts.axes import count_up, date_across
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.ends import End, name_ends
from casualty_ledger.charts.frame import Kind
from casualty_ledger.charts.marks import draw_span
from casualty_ledger.charts.palette import colour_of
from casualty_ledger.wording.language import mark, translate

DASHES = ("-", (0, (5, 1.5)), (0, (1.5, 1.5)), (0, (6, 1.5, 1.5, 1.5)))


def draw_cumulative(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw running totals by the last day that they count. Columns: tables.Totals."""
    date_across(ax, table["day"].min(), table["day"].max())
    count_up(ax, float(table["value"].max()))
    ax.set_ylabel(translate("people, running total"))
    artists: list[Artist] = []
    ends = []
    for nth, (line, totals) in enumerate(table.sort_values("day").groupby("line", sort=False)):
        artists += _draw_line(ax, totals, DASHES[nth % len(DASHES)])
        end = totals.iloc[-1]
        colour = colour_of(end["claimant_side"])
        ends.append(End(end["day"], float(end["value"]), f"{translate(str(line))}: {end['words']}", colour))
    return [*artists, *name_ends(ax, ends, room=84)]


def _draw_line(ax: Axes, totals: pd.DataFrame, dashes: object) -> list[Artist]:
    colour = colour_of(totals["claimant_side"].iloc[0])
    marker = "D" if len(totals) < 40 else ""
    (drawn,) = ax.plot(
        totals["day"],
        totals["value"].astype(float),
        color=colour,
        linestyle=dashes,
        marker=marker,
        markersize=2.5,
    )
    return [drawn, *draw_span(ax, totals.iloc[-1]["day"], totals.iloc[-1], colour)]


def describe_cumulative(table: pd.DataFrame, caption: Caption) -> str:
    """Say what the running totals show."""
    return describe(mark("Line chart"), table, caption, order="day", where="day_label", by="line")


CUMULATIVE = Kind(
    draw=draw_cumulative,
    describe=describe_cumulative,
    columns=tables.Totals,
    note=mark(
        "A rise is the day on which deaths were added to the count, not the day of death. "
        "Open arrow: the true number is higher."
    ),
    left=0.58,
    below=0.44,
    right=1.35,
)
