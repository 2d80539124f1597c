"""Charts of one's own: a plain matplotlib figure with the table that it draws, kept like any other chart."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.frame import Chart, NoChart

EMPTY = "This ledger holds nothing for this chart."
OF_TABLE = "as its table says"


def own_chart(
    figure: Figure, table: pd.DataFrame, *, name: str, title: str, conflict: str, period: str, as_of: str
) -> Chart | NoChart:
    """Return a figure that is drawn already, with the table behind it; a sentence where that has no rows."""
    if table.empty:
        return NoChart(name, EMPTY)
    caption = Caption(
        conflict=conflict,
        title=title,
        measure=OF_TABLE,
        population=OF_TABLE,
        who_says="those whom its table names",
        who_relays="the publishers in the ledger",
        period=period,
        basis=OF_TABLE,
        as_of=as_of,
        verification="as the ledger says of each figure",
        interval=OF_TABLE,
        excludes="what its notebook does not choose",
    )
    alt = f"{title}. {len(table)} rows; the table behind the chart holds them."
    return Chart(name, lambda: figure, caption, alt, table.reset_index(drop=True))
