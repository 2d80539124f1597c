"""Months that a monitor verified: which is the last, and since when none was worse."""

import pandas as pd
from made_up_ledgers import VERIFIED, edition_with

from casualty_ledger.week.months import verified_months, worst_since


def month(start: str, killed: int, injured: int | None = None, published: str = "") -> list[dict[str, str]]:
    first = pd.Timestamp(start)
    days = {"covers_from": start, "covers_until": str((first + pd.offsets.MonthEnd(0)).date())}
    known = published or str((first + pd.DateOffset(months=1, days=4)).date())
    row = VERIFIED | days | {"basis": "period", "published_on": known, "value": str(killed)}
    also = [] if injured is None else [row | {"measure": "injured", "value": str(injured)}]
    return [row, *also]


def months_of(*rows: dict[str, str]):
    edition = edition_with(*rows, week="2025-W33", as_of="latest")
    return verified_months(edition.figures, edition.conflict.file.monitors[0])


def test_the_last_number_of_a_month_counts():
    """
    A month stated again stands with its later number, and keeps the day on which it first came out.
    """
    (found,) = months_of(*month("2025-06-01", 230), *month("2025-06-01", 232, published="2025-08-11"))

    assert found.killed["value"] == 232
    assert found.first_published_on == pd.Timestamp("2025-07-05")


def test_a_month_of_no_known_day_of_publication_is_one_of_the_months():
    """
    In hindsight no later month is worse than it; it is new in no week, and a dated number stands.
    """
    undated = [row | {"published_on": ""} for row in month("2025-07-01", 300, 900)]
    quiet = [row for nth in range(1, 7) for row in month(f"2025-0{nth}-01", 100, 300)]
    found = months_of(*quiet, *undated, *month("2025-08-01", 200, 400))
    edition = edition_with(*quiet, *undated, week="2025-W33", as_of="latest")

    assert [each.harmed for each in found[-2:]] == [1200, 600]
    assert worst_since(found) is None
    assert edition.facts.new_month is None
    assert months_of(*undated, *month("2025-07-01", 290))[0].killed["value"] == 290


def test_a_part_of_a_month_is_no_month():
    """
    1 to 27 August is no month to compare with others.
    """
    assert months_of(*[row | {"covers_until": "2025-06-27"} for row in month("2025-06-01", 100)]) == []


def test_the_worst_month_is_told_with_the_month_since_which_none_was_worse():
    """
    More killed and injured than in each of seven months, and less than in the month before them.
    """
    quiet = [row for nth in range(1, 8) for row in month(f"2025-0{nth}-01", 100, 300 + nth)]
    rows = [*month("2024-12-01", 200, 900), *quiet, *month("2025-08-01", 150, 400)]
    found = months_of(*rows)

    assert worst_since(found).start == pd.Timestamp("2025-01-01")
    assert worst_since(found[:-1]) is not None
    assert worst_since(found[:1]) is None


def test_a_month_without_one_of_both_numbers_is_compared_with_none():
    """
    Killed alone are not held against killed and injured together.
    """
    quiet = [row for nth in range(1, 8) for row in month(f"2025-0{nth}-01", 100, 300)]

    assert worst_since(months_of(*quiet, *month("2025-08-01", 400))) is None
