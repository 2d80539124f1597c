"""A ladder of statements: who says which number, with its bounds, one row each, never summed."""

from __future__ import annotations

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts.alt_text import describe
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.frame import label_thousands
from casualty_ledger.charts.marks import draw_span
from casualty_ledger.charts.palette import colour_of, marker_of

LOG_FACTOR = 30


def draw_statements(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw one row per statement, the first at the top.

    Columns: label, claimant_side, value, lower, upper, is_soft, words.
    """
    stated = table["value"].fillna(table["upper"]).fillna(table["lower"]).astype(float)
    _set_scale(ax, stated)
    ax.set_yticks(range(len(table)), list(table["label"]))
    ax.set_ylim(len(table) - 0.4, -0.6)
    ax.grid(axis="x")
    ax.grid(visible=False, axis="y")
    label_thousands(ax.xaxis)
    artists: list[Artist] = []
    for at, ((_, row), number) in enumerate(zip(table.iterrows(), stated, strict=True)):
        artists += _draw_row(ax, at, row, number)
    return artists


def _set_scale(ax: Axes, stated: pd.Series) -> None:
    low, high = float(stated[stated > 0].min()), float(stated.max())
    if high / low > LOG_FACTOR:
        ax.set_xscale("log")
        ax.set_xlim(low / 2, high * 12)
        ax.set_xlabel("people (each step of the scale is ten times the last)")
    else:
        ax.set_xlim(0, high * 1.45)
        ax.set_xlabel("people")


def _draw_row(ax: Axes, at: int, row: pd.Series, number: float) -> list[Artist]:
    colour = colour_of(row["claimant_side"])
    artists = draw_span(ax, at, row, colour, upright=False)
    if not pd.isna(row["value"]):
        mark = marker_of(row["claimant_side"])
        artists += ax.plot([number], [at], marker=mark, markersize=6, color=colour, linestyle="none")
    label = ax.annotate(
        row["words"],
        (number, at),
        xytext=(8, 7),
        textcoords="offset points",
        va="center",
        fontsize=8,
        color=colour,
        fontweight="bold",
    )
    return [*artists, label]


def describe_statements(table: pd.DataFrame, caption: Caption) -> str:
    """Say what the ladder shows."""
    ordered = table.assign(position=range(len(table)))
    return describe("Ladder of statements", ordered, caption, order="position", where="label")
