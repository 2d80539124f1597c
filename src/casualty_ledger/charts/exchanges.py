"""Exchanges of prisoners: one row per direction, one mark per claimant, rival counts side by side."""

from __future__ import annotations

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

from casualty_ledger.charts.alt_text import describe
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.labels import label_day
from casualty_ledger.charts.palette import FAINT, colour_of, marker_of

DIRECTIONS = {"to Ukraine": 1.0, "to Russia": -1.0}


def draw_exchanges(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw returns to Ukraine above the line and returns to Russia below it.

    Columns: day, direction, claimant, claimant_side, value, words.
    """
    top = float(table["value"].max())
    locator = AutoDateLocator()
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    ax.set_ylim(-1.35 * top, 1.35 * top)
    ax.yaxis.set_major_formatter(lambda number, _: f"{abs(number):,.0f}")
    ax.set_ylabel("prisoners returned")
    ax.axhline(0, color=FAINT, linewidth=1)
    ax.margins(x=0.06)
    artists: list[Artist] = []
    for _, told in table.sort_values("value").groupby(["day", "direction"], sort=False):
        for rank, (_, row) in enumerate(told.iterrows()):
            artists += _draw_return(ax, row, rank)
    for direction, sign in DIRECTIONS.items():
        text = f"returned {direction}"
        at = (0.995, 0.97 if sign > 0 else 0.03)
        va = "top" if sign > 0 else "bottom"
        artists.append(ax.text(*at, text, transform=ax.transAxes, ha="right", va=va, fontweight="bold"))
    return artists


def _draw_return(ax: Axes, row: pd.Series, rank: int) -> list[Artist]:
    sign = DIRECTIONS[row["direction"]]
    colour = colour_of(row["claimant_side"])
    height = sign * float(row["value"])
    (stem,) = ax.plot([row["day"], row["day"]], [0, height], color=colour, linewidth=1.2, alpha=0.5)
    (mark,) = ax.plot(
        [row["day"]],
        [height],
        marker=marker_of(row["claimant_side"]),
        color=colour,
        markersize=5.5,
        linestyle="none",
    )
    label = ax.annotate(
        row["words"],
        (row["day"], height),
        xytext=(6, (9 * rank - 2) * sign),
        textcoords="offset points",
        fontsize=7.5,
        va="center",
        color=colour,
    )
    return [stem, mark, label]


def describe_exchanges(table: pd.DataFrame, caption: Caption) -> str:
    """Say what the exchanges show."""
    told = table.assign(
        told=[f"{row.direction}, {row.claimant}, {label_day(row.day)}" for row in table.itertuples()]
    )
    return describe("Mirrored stem chart", told, caption, order="day", where="told")
