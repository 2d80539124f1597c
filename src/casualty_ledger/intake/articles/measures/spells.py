"""Years and weeks that bound what a sentence counts."""

from __future__ import annotations

from itertools import pairwise

from casualty_ledger.intake.articles.language.tokens import Sentence

YEARS = {"торік", "позаторік"}
YEAR_PAIRS = {
    ("last", "year"), ("this", "year"), ("previous", "year"), ("минулого", "року"), ("цього", "року"),
    ("прошлом", "году"), ("этом", "году"), ("прошлого", "года"), ("за", "рік"), ("за", "год"), ("in", "2025"),
    ("each", "year"), ("a", "year"),
}  # fmt: skip
# Words for spells that bound a count.
SPELLS = ("week", "недел", "тижд", "тижн", "month", "месяц", "місяц", "year", "год", "рік", "рок")


def is_of_year(sentence: Sentence) -> bool:
    """Say whether a year bounds what a sentence counts: "last year", «торік»."""
    lows = [token.low for token in sentence.tokens]
    pairs = enumerate(pairwise(lows))
    ended = any(pair in YEAR_PAIRS and not (at and lows[at - 1] in ("of", "до", "к")) for at, pair in pairs)
    return ended or any(low in YEARS for low in lows)


def is_of_spell(sentence: Sentence) -> bool:
    """Say whether a sentence names weeks, months or years that may bound its count."""
    return any(token.low.startswith(SPELLS) for token in sentence.tokens)
