"""The days that a figure covers, as far as its own words and the day of printing tell them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.parsing.dates import PartialDate, parse_date
from casualty_ledger.parsing.vague_dates import parse_vague_date

# Beginnings of the days of the week, from Monday on.
WEEK = (
    ("monday", "понеділ", "понедельник"),
    ("tuesday", "вівтор", "вторник"),
    ("wednesday", "серед", "сред"),
    ("thursday", "четвер"),
    ("friday", "п'ятниц", "пятниц"),
    ("saturday", "субот", "суббот"),
    ("sunday", "неділ", "воскресень"),
)
WITHIN_A_DAY = re.compile(
    r"overnight|last night|(?:the )?(?:past|last) (?:day|24 hours)"
    r"|(?:(?:минулої|минувшей|прошлой) )?(?:ночі|ночью)|[ву]ночі"
    r"|(?:за|протягом|упродовж) (?:(?:минулу|останню) )?доб[уи]"
    r"|за (?:(?:минувшие|прошедшие|последние) )?сутки"
)
AGO = {"today": 0, "сьогодні": 0, "сегодня": 0, "yesterday": 1, "вчора": 1, "учора": 1, "вчера": 1}


def days_of(words: str | None, published_on: str) -> tuple[str, str]:
    """Return the first and last day that words tell, empty where that would be a guess.

    A day of the week is the last one before printing or the day itself; a day without a year is the last
    such day. The night or the 24 hours before printing lie in two days; a night of a day of the week, or
    "last week", is left open.

    >>> days_of("Saturday", "2023-06-05"), days_of("4 June", "2023-06-05"), days_of("Saturday", "")
    (('2023-06-03', '2023-06-03'), ('2023-06-04', '2023-06-04'), ('', ''))
    """
    printed = _printed(published_on)
    plain = (words or "").lower().replace("’", "'")
    try:
        found = parse_vague_date(plain, printed.year if printed else None)
    except CasualtyLedgerError:
        day = _told_by_printing(plain, printed) if printed else None
        if day is None:
            return "", ""
        first = day - timedelta(days=1) if WITHIN_A_DAY.fullmatch(plain) else day
        return first.isoformat(), day.isoformat()
    return _not_later(found, printed, plain)


def _printed(published_on: str) -> date | None:
    try:
        found = parse_date(published_on)
    except CasualtyLedgerError:
        return None
    return found.first if found and found.first == found.last else None


def _not_later(found: PartialDate, printed: date | None, words: str) -> tuple[str, str]:
    """Return the days, a year earlier where the words tell no year and the day would lie ahead."""
    if printed and found.first > printed and str(found.first.year) not in words:
        found = parse_vague_date(words, found.first.year - 1)
    return found.first.isoformat(), found.last.isoformat()


def _told_by_printing(words: str, printed: date) -> date | None:
    first = words.split()[0] if words.split() else ""
    if WITHIN_A_DAY.fullmatch(words):
        return printed
    if words in AGO:
        return printed - timedelta(days=AGO[words])
    named = (number for number, stems in enumerate(WEEK) if first.startswith(stems))
    weekday = next(named, None)
    if weekday is None or len(words.split()) > 1:
        return None
    return printed - timedelta(days=(printed.weekday() - weekday) % 7)
