"""Weeks and vintages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualty_ledger.errors import UnreadableVintage, UnreadableWeek
from casualty_ledger.parsing.weeks import LATEST, Vintage, Week, label_edition, parse_vintage, parse_week


def test_week_22_of_2023_runs_from_29_may_to_4_june():
    """
    An ISO week runs from Monday to Sunday, and its brief goes out on the Monday after.
    """
    week = parse_week("2023-W22")

    assert (week.monday, week.sunday, week.brief_day) == (
        date(2023, 5, 29),
        date(2023, 6, 4),
        date(2023, 6, 5),
    )


@pytest.mark.parametrize("text", ["2023-W60", "2023-W53", "2023-W00", "W22", "2023-22", "", "2023-W22x"])
def test_a_week_that_does_not_exist_is_refused(text: str):
    """
    A week that a year does not have, or another spelling, raises the declared error.
    """
    with pytest.raises(UnreadableWeek):
        parse_week(text)


def test_2020_has_a_week_53_and_2025_begins_in_2024():
    """
    Long years have 53 weeks, and week 1 may begin in the year before.
    """
    assert parse_week("2020-W53").sunday == date(2021, 1, 3)
    assert parse_week("2025-W01").monday == date(2024, 12, 30)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_a_written_week_reads_back(day: date):
    """
    The week of any day, written as ISO text, reads back as itself.
    """
    week = Week(date.fromisocalendar(*day.isocalendar()[:2], 1))

    assert parse_week(str(week)) == week


@pytest.mark.parametrize(
    ("text", "vintage"),
    [("", Vintage(date(2023, 6, 5))), ("latest", LATEST), ("2024-01-01", Vintage(date(2024, 1, 1)))],
)
def test_a_vintage_is_monday_a_date_or_latest(text: str, vintage: Vintage):
    """
    No vintage means the Monday after the week; otherwise it is a date or latest.
    """
    assert parse_vintage(text, parse_week("2023-W22")) == vintage


@pytest.mark.parametrize("text", ["2023-13-01", "yesterday", "2023-W22x", "Latest"])
def test_what_is_no_vintage_is_refused(text: str):
    """
    Anything else raises the declared error.
    """
    with pytest.raises(UnreadableVintage):
        parse_vintage(text, parse_week("2023-W22"))


def test_only_the_default_vintage_has_the_plain_name():
    """
    The edition of the Monday after is named after its week; any other names its vintage.
    """
    week = parse_week("2023-W22")

    assert label_edition(week, Vintage(date(2023, 6, 5))) == "2023-W22"
    assert label_edition(week, Vintage(date(2024, 1, 1))) == "2023-W22@2024-01-01"


@pytest.mark.parametrize("text", ["9999-W52", "1023-W05", "0001-W01", "2201-W01"])
def test_a_week_of_a_year_that_no_table_holds_is_none(text: str):
    """
    A week, or a vintage, of a year that no table can hold is refused in a sentence.
    """
    with pytest.raises(UnreadableWeek, match="outside 1700 to 2200"):
        parse_week(text)
    with pytest.raises(UnreadableVintage):
        parse_vintage(f"{text[:4]}-01-01", parse_week("2023-W22"))
