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
        ({"scope": "requests by relatives received by the police"},
         "803 (requests by relatives received by the police)"),
        ({"note": "early January report", "note_known_on": "2023-06-04"}, "803 (early January report)"),
        ({"method": "speech, withdrawn"}, "803 (taken back by its claimant)"),
    ],
)  # fmt: skip
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


def test_a_number_whose_days_end_before_its_conflict_began_stands_in_doubt():
    """
    "Up to 1 June 2021", of a war that began in 2022: one of the two is wrong, and the row says so.
    """
    early = {"basis": "period", "covers_from": "", "covers_until": "2021-06-01"}

    assert "803 civilians killed (in doubt: its last day lies before" in said_in(edition_with(TOTAL | early))


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("likely includes the 14 killed, as in its other weeks", "31 civilians injured (may include killed)"),
        ("includes 2 who were treated at home", "31 civilians injured"),
    ],
)
def test_a_number_of_the_injured_says_that_the_killed_may_be_in_it(note: str, said: str):
    """
    Where the record says that the killed may be among the injured, every sentence with the number does.
    """
    injured = TOTAL | {"measure": "injured", "value": "31", "basis": "period"} | {"note": note}
    days = {"covers_from": "2023-06-01", "covers_until": "2023-06-01", "note_known_on": "2023-06-04"}

    assert f"{said} in Donetsk Oblast on 1 June" in said_in(edition_with(injured | days))
