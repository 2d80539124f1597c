"""Spans: the days that a selection is about, named by weeks or by days as far as they are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from casualty_ledger.errors import UnreadableDate, UnreadableWeek
from casualty_ledger.explore.misuse import NoSuchVintage, UnreadableDays
from casualty_ledger.parsing.dates import parse_date
from casualty_ledger.parsing.weeks import LATEST, Vintage, Week, parse_week
from casualty_ledger.series.weeks import LEVELS, last_day_counted

WEEKS = "an ISO week such as '2023-W22', or the first and the last: '2023-W12/2023-W22'"
DAYS = "a day, a month or a year such as '2023-06-03', '2022-03' or '2022', or '2022-03-01/2022-03-31'"

TWO_DAYS = "the earlier first, each in full: '2024-11-27' and '2025-01-15'"


@dataclass(frozen=True)
class Span:
    """Days from the first to the last, with the words that named them."""

    first: date
    last: date
    name: str
    unit: str

    def holds(self, figures: pd.DataFrame) -> pd.Series:
        """Say which figures count days of this span: periods inside it, totals and levels that end in it."""
        level, until = _ends_of(figures)
        first, last = pd.Timestamp(self.first), pd.Timestamp(self.last)
        return until.between(first, last) & (level | (figures["covers_from"] >= first))

    def count_dayless(self, figures: pd.DataFrame) -> int:
        """Count the figures of which nobody knows whether their days lie in any span."""
        level, until = _ends_of(figures)
        return int((until.isna() | (~level & figures["covers_from"].isna())).sum())

    def weeks(self) -> list[Week]:
        """List the whole weeks of this span."""
        monday = self.first + timedelta(days=-self.first.weekday() % 7)
        count = max(0, (self.last - monday).days + 1) // 7
        return [Week(monday + timedelta(weeks=n)) for n in range(count)]


def _ends_of(figures: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Say which figures are totals or levels, and on which day each ends."""
    level = figures["basis"].isin(LEVELS)
    return level, figures["covers_until"].mask(level, last_day_counted(figures))


def parse_weeks(text: str) -> Span:
    """Return the span of one week, or from a first week to a last.

    Errors: UnreadableDays.

    >>> span = parse_weeks("2023-W12/2023-W22")
    >>> span.first.isoformat(), span.last.isoformat(), len(span.weeks())
    ('2023-03-20', '2023-06-04', 11)
    """
    first, last = _ends(text)
    try:
        span = Span(parse_week(first).monday, parse_week(last).sunday, text, "weeks")
    except UnreadableWeek:
        raise UnreadableDays(found=text, what="weeks", example=WEEKS) from None
    return _rising(span, WEEKS)


def parse_days(text: str) -> Span:
    """Return the span of a day, a month, a year, or from a first to a last.

    Errors: UnreadableDays.

    >>> parse_days("2022-03").last.isoformat()
    '2022-03-31'
    """
    first, last = _ends(text)
    try:
        start, end = parse_date(first), parse_date(last)
    except UnreadableDate:
        start = end = None
    if start is None or end is None:
        raise UnreadableDays(found=text, what="days", example=DAYS)
    return _rising(Span(start.first, end.last, text, "days"), DAYS)


def parse_two_days(first: str | date, last: str | date) -> tuple[date, date]:
    """Return two days, the earlier first.

    Errors: UnreadableDays.

    >>> parse_two_days("2024-11-27", date(2025, 1, 15))
    (datetime.date(2024, 11, 27), datetime.date(2025, 1, 15))
    """
    days = (_parse_day(first), _parse_day(last))
    if days[0] >= days[1]:
        raise UnreadableDays(found=f"{first} and {last}", what="two days that rise", example=TWO_DAYS)
    return days


def _parse_day(text: str | date) -> date:
    try:
        return date.fromisoformat(str(text).strip())
    except ValueError:
        raise UnreadableDays(found=str(text), what="a day", example=TWO_DAYS) from None


def parse_span(weeks: str, days: str) -> Span | None:
    """Read weeks, or else days; nothing where neither is asked for.

    Errors: UnreadableDays.
    """
    if weeks:
        return parse_weeks(weeks)
    return parse_days(days) if days else None


def parse_known(text: str | date) -> Vintage:
    """Return the vintage of a day; nothing and `latest` mean everything known today.

    Errors: NoSuchVintage.

    >>> str(parse_known("2023-06-05")), str(parse_known(""))
    ('2023-06-05', 'latest')
    """
    stated = str(text).strip()
    if stated in ("", str(LATEST)):
        return LATEST
    try:
        return Vintage(date.fromisoformat(stated[:10]))
    except ValueError:
        raise NoSuchVintage(found=text) from None


def _ends(text: str) -> tuple[str, str]:
    first, _, last = str(text).partition("/")
    return first.strip(), (last or first).strip()


def _rising(span: Span, example: str) -> Span:
    if span.first > span.last:
        raise UnreadableDays(found=span.name, what=f"{span.unit} that rise", example=example)
    return span
