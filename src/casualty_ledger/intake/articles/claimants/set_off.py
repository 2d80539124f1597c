"""By whose account something is told, in a phrase that commas set off, whatever its noun."""

from __future__ import annotations

from collections.abc import Iterator

from casualty_ledger.intake.articles.claimants.claimant_phrases import Attribution
from casualty_ledger.intake.articles.claimants.names import is_named, name_behind
from casualty_ledger.intake.articles.language.forms import is_grammar, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence

# The prepositions of such a phrase, and the case of its noun.
LEADING = {"ru": {"по": "datv"}, "uk": {"за": "ablt", "на": "accs"}}
SET_OFF, CLOSING = {",", "—", "–", "(", ";", ":", "«"}, {",", ".", ")", ";", "—", "–", ":"}
OF_NOBODY = ("persons/", "measures/", "place/", "months", "day_words", "attack")
LONGEST_LEADING = 3


def set_off(sentence: Sentence, language: str) -> Iterator[Attribution]:
    """Find whose account it is: «По прикидкам института, …», ", by the reckoning of the service, …"."""
    for at in range(len(sentence.tokens) - 2):
        if at and sentence.tokens[at - 1].low not in SET_OFF:
            continue
        begin = _of_whom(sentence, at) if language == "en" else _whose(sentence, at, language)
        if begin is None or not is_named(sentence, begin):
            continue
        end = name_behind(sentence, begin)
        if end is None or any(sentence.begins(tag, begin) is not None for tag in OF_NOBODY[3:]):
            continue
        closed = end + 1 == len(sentence.tokens) or sentence.tokens[end + 1].low in CLOSING
        if closed:
            yield Attribution(begin, end, at, is_before=at < len(sentence.tokens) / 2)


def _of_whom(sentence: Sentence, at: int) -> int | None:
    """Return what stands behind "by the … of"."""
    words = [token.low for token in sentence.tokens[at : at + 5]]
    if words[:2] != ["by", "the"] or "of" not in words[3:]:
        return None
    of = at + words.index("of")
    told = any(sentence.begins(tag, step) is not None for step in range(at, of) for tag in OF_NOBODY)
    return None if told else of + 1


def _whose(sentence: Sentence, at: int, language: str) -> int | None:
    """Return what stands behind a noun in the case of its preposition: «по прикидкам …»."""
    case = LEADING[language].get(sentence.tokens[at].low)
    if case is None:
        return None
    for step in range(at + 1, min(at + 1 + LONGEST_LEADING, len(sentence.tokens) - 1)):
        word = sentence.tokens[step].low
        if any(sentence.begins(tag, step) is not None for tag in OF_NOBODY):
            return None
        if may_be(word, language, "NOUN", case) and not may_be(word, language, "anim"):
            return step + 1
        if not is_grammar(word, language, "ADJF"):
            return None
    return None
