"""Vague dates as texts put them: "4 June", "червень 2023", "in the night of 3 to 4 June", "24:00 on 14 June".

A date spans the days that it may mean. A night spans two days; 24:00 is the end of its own day.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from casualty_ledger.errors import UnreadableDate
from casualty_ledger.parsing.dates import PartialDate, parse_date
from casualty_ledger.vocabulary import DatePrecision

MONTHS = (
    "january jan січень січня січ январь января янв",
    "february feb лютий лютого лют февраль февраля февр фев",
    "march mar березень березня бер март марта мар",
    "april apr квітень квітня квіт кві апрель апреля апр",
    "may травень травня трав тра май мая",
    "june jun червень червня черв чер июнь июня июн",
    "july jul липень липня лип июль июля июл",
    "august aug серпень серпня серп сер август августа авг",
    "september sept sep вересень вересня вер сентябрь сентября сент сен",
    "october oct жовтень жовтня жовт жов октябрь октября окт",
    "november nov листопад листопада лист лис ноябрь ноября нояб ноя",
    "december dec грудень грудня груд гру декабрь декабря дек",
)
MONTH_OF = {word: number for number, words in enumerate(MONTHS, start=1) for word in words.split()}
NAME = "|".join(sorted(MONTH_OF, key=len, reverse=True))
# A day of the week before a day, which says nothing more of it: "неділя 07.07.2024", "Sun, 7 July".
WEEKDAY = re.compile(
    r"^(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|понеділок|вівторок|середа|четвер|"
    r"п['’ʼ]ятниця|субота|неділя|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|"
    r"пн|вт|ср|чт|пт|сб|нд|вс)\.?,?\s+(?=\D*\d)"
)
YEAR = r"(?:,?\s+(?P<year>\d{4})(?:\s*(?:р\.|року|г\.|года))?)?"
DAY_FIRST = re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{NAME})\.?{YEAR}")
MONTH_FIRST = re.compile(rf"(?P<month>{NAME})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d){YEAR}")
MONTH_ONLY = re.compile(rf"(?P<month>{NAME})\.?{YEAR}")
NIGHT = re.compile(
    r"(?:(?:in|on|during)\s+)?(?:the\s+)?night\s+(?:of|from)\s+(?:\d{1,2}\s*(?:to|-|–)\s*|to\s+)?|"
    r"(?:в|у|вночі)?\s*ніч\s+(?:з\s+\d{1,2}\s+)?на\s+|(?:в\s+)?ночь\s+(?:с\s+\d{1,2}\s+)?на\s+"
)
MIDNIGHT = re.compile(r"24:00(?:\s+(?:on|of|(?:at\s+the\s+)?end\s+of))?,?\s+")


def parse_vague_date(text: str, year: int | None = None) -> PartialDate:
    """Read a date in English, Ukrainian or Russian; `year` is assumed where the text gives none.

    Errors: UnreadableDate, where there is no date or its year is not known.

    >>> parse_vague_date("night of 3 to 4 June", 2023).first.isoformat()
    '2023-06-03'
    >>> parse_vague_date("24:00 on 14 June 2022").last.isoformat()
    '2022-06-14'
    """
    plain = WEEKDAY.sub("", " ".join(text.lower().split()))
    try:
        return _read(plain, year)
    except (ValueError, OverflowError):
        raise UnreadableDate(found=text) from None


def _read(text: str, year: int | None) -> PartialDate:
    if night := NIGHT.match(text):
        second = _read_day(text[night.end() :], year)
        return PartialDate(second - timedelta(days=1), second, DatePrecision.DAY)
    if midnight := MIDNIGHT.match(text):
        ended = _read_day(text[midnight.end() :], year)
        return PartialDate(ended, ended, DatePrecision.DAY)
    if MONTH_ONLY.fullmatch(text):
        return _read_month(text, year)
    if text[:4].isdigit():
        stated = parse_date(text)
        if stated is not None:
            return stated
    day = _read_day(text, year)
    return PartialDate(day, day, DatePrecision.DAY)


def _read_day(text: str, year: int | None) -> date:
    found = DAY_FIRST.fullmatch(text) or MONTH_FIRST.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return date(_year_of(found, year), MONTH_OF[found["month"]], int(found["day"]))


def _read_month(text: str, year: int | None) -> PartialDate:
    found = MONTH_ONLY.fullmatch(text)
    if found is None:
        raise ValueError(text)
    first = date(_year_of(found, year), MONTH_OF[found["month"]], 1)
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return PartialDate(first, last, DatePrecision.MONTH)


def _year_of(found: re.Match[str], year: int | None) -> int:
    if found["year"]:
        return int(found["year"])
    if year is None:
        raise ValueError("no year")
    return year
