"""Places that by their words belong to one number: right behind it, in its clause, or what was hit."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.tokens import Sentence

WHO = {"who", "які", "що", "которые"}


def is_own_place(sentence: Sentence, first: int, number: int, end: int) -> bool:
    """Say whether a place stands right behind what is counted, or in the clause that tells of it."""
    return _is_right_behind(sentence, first, number, end) or _is_of_clause(sentence, first, end)


def _is_right_behind(sentence: Sentence, first: int, number: int, end: int) -> bool:
    """Say whether a preposition, perhaps behind a dash, joins a place to a number: «троє — у Х»."""
    if first in (number + 2, end + 2):
        return True
    dashed = [one for one in (number, end) if first == one + 3]
    return any(sentence.tokens[one + 1].low in ("–", "—", "-") for one in dashed)


def _is_of_clause(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether a place stands in the clause that tells what those counted did: "five who had hid in X"."""
    begin = end + 1 + (first > end + 2 and sentence.tokens[end + 1].low == ",")
    words = sentence.tokens[begin:first]
    return bool(words) and words[0].low in WHO and not any(token.low in (",", ";", ":") for token in words)


def is_aim(sentence: Sentence, first: int) -> bool:
    """Say whether a place is what an attack was on: "the strike on X"."""
    led = first > 1 and sentence.tokens[first - 1].low in ("on", "against", "на", "по")
    return led and any(a <= first - 2 <= b for a, b in sentence.marks.get("attack", ()))
