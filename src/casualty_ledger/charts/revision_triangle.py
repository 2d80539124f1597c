"""The revision triangle: what a claimant said of each month in each of its publications.

As a heat map, a month is a row and a publication a column, and each number stands in its cell. As step
lines, a month is a line that rises as cases are verified. An empty cell was not stated; it is not zero.
"""

from __future__ import annotations

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts import tables
from casualty_ledger.charts.alt_text import describe
from casualty_ledger.charts.axes import date_across
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.cells import draw_cells, name_cells
from casualty_ledger.charts.ends import End, name_ends
from casualty_ledger.charts.frame import Kind
from casualty_ledger.charts.palette import FAINT, INK, colour_of
from casualty_ledger.wording.language import mark, phrase, translate

ROW = 0.2  # inches
LINES_NAMED = 8
DASHES = ("-", (0, (5, 1.5)), (0, (1.5, 1.5)), (0, (6, 1.5, 1.5, 1.5)))


def draw_triangle(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw a cell per month and publication, darker the nearer to the month's highest.

    Columns: tables.Triangle.
    """
    months = table.drop_duplicates("month").sort_values("month")
    vintages = table.drop_duplicates("vintage").sort_values("vintage")
    shares = table.pivot(index="month", columns="vintage", values="share")
    lowest = float(shares.min().min())
    shades = (shares - lowest) / max(1 - lowest, 1e-9)
    words = table.pivot(index="month", columns="vintage", values="words")
    artists = draw_cells(ax, shades, words, colour_of("un"))
    name_cells(ax, list(months["month_label"]), list(vintages["vintage_label"]))
    return artists


def describe_triangle(table: pd.DataFrame, caption: Caption) -> str:
    """Say what was said first, last and most, and which month was raised the furthest."""
    told = table.assign(told=_name_marks(table))
    first = describe(mark("Heat map"), told, caption, order="vintage", where="told")
    return f"{first} {_say_steps(table)}"


def _name_marks(table: pd.DataFrame) -> list[str]:
    """Name each number by its month and its publication."""
    days = table["vintage_label"].str.replace("\n", " ")
    return [
        phrase("{month}, published {day}", month=month, day=day)
        for month, day in zip(table["month_label"], days, strict=True)
    ]


def _say_steps(table: pd.DataFrame) -> str:
    counts = table.groupby("month")["vintage"].size()
    month = table[table["month"] == counts.idxmax()].sort_values("vintage")
    start, end = month.iloc[0], month.iloc[-1]
    return phrase(
        "{month} was stated {count} times: {first} first, {last} last.",
        month=start["month_label"],
        count=len(month),
        first=start["words"],
        last=end["words"],
    )


def draw_revision_steps(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw one line per month: its number against the first one stated, by day of publication.

    Columns: tables.Triangle; publications without a known day are not drawn.
    """
    dated = table[table["vintage_day"].notna()].sort_values("vintage_day")
    date_across(ax, dated["vintage_day"].min(), dated["vintage_day"].max())
    ax.set_ylim(min(0.0, float(dated["growth"].min())) * 1.1 - 0.5, float(dated["growth"].max()) * 1.08 + 1)
    ax.yaxis.set_major_formatter(
        lambda number, _: f"{number:+.3g} %" if number else translate("first number")
    )
    named = dated.groupby("month")["vintage"].size().nlargest(LINES_NAMED).index
    artists: list[Artist] = []
    ends = []
    for month, steps in dated.groupby("month"):
        nth = list(named).index(month) if month in named else -1
        artists += _draw_steps(ax, steps, nth)
        if nth >= 0:
            start, end = steps.iloc[0], steps.iloc[-1]
            text = f"{start['month_label']}: {start['words']} → {end['words']}"
            ends.append(End(end["vintage_day"], float(end["growth"]), text, INK))
    return [*artists, *name_ends(ax, ends, room=116)]


def _draw_steps(ax: Axes, steps: pd.DataFrame, nth: int) -> list[Artist]:
    named = nth >= 0
    return list(
        ax.plot(
            steps["vintage_day"],
            steps["growth"],
            drawstyle="steps-post",
            color=colour_of("un") if named else FAINT,
            linestyle=DASHES[nth % len(DASHES)] if named else "-",
            linewidth=1.5 if named else 0.6,
            alpha=1 if named else 0.45,
            marker="D" if named else "",
            markersize=2.4,
        )
    )


def describe_revision_steps(table: pd.DataFrame, caption: Caption) -> str:
    """Say how far the months' numbers were raised."""
    dated = table[table["vintage_day"].notna()]
    told = dated.assign(told=_name_marks(dated))
    first = describe(mark("Step lines"), told, caption, order="vintage_day", where="told")
    return f"{first} {_say_steps(dated)}"


TRIANGLE = Kind(
    draw=draw_triangle,
    describe=describe_triangle,
    columns=tables.Triangle,
    note=mark(
        "A row is one month in each publication. The stronger, the nearer to the month’s highest number. "
        "Empty: not stated, not zero."
    ),
    left=0.95,
    below=0.08,
    above=0.36,
)
REVISION_STEPS = Kind(
    draw=draw_revision_steps,
    describe=describe_revision_steps,
    columns=tables.Triangle,
    note=mark(
        "Each line is one month; it steps up when more of its deaths have been verified. "
        "Named: the months that were stated most often."
    ),
    left=0.78,
    right=1.85,
    below=0.44,
)
