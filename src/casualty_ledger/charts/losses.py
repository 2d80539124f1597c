"""Cumulative reported losses: small multiples on one scale, by whose people and by whose word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts import tables
from casualty_ledger.charts.alt_text import describe, highest_of, highest_open, size_of
from casualty_ledger.charts.axes import count_up, date_across, say_absent
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.frame import Kind
from casualty_ledger.charts.lettering import fit
from casualty_ledger.charts.marks import draw_said
from casualty_ledger.charts.notes import ABOUT, AT_LEAST, has_open_arrow, has_soft_range, note_of
from casualty_ledger.charts.palette import FAINT, INK, colour_of
from casualty_ledger.charts.places import Places, size_of_row
from casualty_ledger.wording.language import mark, phrase, translate

RELATIONS = {
    "the side itself": mark("by the party itself"),
    "the other side": mark("by the enemy"),
    "counted by name or case": mark("confirmed by name"),
    "third parties": mark("estimated by third parties"),
}
DEATHS = ("killed", "named_dead")
WORDS = {
    "killed": mark("killed"),
    "losses": mark("“losses”"),
    "named_dead": mark("dead by name"),
    "casualties": mark("killed or injured"),
    "irrecoverable": mark("killed, missing, captured"),
}
READ_OUT = WORDS | {
    "losses": mark("losses"),
    "named_dead": mark("named dead"),
    "casualties": mark("casualties"),
    "irrecoverable": mark("irrecoverable"),
}
NAME = 84.0  # points
# A series of more numbers than this is drawn as a line.
LINE_FROM = 60


def draw_losses(
    sides: Sequence[str], axes: Sequence[Axes], table: pd.DataFrame, caption: Caption
) -> list[Artist]:
    """Draw one row per side's forces and one column per kind of claimant. Columns: tables.Losses.

    All axes share one scale of people and one of days.
    """
    date_across(axes[0], table["day"].min(), table["day"].max(), most=4)
    count_up(axes[0], highest_of(table), room=1.25, arrow=highest_open(table))
    artists: list[Artist] = []
    panels = [(whose, relation) for whose in sides for relation in RELATIONS]
    for ax, (whose, relation) in zip(axes, panels, strict=True):
        if whose == sides[0]:
            ax.set_title(translate(RELATIONS[relation]))
        if relation == next(iter(RELATIONS)):
            ax.set_ylabel(whose, color=INK, fontweight="bold")
        of_panel = (table["whose"] == whose) & (table["relation"] == relation)
        artists += _draw_panel(ax, table[of_panel])
    return artists


def _draw_panel(ax: Axes, said: pd.DataFrame) -> list[Artist]:
    if said.empty:
        none = say_absent(said, mark("none in the ledger"))
        return [ax.text(0.5, 0.5, none, transform=ax.transAxes, ha="center", color=FAINT)]
    places, artists = Places(ax), []
    many = said.groupby(["claimant", "measure"])["day"].transform("size") > LINE_FROM
    for _, series in said[many].groupby(["claimant", "measure"], sort=False):
        artists += _draw_line(ax, series.sort_values("day"))
    deaths = said["measure"].isin(DEATHS)
    artists += draw_said(ax, said[~many & deaths], "day", markersize=3.8)
    artists += draw_said(ax, said[~many & ~deaths], "day", markersize=3.8, markerfacecolor="white")
    places.take_all(said[~many], "day", reach=2)
    for nth, row in enumerate(said[said["labelled"]].to_dict("records")[::-1]):
        artists += _label(row, places.label_anywhere if nth == 0 else places.label)
    return artists


def _draw_line(ax: Axes, series: pd.DataFrame) -> list[Artist]:
    colour = colour_of(str(series["claimant_side"].iloc[0]))
    return list(ax.plot(series["day"], size_of(series).astype(float), color=colour, linewidth=1.8))


def _label(row: Mapping[Any, Any], write: Callable[..., Artist | None]) -> list[Artist]:
    """Label a number; the last of a panel is written in any case, another one where there is room."""
    counted = _name(str(row["measure"]), WORDS)
    text = "\n".join((fit(row["claimant"], NAME, 7), row["words"], fit(counted, NAME, 7)))
    label = write(
        row["day"],
        size_of_row(row),
        text,
        around=((-1, 1), (0, 1), (-1, 0), (-1, 2), (0, 2), (-1, -1), (0, -1), (1, 1), (1, 0), (1, -1)),
        away=4,
        fontsize=7,
        linespacing=1.05,
        color=colour_of(row["claimant_side"]),
    )
    return [] if label is None else [label]


def _name(measure: str, words: Mapping[str, str]) -> str:
    return translate(words.get(measure, measure.replace("_", " ")))


def describe_losses(table: pd.DataFrame, caption: Caption) -> str:
    """Say what the running totals of losses show, by whose word."""
    measures = table["measure"].map(lambda measure: _name(measure, READ_OUT))
    told = table.assign(
        panel=table["whose"] + ", " + table["relation"].map(RELATIONS).map(translate),
        told=table["claimant"] + ", " + measures + ", " + table["day_label"],
    )
    first = describe(mark("Small multiples on one scale"), told, caption, order="day", where="told")
    panels = [
        describe_panel(str(panel), said.sort_values("day"))
        for panel, said in told.groupby("panel", sort=False)
    ]
    return f"{first} {' '.join(panels)}"


def describe_panel(panel: str, said: pd.DataFrame) -> str:
    """Say the last number of a panel, and how many it holds."""
    last = said.iloc[-1]
    return phrase(
        "{panel}: {count} numbers, last {number} ({said}).",
        panel=panel,
        count=len(said),
        number=last["words"],
        said=last["told"],
    )


def _has_deaths(table: pd.DataFrame) -> bool:
    return bool(table["measure"].isin(DEATHS).any())


def _has_mixes(table: pd.DataFrame) -> bool:
    return not table["measure"].isin(DEATHS).all()


def losses_of(sides: Sequence[str]) -> Kind:
    """Return the kind of chart with a row for each side's forces, in this order."""
    return Kind(
        draw=partial(draw_losses, sides),
        describe=describe_losses,
        columns=tables.Losses,
        note=note_of(
            mark("One scale for all."),
            (mark("Filled: deaths."), _has_deaths),
            (mark("Hollow, or a line: wider mixes (“losses”, killed or injured)."), _has_mixes),
            (AT_LEAST, has_open_arrow),
            (ABOUT, has_soft_range),
        ),
        panels=(len(sides), len(RELATIONS)),
        shared=("all", "all"),
        between=(0.16, 0.14),
        left=0.78,
        below=0.44,
        above=0.22,
    )
