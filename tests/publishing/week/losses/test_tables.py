"""What was said of military losses in a week."""

import pytest
from made_up_ledgers import edition_with, said_in

from casualty_ledger.publishing.week.losses.tables import military_statements

LONG = {
    "measure": "killed",
    "basis": "period",
    "covers_from": "2023-05-01",
    "covers_until": "2023-06-30",
    "value": "26000",
    "claimant": "UK Ministry of Defence",
    "claimant_side": "third_state",
}
DOUBTED = {"note": "almost certainly a relay error for casualties", "note_known_on": "2023-05-20"}


@pytest.mark.parametrize(
    ("row", "is_row"),
    [
        (LONG | {"published_on": "2023-05-20"}, True),
        (LONG | DOUBTED | {"published_on": "2023-05-20"}, False),
        (LONG | DOUBTED | {"published_on": "2023-06-02"}, True),
    ],
    ids=["sound", "doubted and old", "doubted and of the week"],
)
def test_a_number_in_doubt_from_before_the_week_is_no_row_of_it(row: dict[str, str], is_row: bool):
    """
    What the ledger takes for a relay's mistake is said when it comes out, and not again in later weeks.
    """
    told = military_statements(edition_with(row, week="2023-W22"))

    assert (26_000 in set(told["value"])) == is_row


NAMES = {
    "measure": "named_dead_confirmed",
    "claimant": "Mediazona and BBC Russian",
    "claimant_side": "independent",
    "verification": "named_count",
    "covers_from": "2023-05-19",
    "covers_until": "2023-06-02",
    "value": "1184",
    "hedge": "exact",
}


@pytest.mark.parametrize(
    ("change", "is_growth"),
    [
        ({"basis": "increment"}, True),
        ({"basis": "period"}, True),
        (
            {
                "basis": "period",
                "covers_from": "2023-01-01",
                "scope": "names added since the turn of the year",
            },
            True,
        ),
        ({"basis": "period", "covers_from": "2023-01-01"}, False),
    ],
)
def test_names_added_to_a_list_are_no_deaths_of_those_days(change: dict[str, str], is_growth: bool):
    """
    By how much a list of the dead grew is told as names added, wherever it stands: so is every count by name
    of a few weeks, and none of deaths of months.
    """
    said = said_in(edition_with(NAMES | change))

    assert ("names added to the list of the dead at least 1,184" in said) == is_growth
    assert ("dead by name at least 1,184" in said) != is_growth


def test_bodies_handed_over_are_no_losses_of_the_days_on_which_they_came():
    """
    Bodies have a table of their own, which says that nobody knows when these people died, and whose they are
    said to be.
    """
    bodies = {"measure": "bodies_repatriated", "party": "ukraine", "basis": "period", "value": "1000"}
    days = {"covers_from": "2023-06-01", "covers_until": "2023-06-01", "scope": "bodies as one side says"}
    lines = said_in(edition_with(bodies | days)).splitlines()
    heads = [line for line in lines if line.startswith(("Military losses told", "Bodies handed over on"))]

    assert heads == ["Bodies handed over on days of the week, whenever these people died"]
    assert any("bodies handed over about 1,000 (bodies as one side says) |" in line for line in lines)


def test_requests_about_missing_soldiers_are_no_losses_that_a_side_admits():
    """
    So many requests came in; how many soldiers are missing the side has not said.
    """
    missing = {"measure": "missing", "claimant": "Russian Ministry of Defence", "claimant_side": "russia"}
    asked = missing | {"scope": "requests to identify missing soldiers"}
    own = [edition_with(row).facts.own_losses for row in (missing, asked)]

    assert [len(each) for each in own] == [1, 0]


def test_what_stands_in_the_table_of_losses_is_not_learned_again():
    """
    A count of two months that came out in the week has its row, and no sentence about earlier days beside it.
    """
    said = said_in(edition_with(LONG | {"published_on": "2023-06-02"}))

    assert "26,000" in said
    assert "Learned this week about earlier days" not in said
