"""Findings: what a person should know of a table's figures before any of them joins.

Nothing is mended here: what falls, differs or repeats is kept as it was stated, and told.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd

from casualty_ledger.intake.proposals.identity import STATED
from casualty_ledger.ledger.distinct import find_repeated, firsts_of, number_distinct, stands_before
from casualty_ledger.vocabulary import Basis

NUMBER = ["value", "lower", "upper"]
# What one claimant says of one thing; of these several numbers may be said, by whoever prints them.
WORDING = {"publisher", "measure_as_said", "hedge"}
ONE_THING = [name for name in STATED if name not in WORDING.union(NUMBER)]
SERIES = [name for name in ONE_THING if name not in ("covers_until", "published_on")]
COLUMNS = ["finding", "rows", "said"]


def find_repeats(rows: pd.DataFrame) -> pd.Series:
    """Return for each row the row of the file that states the same before it; 0 where none does."""
    twice = stands_before(rows["id"])
    if not twice.any():
        return pd.Series(0, index=rows.index)
    first = rows.groupby("id", sort=False)["from_row"].transform("first")
    return first.where(twice, 0).astype("int64")


def find_conflicts(rows: pd.DataFrame) -> pd.DataFrame:
    """List the things of which one claimant states several numbers on one day. Columns: COLUMNS."""
    rows = rows.iloc[find_repeated([rows[name] for name in ONE_THING])]
    if rows.empty:
        return pd.DataFrame(columns=COLUMNS)
    things = number_distinct(rows[name] for name in ONE_THING)
    stated = number_distinct([things, *(rows[name] for name in NUMBER)])
    first = firsts_of(stated)
    alike = np.bincount(things[first])[things[first]] > 1
    several = rows.iloc[first[alike]]
    listed = [_say_conflict(group) for _, group in several.groupby(ONE_THING, sort=False)]
    return pd.DataFrame(listed, columns=COLUMNS)


def _say_conflict(group: pd.DataFrame) -> dict[str, str]:
    records = group.to_dict("records")
    first = records[0]
    stated = " and ".join(map(_number, records))
    said = f"{first['claimant']}, {_what(first)}, to {first['covers_until'] or 'no day'}: {stated}"
    return {"finding": "several numbers for one thing", "rows": _rows(group), "said": said}


def find_falls(rows: pd.DataFrame) -> pd.DataFrame:
    """List where a running total falls: a revision, or another scope; never clipped. Columns: COLUMNS."""
    total = rows[(rows["basis"] == Basis.CUMULATIVE) & (rows["value"] != "") & (rows["covers_until"] != "")]
    if total.empty:
        return pd.DataFrame(columns=COLUMNS)
    ordered = total.assign(number=total["value"].astype("int64")).sort_values("covers_until", kind="stable")
    before = ordered.groupby(SERIES, sort=False)[["number", "covers_until", "from_row"]].shift()
    fell = ordered["number"] < before["number"]
    pairs = zip(before[fell].to_dict("records"), ordered[fell].to_dict("records"), strict=True)
    return pd.DataFrame([_say_fall(earlier, later) for earlier, later in pairs], columns=COLUMNS)


def _say_fall(earlier: dict[Hashable, Any], later: dict[Hashable, Any]) -> dict[str, str]:
    said = f"{later['claimant']}, {_what(later)}: {earlier['number']:,.0f} to {earlier['covers_until']}"
    return {
        "finding": "a running total falls",
        "rows": f"{earlier['from_row']:.0f}, {later['from_row']}",
        "said": f"{said}, {later['number']:,} to {later['covers_until']}",
    }


def find_all(rows: pd.DataFrame) -> pd.DataFrame:
    """List every finding about proposed rows. Columns: COLUMNS."""
    found = [find_conflicts(rows), find_falls(rows)]
    return pd.concat([each for each in found if len(each)] or [found[0]], ignore_index=True)


def _what(row: dict[Hashable, Any]) -> str:
    parts = (row["party"], row["population"], row["measure"], row["place"], row["measure_as_said"])
    return ", ".join(part for part in parts if part)


def _number(row: dict[Hashable, Any]) -> str:
    return str(row["value"] or f"{row['lower'] or '…'}–{row['upper'] or '…'}")


def _rows(group: pd.DataFrame) -> str:
    return ", ".join(map(str, group["from_row"]))
