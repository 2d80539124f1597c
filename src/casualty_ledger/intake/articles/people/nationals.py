"""Whose people a noun names: citizens of a country, fighters of an army."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.found import Found

CITIZENS = ("national", "citizen", "громадян", "гражда")
ARMIES = (
    "арм", "збройн", "вооруж", "сил", "військ", "войск", "вс", "зс", "флот", "морск", "морськ", "сухопут",
)  # fmt: skip


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
