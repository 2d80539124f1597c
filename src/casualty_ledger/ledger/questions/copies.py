"""Copies: questions about rows that say again what another row says, and about events hard to tell apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from casualty_ledger.ledger.distinct import number_distinct
from casualty_ledger.ledger.identity import PEOPLE
from casualty_ledger.ledger.incidents import SAID_AT_ONCE
from casualty_ledger.ledger.questions.told import Told
from casualty_ledger.vocabulary import Basis, DatePrecision

STATED = [
    *("conflict", "published_on", "claimant", "publisher", "measure", *PEOPLE, "place", "admin1", "incident"),
    *("covers_from", "covers_until", "basis", "rate_unit", "lower", "value", "upper", "hedge"),
    *("scope", "address", "perpetrator_as_said"),
]


AT_ONCE = [*SAID_AT_ONCE, "incident", "published_on"]


def said_again(told: Told) -> pd.Series:
    """Find rows that say, on the same page, just what an earlier row says under another id."""
    rows = told.rows
    again = rows.duplicated(STATED)
    if not again.any():
        return pd.Series(dtype="str")
    alike = rows[rows.duplicated(STATED, keep=False)]
    first = alike.groupby(STATED, dropna=False, sort=False)[["row_id", "sheet", "row"]].transform("first")
    where = first["row_id"] + " (" + first["sheet"] + ", row " + first["row"].astype(str) + ")"
    return ("It says the same as " + where + ", under another id.")[again[again].index]


def not_told_apart(told: Told) -> pd.Series:
    """Find numbers of one claimant about one place and day that came out on one day in no known order.

    They may be two events, or one toll restated; each is asked about once, on its last row.
    """
    rows = told.counted
    local = (rows["basis"] == Basis.PERIOD) & (rows["place"] != "")
    one_day = rows["covers_from"] == rows["covers_until"]
    one_day &= rows["published_precision"] == DatePrecision.DAY
    loose = rows.loc[local & one_day & rows["published_sequence"].isna(), [*AT_ONCE, "value", "row_id"]]
    moments = pd.Series(number_distinct(loose[name] for name in AT_ONCE), index=loose.index)
    several = loose.groupby(moments, sort=False)["value"].transform("nunique") > 1
    alike = loose.assign(moment=moments)[several].drop_duplicates(["moment", "value"])
    return pd.Series(dict(_ask_once(alike)), dtype="str")


def _ask_once(alike: pd.DataFrame) -> Iterator[tuple[int, str]]:
    """Ask about the last number of each moment, and name the others."""
    said = defaultdict(list)
    rows = alike[["moment", "value", "row_id"]].itertuples()
    for row, moment, value, row_id in rows:
        said[moment].append((row, f"{value:,} ({row_id})"))
    for *others, (row, _) in said.values():
        numbers = ", ".join(number for _, number in others)
        yield row, f"Its claimant gives {numbers} for the same place and day, published on the same day."
