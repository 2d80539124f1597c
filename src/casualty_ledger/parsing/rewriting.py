"""Rewriting: the cell to write in place of one that a person understands and the ledger must not guess at."""

from __future__ import annotations

import re
from datetime import date

from casualty_ledger.errors import (
    BoundsCross,
    CellToRewrite,
    UnreadableCount,
    UnreadableDate,
    UnreadablePhrase,
)
from casualty_ledger.parsing.counts import MAYBE_DECIMAL, parse_count
from casualty_ledger.parsing.dates import PartialDate, parse_date
from casualty_ledger.parsing.phrases import Phrase, parse_phrase
from casualty_ledger.parsing.vague_dates import parse_vague_date
from casualty_ledger.vocabulary import DatePrecision, Hedge, Role

NUMBERED = re.compile(r"(?P<one>\d{1,2})[./-](?P<two>\d{1,2})[./-](?P<year>\d{4})")
YEAR_FIRST = re.compile(r"(?P<year>\d{4})[./-](?P<one>\d{1,2})[./-](?P<two>\d{1,2})")


def parse_count_cell(text: str) -> int | None:
    """Return the count of a cell, or None where it is empty.

    Errors: UnreadableCount; CellToRewrite, where the cell to write instead can be named.

    >>> parse_count_cell("at least 20")
    Traceback (most recent call last):
    ...
    casualty_ledger.errors.CellToRewrite: 'at least 20' is not read as it stands. \
Write 20 in value and at_least in hedge.
    """
    try:
        return parse_count(text)
    except UnreadableCount:
        advice = _advise_count(text.strip())
        if not advice:
            raise
    raise CellToRewrite(found=text, advice=advice)


def _advise_count(text: str) -> str:
    if MAYBE_DECIMAL.fullmatch(text):
        return (
            f"Its mark may part thousands or decimals: write {re.sub('[^0-9]', '', text)} if that is meant."
        )
    try:
        phrase = parse_phrase(text)
    except (UnreadablePhrase, BoundsCross):
        return ""
    return f"Write {_spell(phrase)}." if text[:1].isalnum() else ""


def _spell(phrase: Phrase) -> str:
    basis = " and increment in basis" if phrase.role is Role.INCREMENT else ""
    if phrase.hedge is Hedge.RANGE:
        return f"{phrase.lower} in lower, {phrase.upper} in upper and range in hedge{basis}"
    if phrase.value is None:
        return f"{phrase.hedge} in hedge and leave the number empty{basis}"
    return f"{phrase.value} in value and {phrase.hedge} in hedge{basis}"


def parse_day_cell(text: str) -> PartialDate | None:
    """Return the days that a cell may mean, or None where it is empty.

    Errors: UnreadableDate; CellToRewrite, where the cell to write instead can be named.

    >>> parse_day_cell("03/06/2023")
    Traceback (most recent call last):
    ...
    casualty_ledger.errors.CellToRewrite: '03/06/2023' is not read as it stands. \
Write 2023-06-03 or 2023-03-06.
    """
    try:
        return parse_date(text)
    except UnreadableDate:
        meant = _days_meant(text.strip())
        if not meant:
            raise
    raise CellToRewrite(found=text, advice=f"Write {' or '.join(meant)}.")


def _days_meant(text: str) -> list[str]:
    if parts := NUMBERED.fullmatch(text):
        orders = [(parts["two"], parts["one"]), (parts["one"], parts["two"])]
    elif parts := YEAR_FIRST.fullmatch(text):
        orders = [(parts["one"], parts["two"])]
    else:
        return _day_in_words(text)
    days = (_day(parts["year"], month, day) for month, day in orders)
    return list(dict.fromkeys(day for day in days if day))


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _day_in_words(text: str) -> list[str]:
    try:
        stated = parse_vague_date(text)
    except UnreadableDate:
        return []
    month = stated.precision is DatePrecision.MONTH
    return [stated.last.isoformat()[: 7 if month else 10]] if month or stated.first == stated.last else []
