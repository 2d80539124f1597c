"""Who has to do with people counted, whatever the verb: "the mission knows of 64 deaths"."""

from __future__ import annotations

from collections.abc import Iterator

from casualty_ledger.intake.articles.claimant_phrases import Attribution
from casualty_ledger.intake.articles.forms import is_grammar
from casualty_ledger.intake.articles.names import ARTICLES, IN
from casualty_ledger.intake.articles.opening import is_predicate
from casualty_ledger.intake.articles.speakers import subject_before
from casualty_ledger.intake.articles.tokens import Sentence
from casualty_ledger.intake.articles.triggers import AUXILIARIES
from casualty_ledger.parsing.number_words import VALUES

HARM = ("measures/killed", "measures/injured", "measures/missing", "measures/captured", "measures/died")
# A verb that itself tells what befell people makes nobody a speaker.
OWN = ("measures/", "attack", "hits", "say", "cite", "causes")
SIDES = ("party/", "country/")
CLOSING = {",", ";", "—", "–", ".", ":"}
WITHIN = IN | {"at", "of", "from"}
LONGEST_OBJECT = 14


def governing(sentence: Sentence, language: str) -> Iterator[Attribution]:
    """Find a body or an official who is subject of a verb whose object are people who came to harm."""
    verb = _english_verb(sentence) if language == "en" else _verb(sentence, language)
    if verb is None or any(sentence.begins(tag, verb) is not None for tag in OWN):
        return
    subject = (0, verb - 1) if language == "en" else subject_before(sentence, verb, language)
    if subject and _may_speak(sentence, *subject) and _is_of_harmed(sentence, verb):
        yield Attribution(*subject, verb)


def _verb(sentence: Sentence, language: str) -> int | None:
    verbs = (
        at
        for at, token in enumerate(sentence.tokens)
        if is_grammar(token.low, language, "VERB") and not token.is_capital
    )
    return next(verbs, None)


def _english_verb(sentence: Sentence) -> int | None:
    """Return the verb behind a subject that opens an English sentence."""
    at = 0
    while at < len(sentence.tokens) - 1:
        token, behind = sentence.tokens[at], sentence.tokens[at + 1]
        if token.low in WITHIN and (behind.is_capital or behind.low in ARTICLES):
            at += 1
        elif is_predicate(sentence, at, "en"):
            break
        at += 1
    word = sentence.tokens[at].low
    finite = word.endswith(("s", "ed")) or sentence.tokens[max(0, at - 1)].low.endswith("s")
    return at if at and finite and word not in AUXILIARIES and word.isalpha() else None


def _may_speak(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether words are a body, an official or somebody of a quoted name, and no side of a war."""
    within = range(first, last + 1)
    quoted = sentence.tokens[first].low == "«" and sentence.tokens[last].low == "»"
    able = any(sentence.starts(tag, at) is not None for tag in ("bodies_of", "officials") for at in within)
    named = any(sentence.tokens[at].is_capital for at in within if at > 0)
    titled = named and sentence.starts("titles", first) is not None
    sided = any(sentence.begins(tag, first) is not None for tag in SIDES)
    return (quoted or able or titled) and not sided


def _is_of_harmed(sentence: Sentence, verb: int) -> bool:
    """Say whether people who came to harm are counted in the object of a verb, or behind its colon."""
    ahead = range(verb + 1, min(verb + LONGEST_OBJECT, len(sentence.tokens)))
    colon = next((at for at in ahead if sentence.tokens[at].low == ":"), None)
    end = next((at for at in ahead if sentence.tokens[at].low in CLOSING), ahead.stop)
    if colon == end:
        return True
    counted = any(
        sentence.tokens[at].kind == "number" or VALUES.get(sentence.tokens[at].low, 0) > 0
        for at in range(verb + 1, end)
    )
    harmed = any(sentence.begins(tag, at) is not None for tag in HARM for at in range(verb + 1, end))
    return counted and harmed
