"""A ladder of statements: who says which number, with its bounds, one row each, never summed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts import tables
from casualty_ledger.charts.alt_text import describe, size_of
from casualty_ledger.charts.axes import count_across
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.fitting import first_groups
from casualty_ledger.charts.frame import Kind
from casualty_ledger.charts.lettering import width_of, wrap
from casualty_ledger.charts.marks import REACH, draw_mark, draw_span
from casualty_ledger.charts.notes import AT_LEAST, has_open_arrow, has_range, has_soft_range, note_of
from casualty_ledger.charts.palette import colour_of
from casualty_ledger.wording.language import mark

ROW = 0.29  # inches
LABEL = 2.62


def draw_statements(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw one row per statement, the first at the top. Columns: tables.Statements."""
    stated = size_of(table).astype(float)
    count_across(ax, list(reach_of(table)), [room_beside(row) for row in table.to_dict("records")])
    labels = [wrap_label(label) for label in table["label"]]
    ax.set_yticks(range(len(table)), labels, fontsize=7.5, linespacing=1.05)
    ax.set_ylim(len(table) - 0.45, -0.55)
    artists: list[Artist] = []
    for at, ((_, row), number) in enumerate(zip(table.iterrows(), stated, strict=True)):
        artists += draw_statement(ax, at, row, number)
    return artists


def reach_of(table: pd.DataFrame) -> pd.Series:
    """Return how far right each row reaches: its number or its upper bound."""
    return table[["value", "upper", "lower"]].astype("Float64").max(axis=1).astype(float)


def wrap_label(label: str) -> str:
    """Set claimant and thing counted on a line each, cut to the room left of the axes."""
    return "\n".join(wrap(line, (LABEL - 0.12) * 72, 7.5, lines=1) for line in label.split("\n")[:2])


def draw_statement(ax: Axes, at: float, row: Any, number: float) -> list[Artist]:
    """Draw a number with its bounds and its words, at one height."""
    colour = colour_of(row["claimant_side"])
    artists = draw_span(ax, at, row, colour, upright=False)
    if not pd.isna(row["value"]):
        artists.append(draw_mark(ax, number, at, str(row["claimant_side"])))
    ends = [float(end) for end in (row["value"], row["upper"], number) if not pd.isna(end)]
    label = ax.annotate(
        row["words"],
        (max(ends), at),
        xytext=(_offset(row), 0),
        textcoords="offset points",
        va="center",
        fontsize=8.5,
        color=colour,
        fontweight="bold",
    )
    return [*artists, label]


def _offset(row: Mapping[Any, Any]) -> float:
    """Return how far from the number its words stand: beyond the open arrow, where there is one."""
    return REACH + 6 if pd.isna(row["upper"]) and not pd.isna(row["lower"]) else 7


def room_beside(row: Mapping[Any, Any]) -> float:
    """Return the room in points that the words of a row need right of its number."""
    return _offset(row) + width_of(str(row["words"]), 8.5, bold=True) + 3


def describe_statements(table: pd.DataFrame, caption: Caption) -> str:
    """Say what the ladder shows."""
    ordered = table.assign(position=range(len(table)), label=table["label"].str.replace("\n", ": "))
    return describe(mark("Ladder of statements"), ordered, caption, order="position", where="label")


STATEMENTS = Kind(
    draw=draw_statements,
    describe=describe_statements,
    columns=tables.Statements,
    note=note_of(
        mark("Mark: the number stated."),
        (AT_LEAST, has_open_arrow),
        (mark("Line: the range that the words allow."), has_range),
        (mark("Dashed and pale: an approximate one."), has_soft_range),
    ),
    left=LABEL,
    right=0.3,
    below=0.42,
    keep=first_groups,
    tall=lambda drawn: max(0.6, ROW * len(drawn)),
)
