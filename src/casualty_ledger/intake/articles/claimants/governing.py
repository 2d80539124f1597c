"""Who has to do with people counted, whatever the verb: "the mission knows of 64 deaths"."""

from __future__ import annotations

from collections.abc import Iterator

from casualty_ledger.intake.articles.claimants.agents import WHICH
from casualty_ledger.intake.articles.claimants.claimant_phrases import Attribution
from casualty_ledger.intake.articles.claimants.names import ARTICLES, IN, LONGEST_NAME
from casualty_ledger.intake.articles.claimants.opening import is_predicate
from casualty_ledger.intake.articles.claimants.passed_over import BEFORE_DAYS
from casualty_ledger.intake.articles.claimants.speakers import subject_before
from casualty_ledger.intake.articles.language.forms import is_grammar, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.triggers import AUXILIARIES
from casualty_ledger.parsing.number_words import VALUES

HARM = ("measures/killed", "measures/injured", "measures/missing", "measures/captured")
# A verb that itself tells what befell people makes nobody a speaker.
OWN = (
    *HARM, "measures/losses", "measures/held", "measures/deported", "measures/returned/verb",
    "refused", "attack", "hits", "say", "cite", "causes",
)  # fmt: skip
# Who treats the hurt did not hurt them, and so may speak of them.
CARING = ("прооперу", "прооперир", "operated", "treated")
SIDES = ("party/", "country/")
DASHES = {"—", "–", ":"}
CLOSING = {",", ";", "—", "–", ".", ":"}
WITHIN = IN | {"at", "of", "from"}
LONGEST_OBJECT, LONGEST_OPENING = 14, 7


def governing(sentence: Sentence, language: str) -> Iterator[Attribution]:
    """Find a body or an official who is subject of a verb whose object are people who came to harm."""
    colon = _opening_colon(sentence)
    opening = _behind_opening(sentence) if language == "en" else 0
    verb = _english_verb(sentence, opening) if language == "en" else _verb(sentence, colon, language)
    if verb is None:
        return
    cares = sentence.tokens[verb].low.startswith(CARING)
    if not cares and any(sentence.begins(tag, verb) is not None for tag in OWN):
        return
    subject = (opening, verb - 1) if language == "en" else _subject(sentence, verb, language)
    if subject is None or not (
        _is_nominative(sentence, *subject, language) and _may_speak(sentence, *subject, language)
    ):
        return
    if colon or _is_of_harmed(sentence, verb):
        yield Attribution(*subject, verb, is_actor=True)


def _opening_colon(sentence: Sentence) -> int:
    """Return the colon behind which all that is told stands, or 0."""
    colon = next((at for at, token in enumerate(sentence.tokens) if token.low == ":"), 0)
    return 0 if any(sentence.begins("measures/", at) is not None for at in range(colon)) else colon


def _verb(sentence: Sentence, colon: int, language: str) -> int | None:
    """Return the verb right before a colon, else the first."""
    verbs = [
        at
        for at in _outside_relatives(sentence, colon or len(sentence.tokens))
        if is_grammar(sentence.tokens[at].low, language, "VERB") and not sentence.tokens[at].is_capital
    ]
    return verbs[-1 if colon else 0] if verbs else None


def _subject(sentence: Sentence, verb: int, language: str) -> tuple[int, int] | None:
    """Return the subject before a verb, also where a relative clause stands between."""
    comma = next((at for at in range(verb) if sentence.tokens[at].low == ","), 0)
    if 0 < comma <= LONGEST_NAME and _is_relative(sentence, comma + 1):
        return 0, comma - 1
    return subject_before(sentence, verb, language)


def _outside_relatives(sentence: Sentence, end: int) -> Iterator[int]:
    """List the tokens that are in no relative clause."""
    inside = False
    for at in range(end):
        if sentence.tokens[at].low == ",":
            inside = not inside and _is_relative(sentence, at + 1)
        if not inside:
            yield at


def _is_relative(sentence: Sentence, at: int) -> bool:
    """Say whether a relative clause begins at a token, or behind its preposition."""
    ahead = [token.low for token in sentence.tokens[at : at + 2]]
    return any(word.startswith(WHICH) for word in ahead) or ahead[:1] in (["що"], ["что"], ["who"])


def _is_nominative(sentence: Sentence, first: int, last: int, language: str) -> bool:
    """Say whether words may be a subject: no preposition leads to them, and one is in the nominative."""
    leading = (sentence.tokens[at].low for at in range(max(0, first - 1), first + 1))
    led = any(word in IN or is_grammar(word, language, "PREP") for word in leading)
    words = (sentence.tokens[at].low for at in range(first, last + 1))
    return not led and (language == "en" or any(may_be(word, language, "nomn") for word in words))


def _behind_opening(sentence: Sentence) -> int:
    """Return where an English subject begins behind where or when it was: "In the city, medics …"."""
    led = sentence.tokens[0].low in WITHIN | BEFORE_DAYS
    near = range(1, min(LONGEST_OPENING, len(sentence.tokens) - 1)) if led else range(0)
    return next((at + 1 for at in near if sentence.tokens[at].low == ","), 0)


def _english_verb(sentence: Sentence, opening: int) -> int | None:
    """Return the verb behind a subject that opens an English sentence."""
    at = opening
    last = len(sentence.tokens) - 1
    while at < last:
        token, behind = sentence.tokens[at], sentence.tokens[at + 1]
        if token.low in WITHIN and (behind.is_capital or behind.low in ARTICLES):
            at += 1
        elif is_predicate(sentence, at, "en"):
            break
        at += 1
    if at > last:
        return None
    word = sentence.tokens[at].low
    finite = word.endswith(("s", "ed")) or sentence.tokens[max(0, at - 1)].low.endswith("s")
    return at if at > opening and finite and word not in AUXILIARIES and word.isalpha() else None


def _may_speak(sentence: Sentence, first: int, last: int, language: str) -> bool:
    """Say whether words are a body, an official or somebody of a quoted name, and no side of a war."""
    within = range(first, last + 1)
    somebody = is_grammar(sentence.tokens[first].low, language, "NOUN", "anim", "nomn", "sing")
    quoted = sentence.tokens[first].low == "«" and sentence.tokens[last].low == "»"
    titled = any(sentence.starts("titles", at) is not None for at in within)
    sided = any(sentence.begins(tag, first) is not None for tag in SIDES)
    return (quoted or titled or somebody) and not sided


def _is_of_harmed(sentence: Sentence, verb: int) -> bool:
    """Say whether people who came to harm are counted in the object of a verb."""
    ahead = range(verb + 1, min(verb + LONGEST_OBJECT, len(sentence.tokens)))
    end = next((at for at in ahead if _closes_object(sentence, at)), ahead.stop)
    counted = any(
        sentence.tokens[at].kind == "number" or VALUES.get(sentence.tokens[at].low, 0) > 0
        for at in range(verb + 1, end)
    )
    harmed = any(sentence.begins(tag, at) is not None for tag in HARM for at in range(verb + 1, end))
    return counted and harmed


def _closes_object(sentence: Sentence, at: int) -> bool:
    """Say whether a mark ends an object, and leads neither to whom it describes nor to the count it names."""
    counts = sentence.starts("tally", at - 1) is not None and sentence.tokens[at].low in DASHES
    return sentence.tokens[at].low in CLOSING and not counts and not _is_relative(sentence, at + 1)
