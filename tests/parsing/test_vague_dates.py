"""Vague dates as texts put them, in three languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualty_ledger.errors import UnreadableDate
from casualty_ledger.parsing.vague_dates import MONTHS, parse_vague_date

TABLE = [
    ("4 June 2023", "2023-06-04", "2023-06-04", "day"),
    ("June 4, 2023", "2023-06-04", "2023-06-04", "day"),
    ("4th of June", "2023-06-04", "2023-06-04", "day"),
    ("4 червня 2023 року", "2023-06-04", "2023-06-04", "day"),
    ("4 июня", "2023-06-04", "2023-06-04", "day"),
    ("June 2023", "2023-06-01", "2023-06-30", "month"),
    ("червень 2023", "2023-06-01", "2023-06-30", "month"),
    ("лютий", "2023-02-01", "2023-02-28", "month"),
    ("2023", "2023-01-01", "2023-12-31", "year"),
    ("2023-05", "2023-05-01", "2023-05-31", "month"),
    ("2023-06-04", "2023-06-04", "2023-06-04", "day"),
    ("night of 3 to 4 June", "2023-06-03", "2023-06-04", "day"),
    ("in the night of 31 to 1 June", "2023-05-31", "2023-06-01", "day"),
    ("в ніч на 4 червня", "2023-06-03", "2023-06-04", "day"),
    ("ночь на 4 июня 2023 года", "2023-06-03", "2023-06-04", "day"),
    ("в ночь с 3 на 4 июня", "2023-06-03", "2023-06-04", "day"),
    ("24:00 on 14 June", "2023-06-14", "2023-06-14", "day"),
]


@pytest.mark.parametrize(("text", "first", "last", "precision"), TABLE)
def test_a_vague_date_spans_what_it_may_mean(text: str, first: str, last: str, precision: str):
    """
    A date reads as the days that it may mean: a night spans two, and 24:00 ends its own day.
    """
    found = parse_vague_date(text, 2023)

    assert (found.first.isoformat(), found.last.isoformat(), found.precision) == (first, last, precision)


@pytest.mark.parametrize("text", ["4 June", "червень", "31 June 2023", "yesterday", "", "0 May 2023"])
def test_what_is_no_date_or_lacks_a_year_is_refused(text: str):
    """
    A day that does not exist, or one of which no year is known, raises the declared error.
    """
    with pytest.raises(UnreadableDate):
        parse_vague_date(text)


@given(st.dates(min_value=date(1900, 1, 1)), st.data())
def test_a_written_day_reads_back(day: date, data: st.DataObject):
    """
    Every day, written with any spelling of its month, reads back as itself.
    """
    month = data.draw(st.sampled_from(MONTHS[day.month - 1].split()))

    assert parse_vague_date(f"{day.day} {month} {day.year}").first == day


@given(st.text() | st.from_regex(r"(?:night of |24:00 on )?[0-9]{1,2} (?:june|червня|июня) ?[0-9]{0,4}"))
def test_no_text_raises_anything_else(text: str):
    """
    Any text gives a date or the declared error.
    """
    try:
        found = parse_vague_date(text, 2023)
    except UnreadableDate:
        return
    assert found.first <= found.last
