"""Whose people a noun names: citizens of a country, fighters of an army."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.found import Found
from casualty_ledger.intake.articles.wars.sides import Naming

CITIZENS = ("national", "citizen", "громадян", "гражда")
ARMIES = (
    "арм", "збройн", "вооруж", "сил", "військ", "войск", "вс", "зс", "флот", "морск", "морськ", "сухопут",
)  # fmt: skip
# Beginnings of verbs by which those counted are told to be of a party.
PROVED = ("turned", "proved", "виявил", "оказал")
LONGEST_CLAUSE, NEAR_VERB = 14, 5


def are_foreign(found: Found, sentence: Sentence) -> bool:
    """Say whether people are citizens of a country that no side of a war is: "Indian nationals"."""
    last = found.counted.last
    if not sentence.tokens[last].low.startswith(CITIZENS) or last <= found.number.last:
        return False
    at = last - 1 if sentence.tokens[last].low.isascii() else last + 1
    if at >= len(sentence.tokens) or not sentence.tokens[at].is_capital:
        return False
    return all(sentence.begins(family, at) is None for family in ("party/", "place/", "country/"))


def is_of_army(sentence: Sentence, high: int, at: int) -> bool:
    """Say whether an army stands between fighters and whose they are: «військових армії Півночі»."""
    between = sentence.tokens[high + 1 : at]
    return all(token.kind == "word" and token.low.startswith(ARMIES) for token in between)


def turned_out(sentence: Sentence, free: list[Naming], high: int) -> list[Naming]:
    """Return as whose those counted turned out: "20 of the bodies proved to be Northerners"."""
    near = range(high + 1, min(high + LONGEST_CLAUSE, len(sentence.tokens)))
    verb = next((at for at in near if sentence.tokens[at].low.startswith(PROVED)), None)
    return [one for one in free if verb is not None and 0 < one.first - verb <= NEAR_VERB]
