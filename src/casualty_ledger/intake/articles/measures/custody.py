"""People in a prison or in captivity, and whose it is."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.triggers import Trigger
from casualty_ledger.intake.articles.numbers.number import Number
from casualty_ledger.intake.articles.wars.sides import Naming, enemy_of

# Beginnings of words for where captives are kept, and for being there.
PRISONS = (
    "prison", "colon", "jail", "dungeon", "torture chamber", "pre-trial", "cell", "полон", "невол", "колоні",
    "колони", "тюрм", "тюрьм", "в'язниц", "сізо", "сизо", "плен", "ізолятор", "изолятор", "катівн", "застін",
    "застен", "підвал", "подвал",
)  # fmt: skip
STAYING = (
    "перебува", "находи", "залиша", "лиша", "оста", "сид", "remain", "stay", "were", "are", "утрим",
)  # fmt: skip
LONGEST, FAR = 4, 14
FROM_UNIT = {"of", "from", "з", "із", "зі", "из"}
FORMATIONS = (
    "platoon", "compan", "battalion", "squad", "regiment", "brigade", "взвод", "роти", "роты", "батальйон",
    "батальон", "бригад", "відділенн", "отделени", "загон", "отряд", "екіпаж", "экипаж", "полку", "полка",
)  # fmt: skip
CAPTIVITY = ("captiv", "полон", "невол", "плен")


def stay_in_prison(sentence: Sentence, number: Number) -> bool:
    """Say whether the verb before a number only tells that people are in a prison the sentence names."""
    before = sentence.tokens[max(0, number.begin - LONGEST) : number.begin]
    stays = any(token.low.startswith(STAYING) for token in before)
    named = any(token.low.startswith(PRISONS) for token in sentence.tokens[: number.begin])
    return stays and named


def side_of_captives(number: Number, sentence: Sentence, free: list[Naming]) -> str:
    """Return whose people are in captivity by whose captivity it is: "are in Northern captivity"."""
    near = range(number.last, number.last + FAR)
    behind = ((one, sentence.tokens[one.last + 1 : one.last + 2]) for one in free if one.last in near)
    captor = next((one for one, word in behind if word and word[0].low.startswith(CAPTIVITY)), None)
    return enemy_of(captor) if captor else ""


def came_back_from_fight(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether those who returned are what is left of a unit: "of the platoon six came home"."""
    freed = any(sentence.marks.get(tag) for tag in ("captivity", "swap", "hostages"))
    if trigger.measure != "returned" or freed:
        return False
    lows = [token.low for token in sentence.tokens]
    return any(
        low in FROM_UNIT and any(word.startswith(FORMATIONS) for word in lows[at + 1 : at + LONGEST])
        for at, low in enumerate(lows)
    )
