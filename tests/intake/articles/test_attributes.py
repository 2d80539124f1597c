"""Who says so, whose people, where, and what is a part of what."""

from __future__ import annotations

import pytest

from casualty_ledger.intake.articles.candidate import Candidate
from casualty_ledger.intake.articles.reading import read_article

CLAIMANTS = [
    ("Two people were killed in Odesa, the mayor, Hennadii Trukhanov, said.", "Hennadii Trukhanov"),
    ("According to the regional prosecutor, five people were injured.", "regional prosecutor"),
    ("За словами Олександра Прокудіна, загинули двоє людей.", "Прокудіна"),
    ("Загинуло троє людей. Про це повідомив голова ОВА Іван Федоров.", "Іван Федоров"),
    ("Ранены четыре человека, сообщил губернатор Вячеслав Гладков.", "Вячеслав Гладков"),
    ("Five people were killed in the village.", "narrator"),
    ("Two people were killed (mayor)", "mayor"),
    ("Загинуло троє людей. Голова ОВА Іван Федоров.", "Іван Федоров"),
    ("Іван Петренко, голова ОВА: загинули двоє людей.", "Іван Петренко"),
    ("Іван Петренко: загинули двоє людей.", "Іван Петренко"),
    ("Иван Петров, губернатор области. Погибли двое людей.", "Иван Петров"),
    ("«У нас двоє поранених», – жартує боєць.", "боєць"),
    ("Президент Иван Петров в мае 2023 года признал, что погибли двое людей.", "Иван Петров"),
]
PARTIES = [
    ("The army said that 40 Russian soldiers had been captured.", "russia"),
    ("Russian forces have lost about 1,092,730 personnel in Ukraine.", "russia"),
    ("Officials said Ukraine had lost 300 troops in a week.", "ukraine"),
    ("Shelling killed two people in Belgorod, the governor said.", "russia"),
    ("За добу ворог втратив 990 солдатів.", "russia"),
    ("Сторони обмінялися полоненими у форматі 75 на 75.", "both"),
    ("In Gaza 22 people were killed, health officials said.", "palestine"),
    ("Минобороны Азербайджана сообщило о 208 погибших военнослужащих.", "azerbaijan"),
    ("Генштаб ЗСУ: дані про втрати ворога. Особовий склад – 1 100 000 осіб.", "russia"),
]
HEDGES = [
    ("At least 25 people were killed.", ("at_least", 25, 25, None)),
    ("More than 25 people were killed.", ("more_than", 25, 25, None)),
    ("Nearly 25 people were killed.", ("nearly", 25, None, 25)),
    ("Up to 25 people were killed.", ("up_to", 25, None, 25)),
    ("About 25 people were killed.", ("about", 25, None, None)),
    ("Between 150 and 190 thousand people were killed.", ("range", None, 150_000, 190_000)),
    ("Dozens of people were killed.", ("vague", None, 24, None)),
    ("Загинули щонайменше п'ятеро людей.", ("at_least", 5, 5, None)),
    ("Втрати історики оцінюють від одного до двох мільйонів.", ("range", None, 1_000_000, 2_000_000)),
    ("Погибли не менее двадцати человек.", ("at_least", 20, 20, None)),
]


def only(text: str) -> Candidate:
    found = read_article(text).candidates
    assert len(found) == 1, [each.trigger for each in found]
    return found[0]


@pytest.mark.parametrize(("text", "claimant"), CLAIMANTS)
def test_the_claimant_is_who_asserts_the_number(text: str, claimant: str):
    """
    A claimant is found before and behind what is said, and nobody is named where nobody speaks.
    """
    assert claimant in only(text).claimant


@pytest.mark.parametrize(("text", "party"), PARTIES)
def test_the_party_is_whose_people_were_counted(text: str, party: str):
    """
    The party is not who counted or fired: it is told by the noun, the verb's subject or the place.
    """
    assert only(text).party == party


@pytest.mark.parametrize(("text", "bounds"), HEDGES)
def test_a_hedge_bounds_no_more_than_it_says(
    text: str, bounds: tuple[str, int | None, int | None, int | None]
):
    """
    "At least" has no upper bound, "about" has none, and a vague word has no number.
    """
    each = only(text)

    assert (each.hedge, each.value, each.low, each.high) == bounds


def test_a_part_points_at_its_whole():
    """
    "Including two children" takes the measure of its whole, and points at it.
    """
    whole, part = read_article("Five people, including two children, were killed.").candidates

    assert (whole.value, part.value, part.measure, part.population) == (5, 2, "killed", "child")
    assert part.subset_of == 0
    assert whole.subset_of is None


def test_who_passes_a_number_on_is_not_its_claimant():
    """
    An outlet that cites somebody relays; the cited one is the claimant.
    """
    each = only("Two pilots were killed in a crash, the agency TASS reported, citing the emergency services.")

    assert "emergency services" in each.claimant
    assert "TASS" in (each.relayed_by or "")


def test_the_same_text_gives_the_same_candidates():
    """
    Reading is deterministic: nothing depends on what was read before.
    """
    text = "Загинули двоє людей, ще п'ятеро поранені, повідомив Олег Синєгубов. Евакуйовано 70 мешканців."
    first = [each.as_record() for each in read_article(text).candidates]
    read_article("Погибли трое.")

    assert [each.as_record() for each in read_article(text).candidates] == first
