"""Alt text: what a chart shows, written from its own table for those who cannot see it."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.labels import label_number


def describe(kind: str, table: pd.DataFrame, caption: Caption, *, order: str, where: str = "claimant") -> str:
    """Say what is plotted, who says so, and the first, last and highest number, as of when.

    `order` is the column that orders the marks, `where` the one that names each of them.
    """
    drawn = table[table["value"].notna()].sort_values(order, kind="stable")
    if drawn.empty:
        return f"{kind}: {caption.title}. {caption.attribution} No number is stated."
    first, last = drawn.iloc[0], drawn.iloc[-1]
    highest = drawn.sort_values("value", kind="stable").iloc[-1]
    marks = f"{len(drawn)} marks" if len(drawn) > 1 else "One mark"
    return (
        f"{kind}: {caption.title}. {caption.attribution} {marks}. "
        f"First {_mark(first, where)}; last {_mark(last, where)}; highest {_mark(highest, where)}."
    )


def _mark(row: pd.Series, where: str) -> str:
    said = row["words"] if "words" in row.index and row["words"] else label_number(row["value"])
    return f"{said} ({row[where]})"
