"""Exchanges of prisoners: returns by day and direction, rival counts with their gap, running totals.

Above stand the counts of single exchanges: of two directions, one upward and one downward; of more, each
in axes of its own. Below stand the running totals as claimants stated them. Nothing is added up: the ledger
may lack an exchange.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.transforms import ScaledTranslation

from casualty_ledger.charts import tables
from casualty_ledger.charts.alt_text import describe, highest_of, highest_open
from casualty_ledger.charts.axes import count_up, date_across, label_thousands, say_nothing
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.frame import Kind
from casualty_ledger.charts.keys import key_sides
from casualty_ledger.charts.marks import draw_mark, draw_said
from casualty_ledger.charts.notes import note_of
from casualty_ledger.charts.palette import FAINT, INK, colour_of
from casualty_ledger.charts.parting import part_on_days
from casualty_ledger.charts.places import ABOVE, BELOW, Places, size_of_row
from casualty_ledger.wording.labels import label_day
from casualty_ledger.wording.language import mark, phrase, translate

# The higher count stands beyond its mark, the lower one beside it, the gap where it finds room.
INNER = ((-1, 0), (1, 0), (-1, -1), (1, -1))
OUTER = {1.0: (*ABOVE, *INNER[:2]), -1.0: (*BELOW, *INNER[:2])}
APART = ((1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1), (-1, -2.2), (-1, 2.2))

# How counts of one exchange by both sides are told where the chart has such.
COMPARED = {
    "agreed": mark("Both sides gave one number: {counts}."),
    "gap": mark("Rival counts of one return: {counts}."),
}
NOTES = {
    "return": mark("Each mark is one side’s count of one exchange."),
    "agreed": mark("“Both”: the two sides gave the same number."),
    "gap": mark("Where their numbers differ, the difference is written beside them."),
}

NO_RECORD = mark("no record")
# Of the days drawn, such a part without any count is said to have none, if it is longer than four weeks.
LONG_GAP, LEAST_GAP = 0.2, 28

Days = tuple[pd.Timestamp, pd.Timestamp]
# Which way up each direction is drawn.
Signs = Mapping[str, float]


def share_out(directions: Sequence[str]) -> list[Signs]:
    """Say which directions are drawn in which axes, and which way up: two share one, more have one each."""
    if len(directions) > 2:
        return [{direction: 1.0} for direction in directions]
    return [dict(zip(directions, (1.0, -1.0), strict=False))]


def draw_exchanges(
    shares: Sequence[Signs],
    start: date | None,
    days: Days | None,
    axes: Axes | Sequence[Axes],
    table: pd.DataFrame,
    caption: Caption,
) -> list[Artist]:
    """Draw single returns in the first axes, running totals in one more, where it is there.

    Columns: tables.Exchanges.
    """
    every = [axes] if isinstance(axes, Axes) else list(axes)
    returned, below = every[: len(shares)], every[len(shares) :]
    single = table[table["mark"] != "total"]
    top = max(highest_of(single[single["mark"] == "return"]), 1.0)
    date_across(returned[0], *(days or (table["day"].min(), table["day"].max())))
    artists: list[Artist] = []
    for ax, signs in zip(returned, shares, strict=True):
        artists += _draw_returns(ax, single[single["direction"].isin(list(signs))], signs, top)
    returned[0].set_title(translate("Returned on a day, as counted by each side"))
    for totals in below:
        artists += _draw_totals(totals, table[table["mark"] == "total"], start)
    return [
        *artists,
        *key_sides(returned[0], table.loc[table["mark"].isin(["return", "total"]), "claimant_side"]),
    ]


def _draw_returns(ax: Axes, single: pd.DataFrame, signs: Signs, top: float) -> list[Artist]:
    """Draw the returns of some directions, on a scale up to `top` that all axes have in common."""
    counts = single[single["mark"] == "return"]
    mirrored = -1.0 in signs.values()
    ax.set_ylim(-1.3 * top if mirrored else 0, (1.3 if mirrored else 2.0) * top)
    label_thousands(ax.yaxis)
    ax.spines["bottom"].set_visible(False)
    ax.tick_params(axis="x", length=0)
    artists: list[Artist] = [ax.axhline(0, color=FAINT, linewidth=0.8)]
    places = Places(ax)
    for direction, sign in signs.items():
        # Beside the scale, where no mark can be; low axes of one direction have room above the highest only.
        where = (-0.062, 0.5 + 0.25 * sign) if mirrored else (0.005, 1.0)
        style: dict[str, Any] = {"ha": "left", "va": "top"}
        style = {"rotation": 90, "ha": "center", "va": "center"} if mirrored else style
        style |= {"transform": ax.transAxes, "fontweight": "bold", "fontsize": 8.5, "color": INK}
        artists.append(ax.text(*where, direction, **style))
    for row, beside in zip(counts.to_dict("records"), part_on_days(ax, counts), strict=True):
        artists += _draw_return(ax, row, signs, places, beside)
    labels = _label_returns(single, signs, places)
    return [*artists, *labels, *_say_gaps(ax, counts, places)]


def _say_gaps(ax: Axes, counts: pd.DataFrame, places: Places) -> list[Artist]:
    """Say of a long stretch of days without a count that there is no record: it is not without exchanges."""
    first, last = ax.get_xlim()
    days = sorted({float(ax.convert_xunits(day)) for day in counts["day"]})
    ends = [first, *days, last]
    said, longest = translate(NO_RECORD), max(LONG_GAP * (last - first), LEAST_GAP)
    told = [(one + other) / 2 for one, other in pairwise(ends) if other - one > longest]
    labels = [
        places.label(
            mdates.num2date(day).replace(tzinfo=None),
            0.0,
            said,
            around=((0, 1), (0, -1)),
            fontsize=7.5,
            color=FAINT,
        )
        for day in told
    ]
    return [label for label in labels if label is not None]


def _draw_return(
    ax: Axes, row: Mapping[Any, Any], signs: Signs, places: Places, beside: float
) -> list[Artist]:
    height = signs[row["direction"]] * float(row["value"])
    side = str(row["claimant_side"])
    (stem,) = ax.plot([row["day"]] * 2, [0, height], color=colour_of(side), linewidth=1.0, alpha=0.45)
    places.take(row["day"], height, 2.5)
    places.take_box(row["day"], row["day"], height)
    moved = ax.transData + ScaledTranslation(beside / 72, 0, ax.figure.dpi_scale_trans)
    return [stem, draw_mark(ax, row["day"], height, side, markersize=4.5, transform=moved)]


def _label_returns(single: pd.DataFrame, signs: Signs, places: Places) -> list[Artist]:
    """Label counts from the last day back, so that a crowded chart keeps what is new; then the gaps."""
    # A number that both sides gave stands before each side's own, so that it is that which is labelled.
    counts = single[single["mark"] != "gap"].sort_values(["mark"], kind="stable")
    counts = counts.drop_duplicates(["day", "direction", "value"])
    once = counts.sort_values(["day", "value"], ascending=False, kind="stable")
    outer = ~once.duplicated(["day", "direction"])
    drawn = [
        _label(
            row,
            signs[row["direction"]] * row["value"],
            OUTER[signs[row["direction"]]] if is_outer else INNER,
            places,
        )
        for row, is_outer in zip(once.to_dict("records"), outer, strict=True)
    ]
    gaps = single[single["mark"] == "gap"].to_dict("records")
    drawn += [
        _label(row, signs[row["direction"]] * (row["lower"] + row["upper"]) / 2, APART, places)
        for row in gaps
    ]
    return [label for label in drawn if label is not None]


def _label(row: Mapping[Any, Any], height: float, around: Any, places: Places) -> Artist | None:
    of_one = row["mark"] == "return"
    return places.label(
        row["day"],
        float(height),
        row["words"],
        around=around,
        fontsize=7.5,
        color=colour_of(row["claimant_side"]) if of_one else FAINT if row["mark"] == "gap" else INK,
    )


def _draw_totals(ax: Axes, totals: pd.DataFrame, start: date | None) -> list[Artist]:
    ax.set_title(_title_of_totals(start))
    if totals.empty:
        return [say_nothing(ax, translate("no running total recorded for these days"))]
    count_up(ax, highest_of(totals), room=1.35, ticks=3, arrow=highest_open(totals))
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


def _title_of_totals(start: date | None) -> str:
    if start is None:
        return translate("Returned, running totals as stated")
    return phrase("Returned since {day}, running totals as stated", day=label_day(start))


def describe_exchanges(table: pd.DataFrame, caption: Caption) -> str:
    """Say what the exchanges show, and where the two sides' counts agree or by how much they are apart."""
    named = table["direction"] + ", " + table["claimant"] + ", " + table["day_label"]
    returns = table.assign(named=named)[table["mark"] == "return"]
    told = describe(mark("Mirrored stem chart"), returns, caption, order="day", where="named", by="direction")
    said = "".join(
        f" {phrase(text, counts=_list_compared(table[table['mark'] == role]))}"
        for role, text in COMPARED.items()
        if (table["mark"] == role).any()
    )
    totals = table.assign(named=named)[table["mark"] == "total"]
    stated = [f"{row.words} ({row.named})" for row in totals.itertuples()]
    running = phrase("Running totals as stated: {totals}.", totals="; ".join(stated))
    return told + said + (f" {running}" if stated else "")


def _has(role: str, table: pd.DataFrame) -> bool:
    return bool((table["mark"] == role).any())


def _list_compared(rows: pd.DataFrame) -> str:
    return "; ".join(
        f"{row.words} ({row.direction}, {row.claimant}, {row.day_label})" for row in rows.itertuples()
    )


def exchanges_of(
    directions: Sequence[str], start: date | None, days: Days | None = None, *, with_totals: bool = True
) -> Kind:
    """Return the kind of chart for returns in these directions, with totals since a start, if it is known.

    It shows the first to the last of `days`, or of those that have a mark.
    """
    shares = share_out(directions)
    return Kind(
        draw=partial(draw_exchanges, shares, start, days),
        describe=describe_exchanges,
        columns=tables.Exchanges,
        note=note_of(*((text, partial(_has, role)) for role, text in NOTES.items())),
        panels=(len(shares) + with_totals, 1),
        shared=("col", False),
        heights=(*[2.4 / len(shares)] * len(shares), *[1.0] * with_totals),
        between=(0.36, 0.3),
        left=0.72,
        below=0.44,
        above=0.36,
    )
