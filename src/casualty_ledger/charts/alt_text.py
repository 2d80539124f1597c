"""Alt text: what a chart shows, written from its own table for those who cannot see it."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.caption import Caption
from casualty_ledger.wording.labels import label_number
from casualty_ledger.wording.language import counted_phrase, phrase, translate

# More groups than this are told as one: nobody listens to a list of twenty claimants.
MOST_GROUPS = 4


def describe(
    kind: str, table: pd.DataFrame, caption: Caption, *, order: str, where: str = "claimant", by: str = ""
) -> str:
    """Say what is plotted, who says so, and the first, last and highest number, as of when.

    `kind` is a marked phrase; `order` is the column that orders the marks and `where` the one that names
    each of them. With `by` (claimant, say) the numbers are told of each of its groups apart.
    """
    drawn = table.assign(size=size_of(table))
    drawn = drawn[drawn["size"].notna()].sort_values(order, kind="stable")
    opening = f"{translate(kind)}: {caption.said}. {caption.attribution}"
    if drawn.empty:
        return " ".join((opening, translate("No number is stated.")))
    marks = counted_phrase("One number.", "{count} numbers.", len(drawn), count=len(drawn))
    if by and 1 < drawn[by].nunique() <= MOST_GROUPS:
        told = [_extremes_of(str(name), group, where) for name, group in drawn.groupby(by, sort=False)]
        return f"{opening} {marks} {' '.join(told)}"
    whole = phrase("First {first}; last {last}; highest {highest}.", **_ends(drawn, where))
    return f"{opening} {marks} {whole}"


def size_of(table: pd.DataFrame) -> pd.Series:
    """Return the number by which a mark is ranked: as stated, else its upper or its lower bound."""
    ends = table.reindex(columns=["value", "upper", "lower"])
    return ends["value"].fillna(ends["upper"]).fillna(ends["lower"])


def highest_of(table: pd.DataFrame) -> float:
    """Return how high the marks and bounds of a table reach; 1 where it has none."""
    highest = table[["value", "upper", "lower"]].astype("Float64").max().max()
    return 1.0 if pd.isna(highest) else float(highest)


def highest_open(table: pd.DataFrame) -> float:
    """Return the highest number from which an open arrow rises; 0 where every row has an upper bound."""
    rising = table.loc[table["upper"].isna(), ["value", "lower"]].astype("Float64")
    highest = rising["value"].fillna(rising["lower"]).max()
    return 0.0 if pd.isna(highest) else float(highest)


def _extremes_of(name: str, drawn: pd.DataFrame, where: str) -> str:
    ends = _ends(drawn, where)
    return phrase("{name}: first {first}; last {last}; highest {highest}.", name=translate(name), **ends)


def _ends(drawn: pd.DataFrame, where: str) -> dict[str, str]:
    highest = drawn.sort_values("size", kind="stable").iloc[-1]
    rows = {"first": drawn.iloc[0], "last": drawn.iloc[-1], "highest": highest}
    return {name: _mark(row, where) for name, row in rows.items()}


def _mark(row: pd.Series, where: str) -> str:
    said = row["words"] if row["words"] else label_number(row["size"])
    return f"{said} ({row[where]})"
