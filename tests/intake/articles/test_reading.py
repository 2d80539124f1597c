"""A text becomes its reported figures, each pointing at its words."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casualty_ledger.intake.articles.reading import read_article

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "articles"
sys.path.insert(0, str(FIXTURES))

from labelled import read_passages  # noqa: E402

ONE = [
    ("Двоє людей загинули в селі.", "killed", 2),
    ("Шестеро поранено, повідомили в поліції.", "injured", 6),
    ("Погибли двое, сообщил губернатор.", "killed", 2),
    ("Постраждалих немає, повідомили в ОВА.", "injured", 0),
    ("There were no casualties, the mayor said.", "killed_and_injured", 0),
    ("A two-year-old girl was killed on Sunday.", "killed", 1),
    ("Внаслідок обстрілу загинула 54-річна жінка.", "killed", 1),
    ("Сторони провели обмін у форматі 205 на 205.", "exchanged", 205),
    ("П'ятьох військових узято в полон.", "captured", 5),
    ("The army said it had lost more than 1,200 soldiers.", "losses", 1200),
    ("Удалося визволити чотирьох цивільних.", "returned", 4),
    ("Втрати армії перевищили 1 мільйон 150 тисяч осіб.", "losses", 1_150_000),
    ("При ударе погибла крановщица.", "killed", 1),
    ("Прилёт по порту: ни погибших, ни раненых.", "killed_and_injured", 0),
    ("В плен сдались четверо солдат.", "captured", 4),
    ("An elderly couple was killed.", "killed", 2),
    ("Загинуло подружжя.", "killed", 2),
    ("Rescuers recovered another body.", "killed", 1),
    ("Під завалами знайшли тіло 71-річної жінки.", "killed", 1),
    ("A further 100-odd were wounded.", "injured", 100),
    ("Ukraine captured two of the soldiers alive.", "captured", 2),
    ("До чверті мільйона солдатів убито.", "killed", 250_000),
    ("At least 17 shoppers are in hospital.", "injured", 17),
    ("The army lost 1,250 servicemen along the entire line of contact.", "losses", 1250),
    ("Правозахисники налічили 8 тисяч полонених.", "held", 8000),
    ("Из 15 тысяч отправленных военных погибли две тысячи.", "killed", 2000),
    ("Після обміну восьмеро людей отримали тяжкі поранення.", "injured", 8),
    ("The bodies of two men were pulled from the ruins.", "killed", 2),
    ("Поранено подружжя — 58 і 61 року.", "injured", 2),
    ("Ранения и контузии, по тому же подсчёту, получили 53 753 человека.", "injured", 53_753),
    ("Втрати за всю війну – 1,118 мільйона військових.", "losses", 1_118_000),
    ("Погибших, к счастью, нет.", "killed", 0),
    ("Six medical workers were abducted the same day.", "captured", 6),
    ("Troops had shot dead nine drone operators.", "killed", 9),
    (
        "Eight civilians, residents of the city who had been held for a year, had also been returned.",
        "returned",
        8,
    ),
    ("На мине подорвался мужчина – спасти его не удалось.", "killed", 1),
    ("Nine people were missing and 14 were pulled from the rubble.", "missing", 9),
    ("Since 2022 hundreds of medics have been killed.", "killed", None),
    ("One grave held 17 soldiers, buried together.", "killed", 17),
    ("Умер в плену один солдат.", "died_in_captivity", 1),
    ("In the swap 390 soldiers crossed in each direction.", "exchanged", 390),
    ("Серед звільнених — сорок військових із пораненнями.", "returned", 40),
    ("До обстрілу причетні невідомі. У одному бою загинули п'ятеро солдатів.", "killed", 5),
]
NONE = [
    "Спасатели деблокировали пятерых жильцов.",
    "Соотношение потерь было 1 к 7.",
    "The commission interviewed 226 victims of the war.",
    "Повідомлення про 13 загиблих виявилося фейком.",
    "Обом полоненим уже за шістдесят.",
    "The front moved 3.5 km in 4 days and the town has 12,000 residents.",
    "Air defences shot down 21 of 26 drones over the city on June 4, 2023.",
    "Евакуйовано 70 мешканців, пошкоджено 12 будинків.",
    "В городе без света остаются 12 тысяч человек.",
    "The army loses 1,271 men a day on average.",
    "The country could lose 70,000 soldiers by the end of the year.",
    "72-га бригада отримала 40 млн грн і 15 автомобілів.",
    "Nearly two thirds of casualties fell near the front.",
    "People over 60 were half of those who died.",
    "The armed forces number about 880,000; many have died.",
    "ППО знешкодила 89 зі 112 безпілотників.",
    "На опознание одного тела уходит год.",
    "Семьям погибших выплатят миллион рублей, по 500 тысяч — раненым.",
    "За три с половиной года погибли многие.",
    "Фрагменти двох тіл передали експертам.",
    "С 4 по 10 августа обстрелы не прекращались, пострадавшие есть.",
    "Пошкоджено 2300 об'єктів, 305 із них знищено.",
    "Firefighters put it out by four in the morning, and nobody knows of the dead.",
    "Солдат розстріляв полонених.",
    "Самому молодому погибшему было 18.",
    "29 тисяч військових встигли повернутися на службу.",
    "The ratio of losses ranges between 2:1 and 5:1.",
    "At the cemetery grave number 319 is for the dead of the siege.",
    "Whether the next exchange takes place depends, three people familiar with the talks said, on the mood.",
    "Outside the embassy some 200 people held a silent vigil.",
    "About 10,000 people had returned to a town near the front.",
    "Письма пленных передали полутора тысячам семей.",
    "На одного погибшего приходится от двух до четырех раненых.",
    "Одна медсестра бачила загиблих.",
    "Жертви були, решта — як завжди.",
]


@pytest.mark.parametrize(("text", "measure", "value"), ONE)
def test_a_figure_is_read(text: str, measure: str, value: int):
    """
    Collective numerals, single people, denials and swaps are figures with their measure.
    """
    assert [(each.measure, each.value) for each in read_article(text).candidates] == [(measure, value)]


@pytest.mark.parametrize("text", NONE)
def test_what_counts_no_people_is_refused(text: str):
    """
    Distances, weapons, evacuees, averages and what has not happened are no figures, with a reason each.
    """
    reading = read_article(text)

    assert reading.candidates == []
    assert all(refusal.reason for refusal in reading.refusals)


@pytest.mark.parametrize("part", ["development"])
def test_every_candidate_stands_in_its_text(part: str):
    """
    The words of a candidate are those at its offsets, and a number is never without its words.
    """
    for passage in read_passages(part):
        for each in read_article(passage["text"], passage["lang"]).candidates:
            assert passage["text"][each.start : each.end] == each.trigger
            assert each.trigger.strip()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from('Aaж, .5–\n«"(убили тwoп killed 12 ранены')))
def test_any_text_is_read(text: str):
    """
    No text of whatever letters raises.
    """
    for each in read_article(text).candidates:
        assert text[each.start : each.end] == each.trigger


def test_a_headline_that_the_text_tells_again_is_no_second_figure():
    """
    What the first line and the text both say is one figure, and parts point at the one that stays.
    """
    text = (
        "Strike kills four in Kherson\n\nFour people, including a child, were killed in Kherson, police said."
    )
    reading = read_article(text)

    assert [(each.value, each.subset_of) for each in reading.candidates] == [(4, None), (1, 0)]
    assert reading.candidates[0].start > text.index("\n")
    assert "tells again" in reading.refusals[0].reason


def test_a_part_between_commas_does_not_part_a_number_from_its_verb():
    """
    "Ten people died, another eight, including a child, were hurt" counts eight hurt, the child among them.
    """
    for text in (
        "Three people died, another eight, including a child, were injured, police said.",
        "Три человека погибли, ещё восемь, в том числе ребёнок, получили ранения, сообщили в полиции.",
        "Троє людей загинули, ще восьмеро, зокрема дитина, дістали поранення, повідомили в поліції.",
    ):
        told = [(each.measure, each.value, each.subset_of) for each in read_article(text).candidates]
        assert told == [("killed", 3, None), ("injured", 8, None), ("injured", 1, 1)]


def test_one_of_those_counted_who_does_something_else_is_no_figure():
    """
    "One of the reporters had led a cell" tells of a person counted already; "one of them a child" is a part.
    """
    counted = "Four reporters were killed on Sunday."

    told = read_article(f"{counted} One of the reporters had led a cell.").candidates
    part = read_article(f"{counted} One of them was a child.").candidates

    assert [each.value for each in told] == [4]
    assert [(each.value, each.subset_of) for each in part] == [(4, None), (1, 0)]


def test_another_ten_beside_one_killed_add_to_nothing():
    """
    "Another ten" is an addition where ten more of the same kind are told, and not beside another kind.
    """
    beside = read_article("Загинула людина, ще десятеро поранені. Згодом в лікарні помер ще один чоловік.")
    signed = read_article("The army lost 213,770 troops (+690) since the start of the war.")

    assert [each.increment for each in beside.candidates] == [False, False, True]
    assert signed.candidates[-1].increment


@pytest.mark.parametrize(
    "text", ["Scores of Russian", "The staff of the", "Four died in May. In Donetsk", "Двоє в"]
)
def test_a_text_that_breaks_off_behind_a_preposition_is_read(text: str):
    """
    A text may end anywhere, as a headline or a cut post does.
    """
    assert all(each.trigger in text for each in read_article(text).candidates)


@pytest.mark.soak
@pytest.mark.parametrize("passage", read_passages("development"), ids=lambda passage: passage["id"])
def test_a_text_that_breaks_off_anywhere_is_read(passage: dict[str, Any]):
    """
    What is read of a text that ends at any of its words stands in it.
    """
    words = passage["text"].split()
    for cut in (" ".join(words[:end]) for end in range(1, len(words))):
        read = read_article(cut, passage["lang"]).candidates
        assert all(cut[each.start : each.end] == each.trigger for each in read)
