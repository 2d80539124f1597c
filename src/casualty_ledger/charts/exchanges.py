"""Exchanges of prisoners: returns by day and direction, rival counts with their gap, running totals.

Above stand the counts of single exchanges, to Ukraine upward and to Russia downward; below stand the
running totals as claimants stated them. Nothing is added up: the ledger may lack an exchange.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts import tables
from casualty_ledger.charts.alt_text import describe, highest_of, size_of
from casualty_ledger.charts.axes import count_up, date_across, label_thousands, say_nothing
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.frame import Kind
from casualty_ledger.charts.keys import key_sides
from casualty_ledger.charts.marks import draw_mark, draw_said
from casualty_ledger.charts.palette import FAINT, INK, colour_of
from casualty_ledger.charts.places import ABOVE, BELOW, Places, size_of_row

DIRECTIONS = {"to Ukraine": 1.0, "to Russia": -1.0}
# The higher count stands beyond its mark, the lower one beside it, the gap where it finds room.
OUTER = {"to Ukraine": ABOVE, "to Russia": BELOW}
INNER = ((-1, 0), (1, 0), (-1, -1), (1, -1))
APART = ((1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1), (-1, -2.2), (-1, 2.2))


def draw_exchanges(axes: Sequence[Axes], table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw single returns in the first axes, running totals in the second. Columns: tables.Exchanges."""
    returned, totals = axes
    single = table[table["mark"] != "total"]
    date_across(returned, table["day"].min(), table["day"].max())
    artists = _draw_returns(returned, single)
    artists += _draw_totals(totals, table[table["mark"] == "total"])
    return [*artists, *key_sides(returned, table.loc[table["mark"] != "gap", "claimant_side"])]


def _draw_returns(ax: Axes, single: pd.DataFrame) -> list[Artist]:
    counts = single[single["mark"] == "return"]
    top = max(float(size_of(counts).max()) if len(counts) else 1.0, 1.0)
    ax.set_ylim(-1.3 * top, 1.3 * top)
    label_thousands(ax.yaxis)
    ax.spines["bottom"].set_visible(False)
    ax.tick_params(axis="x", length=0)
    ax.set_title("Returned on a day, as counted by each side")
    artists: list[Artist] = [ax.axhline(0, color=FAINT, linewidth=0.8)]
    places = Places(ax)
    for direction, sign in DIRECTIONS.items():
        # Beside the scale, where no mark can be.
        beside = (-0.062, 0.5 + 0.25 * sign)
        style: dict[str, Any] = {"rotation": 90, "ha": "center", "va": "center", "color": INK}
        artists.append(
            ax.text(*beside, direction, transform=ax.transAxes, fontweight="bold", fontsize=8.5, **style)
        )
    for _, row in counts.iterrows():
        artists += _draw_return(ax, row, places)
    return artists + _label_returns(single, places)


def _draw_return(ax: Axes, row: pd.Series, places: Places) -> list[Artist]:
    height = DIRECTIONS[row["direction"]] * float(row["value"])
    side = str(row["claimant_side"])
    (stem,) = ax.plot([row["day"]] * 2, [0, height], color=colour_of(side), linewidth=1.0, alpha=0.45)
    places.take(row["day"], height, 2.5)
    places.take_box(row["day"], row["day"], height)
    return [stem, draw_mark(ax, row["day"], height, side, markersize=4.5)]


def _label_returns(single: pd.DataFrame, places: Places) -> list[Artist]:
    """Label counts from the last day back, so that a crowded chart keeps what is new; then the gaps."""
    counts = single[single["mark"] == "return"].sort_values(["day", "value"], ascending=False)
    once = counts.drop_duplicates(["day", "direction", "words"])
    outer = ~once.duplicated(["day", "direction"])
    drawn = [
        _label(row, float(row["value"]), OUTER[row["direction"]] if is_outer else INNER, places)
        for row, is_outer in zip(once.to_dict("records"), outer, strict=True)
    ]
    gaps = single[single["mark"] == "gap"].to_dict("records")
    drawn += [_label(row, (row["lower"] + row["upper"]) / 2, APART, places) for row in gaps]
    return [label for label in drawn if label is not None]


def _label(row: Mapping[Any, Any], height: float, around: Any, places: Places) -> Artist | None:
    gap = row["mark"] == "gap"
    return places.label(
        row["day"],
        DIRECTIONS[row["direction"]] * height,
        row["words"],
        around=around,
        fontsize=7.5,
        color=FAINT if gap else colour_of(row["claimant_side"]),
    )


def _draw_totals(ax: Axes, totals: pd.DataFrame) -> list[Artist]:
    ax.set_title("Returned since 24 February 2022, running totals as stated")
    if totals.empty:
        return [say_nothing(ax, "no running total was stated for these days")]
    count_up(ax, highest_of(totals), room=1.35, ticks=3)
    places, artists = Places(ax), draw_said(ax, totals, "day")
    places.take_all(totals, "day", reach=3)
    for row in totals.to_dict("records")[::-1]:
        label = places.label(
            row["day"],
            size_of_row(row),
            f"{row['words']} {row['direction']}",
            around=((1, 0), (-1, 0), (0, -1), (0, 1), (-1, -1), (1, -1)),
            away=7,
            fontsize=7.5,
            color=colour_of(row["claimant_side"]),
        )
        artists += [label] if label is not None else []
    return artists


def describe_exchanges(table: pd.DataFrame, caption: Caption) -> str:
    """Say what the exchanges show, and by how much the two sides' counts are apart."""
    named = table["direction"] + ", " + table["claimant"] + ", " + table["day_label"]
    returns = table.assign(named=named)[table["mark"] == "return"]
    told = describe("Mirrored stem chart", returns, caption, order="day", where="named", by="direction")
    gaps = table[table["mark"] == "gap"]
    apart = [f"{row.words} ({row.direction}, {row.claimant}, {row.day_label})" for row in gaps.itertuples()]
    said = f" Rival counts of one return: {'; '.join(apart)}." if apart else ""
    totals = table.assign(named=named)[table["mark"] == "total"]
    stated = [f"{row.words} ({row.named})" for row in totals.itertuples()]
    return told + said + (f" Running totals as stated: {'; '.join(stated)}." if stated else "")


EXCHANGES = Kind(
    draw=draw_exchanges,
    describe=describe_exchanges,
    columns=tables.Exchanges,
    note="Each mark is one side’s count of one exchange. Where both sides counted the same return, "
    "the difference is written beside it.",
    panels=(2, 1),
    shared=("col", False),
    heights=(2.4, 1.0),
    between=(0.36, 0.3),
    left=0.72,
    below=0.44,
    above=0.36,
)
