"""Vintages: the table as it could be known on a day. A query over two clocks, never a second file.

A row is known from its day of publication; a month or a year counts from its last day.
A row without a day of publication is in no dated vintage.
A note or a relation that was known later than its row is blank until its own day.
"""

from __future__ import annotations

import pandas as pd

from casualty_ledger.parsing.weeks import Vintage

HINDSIGHT = ("overlaps", "note", "flag")


def as_of(appearances: pd.DataFrame, vintage: Vintage) -> pd.DataFrame:
    """Return the appearances that were known in `vintage`, without what was only known later."""
    if vintage.day is None:
        return appearances
    day = pd.Timestamp(vintage.day)
    known = appearances[appearances["published_on"] <= day].copy()
    for column in HINDSIGHT:
        unknown_yet = ~(known[f"{column}_known_on"] <= day)
        known.loc[unknown_yet, column] = ""
        known.loc[unknown_yet, f"{column}_known_on"] = pd.NaT
    return known.reset_index(drop=True)
