"""Sentences in another language: the words of a conflict's file, claimants' names, forms that agree."""

from __future__ import annotations

import pytest

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.wording.claimant_names import name_claimant, short_claimant
from casualty_ledger.wording.conflict_words import say_adjective, say_forces, say_place, say_side, say_text
from casualty_ledger.wording.labels import label_people
from casualty_ledger.wording.language import spoken

WAR = conflict_of("russia_ukraine")


def soldiers(value: int, **others: object) -> dict[str, object]:
    figure = {
        "conflict": WAR.name,
        "population": "armed_forces",
        "party": "russia",
        "sex": "",
        "age_group": "",
    }
    return figure | {"subgroup": "", "hedge": "exact", "value": value} | others


def test_a_conflicts_words_are_said_in_the_language_that_is_spoken():
    """
    Sides, directions, adjectives and forces are those of the file; English stays as it was.
    """
    with spoken("uk"):
        said = say_side(WAR, "ukraine"), say_text(WAR, "to Russia"), say_forces(WAR, "russia")
        adjectives = say_adjective(WAR, "russia"), say_adjective(WAR, "russia", of_one=True)

    assert said == ("Україна", "до Росії", "сили Росії")
    assert adjectives == ("російських", "російського")
    assert say_side(WAR, "ukraine") == "Ukraine"


@pytest.mark.parametrize(
    ("place", "name"), [("Kiev", "Київ"), ("Belgorod Oblast", "Бєлгородська область"), ("X", "X")]
)
def test_a_place_is_named_under_any_of_its_spellings(place: str, name: str):
    """
    A place that the file does not know keeps the name that was recorded; English keeps all of them.
    """
    with spoken("uk"):
        assert say_place(WAR, place) == name
    assert say_place(WAR, place) == place


def test_a_claimant_has_the_name_that_the_register_gives():
    """
    One without a name in the language keeps its registered name.
    """
    with spoken("uk"):
        assert short_claimant("Ombudsman of Ukraine (Lubinets)") == "Омбудсман України"
        assert name_claimant("nobody in particular") == "nobody in particular"


@pytest.mark.parametrize(
    ("value", "party", "said"),
    [
        (1, "russia", "російського військового"),
        (21, "russia", "російського військового"),
        (5, "russia", "російських військових"),
        (5, "wagner", "бійців «Вагнера»"),
    ],
)
def test_an_adjective_agrees_with_its_noun(value: int, party: str, said: str):
    """
    Beside 21 words stand as beside 1; a formation's fighters come before its name.
    """
    with spoken("uk"):
        assert label_people(soldiers(value, party=party)) == said
