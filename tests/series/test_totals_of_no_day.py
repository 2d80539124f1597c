"""Totals of which no last day is stated: they count until they were published, and may be older."""

import pytest
from small_ledger import ENEMY, GOVERNOR, MONITOR, OUTLET, POLICE, TOTAL, disagreements

KILLED = TOTAL | {"measure": "killed", "covers_until": "2024-05-10"}
UNDATED = KILLED | {"covers_until": ""}


@pytest.mark.parametrize("measure", ["killed", "killed_and_wounded", "losses_unspecified"])
def test_an_undated_total_is_compared_with_those_of_its_day(measure: str):
    """
    700,000 by the 10th, as one says on that day, and more than 750,000 for it, as another does.
    """
    one, other = ({"measure": measure, "value": value} for value in ("700000", "750000"))
    high = KILLED | other | {"hedge": "more_than", "claimant": ENEMY}

    assert disagreements(UNDATED | one, high) == {"rival_claimants": {"t-1", "t-2"}}


@pytest.mark.parametrize("claimant", [GOVERNOR, POLICE])
def test_a_lower_total_of_no_day_may_be_an_earlier_state_of_one_series(claimant: str):
    """
    993 children, of no day, are no rival of 1,005 by the 10th where bodies of one side count one series.
    """
    low = UNDATED | {"value": "993"}

    assert disagreements(KILLED | {"value": "1005", "claimant": claimant}, low) == {}


def test_a_higher_total_of_no_day_is_no_earlier_state():
    """
    Two hundred thousand said on the 10th cannot be eighty-seven thousand by the 13th.
    """
    later = KILLED | {"value": "87310", "covers_until": "2024-05-13", "published_on": "2024-05-13"}
    rows = (UNDATED | {"value": "200000", "claimant": POLICE}, later)

    assert disagreements(*rows) == {"rival_claimants": {"t-1", "t-2"}}
    assert disagreements(later, UNDATED | {"value": "80000", "published_on": "2024-05-16"}) == {}


def test_a_total_whose_day_is_that_of_an_inferred_publication_may_be_older():
    """
    What is dated by nothing but its page's inferred day may have been said before the last exchange.
    """
    inferred = KILLED | {"value": "2828", "note": "page undated; reported_on inferred"}

    assert disagreements(UNDATED | {"value": "3000", "claimant": POLICE}, inferred) == {}


def test_one_page_that_gives_a_claimant_two_numbers_of_no_day_contradicts_itself():
    """
    20,000 and 16,000 of one interview; of some of the people only, the lower one is no rival.
    """
    page = UNDATED | {"address": "https://example.org/page", "claimant": MONITOR}
    rows = [page | {"value": "20000"}, page | {"value": "16000"}]

    assert disagreements(*rows) == {"same_claimant_same_day": {"t-1", "t-2"}}
    assert disagreements(rows[0], rows[1] | {"scope": "officers"}) == {}


def test_a_count_that_another_of_its_side_says_was_raised_later_that_day_is_no_rival():
    """
    Nearly 2,000, "the final total later the same day is 2,439", and 1,908 of the same speaker.
    """
    minister = {"claimant": POLICE, "measure": "killed"}
    note = {"note": "the final total later the same day is 2,439"}
    rows = [
        KILLED | {"value": "2439"},
        KILLED | minister | {"value": "2000", "hedge": "nearly"} | note,
        KILLED | minister | {"value": "1908"},
    ]

    assert disagreements(*rows) == {}
    assert "rival_claimants" in disagreements(rows[0], rows[2])


def test_an_outlets_total_of_no_day_is_compared_as_well():
    """
    A regional outlet's 134, of no day, are more than the governor's 120 of that day.
    """
    rows = (KILLED | {"value": "120"}, UNDATED | {"value": "134", "claimant": OUTLET})

    assert disagreements(*rows) == {"rival_claimants": {"t-1", "t-2"}}
