"""Figures: appearances of one statement become one reported figure.

The same claimant, measure, people, place, days, number and hedge are one statement, however many
printed it. The earliest appearance dates it, so a number printed again later is no later vintage,
and the figure is named after the row that first printed it.
"""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
import pandas as pd

from casualty_ledger.ledger.caveats import PART, find_caveats
from casualty_ledger.ledger.distinct import Distinct, firsts_of, join_texts, number_distinct
from casualty_ledger.schema import ReportedFigures, columns_of
from casualty_ledger.vocabulary import Basis, Caveat, Population

SERIES = (
    "conflict",
    "claimant",
    "measure",
    "population",
    "sex",
    "subgroup",
    "party",
    "place",
    "admin1",
    "basis",
    "rate_unit",
)
STATEMENT = ("covers_from", "covers_until", "lower", "value", "upper", "hedge")
FIGURE_COLUMNS = columns_of(ReportedFigures)
LAST = np.iinfo(np.int64).max
DATING = (Caveat.UNDATED, Caveat.DAY_INFERRED, Caveat.MONTH_ONLY)
# A period is one of many in its series: only running totals share a start.
STARTED = (Basis.CUMULATIVE, Basis.INCREMENT)


def gather_figures(appearances: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Return the reported figures of these appearances, and each appearance's `figure_id`.

    The second is indexed by `row_id`.
    """
    order = order_appearances(appearances)
    caveats = find_caveats(appearances)
    subgroup = name_parts(appearances, caveats[str(Caveat.PART)])
    named = appearances.assign(subgroup=subgroup)
    series = number_distinct(named[column] for column in SERIES)
    statement = number_distinct([series, *(named[column] for column in STATEMENT)], order=order)
    first = order[firsts_of(statement)]
    figures = named.take(first).reset_index(drop=True).rename(columns={"row_id": "figure_id"})
    gathered = figures.assign(
        **_gather_texts(appearances, order, statement),
        appearances=np.bincount(statement, minlength=len(figures)),
        **_gather_caveats(caveats, order, statement),
        series_id=_series_ids(figures, series[first]),
    )
    ids = figures["figure_id"].array.take(statement)
    return gathered[FIGURE_COLUMNS], pd.Series(ids, index=appearances["row_id"].array.take(order))


def order_appearances(appearances: pd.DataFrame) -> np.ndarray:
    """Return the rows' numbers as they came out: day, order within the day where known, sheet, row.

    Undated appearances come last. Of one day, those come first whose page can be opened.
    """
    _, sheet = np.unique(appearances["sheet"].to_numpy(dtype=object), return_inverse=True)
    closed = (appearances["address"] == "").to_numpy()
    sequence = appearances["published_sequence"].fillna(LAST).to_numpy(dtype=np.int64)
    published = appearances["published_on"].to_numpy()
    return np.lexsort((appearances["row"].to_numpy(), sheet, closed, sequence, published))


def name_parts(appearances: pd.DataFrame, is_part: pd.Series) -> pd.Series:
    """Name a part that has no name of its own by what it is said to be a part of, so that it joins no whole.

    Children, women and men are parts with a name; a part that only a note tells of differs by its place.
    """
    subgroup = appearances["subgroup"]
    named = (appearances["population"] == Population.CHILDREN) | (appearances["sex"] != "")
    unnamed = is_part & (subgroup == "") & ~named
    overlaps, scope = Distinct.of(appearances["overlaps"]), Distinct.of(appearances["scope"])
    told = overlaps.contains(PART)
    said = appearances["overlaps"].where(told, appearances["scope"])
    return subgroup.mask(unnamed & (told | scope.contains(PART)), said)


def _gather_texts(
    appearances: pd.DataFrame, order: np.ndarray, statement: np.ndarray
) -> dict[str, pd.Series]:
    """Join who printed each statement, and take the first relation that is told of it."""
    row_id, publisher, overlaps = (
        appearances[column].take(order) for column in ("row_id", "publisher", "overlaps")
    )
    told = (overlaps != "").to_numpy()
    first = pd.Series(overlaps.array[told], index=statement[told])
    first = first[~first.index.duplicated()]
    return {
        "row_ids": join_texts(row_id, statement, between=" "),
        "publishers": join_texts(publisher, statement, between="; ", once=True),
        "overlaps": first.reindex(range(statement.max(initial=-1) + 1), fill_value=""),
    }


def _gather_caveats(caveats: pd.DataFrame, order: np.ndarray, statement: np.ndarray) -> dict[str, Any]:
    """Take a warning from any appearance, but a warning of the date from the one that dates the figure."""
    first = firsts_of(statement)
    gathered = {}
    for caveat, column in caveats.items():
        flags = column.to_numpy()[order]
        gathered[caveat] = flags[first] if caveat in DATING else _any_of(flags, statement, len(first))
    return {"is_part": gathered[str(Caveat.PART)], "caveats": _join_words(gathered)}


def _any_of(flags: np.ndarray, numbers: np.ndarray, count: int) -> np.ndarray:
    found = np.zeros(count, dtype=bool)
    found[numbers[flags]] = True
    return found


def _join_words(flags: dict[Any, np.ndarray]) -> pd.Series:
    """Join the words whose flags are set, once for each distinct set of flags."""
    bits = sum(flag.astype(np.int64) << place for place, flag in enumerate(flags.values()))
    kinds, sets = pd.factorize(bits)
    said = [" ".join(word for place, word in enumerate(flags) if each >> place & 1) for each in sets.tolist()]
    return pd.Series(pd.array(said, dtype="str").take(kinds))


def _series_ids(figures: pd.DataFrame, series: np.ndarray) -> pd.Series:
    start = figures["covers_from"].where(figures["basis"].isin(STARTED))
    numbers = number_distinct([series, start])
    distinct = figures.iloc[firsts_of(numbers)].reset_index(drop=True)
    starts = start.iloc[firsts_of(numbers)].dt.strftime("%Y-%m-%d").fillna("").reset_index(drop=True)
    keys = starts.str.cat(distinct[list(SERIES)], sep="|")
    return Distinct(keys.array, numbers, figures.index).each(_digest)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:12]
