"""The disagreement ladder: under each thing, every number said of it, from the lowest to the highest."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts import tables
from casualty_ledger.charts.alt_text import describe, size_of
from casualty_ledger.charts.axes import count_across
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.fitting import first_groups
from casualty_ledger.charts.frame import WIDTH, Kind
from casualty_ledger.charts.lettering import fit, width_of
from casualty_ledger.charts.notes import AT_LEAST, has_open_arrow, has_range, note_of
from casualty_ledger.charts.palette import FAINT, INK
from casualty_ledger.charts.statements import draw_statement, reach_of, room_beside
from casualty_ledger.wording.language import mark

RUNG, HEADING = 0.2, 0.27  # inches
LABEL = 2.75


def height_of(table: pd.DataFrame) -> float:
    """Return the room that the ladder needs, in inches."""
    return HEADING * table["group"].nunique() + RUNG * len(table) + 0.05


def draw_disagreement_ladder(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw each disagreement as a heading and its rungs. Columns: tables.Rungs."""
    sizes = size_of(table).astype(float)
    count_across(ax, list(reach_of(table)), [room_beside(row) for row in table.to_dict("records")])
    ax.set_ylim(height_of(table), 0)
    artists: list[Artist] = []
    ticks, names, top = [], [], 0.0
    for _, said in table.groupby("group", sort=False):
        artists += _head(ax, said.iloc[0], top + HEADING * 0.6)
        top += HEADING
        for at in said.index:
            ticks.append(top + RUNG / 2)
            names.append(fit(said.loc[at, "label"], (LABEL - 0.15) * 72, 7.5))
            artists += draw_statement(ax, ticks[-1], said.loc[at], sizes.loc[at])
            top += RUNG
    ax.set_yticks(ticks, names, fontsize=7.5)
    return artists


def _head(ax: Axes, first: pd.Series, at: float) -> list[Artist]:
    """Write what the disagreement is about, and right of it how it reads."""
    room = (WIDTH - 0.3) * 72
    reading = fit(first["reading"], room * 0.45, 8)
    thing = fit(first["thing"], room - width_of(reading, 8) - 24, 8.5, bold=True)
    style: dict[str, Any] = {
        "xycoords": ax.get_yaxis_transform(),
        "textcoords": "offset points",
        "va": "center",
        "annotation_clip": False,
        "bbox": {"facecolor": "white", "edgecolor": "none", "pad": 1.0},
    }
    left = (-(LABEL - 0.08) * 72, 0)
    name = ax.annotate(thing, (0, at), xytext=left, fontsize=8.5, fontweight="bold", color=INK, **style)
    why = ax.annotate(reading, (1, at), xytext=(10, 0), ha="right", fontsize=8, color=FAINT, **style)
    return [name, why]


def describe_disagreement_ladder(table: pd.DataFrame, caption: Caption) -> str:
    """Say each disagreement from its lowest to its highest number."""
    ordered = table.assign(position=range(len(table)))
    return describe(
        mark("Ladder of disagreements"), ordered, caption, order="position", where="label", by="thing"
    )


DISAGREEMENTS = Kind(
    draw=draw_disagreement_ladder,
    describe=describe_disagreement_ladder,
    columns=tables.Rungs,
    note=note_of(
        mark("From the lowest to the highest number said of each thing."),
        (AT_LEAST, has_open_arrow),
        (mark("Line: the range that the words allow."), has_range),
    ),
    left=LABEL,
    right=0.3,
    below=0.42,
    keep=partial(first_groups, column="group"),
    tall=height_of,
)
