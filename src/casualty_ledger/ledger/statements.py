"""One statement: which numbers of one claimant and one subject were said once, and which were said anew.

A claimant who says 362, then 358, then 362 again has made three statements. A part of 19 is no part of 20.
A relay that drops "about" from a total, or that prints "more than" on the day on which another does not,
prints the same statement.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from casualty_ledger.ledger.distinct import Distinct, number_distinct
from casualty_ledger.parsing.counts import read_digits
from casualty_ledger.vocabulary import Basis, DatePrecision, Hedge

WHOLE_NAMED = re.compile(
    r"(?:subset|part|included in|within|inside|among)(?: of)? "
    r"(?:the |at least |more than |over |about |nearly |almost )*(\d[\d,]*)"
)
# Hedges that relays drop from a number, or add to it.
DROPPED = (Hedge.EXACT, Hedge.ABOUT, Hedge.NEARLY)
DROPPED_IN_A_DAY = (*DROPPED, Hedge.MORE_THAN, Hedge.AT_LEAST)
DATED = (DatePrecision.DAY, DatePrecision.INFERRED_DAY)
NO_WHOLE = ""


def whole_of(scope: str, overlaps: str) -> int | None:
    """Return the number of the whole of which a row says that it is a part, if it names one.

    >>> whole_of("subset of the 1,480 killed; sex known", ""), whole_of("includes 2 children", "")
    (1480, None)
    """
    found = WHOLE_NAMED.search(scope) or WHOLE_NAMED.search(overlaps)
    return read_digits(found[1]) if found else None


def name_wholes(appearances: pd.DataFrame, subject: np.ndarray, is_part: pd.Series) -> pd.Series:
    """Return the number of the whole of which each row says that it is a part: "19"; nothing where none is.

    A part that does not say of which whole belongs to the one that the same number has elsewhere, where
    there is one only.
    """
    texts = [Distinct.of(appearances[column]).extract(WHOLE_NAMED) for column in ("scope", "overlaps")]
    said = texts[0].where(texts[0] != "", texts[1]).str.replace(",", "").where(is_part, NO_WHOLE)
    named = said[said != NO_WHOLE]
    if named.empty:
        return said
    same = pd.Series(number_distinct([subject, appearances["value"]]), index=said.index)
    groups = named.groupby(same[named.index])
    only = groups.first()[groups.nunique() == 1].astype("str")
    return said.where(said != NO_WHOLE, same.map(only).astype("str").fillna(NO_WHOLE))


def number_returns(appearances: pd.DataFrame, subject: np.ndarray, garbled: np.ndarray) -> np.ndarray:
    """Say of each row how often its claimant had left its number for another one and come back to it.

    Another number counts where it came out on a day between; a row without a day of its own stands with
    the first statement, and what a relay has garbled is nobody's word.
    """
    returns = np.zeros(len(appearances), dtype=np.int64)
    placed = appearances["published_precision"].isin(DATED) & appearances["value"].notna()
    rows = np.flatnonzero((placed & appearances["published_on"].notna()).to_numpy() & ~garbled)
    if not len(rows):
        return returns
    days = appearances["published_on"].to_numpy()[rows].astype("datetime64[D]").astype(np.int64)
    about = subject[rows].astype(np.int64) * (2 * np.abs(days).max() + 2) + days
    said = number_distinct([subject[rows], appearances["value"].iloc[rows]])
    order = np.lexsort((days, said))
    again = np.flatnonzero(said[order][1:] == said[order][:-1]) + 1
    now, before = about[order[again]], about[order[again - 1]]
    every = np.sort(about)
    between = np.searchsorted(every, now, "left") - np.searchsorted(every, before, "right")
    left = np.zeros(len(rows), dtype=np.int64)
    left[again] = between > 0
    returns[rows[order]] = _count_within(left, said[order])
    return returns


def _count_within(flags: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """Count flags up to each place of its group; groups stand together."""
    counted = np.cumsum(flags)
    first = np.flatnonzero(np.append(True, groups[1:] != groups[:-1]))
    before = counted[first] - flags[first]
    return counted - np.repeat(before, np.diff(np.append(first, len(groups))))


def join_hedges(appearances: pd.DataFrame, subject: np.ndarray, statement: np.ndarray) -> np.ndarray:
    """Give rows one number where only their hedge differs and a relay seems to have dropped or added it.

    So it is for a running total of one last day, and for a number that several publishers print on one day.
    `statement` numbers rows that say the same with the same hedge.
    """
    hedge, valued = appearances["hedge"], appearances["value"].notna()
    running = (appearances["basis"] == Basis.CUMULATIVE) & appearances["covers_until"].notna()
    total = valued & running & hedge.isin(DROPPED)
    in_a_day = valued & (appearances["basis"] == Basis.PERIOD) & appearances["published_on"].notna()
    in_a_day &= appearances["published_sequence"].isna() & hedge.isin(DROPPED_IN_A_DAY)
    joined = statement
    number = number_distinct([subject, appearances["value"]])
    joined = _join(joined, number, total.to_numpy())
    same_day = number_distinct([number, appearances["published_on"]])
    relays = number_distinct([same_day, appearances["publisher"]])
    several = pd.Series(relays).groupby(same_day).transform("nunique").to_numpy() > 1
    return _join(joined, same_day, in_a_day.to_numpy() & several)


def _join(statement: np.ndarray, group: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Give all statements with wanted rows in one group the lowest of their numbers."""
    if not wanted.any():
        return statement
    lowest = np.arange(statement.max(initial=-1) + 1)
    rows = np.flatnonzero(wanted)
    while True:
        least = np.full(group.max() + 1, len(lowest))
        np.minimum.at(least, group[rows], lowest[statement[rows]])
        joined = lowest.copy()
        np.minimum.at(joined, statement[rows], least[group[rows]])
        if (joined == lowest).all():
            return lowest[statement]
        lowest = joined
