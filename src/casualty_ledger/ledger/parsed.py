"""Parsed: every cell of recorded rows as read, each distinct text once; what cannot be read is noted.

A check asks no more than this; a build makes the columns of the ledger of it.
"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from casualty_ledger.conflicts.conflict import UNSTATED
from casualty_ledger.errors import BoundsCross, ConflictMisnamed, UnreadableCount
from casualty_ledger.ledger import readings
from casualty_ledger.ledger.distinct import Distinct
from casualty_ledger.ledger.refusals import Problems
from casualty_ledger.parsing.hedges import check_order
from casualty_ledger.parsing.rewriting import parse_count_cell, parse_day_cell
from casualty_ledger.sources.registry import Register

DAYS = "datetime64[ns]"
DAYS_BESIDE = ("retrieved_on", "overlaps_known_on", "note_known_on")
EVERYBODY = 10_000_000_000


class What(NamedTuple):
    """What each row counts: its conflict, and the words read from its cells."""

    conflict: pd.Series
    measure: Distinct
    people: Distinct
    party: Distinct
    basis: Distinct


class When(NamedTuple):
    """The days of each row: of the text of a cell as read, and the first and last day counted."""

    start: Distinct
    end: Distinct
    published: Distinct
    sequence: Distinct
    beside: dict[str, Distinct]
    first: pd.Series
    last: pd.Series


class HowMany(NamedTuple):
    """The numbers of each row as its cells state them."""

    counted: Distinct
    hedge: Distinct
    value: pd.Series
    lower: pd.Series
    upper: pd.Series


class Who(NamedTuple):
    """Who states each row, and who has checked it."""

    claimant: Distinct
    side: Distinct
    verification: Distinct


class Parsed(NamedTuple):
    """Every cell that has to be read, each distinct text once; the columns of the ledger are made of it."""

    what: What
    when: When
    how_many: HowMany
    who: Who


def parse_what(problems: Problems) -> What:
    """Read what each row counts, and note what cannot be read."""
    problems.parse("conflict", readings.parse_conflict)
    conflict = read_conflicts(problems)
    return What(
        conflict,
        problems.parse("measure", readings.parse_measure),
        problems.parse("population", readings.parse_population),
        problems.parse_in(conflict, "party", readings.parse_party),
        problems.parse("basis", readings.parse_basis),
    )


def read_conflicts(problems: Problems) -> pd.Series:
    """Read which conflict each row is about; one that cannot be read counts as unstated."""
    return problems.distinct("conflict").each(_conflict_or_none)


def _conflict_or_none(text: str) -> str:
    try:
        return readings.parse_conflict(text)
    except ConflictMisnamed:
        return UNSTATED


def parse_when(problems: Problems) -> When:
    """Read the days of each row, and note what cannot be read."""
    start, end = problems.parse("covers_from", parse_day_cell), problems.parse("covers_until", parse_day_cell)
    published = problems.parse("published_on", parse_day_cell)
    first, last = first_days(start), last_days(end)
    problems.note(first > last, "covers_until", "The last day counted lies before the first. Swap them.")
    sequence = problems.parse("published_sequence", _parse_count)
    beside = {name: problems.parse(name, parse_day_cell) for name in DAYS_BESIDE}
    return When(start, end, published, sequence, beside, first, last)


def parse_how_many(problems: Problems) -> HowMany:
    """Read the numbers of each row, and note what cannot be read."""
    counts = [problems.parse(column, _parse_count) for column in ("value", "lower", "upper")]
    hedge = problems.parse("hedge", readings.parse_hedge)
    value, lower, upper = (count.each(int, "Int64") for count in counts)
    value = value.fillna(lower.where(are_same(lower, upper)))
    _note_crossed(problems, lower, value, upper)
    return HowMany(counts[0], hedge, value, lower, upper)


def are_same(lower: pd.Series, upper: pd.Series) -> pd.Series:
    """Say where two bounds are one number: they are no range, and say the number once more."""
    return (lower == upper).fillna(False).astype(bool)


def parse_who(problems: Problems, register: Register) -> Who:
    """Read who states each row, and note what cannot be read."""
    return Who(
        problems.parse("claimant", register.claimant),
        problems.parse_in(read_conflicts(problems), "claimant_side", readings.parse_side),
        problems.parse("verification", readings.parse_verification),
    )


def _note_crossed(problems: Problems, lower: pd.Series, value: pd.Series, upper: pd.Series) -> None:
    wrong = ((lower > value) | (value > upper) | (lower > upper)).fillna(False).astype(bool)
    if not wrong.any():
        return
    crossed = zip(*(numbers[wrong].tolist() for numbers in (lower, value, upper)), strict=True)
    reasons = pd.Series([_say_crossed(*numbers) for numbers in crossed], index=value.index[wrong])
    problems.note(wrong, "value", reasons)


def _say_crossed(*numbers: int) -> str:
    try:
        check_order(*(None if number is pd.NA else number for number in numbers))
    except BoundsCross as error:
        return str(error)
    return ""


def _parse_count(text: str) -> int | None:
    """Parse a count that can be one: no more than every person alive."""
    count = parse_count_cell(text)
    if count is not None and count > EVERYBODY:
        raise UnreadableCount(found=text)
    return count


def first_days(dates: Distinct) -> pd.Series:
    """Return the first of the days that each date may mean."""
    return dates.each(lambda date: date.first, DAYS)


def last_days(dates: Distinct) -> pd.Series:
    """Return the last of the days that each date may mean."""
    return dates.each(lambda date: date.last, DAYS)
