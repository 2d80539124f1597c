"""Numbers composed of words that are none alone: "1,025 million" as a decimal, a half, a pair, as many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.numbers.number import Number
from casualty_ledger.parsing.number_words import MULTIPLIERS, VALUES

MILLION, DECIMAL = 10**6, re.compile(r"[0-9]{1,3},[0-9]{3}")
WITH, HALF, LONGEST_HALF = {"с", "з", "із"}, Fraction(1, 2), 3
PAIR = ["a", "pair", "of"]
AS_MANY = {("стільки", "ж"), ("стільки", "же"), ("столько", "ж"), ("столько", "же")}


def read_composed(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Read a number that begins at a token, with its last token, if it is composed so."""
    return _read_decimal(sentence, at) or _read_half(sentence, at) or _read_pair(sentence, at)


def as_many(numbers: list[Number], sentence: Sentence) -> Iterator[Number]:
    """List what the number before tells how many they are: «п'ятеро вбитих, стільки ж поранених»."""
    for at in range(len(sentence.tokens) - 2):
        same = (sentence.tokens[at].low, sentence.tokens[at + 1].low) in AS_MANY
        if not same or sentence.begins("measures/", at + 2) is None:
            continue
        told = (each for each in reversed(numbers) if each.last < at)
        before = next(
            (each for each in told if sentence.begins("measures/", each.last + 1) is not None), None
        )
        if before:
            yield replace(before, first=at, last=at + 1, begin=at, is_increment=False)


def _read_decimal(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Read a decimal number of millions, which three digits behind a comma do not make thousands."""
    scale = sentence.tokens[at + 1].low.rstrip(".") if at + 1 < len(sentence.tokens) else ""
    if MULTIPLIERS.get(scale) != MILLION or not DECIMAL.fullmatch(sentence.tokens[at].low):
        return None
    whole, part = sentence.tokens[at].low.split(",")
    return at + 1, int(whole) * MILLION + int(part) * 1000


def _read_half(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Read a number and a half of a scale: «шести с половиной тысяч»."""
    whole = VALUES.get(sentence.tokens[at].low)
    ahead = [token.low.rstrip(".") for token in sentence.tokens[at + 1 : at + 1 + LONGEST_HALF]]
    if not whole or len(ahead) < LONGEST_HALF or ahead[0] not in WITH or not ahead[1].startswith("половин"):
        return None
    scale = MULTIPLIERS.get(ahead[2], 1)
    return (at + LONGEST_HALF, int((whole + HALF) * scale)) if scale > 1 else None


def _read_pair(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Read a pair: "a pair of twins"."""
    return (at + 1, 2) if [token.low for token in sentence.tokens[at : at + len(PAIR)]] == PAIR else None
