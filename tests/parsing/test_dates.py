"""Dates as far as they are known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualty_ledger.errors import UnreadableDate
from casualty_ledger.parsing.dates import parse_date
from casualty_ledger.vocabulary import DatePrecision


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2023-06-04", date(2023, 6, 4), date(2023, 6, 4), DatePrecision.DAY),
        ("2023-05", date(2023, 5, 1), date(2023, 5, 31), DatePrecision.MONTH),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), DatePrecision.MONTH),
        ("2023", date(2023, 1, 1), date(2023, 12, 31), DatePrecision.YEAR),
    ],
)
def test_a_partial_date_spans_what_it_may_mean(text, first, last, precision):
    """
    A month or a year means any of its days, from the first to the last.
    """
    stated = parse_date(text)

    assert (stated.first, stated.last, stated.precision) == (first, last, precision)


def test_no_date_stays_none():
    """
    An empty cell is an unknown date, not a day.
    """
    assert parse_date("  ") is None


@pytest.mark.parametrize("text", ["2023-02-30", "2023-13", "4 June 2023", "0000", "2023-6-4", "20230604"])
def test_what_is_no_date_is_refused(text: str):
    """
    A day that does not exist, or another way of writing, raises the declared error.
    """
    with pytest.raises(UnreadableDate):
        parse_date(text)


@pytest.mark.parametrize("text", ["1023-06-04", "2300", "9999-12", "0001-01-01", "1699-12-31"])
def test_a_year_that_no_table_holds_is_no_date(text: str):
    """
    A year outside those that a table can hold is refused with the years that it can.
    """
    with pytest.raises(UnreadableDate, match="outside the years 1700 to 2200"):
        parse_date(text)


@given(st.dates(date(1700, 1, 1), date(2200, 12, 31)))
def test_a_written_day_reads_back(day: date):
    """
    Every day written as ISO text reads back as itself.
    """
    assert parse_date(day.isoformat()).first == day


@given(st.text())
def test_no_text_raises_anything_else(text: str):
    """
    Any text gives a date, nothing, or the declared error.
    """
    try:
        stated = parse_date(text)
    except UnreadableDate:
        return
    assert stated is None or stated.first <= stated.last
