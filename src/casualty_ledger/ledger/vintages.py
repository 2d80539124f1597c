"""Vintages: the table as it could be known on a day. A query over two clocks, never a second file.

A row is known from its day of publication; a month or a year counts from its last day.
A row without a day of publication is in no dated vintage.
A note or a relation that was known later than its row is blank until its own day, and so is what was read
from it.
"""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.hindsight import HINDSIGHT
from casualty_ledger.ledger.notes import forget_notes
from casualty_ledger.parsing.weeks import Vintage


def is_known(table: pd.DataFrame, vintage: Vintage) -> pd.Series:
    """Say which rows were known in `vintage`."""
    if vintage.day is None:
        return pd.Series(True, index=table.index)
    return table["published_on"] <= pd.Timestamp(vintage.day)


def as_of(appearances: pd.DataFrame, vintage: Vintage) -> pd.DataFrame:
    """Return the appearances that were known in `vintage`, without what was only known later."""
    if vintage.day is None:
        return appearances
    day = pd.Timestamp(vintage.day)
    is_here = is_known(appearances, vintage)
    known = appearances.copy(deep=False) if is_here.all() else appearances[is_here].reset_index(drop=True)
    known = forget_notes(known, ~(known["note_known_on"] <= day))
    for column in HINDSIGHT:
        since = known[f"{column}_known_on"]
        unknown_yet = ~(since <= day)
        if (unknown_yet & (known[column] != "")).any() or (unknown_yet & since.notna()).any():
            known[column] = known[column].mask(unknown_yet, "")
            known[f"{column}_known_on"] = since.mask(unknown_yet)
    return known
