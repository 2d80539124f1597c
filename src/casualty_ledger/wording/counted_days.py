"""The days that a figure counts, and the day on which it came out, each no more exactly than it is known."""

from __future__ import annotations

import re

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Basis, Caveat, DatePrecision
from casualty_ledger.wording.days import UNKNOWN_DAY, label_day, label_days
from casualty_ledger.wording.language import MONTH, MONTH_ALONE, phrase, translate, write_day

PAST_WEEK = re.compile(r"\b(?:past|last) week\b")


def label_publication(figure: ReportedFigure) -> str:
    """Say when a figure was published, as exactly as that is known."""
    day, precision = figure["published_on"], figure["published_precision"]
    if pd.isna(day):
        return translate(UNKNOWN_DAY)
    if precision == DatePrecision.MONTH:
        return write_day(day, MONTH)
    if precision == DatePrecision.YEAR:
        return f"{day:%Y}"
    said = label_day(day)
    return phrase("{day} (inferred)", day=said) if precision == DatePrecision.INFERRED_DAY else said


def label_until(figure: ReportedFigure) -> str:
    """Say up to which day a running total counts, or which days a period covers.

    A total that begins later than the conflict says when: "to 1 May" alone reads as a count of all of it.
    """
    if figure["basis"] != Basis.CUMULATIVE:
        return label_counted_days(figure)
    if pd.isna(figure["covers_until"]):
        began = f"{label_start(figure)}; " if begins_late(figure) else ""
        return began + phrase("end not stated; published {day}", day=label_publication(figure))
    return label_counted_days(figure) if begins_late(figure) else phrase("to {day}", day=label_end(figure))


def begins_late(figure: ReportedFigure) -> bool:
    """Say whether a figure is known to begin after the first days of its conflict."""
    first = figure["covers_from"]
    return not pd.isna(first) and not conflict_of(str(figure["conflict"])).is_since_start(first.date())


def label_start(figure: ReportedFigure) -> str:
    """Say since when a figure counts, as exactly as that is known."""
    return phrase("since {day}", day=_whole_start(figure))


def _whole_start(figure: ReportedFigure) -> str:
    """Write a first day with its year; one that is known by its month or year alone, no more exactly."""
    first = figure["covers_from"]
    if not _has_vague_start(figure):
        return label_day(first)
    return f"{first:%Y}" if figure["date_precision"] == DatePrecision.YEAR else write_day(first, MONTH)


def _has_vague_start(figure: ReportedFigure) -> bool:
    """Say whether only the month or the year of the first day is known: it is then the first day of one."""
    first, precision = figure["covers_from"], figure.get("date_precision", "")
    if pd.isna(first) or pd.isna(figure["covers_until"]) or has_vague_end(figure):
        return False
    begins = first.day == 1 and (precision == DatePrecision.MONTH or first.month == 1)
    return bool(begins and precision in (DatePrecision.MONTH, DatePrecision.YEAR))


def label_end(figure: ReportedFigure) -> str:
    """Name the last day that a total counts, or say that it is not stated.

    >>> label_end({"covers_until": pd.Timestamp("2023-06-04")}), label_end({"covers_until": None})
    ('4 June 2023', 'end not stated')
    """
    last = figure["covers_until"]
    if pd.isna(last):
        return translate("end not stated")
    if has_vague_end(figure):
        return f"{last:%Y}" if figure["date_precision"] == DatePrecision.YEAR else write_day(last, MONTH)
    return label_day(last)


def has_vague_end(figure: ReportedFigure) -> bool:
    """Say whether only the month or the year of the last day is known."""
    return str(Caveat.END_VAGUE) in str(figure.get("caveats", "")).split()


def label_counted_days(figure: ReportedFigure) -> str:
    """Write the days that a figure counts; of a last day that is told by its month or year, no more."""
    first, last = figure["covers_from"], figure["covers_until"]
    if pd.isna(first) and _is_of_past_week(figure):
        return _label_past_week(figure)
    if _has_vague_start(figure):
        return phrase("{first} to {last}", first=_whole_start(figure), last=label_day(last))
    if not has_vague_end(figure):
        return label_days(first, last)
    end = label_end(figure)
    if pd.isna(first):
        return phrase("up to {day}", day=end)
    start = _vague_start(figure)
    # "April to April 2023" is April 2023.
    return end if end.startswith(start) else phrase("{first} to {last}", first=start, last=end)


def _is_of_past_week(figure: ReportedFigure) -> bool:
    """Say whether a period without a first day is "the past week", in the words of its record."""
    told = (str(figure.get(name, "")) for name in ("scope", "note"))
    return figure.get("basis") == Basis.PERIOD and any(map(PAST_WEEK.search, told))


def _label_past_week(figure: ReportedFigure) -> str:
    """Name a week by its last day, or else by the day on which it was the past one: no total to that day."""
    if not pd.isna(figure["covers_until"]):
        return phrase("the week to {day}", day=label_day(figure["covers_until"]))
    if pd.isna(figure["published_on"]):
        return translate("a week, days not stated")
    return phrase("the week before {day}", day=label_publication(figure))


def _vague_start(figure: ReportedFigure) -> str:
    """Write a first day as vaguely as the last one, where it begins a month or a year as vague as that."""
    first, of_year = figure["covers_from"], figure["date_precision"] == DatePrecision.YEAR
    if first.day > 1 or (of_year and first.month > 1):
        return label_day(first)
    if of_year:
        return f"{first:%Y}"
    return write_day(first, MONTH_ALONE if first.year == figure["covers_until"].year else MONTH)
