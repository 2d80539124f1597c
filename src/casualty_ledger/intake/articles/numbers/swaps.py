"""Swaps told as a pair of numbers: "205 for 205"."""

from __future__ import annotations

from collections.abc import Iterator

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.numbers.number import Number


def pairs_for(sentence: Sentence) -> Iterator[tuple[Number, str]]:
    """List swaps "N for N": one figure each, whichever verb is near."""
    words = {"for", "на"}
    numbers = [at for at, token in enumerate(sentence.tokens) if token.kind == "number"]
    for at in numbers:
        tokens = sentence.tokens[at : at + 3]
        if (
            len(tokens) == 3
            and not sentence.marks.get("hypothetical")
            and tokens[1].low in words
            and tokens[2].low == tokens[0].low
            and tokens[0].low.isdigit()
        ):
            value = int(tokens[0].low)
            yield Number(at, at + 2, value, value, value, begin=at), "exchanged"
