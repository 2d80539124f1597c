"""Dates as far as they are known: a day, a month, a year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from casualty_ledger.errors import UnreadableDate, YearOutOfRange
from casualty_ledger.vocabulary import DatePrecision

PARTIAL = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:[T ]00:00(?::00)?)?)?)?"
)

# The years that a day of the ledger may have: tables hold no others.
FIRST_YEAR, LAST_YEAR = 1700, 2200


@dataclass(frozen=True)
class PartialDate:
    """The first and the last day that a date may mean, and how exactly it is known."""

    first: date
    last: date
    precision: DatePrecision


@lru_cache(maxsize=65_536)
def parse_date(text: str) -> PartialDate | None:
    """Return the days that `text` may mean, or None where it is empty; midnight behind a day adds nothing.

    Errors: UnreadableDate, or YearOutOfRange where no table can hold the year.

    >>> parse_date("2023-05").last.isoformat(), str(parse_date("2023").precision)
    ('2023-05-31', 'year')
    """
    stripped = text.strip()
    if not stripped:
        return None
    parts = PARTIAL.fullmatch(stripped)
    if parts is None:
        raise UnreadableDate(found=text)
    if not FIRST_YEAR <= int(parts["year"]) <= LAST_YEAR:
        raise YearOutOfRange(found=text, first=FIRST_YEAR, last=LAST_YEAR)
    try:
        return _from_parts(int(parts["year"]), parts["month"], parts["day"])
    except ValueError:
        raise UnreadableDate(found=text) from None


def _from_parts(year: int, month: str | None, day: str | None) -> PartialDate:
    if month is None:
        return PartialDate(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR)
    if day is None:
        first = date(year, int(month), 1)
        last = first.replace(day=calendar.monthrange(year, first.month)[1])
        return PartialDate(first, last, DatePrecision.MONTH)
    stated = date(year, int(month), int(day))
    return PartialDate(stated, stated, DatePrecision.DAY)
