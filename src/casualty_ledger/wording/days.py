"""Days in words: one day, or the days from one to another, as short as they can be said."""

from __future__ import annotations

from typing import Any

import pandas as pd

from casualty_ledger.wording.language import DAY_AND_MONTH, mark, phrase, translate, write_day

UNKNOWN_DAY = mark("an unknown day")
# The same day of another year is no closer to a week than this.
HALF_A_YEAR = pd.Timedelta(days=183)


def label_day(day: Any) -> str:
    """Write a day out; an unknown one is called so.

    >>> label_day(pd.Timestamp("2023-06-04")), label_day(None)
    ('4 June 2023', 'an unknown day')
    """
    return translate(UNKNOWN_DAY) if day is None or pd.isna(day) else write_day(day)


def label_days(first: Any, last: Any) -> str:
    """Write the days counted, as short as they can be said.

    >>> label_days(pd.Timestamp("2023-05-29"), pd.Timestamp("2023-06-04"))
    '29 May to 4 June 2023'
    """
    if pd.isna(first) and pd.isna(last):
        return translate("days not stated")
    if pd.isna(first):
        return phrase("up to {day}", day=label_day(last))
    if pd.isna(last):
        return phrase("since {day}, end not stated", day=label_day(first))
    if first == last:
        return label_day(last)
    if (first.year, first.month) == (last.year, last.month):
        return phrase("{number} to {last}", number=first.day, last=label_day(last))
    start = label_day(first) if first.year != last.year else write_day(first, DAY_AND_MONTH)
    return phrase("{first} to {last}", first=start, last=label_day(last))


def label_short_days(first: Any, last: Any, near: Any = None) -> str:
    """Write the days without their year, for a page that names it; with it where they lie far from `near`.

    >>> label_short_days(pd.Timestamp("2023-06-03"), pd.Timestamp("2023-06-03"))
    '3 June'
    >>> label_short_days(pd.Timestamp("2022-06-03"), pd.Timestamp("2022-06-03"), pd.Timestamp("2023-06-05"))
    '3 June 2022'
    """
    known = [day for day in (first, last) if not pd.isna(day)]
    years, whole = {day.year for day in known}, label_days(first, last)
    is_far = near is not None and any(abs(near - day) > HALF_A_YEAR for day in known)
    return whole if is_far or len(years) != 1 else whole.replace(f" {years.pop()}", "")
