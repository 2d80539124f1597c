"""Stated days and hours: when a toll was told, as its scope or note says, which may be before its page's day.

"As of 16:18; running page of 15 September, dated 16 September": the number was told on the 15th at 16:18.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from casualty_ledger.ledger.distinct import Distinct
from casualty_ledger.vocabulary import Basis

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = re.compile(
    r"\b(?:as of (?:\d{1,2}:\d{2},? )?(?:on )?|running page of |statement of |ended on )"
    rf"(\d{{1,2}} (?:{MONTHS}))\b"
)
HOUR = re.compile(r"\bas of (\d{1,2}:\d{2})(?:[,;.)]| on\b|$)")
TOLD = ("scope", "note")


def day_told(figures: pd.DataFrame) -> pd.Series:
    """Return the day on which each number was told: as stated of a count of days, else that of its page.

    A stated day is one from the days counted on, and none after the page's.
    """
    published, counts_days = figures["published_on"], figures["basis"] == Basis.PERIOD
    said = _said(figures, DAY).where(counts_days & figures["covers_until"].notna(), "")
    if not (said != "").any():
        return published
    years = figures["covers_until"].dt.strftime("%Y").fillna("1900")
    day = pd.to_datetime((said + " " + years).where(said != ""), format="%d %B %Y", errors="coerce")
    # An event of December may be told in January.
    day = day.mask(day < figures["covers_from"], day + pd.DateOffset(years=1)).astype(published.dtype)
    return published.mask(day.notna() & ~(day > published), day)


def minute_told(figures: pd.DataFrame) -> np.ndarray:
    """Return the minute of the day as of which each number was told; -1 where none is stated."""
    hours = _said(figures, HOUR)
    return np.array([_minutes(hour) if hour else -1 for hour in hours], dtype=np.int64)


def _said(figures: pd.DataFrame, pattern: re.Pattern[str]) -> pd.Series:
    """Return what the first of a figure's texts says that says anything of the kind."""
    first, second = (Distinct.of(figures[column]).extract(pattern).fillna("") for column in TOLD)
    return first.where(first != "", second)


def _minutes(hour: str) -> int:
    hours, minutes = hour.split(":")
    return 60 * int(hours) + int(minutes)
