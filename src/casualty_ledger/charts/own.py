"""Charts of one's own: a plain matplotlib figure with the table that it draws, kept like any other chart."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.frame import Chart, NoChart
from casualty_ledger.wording.language import mark, phrase, translate

EMPTY = mark("This ledger holds nothing for this chart.")
OF_TABLE = mark("as its table says")


def own_chart(
    figure: Figure, table: pd.DataFrame, *, name: str, title: str, conflict: str, period: str, as_of: str
) -> Chart | NoChart:
    """Return a figure that is drawn already, with the table behind it; a sentence where that has no rows.

    A figure without a title of its own gets the one it is kept under.
    """
    if table.empty:
        return NoChart(name, translate(EMPTY))
    if not figure.get_suptitle() and not any(axes.get_title() for axes in figure.axes):
        figure.suptitle(title)
    of_table = translate(OF_TABLE)
    caption = Caption(
        conflict=conflict,
        title=title,
        measure=title,
        population=of_table,
        who_says=translate("those whom its table names"),
        who_relays=translate("the publishers in the ledger"),
        period=period,
        basis=of_table,
        as_of=as_of,
        verification=translate("as the ledger says of each figure"),
        interval=of_table,
        excludes=translate("what its notebook does not choose"),
    )
    alt = phrase(
        "{title}. {count} rows; the table behind the chart holds them.", title=title, count=len(table)
    )
    return Chart(name, lambda: figure, caption, alt, table.reset_index(drop=True))
