"""Sentences in another language: the words of a conflict's file, claimants' names, forms that agree."""

from __future__ import annotations

import pandas as pd
import pytest

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.settings import Licence
from casualty_ledger.wording.claimant_names import name_claimant, short_claimant
from casualty_ledger.wording.conflict_words import say_adjective, say_forces, say_place, say_side, say_text
from casualty_ledger.wording.days import label_days
from casualty_ledger.wording.labels import label_figure, label_owner, label_people, label_place
from casualty_ledger.wording.language import spoken, translate
from casualty_ledger.wording.people import say_part
from casualty_ledger.wording.tolls import who_says

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


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("Dnipro (apartment building)", "Дніпро (багатоквартирний будинок)"),
        ("Lysychansk (bakery, Russian-occupied)", "Лисичанськ (bakery, під окупацією Росії)"),
        ("Kyiv, Desnianskyi district", "Київ, Деснянський район"),
        ("Dnipro and Kryvyi Rih", "Дніпро і Кривий Ріг"),
        ("Dnipro and X", "Dnipro and X"),
        ("Donetsk Oblast (Kyiv-held part)", "Донецька область (підконтрольна Києву частина)"),
    ],
)
def test_a_place_of_several_parts_is_named_part_by_part(place: str, name: str):
    """
    A whole that has a name of its own keeps it; a part without one stays as it was recorded.
    """
    with spoken("uk"):
        assert say_place(WAR, place) == name
        assert label_place({"conflict": WAR.name, "place": place, "incident": "bus"}) == f"{name} (автобус)"
    assert say_place(WAR, place) == place


def test_our_notes_beside_a_claimants_name_are_said_in_the_language():
    """
    The name of a medium stays as it writes itself; a person's name in brackets is no note of ours.
    """
    with spoken("uk"):
        assert name_claimant("Izvestia (own words)") == "Izvestia (власні слова)"
        assert name_claimant("Somebody (Somewhere)") == "Somebody (Somewhere)"
    assert name_claimant("Izvestia (own words)") == "Izvestia (own words)"


@pytest.mark.parametrize(
    ("party", "said"),
    [("russia", "понад 5 «втрат» російських військ"), ("wagner", "понад 5 «втрат» бійців «Вагнера»")],
)
def test_losses_are_those_of_forces_or_of_a_formations_fighters(party: str, said: str):
    """
    Whose losses they are follows them, as a noun in the genitive; English keeps its adjective before them.
    """
    losses = soldiers(5, party=party, hedge="more_than", measure="losses", basis="period", caveats="")
    losses |= {"place": "", "admin1": ""}
    with spoken("uk"):
        assert label_figure(losses, "понад 5") == said
    assert label_owner(soldiers(5)) == "Russian"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2025-04-14", "2025-04-20", "14–20 квітня 2025"),
        ("2023-05-29", "2023-06-04", "29 травня – 4 червня 2023"),
        ("2022-12-26", "2023-01-01", "26 грудня 2022 – 1 січня 2023"),
    ],
)
def test_days_of_one_month_stand_close(first: str, last: str, said: str):
    """
    Two numbers are joined by a dash alone; round the dash between two dates there is room.
    """
    with spoken("uk"):
        assert label_days(pd.Timestamp(first), pd.Timestamp(last)) == said


@pytest.mark.parametrize(
    ("claimants", "said"),
    [
        ({"Ukrainian authorities": "ukraine"}, "повідомляють українські органи влади"),
        ({"Ukrainian military": "ukraine"}, "повідомляє українське військо"),
        ({"Mayor of Kyiv (Klitschko)": "ukraine"}, "повідомляє міський голова Києва"),
        ({"Russian MoD": "russia", "Mayor of Kyiv (Klitschko)": "ukraine"}, "повідомляють обидві сторони"),
    ],
)
def test_the_verb_agrees_with_who_says_so(claimants: dict[str, str], said: str):
    """
    A name that is plural in English is plural here; both sides stand in the nominative beside their verb.
    """
    told = [
        {"conflict": WAR.name, "claimant": name, "claimant_side": side, "verification": "official_claim"}
        for name, side in claimants.items()
    ]
    with spoken("uk"):
        assert who_says(told) == said


@pytest.mark.parametrize(
    ("recorded", "said"),
    [
        ("subset of the 34 killed", "із 34 загиблих"),
        ("part of the 277", "частина від 277"),
        ("former convicts", "former convicts"),
    ],
)
def test_a_part_says_of_which_number_it_is_one(recorded: str, said: str):
    """
    What a sheet says of a part in set words is said in the language; any other words stay as recorded.
    """
    with spoken("uk"):
        assert say_part(recorded) == said
    assert say_part(recorded) == recorded


def test_our_own_licence_is_said_in_every_language():
    """
    The line that settings have from us has a translation; a desk's own line has none and stays.
    """
    line = Licence().line
    with spoken("uk"):
        assert translate(line).startswith("Текст і графіки: CC BY 4.0.")


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
