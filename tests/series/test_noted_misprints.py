"""Noted misprints: what the record says of a relay's error goes before a guess from digits."""

import pytest
from small_ledger import GOVERNOR, OUTLET, POLICE, TOLL, TOTAL, tabulate

from casualty_ledger.series.misprints import find_misprints

KILLED = TOTAL | {"measure": "killed", "claimant": GOVERNOR}


@pytest.mark.parametrize(
    ("note", "kinds"),
    [
        ("relay error: the number of registered crimes (126000); the quote says 12000", ["noted"]),
        ("relay misprint: digit added; the quote says 12000", ["digit"]),
        ("", ["digit"]),
    ],
)
def test_a_noted_error_goes_before_a_guess_from_digits(note: str, kinds: list[str]):
    """
    126,000 crimes printed as dead beside 12,000 dead are no slipped digit, if the record says what they are.
    """
    rows = [KILLED | {"value": "12000"}, KILLED | {"value": "126000", "note": note}]
    found = find_misprints(*tabulate(*rows))

    assert found["kind"].tolist() == kinds
    assert set(found["figure_id"]) | set(found["other_ids"]) == {"t-1", "t-2"}


def test_a_note_that_disputes_a_number_names_every_claimant_of_the_other():
    """
    Seven children, a possible mistranslation, stand beside all who say two; a number of nobody is none.
    """
    children = TOLL | {"population": "civilian_children"}
    two = [children | {"value": "2", "claimant": who} for who in (POLICE, GOVERNOR)]
    seven = children | {"value": "7", "claimant": OUTLET}
    note = {"note": "conflicts with 2 children in every other source; possible mistranslation"}
    [found] = find_misprints(*tabulate(*two, seven | note)).to_dict("records")

    assert (found["kind"], found["figure_id"], found["other_ids"]) == ("noted", "t-3", "t-1 t-2")
    assert find_misprints(*tabulate(*two, seven | {"note": "conflicts with 3; mistranslation"})).empty
