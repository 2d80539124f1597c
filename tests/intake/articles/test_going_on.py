"""Numbers that no word of harm claims: what they go on with, and what keeps them from being figures."""

from __future__ import annotations

import pytest

from casualty_ledger.intake.articles.reading import read_article

GOING_ON = [
    ("Двоє загинули в січні, у лютому — троє.", [("killed", 2), ("killed", 3)]),
    ("В Лимане погибли трое. Итог по Изюму — пятеро.", [("killed", 3), ("killed", 5)]),
    ("Five were hurt, the mayor said. The clinic gave a figure of 7.", [("injured", 5), ("injured", 7)]),
    ("Один загиблий у місті. Лікар говорить про 4.", [("killed", 1), ("killed", 4)]),
    ("One army lost 300 soldiers; the other named 200 of its own.", [("losses", 300), ("losses", 200)]),
    ("Вони віддали тіла 90 полеглих. Навзамін дістали двадцять своїх.", [("killed", 90), ("killed", 20)]),
    ("Ранены четверо. Один ребёнок.", [("injured", 4), ("injured", 1)]),
    ("Вбито п'ятьох, стільки ж поранених.", [("killed", 5)]),
    ("П'ятеро вбитих, стільки ж поранених.", [("killed", 5), ("injured", 5)]),
    ("Шестеро убитых, столько же раненых.", [("killed", 6), ("injured", 6)]),
    ("Civilians killed: 40 (2024: 31)", [("killed", 40), ("killed", 31)]),
    ("Three died. The ministry stood by it, adding 12 to its count.", [("killed", 3), ("killed", 12)]),
    ("Депортированы дети. Журналисты нашли 85 детей, вывезенных из интернатов.", [("deported", 85)]),
    ("Є загиблий, деталі згодом.", [("killed", 1)]),
    ("Есть погибшая, возраст уточняют.", [("killed", 1)]),
    ("Живыми из плена вернулось, по открытым источникам, триста.", [("returned", 300)]),
    ("They led three men out of a cellar and shot them.", [("killed", 3)]),
    ("Семьи заложников напоминают: в туннелях остаются 8 человек.", [("held", 8)]),
    ("Strikes injured 21 civilians last week.", [("injured", 21)]),
    ("A pair of toddlers were killed.", [("killed", 2)]),
    ("Вернулись домой шесть с половиной тысяч пленных.", [("returned", 6500)]),
    ("The agency has 900 open cases of missing persons, up from 400.", [("missing", 900), ("missing", 400)]),
    ("The army denied a claim that 120 soldiers had been killed.", [("killed", 120)]),
]  # fmt: skip
NO_FIGURES = [
    "По легенде учений условно «погибли» двадцать посетителей и «ранены» шестьдесят.",
    "За легендою навчань умовно поранено тридцятьох.",
    "In the drill a mock blast killed twenty.",
    "Він вивіз 900 людей, а волонтери возили харчі.",
    "Поранених тут буває п'ятнадцять за зміну.",
    "The army denied that 120 soldiers had been killed.",
]
YEARS = [
    ("Violence in 2025 killed 14 civilians.", 14),
    ("За один только 1984 год убиты 43 солдата.", 43),
    ("Обстріли за 2025 вбили 14 цивільних.", 14),
]


@pytest.mark.parametrize(("text", "wanted"), GOING_ON)
def test_a_number_that_no_word_claims_goes_on_with_what_was_counted(text: str, wanted: list[tuple[str, int]]):
    """A clause without a verb, one's own, as many, another time and a lone sentence go on with a figure."""
    assert [(each.measure, each.value) for each in read_article(text).candidates] == wanted


@pytest.mark.parametrize("text", NO_FIGURES)
def test_what_is_played_moved_or_denied_is_no_figure(text: str):
    """Drills, those driven away, a rate by the shift and a bare denial count nobody."""
    assert read_article(text).candidates == []


@pytest.mark.parametrize(("text", "people"), YEARS)
def test_a_year_behind_a_preposition_counts_nobody(text: str, people: int):
    """A year in which people were killed is no number of them."""
    assert [each.value for each in read_article(text).candidates] == [people]
