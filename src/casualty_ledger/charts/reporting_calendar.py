"""The reporting calendar: who published how many figures on which day; an empty cell is not zero harm."""

from __future__ import annotations

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts import tables
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.cells import draw_cells
from casualty_ledger.charts.frame import Kind
from casualty_ledger.charts.lettering import wrap
from casualty_ledger.charts.palette import INK, WASH, colour_of

ROW = 0.19  # inches
LABEL = 3.1


def draw_reporting_calendar(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw one row per claimant and one column per day. Columns: tables.Calendar."""
    claimants, days = list(table["claimant"].unique()), list(table["day"].unique())
    counts = table.pivot(index="claimant", columns="day", values="figures")
    counts = counts.reindex(index=claimants, columns=days).astype(float)
    shades = (counts / max(counts.max().max(), 1)) ** 0.5
    names = [wrap(name, (LABEL - 0.15) * 72, 7.5, lines=1) for name in claimants]
    draw_cells(ax, shades.mask(counts == 0), "#3d4a57", names, days)
    ax.set_facecolor(WASH)
    sides = table.drop_duplicates("claimant").set_index("claimant")["claimant_side"]
    for label, claimant in zip(ax.get_yticklabels(), claimants, strict=True):
        label.set_color(colour_of(sides[claimant]))
    return _write_counts(ax, table[table["figures"] > 0], shades)


def _write_counts(ax: Axes, told: pd.DataFrame, shades: pd.DataFrame) -> list[Artist]:
    rows = {claimant: at for at, claimant in enumerate(shades.index)}
    columns = {day: at for at, day in enumerate(shades.columns)}
    return [
        ax.text(
            columns[row.day] + 0.5,
            rows[row.claimant] + 0.5,
            row.words,
            ha="center",
            va="center",
            fontsize=7.5,
            color=INK,
        )
        for row in told.itertuples()
    ]


def describe_reporting_calendar(table: pd.DataFrame, caption: Caption) -> str:
    """Say who published first, last and most."""
    told = table[table["figures"] > 0]
    busiest = told.sort_values("figures", kind="stable").iloc[-1]
    marks = [_say(told.iloc[0]), _say(told.iloc[-1]), _say(busiest)]
    return (
        f"Calendar: {caption.title}. {caption.attribution} {table['claimant'].nunique()} claimants over "
        f"{table['day'].nunique()} days. First {marks[0]}; last {marks[1]}; highest {marks[2]}."
    )


def _say(row: pd.Series) -> str:
    day = str(row["day"]).replace("\n", " ")
    return f"{row['words']} ({row['claimant']}, {day})"


CALENDAR = Kind(
    draw=draw_reporting_calendar,
    describe=describe_reporting_calendar,
    columns=tables.Calendar,
    note="Each cell: how many figures were published, not how many people. Empty: nothing recorded, "
    "which is not zero harm.",
    left=LABEL,
    below=0.08,
    above=0.36,
)
