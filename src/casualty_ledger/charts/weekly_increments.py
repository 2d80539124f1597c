"""Weekly increments of one claimant's running total; weeks that cannot be derived are gaps that say so."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from casualty_ledger.charts import tables
from casualty_ledger.charts.alt_text import describe
from casualty_ledger.charts.axes import label_thousands
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.frame import Kind
from casualty_ledger.charts.marks import ARROW, DASHES, PROVISIONAL, draw_span
from casualty_ledger.charts.notes import MAY_CHANGE, has_open_arrow, has_range, may_change, note_of
from casualty_ledger.charts.palette import FAINT, INK, colour_of
from casualty_ledger.wording.language import SHORT_DAY, mark, phrase, translate, write_day

WEEK = pd.Timedelta(days=7)
BAR = 0.62
MOST_LABELS = 16
PAPER = {"boxstyle": "square,pad=0.08", "facecolor": "white", "edgecolor": "none"}


def draw_weekly_increments(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw one bar per week that can be derived, with its bounds. Columns: tables.Increments.

    Weeks without a bar keep their place, so that a gap is seen as one.
    """
    ends = table[["value", "lower", "upper"]].astype("Float64")
    low, high = min(0.0, float(ends.min().min())), max(1.0, float(ends.max().max()))
    ax.set_xlim(-0.6, len(table) - 0.4)
    ax.set_ylim(low * 1.25, high * 1.2)
    ax.set_ylabel(translate("added in the week of this Monday"))
    label_thousands(ax.yaxis)
    shown = range(len(table) - 1, -1, -math.ceil(len(table) / MOST_LABELS))
    starts = table["week_start"]
    ax.set_xticks(list(shown), [_week(starts.iloc[at], at == min(shown)) for at in shown])
    for label, at in zip(ax.get_xticklabels(), shown, strict=True):
        label.set_fontweight("bold" if table["in_focus"].iloc[at] else "normal")
    artists: list[Artist] = []
    for at, (_, row) in enumerate(table.iterrows()):
        artists += _draw_week(ax, at, row) if row["derived"] else [_draw_gap(ax, at)]
    return artists


def _week(monday: pd.Timestamp, first: bool) -> str:
    """Write the Monday of a week short, with its year where that is new."""
    is_new = first or (monday - WEEK).year != monday.year
    said = write_day(monday, SHORT_DAY)
    return f"{said}\n{monday:%Y}" if is_new else said


def _draw_week(ax: Axes, at: int, row: pd.Series) -> list[Artist]:
    value, colour = float(row["value"]), colour_of(row["claimant_side"])
    hatch = PROVISIONAL if row["provisional"] else None
    bar = ax.add_patch(Rectangle((at - BAR / 2, 0), BAR, value, facecolor=colour, hatch=hatch, linewidth=0))
    if _is_most(row):
        # What is only known to be less is an outline, not a bar up to the number.
        bar.set(facecolor="none", edgecolor=colour, linewidth=1.0, linestyle=DASHES)
    elif hatch:
        bar.set_edgecolor("white")
    is_open = pd.isna(row["upper"]) and not pd.isna(row["lower"])
    top = value if pd.isna(row["upper"]) else max(float(row["upper"]), value)
    label = ax.annotate(
        f"{row['words']}{'*' if row['revised'] else ''}",
        (at, max(top, 0)),
        # Above an open arrow, not on it.
        xytext=(0, ARROW + 6 if is_open else 6),
        textcoords="offset points",
        ha="center",
        va="center",
        fontsize=8 if len(ax.get_xticks()) < 14 else 7,
        fontweight="bold" if row["in_focus"] else "normal",
        color=INK,
        # No line of the scale runs through a number; of many weeks it would hide the bars beside it.
        bbox=PAPER if ax.get_xlim()[1] < MOST_LABELS else None,
    )
    return [bar, *_draw_bounds(ax, at, row), label]


def _draw_bounds(ax: Axes, at: int, row: pd.Series) -> list[Artist]:
    """Draw what rounding allows: dark above the bar, and white within it, where dark would not be seen."""
    if _is_most(row):
        return []
    if pd.isna(row["upper"]) or row["value"] < 0:
        return draw_span(ax, at, row, INK)
    within, above = {**row, "upper": row["value"]}, {**row, "lower": row["value"]}
    return draw_span(ax, at, within, "white") + draw_span(ax, at, above, INK)


def _is_most(row: Any) -> bool:
    """Say whether a week's number is only known to be less: of the total before, "more than" was said."""
    return bool(pd.isna(row["lower"]) and not pd.isna(row["upper"]))


def _has_outline(weeks: pd.DataFrame) -> bool:
    return any(_is_most(row) for row in weeks.to_dict("records"))


def _has_revised(weeks: pd.DataFrame) -> bool:
    return bool((weeks["derived"] & weeks["revised"]).any())


def _has_gap(weeks: pd.DataFrame) -> bool:
    return not weeks["derived"].all()


def _draw_gap(ax: Axes, at: int) -> Artist:
    return ax.annotate(
        translate("not derived"),
        (at, 0),
        xytext=(0, 5),
        textcoords="offset points",
        ha="center",
        va="bottom",
        rotation=90,
        fontsize=7.5,
        color=FAINT,
    )


def describe_weekly_increments(table: pd.DataFrame, caption: Caption) -> str:
    """Say what the weekly increments show."""
    gaps = int((~table["derived"]).sum())
    missing = (
        phrase("{gaps} of {weeks} weeks cannot be derived.", gaps=gaps, weeks=len(table)) if gaps else ""
    )
    early = ", ".join(table.loc[table["provisional"] & table["derived"], "week"])
    recent = phrase("May still change: {weeks}.", weeks=early) if early else ""
    again = ", ".join(table.loc[table["revised"], "week"])
    revised = phrase("Stated with more than one number, or recounted: {weeks}.", weeks=again) if again else ""
    told = describe(mark("Bar chart"), table[table["derived"]], caption, order="week_start", where="week")
    return " ".join(part for part in (told, missing, recent, revised) if part)


INCREMENTS = Kind(
    draw=draw_weekly_increments,
    describe=describe_weekly_increments,
    columns=tables.Increments,
    note=note_of(
        (mark("Dashed: what rounding allows."), has_range),
        (mark("Outline and “<”: less, since “more than” was said of the total before."), _has_outline),
        (mark("“>”: more, since “more than” was said of the total."), has_open_arrow),
        (MAY_CHANGE, may_change),
        (mark("*\u00a0restated or recounted."), _has_revised),
        (
            mark("Not derived: the total of one of the week’s ends is not recorded. A gap, not zero."),
            _has_gap,
        ),
    ),
    left=0.58,
    below=0.44,
)
