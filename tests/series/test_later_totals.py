"""Later totals: those that are below an earlier one, and those that are too far above a rival's."""

import pytest
from small_ledger import ENEMY, GOVERNOR, POLICE, TOLL, TOTAL, disagreements

KILLED = TOTAL | {"measure": "killed"}
# Too long for an event: what is counted from one first day goes on.
LONG = TOLL | {"covers_from": "2023-08-06"}


def test_long_counts_from_one_first_day_go_on_like_a_total():
    """
    358 to one day and 304 to a later day, both counted from the start, cannot both be so.
    """
    rows = [
        LONG | {"value": "358", "covers_until": "2024-05-06"},
        LONG | {"value": "304", "covers_until": "2024-05-10", "claimant": POLICE},
    ]

    assert disagreements(*rows) == {"rival_claimants": {"t-1", "t-2"}}
    assert disagreements(rows[0], rows[1] | {"covers_from": "2023-09-01"}) == {}


def test_who_is_missing_may_be_found():
    """
    Fewer missing on a later day contradict nothing.
    """
    rows = [
        LONG | {"value": "789", "covers_until": "2024-05-06", "measure": "missing"},
        LONG | {"value": "576", "covers_until": "2024-05-10", "measure": "missing", "claimant": POLICE},
    ]

    assert disagreements(*rows) == {}


@pytest.mark.parametrize(
    ("later", "is_leap"),
    [
        ({}, True),
        # Less than twice as many; later than a week; another first day; the claimant itself.
        ({"value": "60000"}, False),
        ({"covers_until": "2024-05-20"}, False),
        ({"covers_from": "2023-01-01"}, False),
        ({"claimant": GOVERNOR}, False),
    ],
)
def test_a_total_of_years_does_not_double_in_days(later: dict[str, str], is_leap: bool):
    """
    31,000 to one day and more than 444,000 of a rival to two days later cannot both be so.
    """
    one = KILLED | {"value": "31000", "covers_until": "2024-05-08"}
    other = KILLED | {"value": "444000", "hedge": "more_than", "claimant": ENEMY} | later

    assert disagreements(one, other) == ({"rival_claimants": {"t-1", "t-2"}} if is_leap else {})


def test_a_total_of_the_first_weeks_may_double():
    """
    Three weeks after the first day a total may well be three times that of some days before.
    """
    days = {"covers_from": "2024-04-20"}
    one = KILLED | days | {"value": "1000", "covers_until": "2024-05-08"}

    assert disagreements(one, KILLED | days | {"value": "3000", "claimant": ENEMY}) == {}


def test_a_rival_with_a_number_for_the_same_day_is_compared_there():
    """
    Where the rival gives a total for the day itself, its next ones say nothing more.
    """
    one = KILLED | {"value": "31000", "covers_until": "2024-05-08"}
    rivals = [
        KILLED | {"value": number, "covers_until": day, "claimant": ENEMY}
        for day, number in (("2024-05-08", "443000"), ("2024-05-09", "444000"))
    ]

    assert disagreements(one, *rivals) == {"rival_claimants": {"t-1", "t-2"}}
