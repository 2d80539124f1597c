"""Who goes on to speak by a verb that was told once: "the army says two, police three"."""

from __future__ import annotations

from collections.abc import Iterator

from casualty_ledger.intake.articles.claimants.addressing import WHOSE
from casualty_ledger.intake.articles.claimants.claimant_phrases import LONGEST_PHRASE, Attribution
from casualty_ledger.intake.articles.claimants.names import ARTICLES
from casualty_ledger.intake.articles.language.forms import may_be
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.parsing.number_words import VALUES

SPEAKING = ("titles", "relays", "speaker/")
DASHES, JOINS, BREAKS = {"–", "—", "-"}, {"and", "while", "а", "і", "и"}, (",", ";", ":")
LED, ABOUT = ("о", "об", "в", "про", "у"), 4


def without_verb(sentence: Sentence, language: str) -> Iterator[Attribution]:
    """Find who goes on with a verb told once: «штаб говорит о двух, разведка — о трёх»."""
    said = min((last for _, last in sentence.marks.get("say", ())), default=len(sentence.tokens))
    for mark in range(said + 1, len(sentence.tokens) - 2):
        if sentence.tokens[mark].low not in BREAKS:
            continue
        begin = mark + 1 + (sentence.tokens[mark + 1].low in JOINS)
        begin += sentence.tokens[begin].low in WHOSE
        end = _end_of_name(sentence, begin, language)
        if end is not None:
            yield Attribution(begin, end, end + 1)


def _end_of_name(sentence: Sentence, begin: int, language: str) -> int | None:
    """Return where a name ends that a count follows, behind a dash where the language has one."""
    name = begin + (sentence.tokens[begin].low in ARTICLES)
    ahead = range(name, min(name + LONGEST_PHRASE, len(sentence.tokens) - 1))
    if not any(sentence.begins(tag, at) is not None for tag in SPEAKING for at in ahead[:2]):
        return None
    if language == "en":
        if not (sentence.tokens[name].is_capital or name > begin):
            return None
        counts = next((at for at in ahead if _counts(sentence, at)), name)
        plain = all(_is_of_name(sentence, at) for at in range(name, counts))
        return counts - 1 if counts > name and plain else None
    dash = next((at for at in ahead if sentence.tokens[at].low in DASHES), None)
    if dash is None or not any(may_be(sentence.tokens[at].low, language, "nomn") for at in range(name, dash)):
        return None
    told = sentence.tokens[dash + 1].low in LED or any(
        _counts(sentence, at) for at in range(dash + 1, min(dash + ABOUT, len(sentence.tokens)))
    )
    return dash - 1 if told else None


def _counts(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return token.kind == "number" or VALUES.get(token.low, 0) > 1


def _is_of_name(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return token.is_capital or any(sentence.begins(tag, at) is not None for tag in SPEAKING)
