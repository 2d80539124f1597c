"""The running toll of an incident: each statement as a step, one line per claimant."""

from __future__ import annotations

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts.alt_text import describe
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.frame import label_thousands
from casualty_ledger.charts.marks import draw_span
from casualty_ledger.charts.palette import colour_of, marker_of


def draw_running_toll(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw the statements in their order.

    Columns: claimant, claimant_side, slot (place on the axis), slot_label, value, lower, upper, is_soft,
    words.
    """
    slots = table.drop_duplicates("slot").sort_values("slot")
    ax.set_xlim(-0.5, max(slots["slot"].max(), 1) + 0.8)
    ax.set_ylim(0, float(table["value"].max()) * 1.25 + 1)
    ax.set_xticks(slots["slot"], slots["slot_label"])
    ax.set_ylabel("people")
    label_thousands(ax.yaxis)
    artists: list[Artist] = []
    for nth, (claimant, toll) in enumerate(table.sort_values("slot").groupby("claimant", sort=False)):
        artists += _draw_claimant(ax, str(claimant), toll, nth)
    return artists


def _draw_claimant(ax: Axes, claimant: str, toll: pd.DataFrame, nth: int) -> list[Artist]:
    side = toll["claimant_side"].iloc[0]
    colour = colour_of(side)
    values = toll["value"].astype(float)
    (line,) = ax.plot(
        toll["slot"],
        values,
        drawstyle="steps-post",
        marker=marker_of(side),
        markersize=5.5,
        color=colour,
    )
    artists: list[Artist] = [line]
    for (_, row), value in zip(toll.iterrows(), values, strict=True):
        artists += draw_span(ax, row["slot"], row, colour)
        artists.append(
            ax.annotate(
                row["words"],
                (row["slot"], value),
                xytext=(0, 6),
                textcoords="offset points",
                ha="center",
                color=colour,
                fontweight="bold",
            )
        )
    name = ax.text(0.985, 0.04 + 0.08 * nth, claimant, transform=ax.transAxes, ha="right", color=colour)
    artists.append(name)
    return artists


def describe_running_toll(table: pd.DataFrame, caption: Caption) -> str:
    """Say what the running toll shows."""
    return describe("Step chart", table, caption, order="slot")
