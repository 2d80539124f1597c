"""Stock and flow of prisoners: held on a day (a level), taken since the start (a running total)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts import tables
from casualty_ledger.charts.alt_text import describe, highest_of
from casualty_ledger.charts.axes import count_up, date_across
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.frame import Kind
from casualty_ledger.charts.keys import key_sides
from casualty_ledger.charts.lettering import fit
from casualty_ledger.charts.marks import draw_said
from casualty_ledger.charts.notes import ABOUT, AT_LEAST, has_open_arrow, has_soft_range, note_of
from casualty_ledger.charts.palette import colour_of
from casualty_ledger.charts.places import Places, size_of_row
from casualty_ledger.wording.language import mark, phrase, translate

TITLES = {
    "held": mark("{whose} prisoners held: a level on a day"),
    "taken": mark("{whose} soldiers taken: running total"),
}
PANELS = {"held": mark("{whose} prisoners held"), "taken": mark("{whose} soldiers taken")}
NAME = 96.0  # points


def draw_captivity(
    sides: Sequence[str], axes: Sequence[Axes], table: pd.DataFrame, caption: Caption
) -> list[Artist]:
    """Draw levels in the upper row, running totals in the lower; columns are whose soldiers they are.

    Columns: tables.Captivity. Two axes for each side, those of a row on one scale.
    """
    date_across(axes[0], table["day"].min(), table["day"].max(), most=5)
    artists: list[Artist] = []
    panels = [(flow, whose) for flow in TITLES for whose in sides]
    for flow in TITLES:
        highest = highest_of(table[table["flow"] == flow])
        for ax, (kind, _) in zip(axes, panels, strict=True):
            if kind == flow:
                count_up(ax, highest, room=1.35, ticks=3)
    for ax, (flow, whose) in zip(axes, panels, strict=True):
        title = phrase(TITLES[flow], whose=whose)
        # Three columns and more are too narrow for one line.
        ax.set_title(title.replace(": ", ":\n") if len(sides) > 2 else title)
        artists += _draw_panel(ax, table[(table["flow"] == flow) & (table["whose"] == whose)])
    up = 24 if len(sides) < 3 else 38  # Above titles of two lines.
    return [*artists, *key_sides(axes[len(sides) - 1], table["claimant_side"], up=up)]


def _draw_panel(ax: Axes, said: pd.DataFrame) -> list[Artist]:
    if said.empty:
        said_by_none = translate("no number recorded")
        return [ax.text(0.5, 0.5, said_by_none, transform=ax.transAxes, ha="center", fontsize=8)]
    places, artists = Places(ax), draw_said(ax, said, "day", markersize=4.5)
    places.take_all(said, "day")
    for nth, row in enumerate(said[said["labelled"]].to_dict("records")[::-1]):
        write = places.label_anywhere if nth == 0 else places.label
        label = write(
            row["day"],
            size_of_row(row),
            f"{row['words']}\n{fit(row['claimant'], NAME, 7)}",
            around=((0, 1), (-1, 1), (1, 1), (-1, 0), (1, 0), (0, -1), (-1, -1), (1, -1)),
            fontsize=7,
            color=colour_of(row["claimant_side"]),
            linespacing=1.05,
        )
        artists += [] if label is None else [label]
    return artists


def describe_captivity(table: pd.DataFrame, caption: Caption) -> str:
    """Say what the levels and running totals show."""
    panel = [
        phrase(PANELS[flow], whose=whose) for flow, whose in zip(table["flow"], table["whose"], strict=True)
    ]
    told = table.assign(panel=panel, told=table["claimant"] + ", " + table["day_label"])
    return describe(mark("Four dot charts"), told, caption, order="day", where="told", by="panel")


def captivity_of(sides: Sequence[str]) -> Kind:
    """Return the kind of chart with a column for each side's soldiers, in this order."""
    return Kind(
        draw=partial(draw_captivity, sides),
        describe=describe_captivity,
        columns=tables.Captivity,
        note=note_of(
            mark(
                "Each mark is one statement; some count a group only. A level and a running total are never "
                "added."
            ),
            (AT_LEAST, has_open_arrow),
            (ABOUT, has_soft_range),
        ),
        panels=(2, len(sides)),
        shared=("all", "row"),
        between=(0.36 if len(sides) < 3 else 0.5, 0.22),
        left=0.55,
        below=0.44,
        above=0.5 if len(sides) < 3 else 0.7,
    )
