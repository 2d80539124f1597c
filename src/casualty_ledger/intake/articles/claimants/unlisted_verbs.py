"""Verbs that no list knows and that speak all the same, by what they stand behind or before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from casualty_ledger.intake.articles.claimants.claimant_phrases import Attribution
from casualty_ledger.intake.articles.claimants.names import IN
from casualty_ledger.intake.articles.language.forms import is_grammar, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence

THAT = ([",", "що"], [",", "что"])
CLOSING_QUOTES = {"»", '"', "”"}
DASHES = {"–", "—", "-"}
LONGEST_CLOSING, LONGEST_WHERE = 12, 4
THEY, FEWEST = {"він", "вона", "вони", "он", "она", "они"}, 2
ASIDE, PRONOUNS, SHORTEST_ASIDE, LONGEST_ASIDE = {",", "."}, {"he", "she", "they"}, 2, 4


def before_that(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """List English verbs that "that" makes verbs of speech, whatever they say: "officials countered that"."""
    for at in range(1, len(sentence.tokens) - 1):
        is_verb = sentence.tokens[at].low.endswith("ed") and sentence.tokens[at + 1].low == "that"
        told = sentence.starts("say", at) is not None or sentence.begins("measures/", at) is not None
        if is_verb and not told:
            yield at, at


def in_aside(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """List English verbs of an aside of nothing but a pronoun and its verb: ", he went on, …"."""
    marks = [at for at, token in enumerate(sentence.tokens) if token.low in ASIDE]
    for opened, closed in pairwise(marks):
        words = range(opened + 1, closed)
        if not SHORTEST_ASIDE <= len(words) <= LONGEST_ASIDE or sentence.tokens[opened].low != ",":
            continue
        told = any(
            sentence.begins(tag, at) is not None for tag in ("measures/", "say", "cite") for at in words
        )
        plain = all(sentence.tokens[at].low.isalpha() for at in words)
        if plain and not told and sentence.tokens[words[0]].low in PRONOUNS:
            yield words[1], words[-1]


def behind_what_was_said(sentence: Sentence, language: str) -> Iterator[tuple[int, int]]:
    """List verbs by which what was said ends, whatever they say: «…», – жартує боєць; …, нагадує інститут."""
    for at in range(1, len(sentence.tokens)):
        known = any(sentence.starts(tag, at) is not None for tag in ("say", "cite"))
        if known or not is_grammar(sentence.tokens[at].low, language, "VERB"):
            continue
        closed = ["", "", *(token.low for token in sentence.tokens[max(0, at - 3) : at])][-3:]
        ends = closed[0] in CLOSING_QUOTES and closed[1] == "," and closed[2] in DASHES
        named = sentence.tokens[at + 1 :][:1]
        answers = closed[2] in DASHES and bool(named) and named[0].is_capital
        that = [token.low for token in sentence.tokens[at + 1 : at + 3]] in THAT
        colon = bool(named) and named[0].low == ":" and _is_subject(sentence, at - 1, language)
        beside = [token.low for token in sentence.tokens[at + 1 : at + 3]]
        aside = len(beside) == FEWEST and beside[0] in THEY and beside[1] in ASIDE
        closes = closed[2] in DASHES | {","} and (aside or _closes_with_name(sentence, at + 1))
        if any((colon, that, ends, answers, closes)):
            yield at, at


def told_somewhere(sentence: Sentence, language: str) -> Iterator[Attribution]:
    """Find where something was told, in an aside of nothing else: «…, додають у громаді, …»."""
    for cue, last in sentence.marks.get("say", ()):
        ahead = sentence.tokens[last + 1 : last + 2 + LONGEST_WHERE]
        end = next((step for step, token in enumerate(ahead) if token.kind == "mark"), 0)
        opened = cue > 0 and sentence.tokens[cue - 1].low in {",", *DASHES}
        plural = is_grammar(sentence.tokens[cue].low, language, "VERB", "plur")
        if (
            opened
            and plural
            and end > 1
            and ahead[0].low in IN
            and may_be(ahead[end - 1].low, language, "loct")
        ):
            yield Attribution(last + 2, last + end, cue, is_before=False, is_plain=True)


def _is_subject(sentence: Sentence, at: int, language: str) -> bool:
    """Say whether who may speak stands right before a verb: «омбудсмен парирует: …»."""
    token = sentence.tokens[at]
    personal = token.is_capital and may_be(token.low, language, "Surn", "nomn")
    return personal or sentence.starts("titles", at) is not None


def _closes_with_name(sentence: Sentence, at: int) -> bool:
    """Say whether nothing but somebody who may speak stands from a token to the end of the sentence."""
    rest = range(at, len(sentence.tokens))
    told = any(
        sentence.tokens[step].kind == "number"
        or sentence.tokens[step].low == ","
        or sentence.begins("measures/", step) is not None
        for step in rest
    )
    opens = sentence.starts("titles", at + (sentence.tokens[at].low in IN if rest else 0)) is not None
    return opens and not told and len(rest) <= LONGEST_CLOSING
