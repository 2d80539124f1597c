"""Statements in order: what each claimant said of one thing, and which statement stands.

Later supersedes earlier only for the same claimant, measure, people, place and days.
Within a day the recorded order decides; where none is recorded the table says so.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from casualty_ledger.ledger.caveats import is_garbled, is_replaced
from casualty_ledger.ledger.distinct import number_distinct
from casualty_ledger.ledger.identity import SUBJECT, lacks_days
from casualty_ledger.series.stated_days import day_told, minute_told
from casualty_ledger.vocabulary import DatePrecision

SAYS_IT_IS_LATER = r"\b(?:later total|supersedes|final|new count|restored)\b"


def order_statements(figures: pd.DataFrame) -> pd.DataFrame:
    """Number the statements of each claimant about each subject.

    Adds `position` (0, 1, 2 …), `order_known` (False where two statements of one day have no recorded
    order, or where a statement is undated) and `stands` (the last one that has a place in the order).
    """
    return _take(figures, _place(figures))


def _take(figures: pd.DataFrame, placed: pd.DataFrame) -> pd.DataFrame:
    added = placed[["position", "order_known", "stands"]].reset_index(drop=True)
    return figures.take(placed["row"].to_numpy()).reset_index(drop=True).assign(**added)


def _place(figures: pd.DataFrame) -> pd.DataFrame:
    """Say of each statement, in order, which row of `figures` it is, its subject and its place in that."""
    told, numbered = day_told(figures), _order_in_a_day(figures) > 0
    row = _sort(figures)
    subject, published = _number_subjects(figures)[row], told.to_numpy()[row]
    replaced = is_replaced(figures).to_numpy()[row]
    day = number_distinct([subject, published, replaced])
    vague = figures["published_precision"].isin([DatePrecision.MONTH, DatePrecision.YEAR]).to_numpy()[row]
    known = ~np.isnat(published) & ~vague & ((np.bincount(day)[day] == 1) | numbered[row])
    # Of a subject with nothing but undated statements each one stands: none is known to be the last.
    position = _count_up(subject)
    rank = np.where(has_a_place(figures).to_numpy()[row], position, -1)
    # A garbled number stands only where its claimant has no other, one that its page replaced never.
    rank[is_garbled(figures).to_numpy()[row] | replaced] = -2
    last = np.full(len(row), -2)
    np.maximum.at(last, subject, rank)
    facts = {"row": row, "subject": subject, "position": position}
    return pd.DataFrame(facts | {"order_known": known, "stands": (rank == last[subject]) & ~replaced})


def _count_up(numbers: np.ndarray) -> np.ndarray:
    """Say for each number how many equal ones stand before it."""
    order = np.argsort(numbers, kind="stable")
    told = numbers[order]
    counted = np.empty(len(numbers), dtype=np.int64)
    counted[order] = np.arange(len(numbers)) - np.searchsorted(told, told)
    return counted


def _number_subjects(figures: pd.DataFrame) -> np.ndarray:
    """Number what each figure is about: its claimant and its subject; a period without days is its own."""
    alone = figures["figure_id"].where(lacks_days(figures), "")
    return number_distinct([*(figures[column] for column in ("claimant", *SUBJECT)), alone])


def _sort(figures: pd.DataFrame) -> np.ndarray:
    """Sort by the day told, then by the recorded order or the hours, or by that of the rows.

    What came out in a month of which the day is not known stands before what is dated in it, and what its
    page itself replaced before what it is replaced by.
    """
    sequence = _order_in_a_day(figures)
    sheet, _ = pd.factorize(figures["sheet"].array, sort=True)
    # Days that are not known sort last.
    later = ~is_replaced(figures).to_numpy()
    return np.lexsort((figures["row"].to_numpy(), sheet, sequence, later, _earliest_day(figures).to_numpy()))


def _order_in_a_day(figures: pd.DataFrame) -> np.ndarray:
    """Return the place of each statement in its day: as recorded, or by the hour; 0 where either has gaps."""
    day = number_distinct([_number_subjects(figures), day_told(figures)])
    numbered, minute = figures["published_sequence"].notna().to_numpy(), minute_told(figures)
    sequence = figures["published_sequence"].fillna(0).to_numpy(dtype=np.int64)
    without_number, without_hour = (np.isin(day, day[~has]) for has in (numbered, minute >= 0))
    by_hour = np.where(without_hour, 0, minute + 1)
    return np.where(without_number, by_hour, sequence)


def _earliest_day(figures: pd.DataFrame) -> pd.Series:
    """Return the first day on which a figure can have been published, as far as the record tells."""
    told = day_told(figures)
    day, precision = told, figures["published_precision"].where(told.eq(figures["published_on"]), "")
    day = day.mask(precision == DatePrecision.MONTH, day.dt.to_period("M").dt.to_timestamp())
    return day.mask(precision == DatePrecision.YEAR, day.dt.to_period("Y").dt.to_timestamp())


def has_a_place(figures: pd.DataFrame) -> pd.Series:
    """Say which statements have a place in the order: the dated ones, and those that say they are later.

    Where an undated statement stands between others nobody knows, and a number that its relay seems to have
    garbled is not its claimant's word: both are shown apart, and nothing follows them.
    """
    known = day_told(figures).notna() | figures["note"].str.contains(SAYS_IT_IS_LATER)
    return known & ~is_garbled(figures)


def standing(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the statement that stands, one per claimant and subject."""
    placed = _place(figures)
    return _take(figures, placed[placed["stands"]])


def running_tolls(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the statements in order about subjects of which somebody said more than one number.

    Parts of a larger figure keep their own tolls: their population or subgroup names them.
    """
    told = figures[has_a_place(figures)]
    placed = _place(told)
    numbers = pd.Series(_number_numbers(told)[placed["row"]], index=placed.index)
    return _take(told, placed[numbers.groupby(placed["subject"]).transform("nunique") > 1])


def _number_numbers(figures: pd.DataFrame) -> np.ndarray:
    """Number the distinct numbers stated, bounds included."""
    return number_distinct(figures[column] for column in ("lower", "value", "upper"))
