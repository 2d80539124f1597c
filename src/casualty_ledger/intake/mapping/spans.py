"""Spans of days in one cell: “1–7 червня 2023”, “28 May – 3 June 2023”, “01.06–07.06.2023”."""

from __future__ import annotations

import re
from datetime import date

from casualty_ledger.errors import CasualtyLedgerError, UnreadableDate
from casualty_ledger.intake.mapping.model import Cell
from casualty_ledger.intake.mapping.readers import read_day_first, reader
from casualty_ledger.parsing.vague_dates import parse_vague_date

SPAN = re.compile(
    r"(?:(?:from|з|із|від|с|от)\s+)?(?P<first>\d[^–—]*?)\s*(?:–|—|-|\bto\b|\buntil\b|\bдо\b|\bпо\b)\s*"
    r"(?P<last>\d{1,2}\D.*\d{2,4}\D*)"
)
DAY_ALONE = re.compile(r"\d{1,2}")
DAY_AND_MONTH = re.compile(r"\d{1,2}[./]\d{1,2}\.?")


def find_span(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of a span; nothing where a text is none.

    >>> [f"{day:%d.%m.%Y}" for day in find_span("28 грудня – 3 січня 2024") or ()]
    ['28.12.2023', '03.01.2024']
    """
    found = SPAN.fullmatch(text.strip())
    if not found:
        return None
    try:
        last = _day(found["last"])
        first = _complete(found["first"].strip(), last) if last else None
    except (CasualtyLedgerError, ValueError):
        return None
    return (first, last) if first and last and first <= last else None


def _day(text: str) -> date | None:
    read = read_day_first(text, Cell(column=("day",)))
    return date.fromisoformat(read) if len(read) == 10 else None


def _complete(text: str, last: date) -> date | None:
    """Return the first day; what it leaves out is that of the last."""
    if DAY_ALONE.fullmatch(text):
        return last.replace(day=int(text))
    if DAY_AND_MONTH.fullmatch(text):
        return _day(f"{text.rstrip('.')}.{last.year}".replace("/", "."))
    if re.search(r"\d{4}|\d[./]\d{1,2}[./]\d{2}", text):
        return _day(text)
    stated = parse_vague_date(text, year=last.year).first
    return stated if stated <= last else stated.replace(year=last.year - 1)


@reader
def read_span_first_day(text: str, cell: Cell) -> str:
    """Read the first day of a span of days in one cell: 1–7 June 2023 (day first)."""
    return _spell(text, 0)


@reader
def read_span_last_day(text: str, cell: Cell) -> str:
    """Read the last day of a span of days in one cell; a day alone is its own first and last."""
    return _spell(text, 1)


def _spell(text: str, which: int) -> str:
    if not text:
        return ""
    span = find_span(text)
    if span is None and not (alone := read_day_first(text, Cell(column=("day",)))):
        raise UnreadableDate(found=text)
    return span[which].isoformat() if span else alone
