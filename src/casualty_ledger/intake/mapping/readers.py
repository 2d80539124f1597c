"""Readers: what a mapping may ask to be made of a text; each takes a text and returns the cell to record.

One that a source needs and that is not here is a function with `@reader`; most sources need none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from itertools import takewhile

from casualty_ledger.errors import CasualtyLedgerError, UnknownWord, UnreadableCount, UnreadableDate
from casualty_ledger.intake.mapping.model import Cell
from casualty_ledger.parsing.dates import PartialDate, parse_date
from casualty_ledger.parsing.near_words import did_you_mean_one
from casualty_ledger.parsing.vague_dates import WEEKDAY, parse_vague_date
from casualty_ledger.parsing.weeks import parse_week
from casualty_ledger.vocabulary import DatePrecision

Reader = Callable[[str, Cell], str]
READERS: dict[str, Reader] = {}

NUMBERED = re.compile(
    r"(?P<one>\d{1,2})\s*[./-]\s*(?P<two>\d{1,2})\s*[./-]\s*(?P<year>\d{4}|\d{2})(?:\s*(?:р|г)\.)?"
)
YEAR_FIRST = re.compile(r"(?P<year>\d{4})[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})")
MONTH_NUMBER = re.compile(
    r"(?:(?P<year>\d{4})[./-](?P<month>\d{1,2})|(?P<first>\d{1,2})[./-](?P<second>\d{4}))"
)
MONTH_SHORT = re.compile(r"(?P<month>[^\W\d_]+)\.?[ ./'’-]*(?P<year>\d{4}|\d{2})")
CLOCK = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?$")
ADDRESS = re.compile(r"https?://[^\s<>\"']+")
# So much of a day in ISO form is written of one that is not known exactly.
SPELLED = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7}
# Years written with two digits: those up to this many years from now on are of this century.
CENTURY_AHEAD = 20


class NotWhole(CasualtyLedgerError):
    """A number that should count people and is none."""

    template = "{found!r} is no number of people. Negative and broken numbers are not counts."


def reader(read: Reader) -> Reader:
    """Register a reader under its name; the first line of its docstring stands in the documentation."""
    READERS[read.__name__.removeprefix("read_")] = read
    return read


def find_reader(name: str) -> Reader:
    """Return a reader by its name.

    Errors: UnknownWord.
    """
    if name not in READERS:
        hint = did_you_mean_one(name, {each: each for each in READERS})
        raise UnknownWord(found=name, what="reader", hint=hint, allowed=", ".join(READERS))
    return READERS[name]


def _year(text: str) -> int:
    """Return a year of two or four digits."""
    if len(text) == 4:
        return int(text)
    latest = date.today().year + CENTURY_AHEAD
    return latest - (latest - int(text)) % 100


def _partial(text: str, *, day_first: bool | None) -> PartialDate | None:
    """Return the days that a text may mean; nothing where it is empty. Errors: UnreadableDate."""
    plain = WEEKDAY.sub("", text.strip())
    plain = CLOCK.sub("", plain).strip() if ":" in plain else plain
    try:
        if parts := YEAR_FIRST.fullmatch(plain):
            # A day or month 0 is one that is not known.
            known = takewhile(int, parts.group("month", "day"))
            return parse_date("-".join([parts["year"], *(each.zfill(2) for each in known)]))
        if parts := NUMBERED.fullmatch(plain):
            return _numbered(text, parts, day_first)
        if parts := MONTH_NUMBER.fullmatch(plain):
            year, month = parts["year"] or parts["second"], parts["month"] or parts["first"]
            return parse_date(f"{year}-{int(month):02d}")
        if parts := MONTH_SHORT.fullmatch(plain):
            return parse_vague_date(f"{parts['month']} {_year(parts['year'])}")
    except CasualtyLedgerError:
        raise
    except ValueError:
        raise UnreadableDate(found=text) from None
    return parse_vague_date(plain) if plain and not plain.isdigit() else parse_date(plain)


def _numbered(text: str, parts: re.Match[str], day_first: bool | None) -> PartialDate:
    """Read a day in numbers; one with points between them has the day first, where it can be so."""
    one, two = int(parts["one"]), int(parts["two"])
    if day_first is None and one <= 12 and two <= 12 and one != two and "." not in text:
        raise AmbiguousDay(found=text)
    first = one > 12 if day_first is None else day_first
    first = two <= 12 if "." in text else first
    day, month = (one, two) if first else (two, one)
    stated = date(_year(parts["year"]), month, day)
    return PartialDate(stated, stated, DatePrecision.DAY)


class AmbiguousDay(CasualtyLedgerError):
    """A day that may be two."""

    template = (
        "{found!r} may be two days. Say which in the mapping: read day_first, or read month_first "
        "(or import with --dates day_first)."
    )


def _spell(stated: PartialDate | None) -> str:
    if stated is None:
        return ""
    first = stated.first.isoformat()
    return first[: SPELLED.get(stated.precision)]


@reader
def read_day(text: str, cell: Cell) -> str:
    """Read a day, month or year in any unambiguous form, in English, Ukrainian or Russian."""
    return _spell(_partial(text, day_first=None))


@reader
def read_day_first(text: str, cell: Cell) -> str:
    """Read a day, month or year, where 03/06/2023 is 3 June."""
    return _spell(_partial(text, day_first=True))


@reader
def read_month_first(text: str, cell: Cell) -> str:
    """Read a day, month or year, where 03/06/2023 is 6 March."""
    return _spell(_partial(text, day_first=False))


@reader
def read_first_day(text: str, cell: Cell) -> str:
    """Read the first day of a month or year: Mar-03, 2023-05, травень 2023."""
    stated = _partial(text, day_first=None)
    return stated.first.isoformat() if stated else ""


@reader
def read_last_day(text: str, cell: Cell) -> str:
    """Read the last day of a month or year."""
    stated = _partial(text, day_first=None)
    return stated.last.isoformat() if stated else ""


@reader
def read_day_before(text: str, cell: Cell) -> str:
    """Read the day before a day (day first): a total at the beginning of 1 April ends on 31 March."""
    stated = _partial(text, day_first=True)
    return (stated.first - timedelta(days=1)).isoformat() if stated else ""


@reader
def read_week_after(text: str, cell: Cell) -> str:
    """Read the day six days after a day (day first): the end of a week told by its first day."""
    stated = _partial(text, day_first=True)
    return (stated.first + timedelta(days=6)).isoformat() if stated else ""


@reader
def read_week_first_day(text: str, cell: Cell) -> str:
    """Read the Monday of an ISO week: 2023-W22."""
    return parse_week(_iso_week(text)).monday.isoformat() if text else ""


@reader
def read_week_last_day(text: str, cell: Cell) -> str:
    """Read the Sunday of an ISO week."""
    return parse_week(_iso_week(text)).sunday.isoformat() if text else ""


def _iso_week(text: str) -> str:
    year, _, week = text.upper().partition("-W")
    return f"{year}-W{week.zfill(2)}"


@reader
def read_days_since(text: str, cell: Cell) -> str:
    """Read the day that is a number of days after `since`."""
    if not text or cell.since is None:
        return ""
    try:
        return (cell.since + timedelta(days=int(Decimal(text)))).isoformat()
    except (InvalidOperation, ValueError, OverflowError):
        raise UnreadableDate(found=text) from None


@reader
def read_whole(text: str, cell: Cell) -> str:
    """Round a computed number to a whole one: 430.86 is 431; a negative one is refused."""
    if not text:
        return ""
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation:
        raise UnreadableCount(found=text) from None
    if number < 0 or not number.is_finite():
        raise NotWhole(found=text)
    return str(int(number.to_integral_value()))


@reader
def read_address(text: str, cell: Cell) -> str:
    """Take the first web address in a text."""
    found = ADDRESS.search(text)
    return found[0].rstrip(".,;)") if found else ""


@reader
def read_slug(text: str, cell: Cell) -> str:
    """Make a word in small letters, digits and _, as a conflict or a party is named."""
    words = "_".join(re.findall(r"[^\W_]+", text.casefold()))
    return words if len(words) <= 40 else words[:40].rpartition("_")[0]
