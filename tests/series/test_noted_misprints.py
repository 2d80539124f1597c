"""Noted misprints: what the record says of a relay's error goes before a guess from digits."""

import pytest
from small_ledger import GOVERNOR, OUTLET, POLICE, TOLL, TOTAL, tabulate

from casualty_ledger.series.disagreements import find_disagreements
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


@pytest.mark.parametrize(
    ("value", "note", "is_error"),
    [
        ("40", "relay misprint: 40 printed; the other lines leave 4040", True),
        ("864", "headline error: 864 is killed plus injured (174+690)", True),
        ("598000", "the series has 592,000, so 598,000 looks like a relay error; kept as printed", True),
        ("4000", "relay says 4,000 died: garbled 4,000 casualties, 1,000 killed", True),
        ("100000", "relay says killed; he spoke of casualties: almost certainly a relay error", True),
        ("12", "almost certainly injured printed as killed: other relays have 12 injured", True),
        ("130", "the other side's figure elsewhere is 75, 130 elsewhere is the ministry's", True),
        # Another number, another label, another fact than the number.
        ("465", "231+465=696, not 726; so 231 is probably a misprint", False),
        ("104", "printed as injured; by analogy it is killed plus injured", False),
        ("429", "relay error: page attributes the winter figure to one area only", False),
        ("20000", "place misattribution: relay assigns the figure to one town", False),
        ("10946", "page misprints the start of the war as 24 February 2024", False),
    ],
)
def test_a_number_that_its_own_note_calls_an_error_is_a_misprint_by_itself(
    value: str, note: str, is_error: bool
):
    """
    Where the note says that this number is wrong in print, it is told once, with what the note says.
    """
    found = find_disagreements(*tabulate(KILLED | {"value": value, "note": note}))

    assert found["reading"].tolist() == ["misprint_probable"] * is_error
    assert all(found["what"].str.endswith(note)) and set(found["strength"]) <= {"uncompared"}


def test_one_misprint_is_told_once():
    """
    1,074 injured on the page of 6,557 killed and 16,631 in all, 10,074 elsewhere: one digit, one set.
    """
    page = KILLED | {"address": "https://example.org/page"}
    note = {"note": "relay misprint: digit dropped, it printed 10074 itself"}
    rows = [
        page | {"value": "6557"},
        page | {"measure": "wounded", "value": "1074"} | note,
        page | {"measure": "killed_and_wounded", "value": "16631"},
        KILLED | {"measure": "wounded", "value": "10074"},
    ]
    found = find_misprints(*tabulate(*rows))

    assert found["kind"].tolist() == ["digit"]


def test_one_slip_under_two_measures_is_one():
    """
    6,365 taken or held, as two relays print of one statement, beside 6,465 taken or held elsewhere.
    """
    taken = TOTAL | {"population": "pow", "measure": "captured"}
    held = taken | {"measure": "held", "basis": "stock", "covers_from": ""}
    rows = [each | {"value": value} for each in (taken, held) for value in ("6465", "6365")]
    found = find_disagreements(*tabulate(*rows))
    sets = found.groupby("disagreement")["figure_id"].agg(set).tolist()

    assert {"t-1", "t-2", "t-3", "t-4"} in sets
    assert found.groupby("reading")["disagreement"].nunique().to_dict() == {
        "definition": 1,
        "misprint_probable": 1,
    }
