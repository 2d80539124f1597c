"""Who opens a sentence and speaks later in it, behind something else that they do."""

from __future__ import annotations

from casualty_ledger.intake.articles.claimants.names import AND, ARTICLES, IN, QUOTES
from casualty_ledger.intake.articles.claimants.passed_over import before_day
from casualty_ledger.intake.articles.claimants.speakers import LONGEST_MEANS
from casualty_ledger.intake.articles.claimants.subject_begins import past_place
from casualty_ledger.intake.articles.language.forms import is_grammar
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.parts import RELATIVE
from casualty_ledger.parsing.number_words import VALUES

THEN = {"then", "later", "also", "потом", "затем", "потім", "згодом", "також", "также"}


def opening_subject(sentence: Sentence, first: int, language: str) -> tuple[int, int] | None:
    """Find who opens a sentence and does several things: "The brigade denied it and said …"."""
    part = next((at + 1 for at in range(first - 1, 0, -1) if sentence.tokens[at].low == ";"), 0)
    last = first - (first > 1 and sentence.tokens[first - 1].low in THEN)
    last = before_day(sentence, last - 1) + 1
    joined = _joins(sentence, last, language)
    end = _end_of_opening(sentence, first, language, part)
    described = sentence.tokens[end].low == "," and sentence.tokens[end + 1].low in RELATIVE
    begin = past_place(sentence, part, max(part, end - 1), language)
    office = any(sentence.starts("titles", at) is not None for at in range(begin + 1, end))
    begin += sentence.tokens[begin].low in IN and office
    led = is_grammar(sentence.tokens[begin].low, language, "PREP")
    return (begin, end - 1) if (joined or described) and not led and begin < end < first else None


def before_quote(sentence: Sentence, language: str) -> tuple[int, int, int] | None:
    """Find who opens a sentence that goes over into a quotation, and its colon: 'The boss is blunt: "…"'."""
    colons = (at for at, token in enumerate(sentence.tokens[:-1]) if token.low == ":")
    colon = next((at for at in colons if sentence.tokens[at + 1].low in QUOTES), 0)
    end = _end_of_opening(sentence, colon, language)
    named = range(end)
    titled = any(sentence.starts("titles", at) is not None for at in named)
    counted = any(sentence.tokens[at].kind == "number" for at in range(colon))
    told = any(sentence.begins(tag, at) is not None for tag in ("measures/", "say") for at in range(colon))
    led = is_grammar(sentence.tokens[0].low, language, "PREP") or sentence.tokens[0].low in IN
    return (0, end - 1, colon) if 0 < end < colon and titled and not (counted or told or led) else None


def _end_of_opening(sentence: Sentence, first: int, language: str, begin: int = 0) -> int:
    """Return where a name ends that opens a sentence or its part, past an apposition: "its chief, Jane,"."""
    end = begin
    while end < first and not is_predicate(sentence, end, language):
        end += 1
    near = range(end + 2, min(end + 2 + LONGEST_MEANS, first))
    comma = next((at for at in near if sentence.tokens[at].low == ","), None)
    if end == begin or comma is None or sentence.tokens[end].low != ",":
        return end
    return comma if all(token.is_capital for token in sentence.tokens[end + 1 : comma]) else end


def _joins(sentence: Sentence, before: int, language: str) -> bool:
    """Say whether "and" leads to a verb, or to what it was told by: «… и по некрологам насчитала»."""
    near = range(before - 1, max(0, before - 1 - LONGEST_MEANS), -1)
    joined = next((at for at in near if sentence.tokens[at].low in AND | {"а", "но", "але"}), None)
    by_means = joined is not None and is_grammar(sentence.tokens[joined + 1].low, language, "PREP")
    return joined is not None and (joined == before - 1 or by_means)


def is_predicate(sentence: Sentence, at: int, language: str) -> bool:
    """Say whether a token is no part of a name that opens a sentence: a verb, a mark, in English any word."""
    token = sentence.tokens[at]
    if token.low in QUOTES or token.low in ARTICLES | {"of", "for", "and", "'s"}:
        return False
    if language != "en":
        return token.kind != "word" or token.low in VALUES or is_grammar(token.low, language, "VERB")
    named = token.is_capital or sentence.starts("titles", at) is not None or token.low[0].isdigit()
    return token.kind == "mark" or not named
