"""Alt text: what a chart shows, written from its own table for those who cannot see it."""

from __future__ import annotations

from collections.abc import Hashable

import pandas as pd

from casualty_ledger.charts.caption import Caption
from casualty_ledger.wording.labels import label_number

# More groups than this are told as one: nobody listens to a list of twenty claimants.
MOST_GROUPS = 4


def describe(
    kind: str, table: pd.DataFrame, caption: Caption, *, order: str, where: str = "claimant", by: str = ""
) -> str:
    """Say what is plotted, who says so, and the first, last and highest number, as of when.

    `order` is the column that orders the marks and `where` the one that names each of them. With `by`
    (claimant, say) the numbers are told of each of its groups apart.
    """
    drawn = table.assign(size=size_of(table))
    drawn = drawn[drawn["size"].notna()].sort_values(order, kind="stable")
    opening = f"{kind}: {caption.said}. {caption.attribution}"
    if drawn.empty:
        return f"{opening} No number is stated."
    marks = f"{len(drawn)} numbers" if len(drawn) > 1 else "One number"
    if by and 1 < drawn[by].nunique() <= MOST_GROUPS:
        told = [_extremes(group, where, f"{name}: ") for name, group in drawn.groupby(by, sort=False)]
        return f"{opening} {marks}. {' '.join(told)}"
    return f"{opening} {marks}. {_extremes(drawn, where)}"


def size_of(table: pd.DataFrame) -> pd.Series:
    """Return the number by which a mark is ranked: as stated, else its upper or its lower bound."""
    ends = table.reindex(columns=["value", "upper", "lower"])
    return ends["value"].fillna(ends["upper"]).fillna(ends["lower"])


def highest_of(table: pd.DataFrame) -> float:
    """Return how high the marks and bounds of a table reach; 1 where it has none."""
    highest = table[["value", "upper", "lower"]].astype("Float64").max().max()
    return 1.0 if pd.isna(highest) else float(highest)


def _extremes(drawn: pd.DataFrame, where: str, name: Hashable = "") -> str:
    first, last = drawn.iloc[0], drawn.iloc[-1]
    highest = drawn.sort_values("size", kind="stable").iloc[-1]
    return (
        f"{name}{'first' if name else 'First'} {_mark(first, where)}; last {_mark(last, where)}; "
        f"highest {_mark(highest, where)}."
    )


def _mark(row: pd.Series, where: str) -> str:
    said = row["words"] if row["words"] else label_number(row["size"])
    return f"{said} ({row[where]})"
