"""Weekly increments of one claimant's running total; weeks that cannot be derived are gaps that say so."""

from __future__ import annotations

import pandas as pd
import seaborn as sns
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts.alt_text import describe
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.frame import label_thousands
from casualty_ledger.charts.labels import label_number
from casualty_ledger.charts.marks import draw_span
from casualty_ledger.charts.palette import FAINT, INK, colour_of


def draw_weekly_increments(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw one bar per week that can be derived, with its bounds.

    Columns: week, value, lower, upper, is_soft, derived, reason, in_focus, claimant_side.
    """
    derived = table[table["derived"]]
    side = derived["claimant_side"].iloc[0] if len(derived) else "unstated"
    colour = colour_of(side)
    heights = table.assign(height=table["value"].astype("Float64").astype(float))
    weeks = list(table["week"])
    sns.barplot(
        heights, x="week", y="height", order=weeks, ax=ax, color=colour, alpha=0.55, width=0.62, errorbar=None
    )
    # Weeks without a bar keep their place, so that a gap is seen as one.
    ax.set_xlim(-0.6, len(weeks) - 0.4)
    ax.set_xticks(range(len(weeks)), weeks)
    low = min(0.0, float(heights["height"].min() or 0))
    tops = table[["value", "upper"]].max(axis=1).dropna()
    ax.set_ylim(low * 1.2, float(tops.max() if len(tops) else 1) * 1.18)
    ax.set(xlabel="", ylabel="added in the week")
    label_thousands(ax.yaxis)
    ax.tick_params(axis="x", rotation=45)
    artists: list[Artist] = list(ax.patches)
    for at, (_, row) in enumerate(table.iterrows()):
        artists += _draw_week(ax, at, row, colour)
    return artists


def _draw_week(ax: Axes, at: int, row: pd.Series, colour: str) -> list[Artist]:
    if not row["derived"]:
        gap = ax.annotate(
            "not derivable,\nno total",
            (at, 0),
            xytext=(0, 4),
            textcoords="offset points",
            ha="center",
            va="bottom",
            rotation=90,
            fontsize=6.5,
            color=FAINT,
        )
        return [gap]
    weight = "bold" if row["in_focus"] else "normal"
    top = float(row["value"] if pd.isna(row["upper"]) else max(row["upper"], row["value"]))
    label = ax.annotate(
        label_number(row["value"]),
        (at, top),
        xytext=(0, 4),
        textcoords="offset points",
        ha="center",
        fontsize=8,
        fontweight=weight,
        color=INK,
    )
    return [*draw_span(ax, at, row, INK), label]


def describe_weekly_increments(table: pd.DataFrame, caption: Caption) -> str:
    """Say what the weekly increments show."""
    gaps = int((~table["derived"]).sum())
    missing = f" {gaps} of {len(table)} weeks cannot be derived." if gaps else ""
    return describe("Bar chart", table, caption, order="week", where="week") + missing
