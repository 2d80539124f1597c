"""The running toll of an incident: each statement as a step, one line per claimant."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts import tables
from casualty_ledger.charts.alt_text import describe, highest_of, highest_open, size_of
from casualty_ledger.charts.axes import count_up
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.ends import End, name_ends
from casualty_ledger.charts.frame import Kind
from casualty_ledger.charts.marks import MARK, draw_spans
from casualty_ledger.charts.notes import ABOUT, AT_LEAST, has_open_arrow, has_soft_range, note_of
from casualty_ledger.charts.palette import colour_of, marker_of
from casualty_ledger.charts.places import ABOVE, Places
from casualty_ledger.wording.language import mark, translate

MOST_TICKS = 9
DASHES = ("-", (0, (5, 1.5)), (0, (1.5, 1.5)), (0, (6, 1.5, 1.5, 1.5)))


def draw_running_toll(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw the statements in their order. Columns: tables.RunningToll."""
    slots = table.drop_duplicates("slot").sort_values("slot")
    last = max(int(slots["slot"].max()), 1)
    shown = slots.iloc[:: math.ceil(len(slots) / MOST_TICKS)]
    ax.set_xlim(-0.4, last + 0.25)
    ax.set_xticks(shown["slot"], shown["slot_label"])
    ax.set_ylabel(translate("people"))
    count_up(ax, highest_of(table), room=1.25, arrow=highest_open(table))
    places, artists, ends = Places(ax), [], []
    for nth, (claimant, toll) in enumerate(table.sort_values("slot").groupby("claimant", sort=False)):
        artists += _draw_claimant(ax, toll, DASHES[nth % len(DASHES)], places)
        end = toll.iloc[-1]
        colour = colour_of(end["claimant_side"])
        ends.append(End(end["slot"], float(size_of(toll).iloc[-1]), str(claimant), colour))
    artists += _label_values(table, places)
    return [*artists, *name_ends(ax, ends, room=112)]


def _draw_claimant(ax: Axes, toll: pd.DataFrame, dashes: object, places: Places) -> list[Artist]:
    side = str(toll["claimant_side"].iloc[0])
    values = size_of(toll).astype(float)
    (line,) = ax.plot(
        toll["slot"],
        values,
        drawstyle="steps-post",
        marker=marker_of(side),
        markersize=MARK,
        color=colour_of(side),
        linestyle=dashes,
        zorder=3,
    )
    places.take_all(toll, "slot", reach=3)
    return [line, *draw_spans(ax, list(toll["slot"]), toll.to_dict("records"), colour_of(side))]


def _label_values(table: pd.DataFrame, places: Places) -> list[Artist]:
    sizes = size_of(table).astype(float)
    style: dict[str, Any] = {"fontweight": "bold", "fontsize": 8.5}
    drawn = [
        places.label(
            row["slot"],
            size,
            row["words"],
            around=ABOVE,
            color=colour_of(row["claimant_side"]),
            **style,
        )
        for (_, row), size in zip(table.iterrows(), sizes, strict=True)
    ]
    return [label for label in drawn if label is not None]


def describe_running_toll(table: pd.DataFrame, caption: Caption) -> str:
    """Say what the running toll shows."""
    kind = mark("Step chart")
    return describe(kind, table, caption, order="slot", where="slot_label", by="claimant").replace("\n", ", ")


RUNNING_TOLL = Kind(
    draw=draw_running_toll,
    describe=describe_running_toll,
    columns=tables.RunningToll,
    note=note_of(
        mark(
            "Each mark is a statement; a claimant’s later one replaces its earlier one. Of several claimants "
            "on one day, the order is told only where hours are."
        ),
        (AT_LEAST, has_open_arrow),
        (ABOUT, has_soft_range),
    ),
    right=1.75,
    below=0.46,
)
