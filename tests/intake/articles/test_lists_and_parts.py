"""People counted without a verb of their own: lists by place, parts, names on a list, tallies told anew."""

from __future__ import annotations

import pytest

from casualty_ledger.intake.articles.candidate import Candidate
from casualty_ledger.intake.articles.reading import read_article

COUNTED = [
    ("Three people died in Lyman and one in Siversk.", [("killed", 3), ("killed", 1)]),
    ("The toll put the dead at 14 and the wounded at 53.", [("killed", 14), ("injured", 53)]),
    ("Моніторингова місія знає про 64 випадки смерті цивільних.", [("killed", 64)]),
    ("Двоє комунальників потрапили під обстріл.", [("injured", 2)]),
    ("Ранены двое. Мэр упоминал о «примерно шестистах».", [("injured", 2), ("injured", 600)]),
    ("У слідчому ізоляторі торік перебувало 250 людей.", [("held", 250)]),
    ("На щиті повернулися троє захисників.", [("killed", 3)]),
]  # fmt: skip
UNCOUNTED = [
    "Высоту удерживали 39 десантников.",
    "В плен не попал никто, но возраст погибших меняется: гибли 21–23-летние.",
    "Kyiv's losses are no less contested.",
    "The freed soldiers have lost weight and three had to be carried off the buses.",
]  # fmt: skip
PLACES = [
    ("Поранено п'ятьох людей: двоє — у Лимані, троє — у Сіверську.", "троє", "Сіверськ"),
    ("Вибух стався в Ізюмі. У Запоріжжі лікарі рятують чотирьох поранених.", "чотирьох", "Ізюм"),
    ("СУМИ. 11 червня. Після удару по Лебедину загинули двоє людей.", "двоє", "Лебедин"),
    ("Along the Dnipro River in Kherson region drones killed 54 people.", "54", "Kherson region"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), COUNTED)
def test_people_are_counted_without_a_verb_of_their_own(text: str, wanted: list[tuple[str, int]]):
    """A place, a word of what befell them, cases of death and a tally told anew count people."""
    assert [(each.measure, each.value) for each in read_article(text).candidates] == wanted


@pytest.mark.parametrize("text", UNCOUNTED)
def test_what_befell_nobody_counts_nobody(text: str):
    """Ground held, spans of ages, a comparison and lost weight are no figures."""
    assert read_article(text).candidates == []


@pytest.mark.parametrize(("text", "words", "place"), PLACES)
def test_the_scene_is_not_where_doctors_work_or_a_report_is_dated(text: str, words: str, place: str):
    """The place behind a number is its own; hospitals' towns, datelines and rivers are no scene."""
    told = {each.trigger: each.place for each in read_article(text).candidates}

    assert told[words] == place


def test_names_on_a_list_of_the_dead_are_dead():
    """What stands on a list of the dead is a running total of its side; what was added is none."""
    text = (
        "Журналисты обновили список погибших российских военных. На 6 июня в нём 112 374 человека. "
        "За две недели добавилось 2 211 имён."
    )
    listed, added = read_article(text).candidates

    assert (listed.measure, listed.value, listed.party, listed.cumulative) == (
        "killed",
        112_374,
        "russia",
        True,
    )
    assert (added.measure, added.value, added.cumulative) == ("killed", 2_211, False)


def test_some_of_those_brought_home_are_brought_home_whatever_befell_them():
    """Those of the freed who were sentenced or had fought are a part of the freed."""
    text = "Додому повернулися 185 військових. Дев'ятеро з них були засуджені до довічного ув'язнення."
    whole, part = read_article(text).candidates

    assert (part.measure, part.value, part.subset_of, whole.value) == ("returned", 9, 0, 185)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Ще 971 боєць перебуває в українському полоні.", "russia"),
        ("How many Russian soldiers have died? The ministry said 5,937 servicemen were killed.", "russia"),
        ("The losses of the enemy, as the General Staff of Ukraine said, were 900 soldiers.", "russia"),
    ],
)  # fmt: skip
def test_fighters_are_of_the_side_whose_captives_losses_or_soldiers_a_text_names(text: str, party: str):
    """Whose captivity it is, whose losses they are and whose soldiers were named tell a side."""
    assert _only(text).party == party


def _only(text: str) -> Candidate:
    (found,) = read_article(text).candidates
    return found
