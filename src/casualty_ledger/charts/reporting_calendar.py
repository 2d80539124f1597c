"""The reporting calendar: who published how many figures on which day; an empty cell is not zero harm."""

from __future__ import annotations

from functools import partial

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts import tables
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.cells import draw_cells, name_cells
from casualty_ledger.charts.fitting import MOST_ROWS, first_groups
from casualty_ledger.charts.frame import Kind
from casualty_ledger.charts.lettering import wrap
from casualty_ledger.charts.palette import WASH, colour_of
from casualty_ledger.wording.language import mark, phrase

ROW = 0.19  # inches
LABEL = 3.1


def draw_reporting_calendar(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw one row per claimant and one column per day. Columns: tables.Calendar."""
    claimants, days = list(table["claimant"].unique()), list(table["day"].unique())
    counts = table.pivot(index="claimant", columns="day", values="figures")
    counts = counts.reindex(index=claimants, columns=days).astype(float)
    shades = (counts / max(counts.max().max(), 1)) ** 0.5
    words = table.pivot(index="claimant", columns="day", values="words").reindex(
        index=claimants, columns=days
    )
    artists = draw_cells(ax, shades.mask(counts == 0), words, "#3d4a57")
    ax.set_facecolor(WASH)
    name_cells(ax, [wrap(name, (LABEL - 0.15) * 72, 7.5, lines=1) for name in claimants], days)
    sides = table.drop_duplicates("claimant").set_index("claimant")["claimant_side"]
    for label, claimant in zip(ax.get_yticklabels(), claimants, strict=True):
        label.set_color(colour_of(str(sides[claimant])))
    return artists


def describe_reporting_calendar(table: pd.DataFrame, caption: Caption) -> str:
    """Say who published first, last and most."""
    told = table[table["figures"] > 0]
    busiest = told.sort_values("figures", kind="stable").iloc[-1]
    return phrase(
        "Calendar: {said}. {attribution} {claimants} claimants over {days} days. First {first}; last {last}; "
        "highest {highest}.",
        said=caption.said,
        attribution=caption.attribution,
        claimants=table["claimant"].nunique(),
        days=table["day"].nunique(),
        first=_say(told.iloc[0]),
        last=_say(told.iloc[-1]),
        highest=_say(busiest),
    )


def _say(row: pd.Series) -> str:
    day = str(row["day"]).replace("\n", " ")
    return f"{row['words']} ({row['claimant']}, {day})"


CALENDAR = Kind(
    draw=draw_reporting_calendar,
    describe=describe_reporting_calendar,
    columns=tables.Calendar,
    note=mark(
        "Each cell: how many figures were published, not how many people. Empty: nothing recorded, "
        "which is not zero harm."
    ),
    left=LABEL,
    below=0.08,
    above=0.36,
    keep=partial(first_groups, column="claimant", most=7 * MOST_ROWS),
    tall=lambda drawn: ROW * drawn["claimant"].nunique(),
)
