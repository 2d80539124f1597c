"""What was said of military losses in a week."""

import pytest
from made_up_ledgers import edition_with

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
