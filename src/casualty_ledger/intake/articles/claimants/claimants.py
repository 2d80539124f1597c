"""Who says so: the claimants that a sentence names, and who passes their word on."""

from __future__ import annotations

from collections.abc import Iterator

from casualty_ledger.intake.articles.claimants.addressing import (
    WRITTEN,
    is_addressed,
    is_nominative,
)
from casualty_ledger.intake.articles.claimants.agents import made_by, managed
from casualty_ledger.intake.articles.claimants.claimant_phrases import LONGEST_PHRASE, Attribution, named_by
from casualty_ledger.intake.articles.claimants.elided_verbs import without_verb
from casualty_ledger.intake.articles.claimants.governing import governing
from casualty_ledger.intake.articles.claimants.names import IN, name_behind
from casualty_ledger.intake.articles.claimants.opening import before_quote, opening_subject
from casualty_ledger.intake.articles.claimants.passed_over import is_aside
from casualty_ledger.intake.articles.claimants.set_off import set_off
from casualty_ledger.intake.articles.claimants.sources import (
    by_phrases,
    issued_by,
    named_behind_document,
    owned_by,
    quoted_by,
)
from casualty_ledger.intake.articles.claimants.speakers import (
    subject_before,
    subject_behind,
    subject_far_behind,
)
from casualty_ledger.intake.articles.claimants.speech_verbs import SPOKEN_OF, is_speech
from casualty_ledger.intake.articles.claimants.standing_names import (
    bracketed_source,
    dashed_source,
    heading_of,
    label_of,
    named_office,
    signature_of,
    source_line,
)
from casualty_ledger.intake.articles.claimants.unlisted_verbs import (
    before_that,
    behind_what_was_said,
    in_aside,
    told_somewhere,
)
from casualty_ledger.intake.articles.language.forms import INFLECTED, is_grammar, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.parsing.number_words import VALUES

SPEAKING = ("titles", "relays", "speaker/", "pronouns")
CLOSING = {"on", "in", "at", ",", "."}
OPENING = 60
MOST_LEFT = 6
LONGEST_TOPIC = 4
BUT = {"а", "но", "але", "while", "but"}
DASHES = {"–", "—", "-"}


def find_attributions(sentence: Sentence, text: str, language: str) -> list[Attribution]:
    """List the claimants of a sentence, from left to right, each by the words that name it."""
    heading = heading_of(sentence, language) if sentence.start <= OPENING else None
    if heading and heading[0] == 0 and text[: sentence.start].strip():
        heading = None  # A name below what was told signs it.
    if heading:
        found = [Attribution(*heading, cue=heading[1], is_heading=True)]
    else:
        found = _all_found(sentence, language)
    if opening := named_office(sentence, language):
        found.append(Attribution(*opening, cue=opening[1]))
    if sourced := source_line(sentence):
        found = [Attribution(*sourced, cue=sourced[1], is_before=False, covers_previous=True)]
    if not heading and (signed := signature_of(sentence, language)):
        found.append(Attribution(*signed, cue=signed[1], is_before=False, covers_previous=True))
    named = [each for one in found if (each := named_by(one, sentence, text, language))]
    if not named:
        governs = governing(sentence, language)
        named = [each for one in governs if (each := named_by(one, sentence, text, language))]
    named = [*{each.cue: each for each in reversed(named)}.values()]
    unique = {(each.first, each.last): each for each in reversed(named)}
    return sorted(_without_inner_owners([*unique.values()]), key=lambda each: each.first)


def _all_found(sentence: Sentence, language: str) -> list[Attribution]:
    """List who may be a claimant by a verb, a phrase, what is theirs or where their name stands."""
    found = [*_by_verbs(sentence, language), *by_phrases(sentence, language)]
    found += [*without_verb(sentence, language), *set_off(sentence, language)]
    if quoted := before_quote(sentence, language):
        found.append(Attribution(*quoted))
    found += [*quoted_by(sentence, language), *owned_by(sentence), *issued_by(sentence)]
    made = [*made_by(sentence, language)]
    found = [each for each in found if not any(_is_document(each, one) for one in made)] + made
    if language != "en":
        found += named_behind_document(sentence, language)
        found += [*managed(sentence, language), *told_somewhere(sentence, language)]
    if label := label_of(sentence, language):
        found.append(Attribution(*label, cue=label[1]))
    for closing in (bracketed_source(sentence), dashed_source(sentence, language)):
        if closing:
            found.append(Attribution(*closing, cue=closing[0] - 1, is_before=False))
    return found


