"""Where a subject begins behind what is told before it: an object, a place, a clause."""

from __future__ import annotations

from casualty_ledger.intake.articles.claimants.addressing import is_nominative
from casualty_ledger.intake.articles.claimants.passed_over import BEFORE_DAYS
from casualty_ledger.intake.articles.language.forms import is_grammar, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence

LOSSES = ("measures/losses/verb", "measures/losses/noun")


def past_object(sentence: Sentence, begin: int, end: int) -> int:
    """Return where a subject begins behind what it speaks of: «потери армии историки оценивают»."""
    told = [last for _, last in sentence.spans(*LOSSES) if begin <= last < end]
    offices = (at for at in range(told[-1] + 1, end + 1) if _is_office(sentence, at)) if told else ()
    return next(iter(offices), begin)


def past_oblique(sentence: Sentence, begin: int, end: int, language: str) -> int:
    """Return where a subject begins behind an object told first: «зниклими ветерани вважають …»."""
    word = sentence.tokens[begin].low if begin <= end else ""
    if language == "en" or not is_grammar(word, language, "ablt") or may_be(word, language, "nomn"):
        return begin
    ahead = range(begin + 1, end + 1)
    return next((at for at in ahead if is_grammar(sentence.tokens[at].low, language, "anim", "nomn")), begin)


def past_clause(sentence: Sentence, begin: int, end: int, language: str) -> int:
    """Return where a subject begins behind a place and its clause: «на землі, зайнятій …, місія»."""
    if begin > end or may_be(sentence.tokens[begin].low, language, "nomn"):
        return begin
    if begin == 0 or not is_grammar(sentence.tokens[begin - 1].low, language, "PREP"):
        return begin
    comma = next((at for at in range(end, begin, -1) if sentence.tokens[at].low == ","), end)
    return comma + 1 if comma < end and may_be(sentence.tokens[comma + 1].low, language, "nomn") else begin


def _is_office(sentence: Sentence, at: int) -> bool:
    """Say whether a word is of somebody who speaks, and not only of one of the sides."""
    titled = sentence.starts("titles", at) is not None
    return titled and not any(tag.startswith("both/") for tag in sentence.beginning.get(at, {}))


def past_place(sentence: Sentence, begin: int, end: int, language: str) -> int:
    """Return where a subject begins behind where or when it spoke: «после атаки власти говорили»."""
    while begin < end and is_grammar(sentence.tokens[begin].low, language, "ADVB"):
        begin += 1
    led = sentence.tokens[begin].low in BEFORE_DAYS if language == "en" else False
    if not led and not is_grammar(sentence.tokens[begin].low, language, "PREP"):
        return begin
    offices = (
        at
        for at in range(begin + 2, end + 1)
        if sentence.starts("relays", at) is not None
        or (sentence.starts("titles", at) is not None and (led or is_nominative(sentence, at, language)))
    )
    return next(offices, begin)
