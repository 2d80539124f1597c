"""Who says so, by the build of a text and of its sentences, whatever the words."""

from __future__ import annotations

import pytest

from casualty_ledger.intake.articles.reading import read_article

AUTHORS = [
    ("Jane Doe, chairman of the regional council, 08:14\n\nA quiet night. Two people died.", "Jane Doe"),
    ("The North: evening\n\nA quiet day. Two people died.\n\nGovernor Jane Doe", "Jane Doe"),
    ("From the briefing of the Defence Ministry (2 May)\n\nTwo soldiers died.", "Defence Ministry"),
    ("Іван Петренко / обласна адміністрація\n\nНіч була тихою. Загинули двоє людей.", "Іван Петренко"),
    ("Область: ніч\n\nЗагинули двоє людей.\n\nГолова адміністрації\nІван Петренко", "Іван Петренко"),
    ("Доклад губернатора Ивана Петрова\n\nНочь была тихой. Погибли двое.", "губернатора Ивана Петрова"),
    ("By Jane Doe\n\nA quiet night. Two people died.", "narrator"),
]
FULLER = [
    ("The Ministry of Health (MoH) spoke. Two people died, the MoH said.", "Ministry of Health"),
    ("Генеральний штаб відзвітував. У Генштабі кажуть про двох загиблих.", "Генеральний штаб"),
    ("Следственный комитет завершил дело. Погибли двое, говорят в СК.", "СК"),
    ("Служба надання допомоги діяла. За даними СНД, загинули двоє людей.", "Служба надання допомоги"),
    ("Governor Jane Doe spoke, she said. His office is new. Two people died.", "Jane Doe"),
    ("Governor Jane Doe said one man died. Her office reported two people injured.", "Jane Doe's office"),
    ("Mayor Jane Doe said so. The fire brigade reported. Two people, she went on, died.", "Jane Doe"),
    ("Иван Петров: вернулись дети\n\nУполномоченный сообщил: погибли двое.", "Иван Петров"),
]
MAKERS = [
    ("By figures that the rescue service released, two people died.", "rescue service"),
    ("За даними, які в неділю оприлюднила міська рада, загинули двоє людей.", "міська рада"),
    ("По оценке, которую историки сделали летом, погибли двое.", "историки"),
    ("По некрологам журналистам удалось подтвердить гибель двоих людей.", "журналистам"),
    ("Two people died, as published this morning by the Border Service.", "Border Service"),
    ("Загинули двоє, йдеться в довідці міської ради, яку цитує «Агенція».", "міської ради"),
]
GOVERNING = [
    ("The mission knows of two deaths in custody.", "mission"),
    ("«Лікарі без меж» прооперували двох поранених.", "Лікарі без меж"),
    ("Волонтёр группы, чей список изучен, настаивает: погибли двое.", "Волонтёр группы"),
    ("The army shelled the town and two people died.", "narrator"),
]
NARRATED = [
    "Мер сказав про обстріл.\n\nНагадаємо, тоді загинули двоє людей.",
    "The mayor spoke of a raid, he said. Estimates of the deaths range from 20 to 40.",
    "The mayor said so. The capital denies it, though two people have been killed since.",
    "По советским оценкам, наступал полк. Рота потеряла двух человек убитыми.",
    "The mayor said so.\n\nTwo people were killed there in April 2021.",
]


def _claimant(text: str) -> str:
    return read_article(text).candidates[-1].claimant


@pytest.mark.parametrize(("text", "author"), AUTHORS)
def test_what_nobody_else_tells_is_the_word_of_who_heads_or_signs_a_text(text: str, author: str):
    """
    A line with a name and an office, or with whose document it is, makes the text theirs; a bare name is a
    reporter's.
    """
    assert author in _claimant(text)


@pytest.mark.parametrize(("text", "name"), FULLER)
def test_a_claimant_has_the_fullest_name_that_the_text_has(text: str, name: str):
    """
    Letters, short forms, somebody's office and pronouns are named by whom the text names in full.
    """
    assert name in _claimant(text)


@pytest.mark.parametrize(("text", "maker"), MAKERS)
def test_who_made_the_data_says_so_and_no_document_does(text: str, maker: str):
    """
    The subject of a document's relative clause, who managed to find out, and by whom it was given out speak.
    """
    assert maker in _claimant(text)


@pytest.mark.parametrize(("text", "claimant"), GOVERNING)
def test_who_governs_the_people_counted_says_so(text: str, claimant: str):
    """
    A body that has to do with people who came to harm is their claimant, unless it did the harm.
    """
    assert claimant in _claimant(text)


@pytest.mark.parametrize("text", NARRATED)
def test_what_a_text_recalls_grants_or_sums_up_is_its_own(text: str):
    """
    Who spoke before says neither what is recalled or granted, nor the estimates of nobody.
    """
    assert _claimant(text) == "narrator"
