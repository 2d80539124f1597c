"""Dumbbells of rival counts: one row per thing, a mark for each count, a line for the distance."""

from __future__ import annotations

from functools import partial

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts import tables
from casualty_ledger.charts.alt_text import describe, size_of
from casualty_ledger.charts.axes import count_across
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.fitting import first_groups
from casualty_ledger.charts.frame import Kind
from casualty_ledger.charts.lettering import fit, wrap
from casualty_ledger.charts.marks import REACH, draw_mark, draw_span
from casualty_ledger.charts.palette import FAINT, colour_of
from casualty_ledger.wording.language import mark

LINE = 0.155  # inches, a claimant's line under the dumbbell
HEAD = 0.3
LABEL = 2.35


def heights_of(table: pd.DataFrame) -> list[float]:
    """Return the room that each thing needs, in inches: a dumbbell and a line per count."""
    return [HEAD + LINE * len(said) for _, said in table.groupby("thing", sort=False)]


def draw_rival_counts(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw one dumbbell per thing, each count with its claimants named under it. Columns: tables.Rivals."""
    sizes = size_of(table).astype(float)
    count_across(ax, list(sizes), [REACH + 6] * len(sizes))
    tall = heights_of(table)
    ax.set_ylim(sum(tall), 0)
    ticks, names, artists, top = [], [], [], 0.0
    for room, (thing, said) in zip(tall, table.groupby("thing", sort=False), strict=True):
        artists += _draw_dumbbell(ax, said, top + HEAD / 2)
        ticks.append(top + HEAD / 2)
        names.append(wrap(str(thing), (LABEL - 0.15) * 72, 8, lines=3))
        top += room
        artists.append(ax.axhline(top, color="#dfe4ea", linewidth=0.6, xmin=-0.6, clip_on=False))
    ax.set_yticks(ticks, names, fontsize=8, va="center")
    return artists


def _draw_dumbbell(ax: Axes, said: pd.DataFrame, at: float) -> list[Artist]:
    sizes = size_of(said).astype(float)
    artists: list[Artist] = list(
        ax.plot([sizes.min(), sizes.max()], [at, at], color=FAINT, linewidth=1.6, alpha=0.6, zorder=1)
    )
    for nth, ((_, row), size) in enumerate(zip(said.iterrows(), sizes, strict=True)):
        side = str(row["claimant_side"])
        artists += draw_span(ax, at, row, colour_of(side), upright=False)
        if not pd.isna(row["value"]):
            artists.append(draw_mark(ax, size, at, side, markersize=5.5))
        artists.append(_name(ax, row, at + HEAD / 2 + LINE * (nth + 0.35)))
    return artists


def _name(ax: Axes, row: pd.Series, at: float) -> Artist:
    """Write count and claimant in a line of its own: names of claimants are long."""
    text = fit(f"{row['claimant']}: {row['words']}", (7.0 - LABEL) * 72, 8)
    return ax.text(
        0.0,
        at,
        text,
        transform=ax.get_yaxis_transform(),
        fontsize=8,
        va="center",
        color=colour_of(row["claimant_side"]),
    )


def describe_rival_counts(table: pd.DataFrame, caption: Caption) -> str:
    """Say each thing with every count of it."""
    ordered = table.assign(position=range(len(table)), told=table["claimant"] + ", " + table["thing"])
    whole = describe(mark("Dumbbells"), ordered, caption, order="position", where="told")
    things = [
        f"{thing}: " + ", ".join(f"{row.words} ({row.claimant})" for row in said.itertuples())
        for thing, said in table.groupby("thing", sort=False)
    ]
    return f"{whole} {'; '.join(things)}."


RIVALS = Kind(
    draw=draw_rival_counts,
    describe=describe_rival_counts,
    columns=tables.Rivals,
    note=mark(
        "Marks: counts of the same thing; the line is their distance. "
        "Open arrow: at least, so no contradiction of a higher count."
    ),
    left=LABEL,
    right=0.3,
    below=0.42,
    keep=partial(first_groups, column="thing"),
    tall=lambda drawn: sum(heights_of(drawn)),
)