def _is_document(each: Attribution, made: Attribution) -> bool:
    """Say whether words name only the document that somebody made."""
    return each.last < made.first and made.cue in (each.cue, each.last)


def _without_inner_owners(named: list[Attribution]) -> list[Attribution]:
    """Leave out an owner within somebody else's name: "the North" in "the North's own figures"."""
    others = [each for each in named if not each.is_owner]
    return [
        each
        for each in named
        if not (each.is_owner and any(one.first <= each.first <= one.last for one in others))
    ]


def _by_verbs(sentence: Sentence, language: str) -> Iterator[Attribution]:
    about = _is_about(sentence)
    english = language == "en"
    unlisted = (
        [*before_that(sentence), *in_aside(sentence)] if english else behind_what_was_said(sentence, language)
    )
    for cue, last in [*sentence.marks.get("say", ()), *unlisted]:
        if not is_speech(sentence, cue, last, language):
            continue
        if sentence.tokens[cue].low in SPOKEN_OF:
            yield from _in_document(sentence, cue, last)
            continue
        covers = about or _is_of_same_clause(sentence, cue)
        behind, before = _subjects(sentence, cue, last, language)
        if before and (outlet := sentence.starts("relays", last + 1)) is not None:
            yield Attribution(last + 1, outlet, cue + 1, is_relay=True, is_before=False)
            behind = None
        if behind and not (before and is_addressed(sentence, cue, behind, before, language)):
            leads, relays = cue <= 2 and not covers, _is_passing_on(sentence, cue, *behind)
            yield Attribution(*behind, cue, is_relay=relays, is_before=leads, covers_previous=covers)
        if before:
            leads = not _closes(sentence, last)
            yield Attribution(*before, cue, is_before=leads, covers_previous=covers)
        elif not behind and (opening := opening_subject(sentence, cue, language)):
            yield Attribution(*opening, cue)
        elif not behind and (far := subject_far_behind(sentence, cue, last, language)):
            yield Attribution(*far, cue, covers_previous=covers)


def _is_passing_on(sentence: Sentence, cue: int, first: int, last: int) -> bool:
    """Say whether a verb like «пише» makes its subject an outlet, as which nobody in an office stands."""
    titled = any(sentence.starts("titles", at) is not None for at in range(first, last + 1))
    return sentence.starts("relays", cue) is not None and not titled


