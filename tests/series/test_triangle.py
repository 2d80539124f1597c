"""The revision triangle."""

import pytest

from casualty_ledger.series.triangle import COLUMNS, revision_triangle
from casualty_ledger.vocabulary import Measure

OHCHR = "OHCHR HRMMU"


@pytest.fixture(scope="module")
def killed(ledger):
    return revision_triangle(ledger.figures, OHCHR, "Ukraine", Measure.KILLED)


def test_a_triangle_holds_months_that_were_stated_more_than_once(killed):
    """
    Each month has at least two numbers; February 2022, which began on the 24th, is one of them.
    """
    assert killed.groupby("month").size().min() == 2
    assert killed["month"].min().strftime("%Y-%m") == "2022-02"


def test_growth_is_measured_against_the_first_number(killed):
    """
    April 2022 was first 683 and on 15 August 2023 820: 20.06 per cent more.
    """
    april = killed[(killed["month"] == "2022-04-01") & (killed["vintage_day"] == "2023-08-15")]

    assert april["growth"].round(2).tolist() == [20.06]


def test_the_highest_number_of_a_month_has_the_share_of_one(killed):
    """
    Shares run up to 1 in every month, and the lowest of March 2022 is 3,190 of 4,289.
    """
    march = killed[killed["month"] == "2022-03-01"]

    assert killed.groupby("month")["share"].max().eq(1).all()
    assert march["share"].min() == pytest.approx(3190 / 4289)


def test_numbers_without_a_day_stand_last_and_apart(killed):
    """
    Nobody knows where an undated publication belongs: it follows the dated ones, one column each.
    """
    undated = killed[killed["vintage_day"].isna()]
    march = undated[undated["month"] == "2022-03-01"]

    assert undated["vintage"].min() > killed.loc[killed["vintage_day"].notna(), "vintage"].max()
    assert march["value"].tolist() == [4168, 4289]
    assert march["vintage"].is_unique


def test_a_claimant_that_restated_nothing_has_no_triangle(ledger):
    """
    Of a claimant without monthly counts the triangle is empty, with its columns.
    """
    none = revision_triangle(ledger.figures, "General Staff of Ukraine", "Ukraine", Measure.KILLED)

    assert none.empty
    assert list(none.columns) == COLUMNS
