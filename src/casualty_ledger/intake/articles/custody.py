"""People of whom a text tells only that they are in a prison."""

from __future__ import annotations

from casualty_ledger.intake.articles.number import Number
from casualty_ledger.intake.articles.tokens import Sentence

# Beginnings of words for where captives are kept, and for being there.
PRISONS = (
    "prison", "colon", "jail", "dungeon", "torture chamber", "pre-trial", "cell", "полон", "невол", "колоні",
    "колони", "тюрм", "тюрьм", "в'язниц", "сізо", "сизо", "плен", "ізолятор", "изолятор", "катівн", "застін",
    "застен", "підвал", "подвал",
)  # fmt: skip
STAYING = (
    "перебува", "находи", "залиша", "лиша", "оста", "сид", "remain", "stay", "were", "are", "утрим",
)  # fmt: skip
LONGEST = 4


def stay_in_prison(sentence: Sentence, number: Number) -> bool:
    """Say whether the verb before a number only tells that people are in a prison the sentence names."""
    before = sentence.tokens[max(0, number.begin - LONGEST) : number.begin]
    stays = any(token.low.startswith(STAYING) for token in before)
    named = any(token.low.startswith(PRISONS) for token in sentence.tokens[: number.begin])
    return stays and named
