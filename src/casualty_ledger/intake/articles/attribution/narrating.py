"""Where a text tells of its own: what no speaker before goes on to say."""

from __future__ import annotations

from casualty_ledger.intake.articles.claimants.agents import MADE
from casualty_ledger.intake.articles.claimants.claimant_phrases import Attribution
from casualty_ledger.intake.articles.claimants.sources import DOCUMENTS
from casualty_ledger.intake.articles.context import Context
from casualty_ledger.intake.articles.language.forms import is_grammar
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.found import Found

CONCEDING = {"though", "although", "хоча", "хоч", "хотя"}
BREAKING = {",", ":", ";", "that", "що", "что"}
OF = "of"
DIFFERING = ("різн", "разн", "various", "differ", "varying", "several", "diverg")
ESTIMATED = ("оцін", "оцен", "estimate")
HARM = ("measures/killed", "measures/injured", "measures/losses", "measures/missing", "measures/captured")
YEAR_DIGITS, CENTURIES = 4, ("18", "19", "20")


def is_narrated(found: Found, at: int, context: Context) -> bool:
    """Say whether a sentence without a speaker is the text's own.

    It recalls ("we recall"), sums up estimates of nobody's, goes back to a year in a paragraph of its own,
    or grants what somebody denies.
    """
    sentence = context.sentences[at]
    return (
        _recalls(sentence, context.language)
        or _is_by_several(sentence)
        or _is_of_estimates(sentence, context.language)
        or _concedes(found, sentence)
        or _goes_back(at, context)
    )


def _is_by_several(sentence: Sentence) -> bool:
    """Say whether accounts that differ are nobody's: «за різними оцінками», "by various estimates"."""
    given = (token.low for a, b in sentence.spans("according") for token in sentence.tokens[a : b + 1])
    return any(word.startswith(DIFFERING) for word in given)


def _recalls(sentence: Sentence, language: str) -> bool:
    """Say whether a text speaks for itself: «Нагадаємо, …»."""
    first = sentence.tokens[0].low
    behind = [token.low for token in sentence.tokens[1:2]]
    return is_grammar(first, language, "VERB", "1per", "plur") and behind in ([","], [":"])


def _is_of_estimates(sentence: Sentence, language: str) -> bool:
    """Say whether estimates that are nobody's are what a sentence is about: "Estimates of deaths vary"."""
    first = sentence.tokens[0].low
    if language == "en":
        many = first.endswith("s") and first in DOCUMENTS
        return many and [token.low for token in sentence.tokens[1:2]] == [OF]
    return first.startswith(MADE) and is_grammar(first, language, "NOUN", "nomn", "plur")


def _concedes(found: Found, sentence: Sentence) -> bool:
    """Say whether a number is granted behind what tells of no harm: "It denies it, though thousands died"."""
    at = found.number.first
    granted = next((step for step in range(at) if sentence.tokens[step].low in CONCEDING), 0)
    return granted > 1 and all(sentence.begins("measures/", step) is None for step in range(granted))


def _goes_back(at: int, context: Context) -> bool:
    """Say whether a new paragraph is of a year."""
    sentence = context.sentences[at]
    begins = at > 0 and context.sentences[at - 1].paragraph != sentence.paragraph
    dated = any(
        token.kind == "number" and len(token.low) == YEAR_DIGITS and token.low.startswith(CENTURIES)
        for token in sentence.tokens
    )
    summed = any(sentence.marks.get(tag) for tag in ("total", "total_soft", "since"))
    return begins and dated and not summed and bool(sentence.marks.get("months"))


def only_estimates(each: Attribution, sentence: Sentence) -> bool:
    """Say whether somebody's estimate is of no harm, as of how many took part: it ends with its sentence."""
    named = sentence.tokens[min(each.cue, each.first) : max(each.last, each.cue) + 1]
    estimates = any(token.low.startswith(ESTIMATED) for token in named)
    return estimates and not any(tag.startswith(HARM) for tag in sentence.marks)


def is_debunked(found: Found, chosen: Attribution, sentence: Sentence) -> bool:
    """Say whether who closes a sentence tells of a number only that it is false."""
    told = [last for _, last in sentence.spans("debunked") if last < found.number.first < chosen.cue]
    between = sentence.tokens[told[-1] : found.number.first] if told else []
    return bool(told) and not any(token.low in BREAKING for token in between)