def _subjects(
    sentence: Sentence, cue: int, last: int, language: str
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Return who stands behind a verb and before it, so far as either may be its subject."""
    if quoted := _quoted_opening(sentence, cue, language):
        return None, quoted
    behind = subject_behind(sentence, cue, last, language)
    goes_on = language == "en" and sentence.tokens[cue].low.endswith("ing")
    inverted = behind is not None and _is_inverted(sentence, cue, behind[0], language)
    before = None if goes_on or inverted else subject_before(sentence, cue, language)
    if before and language != "en" and not _may_speak(sentence, before):
        before = None
    return behind, before


def _quoted_opening(sentence: Sentence, cue: int, language: str) -> tuple[int, int] | None:
    """Find a quoted name that opens a sentence, whatever stands between it and its verb."""
    if language == "en" or sentence.tokens[0].low != "«":
        return None
    ahead = range(2, min(cue, LONGEST_PHRASE + 2))
    closing = next((at for at in ahead if sentence.tokens[at].low == "»"), None)
    if closing is None or any(token.low in (",", ".") for token in sentence.tokens[:cue]):
        return None
    return 0, closing


def _is_of_same_clause(sentence: Sentence, cue: int) -> bool:
    """Say whether words for what was told before stand in the clause of a verb, with no "but" between."""
    return any(
        all(token.low not in BUT for token in sentence.tokens[min(last, cue) : max(first, cue)])
        for first, last in sentence.marks.get("about_before", ())
    )


def _may_speak(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Say whether words before a verb are more than what it speaks of: «восемь обстрелов зафиксировало …»."""
    within = range(span[0], span[1] + 1)
    counted = sentence.tokens[span[0]].low in VALUES or sentence.tokens[span[0]].kind == "number"
    named = any(sentence.begins(tag, at) is not None for tag in SPEAKING for at in within)
    return named or not counted


def _is_inverted(sentence: Sentence, cue: int, at: int, language: str) -> bool:
    """Say whether a subject behind its verb closes what was said: «…, розповів виданню уповноважений»."""
    comma = cue - 1 - (cue > 1 and sentence.tokens[cue - 1].low in DASHES)
    closed = cue > 0 and sentence.tokens[comma].low == "," and language != "en"
    return closed and is_nominative(sentence, at, language) and not is_aside(sentence, comma, language)


def _in_document(sentence: Sentence, cue: int, last: int) -> Iterator[Attribution]:
    """Find whose document tells it: «говорится в пятничной сводке ведомства», «у звіті центру йдеться»."""
    before = range(max(0, cue - LONGEST_PHRASE), cue)
    written = next((at for at in before if _is_written(sentence, at)), cue)
    if written + 1 < cue:
        yield Attribution(written + 1, cue - 1, cue)
    ahead = range(last + 1, min(last + 1 + LONGEST_PHRASE, len(sentence.tokens) - 1))
    documents = (at for at in ahead if _is_written(sentence, at))
    for document in documents:
        end = name_behind(sentence, document + 1)
        if end is not None:
            yield Attribution(document + 1, end, cue, is_before=cue == 0)
        return
    if begun := subject_behind(sentence, cue, last, "uk"):
        yield Attribution(*begun, cue, is_before=False)


def _is_written(sentence: Sentence, at: int) -> bool:
    """Say whether a word is a document, or the first noun behind "in", which makes it one."""
    if sentence.tokens[at].low.startswith(WRITTEN):
        return True
    led = next((step for step in (at - 1, at - 2) if step >= 0 and sentence.tokens[step].low in IN), None)
    between = [] if led is None else sentence.tokens[led + 1 : at]
    return led is not None and any(
        may_be(sentence.tokens[at].low, one, "NOUN", "loct")
        and all(is_grammar(token.low, one, "ADJF") for token in between)
        for one in INFLECTED
    )


def _is_about(sentence: Sentence) -> bool:
    """Say whether a sentence tells only who spoke of what was told before: «Про трагедію розповів …»."""
    opening = [token.low for token in sentence.tokens[:1]]
    said = any(cue <= LONGEST_TOPIC for cue, _ in sentence.marks.get("say", ()))
    return opening[:1] in (["про"], ["о"], ["об"]) and said


def _closes(sentence: Sentence, last: int) -> bool:
    """Say whether the verb closes what was said: "…, the governor said on Monday."."""
    rest = range(last + 1, len(sentence.tokens))
    if any(sentence.begins("measures/", at) is not None or _is_count(sentence, at) for at in rest):
        return False
    left = sum(sentence.tokens[at].kind != "mark" for at in rest)
    after = sentence.tokens[last + 1].low if last + 1 < len(sentence.tokens) else "."
    return left <= MOST_LEFT - 2 or (after in CLOSING and left <= MOST_LEFT)


def _is_count(sentence: Sentence, at: int) -> bool:
    """Say whether a number is of no day or hour: what was said ends with it."""
    dated = sentence.has("months", max(0, at - 1), at + 1)
    hour = [token.low for token in sentence.tokens[at + 1 : at + 3]][:1] == [":"]
    number = sentence.tokens[at].kind == "number" or VALUES.get(sentence.tokens[at].low, 0) > 1
    return number and not dated and not hour
