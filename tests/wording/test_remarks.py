"""Remarks: a number that was taken back, or that leaves people out, says so wherever it stands."""

import pytest
from made_up_ledgers import edition_with, said_in

TOTAL = {
    "claimant": "Donetsk Oblast Military Administration (Kyrylenko)",
    "party": "",
    "population": "civilians",
    "measure": "killed",
    "place": "Donetsk Oblast",
    "value": "803",
    "hedge": "exact",
}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"scope": "without Mariupol and Volnovakha"}, "803 (without Mariupol and Volnovakha)"),
        ({"scope": "excludes Mariupol, where counting is impossible"}, "803 (excludes Mariupol)"),
        ({"scope": "not final; occupied areas not covered"}, "803 (occupied areas not covered)"),
        ({"note": "excludes missing", "note_known_on": "2023-06-04"}, "803 (excludes missing)"),
        ({"scope": "includes 12 children"}, "803 |"),
        ({"method": "speech, withdrawn"}, "803 (taken back by its claimant)"),
    ],
)
def test_a_total_says_whom_it_leaves_out_and_that_it_was_taken_back(change: dict[str, str], said: str):
    """
    What a total leaves out, and that its claimant took it back, stands behind the number in a row.
    """
    rows = said_in(edition_with(TOTAL | change)).splitlines()
    (row,) = (line for line in rows if line.startswith("Civilians killed, Donetsk Oblast |"))

    assert f"(Kyrylenko): {said}" in row


def test_what_a_total_leaves_out_stands_in_a_sentence_too():
    """
    "803 civilians killed (without …)" wherever a sentence tells the total.
    """
    lines = said_in(edition_with(TOTAL | {"scope": "without Mariupol"})).splitlines()

    assert any("803 civilians killed (without Mariupol) in Donetsk Oblast" in line for line in lines)
