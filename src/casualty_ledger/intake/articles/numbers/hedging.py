"""How firmly a number is put: the words around it that bound it."""

from __future__ import annotations

from dataclasses import replace

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.numbers.number import Number

HEDGES = ("at_least", "more_than", "about", "nearly", "up_to")
SKIPPED = {
    "the",
    "a",
    "total",
    "of",
    "в",
    "у",
    "in",
    "ще",
    "еще",
    "ещё",
    "another",
    "these",
    "those",
    "as",
    "уже",
    "вже",
}
ADDED = {"another", "further", "additional", "ще", "еще", "ещё", "додатково", "дополнительно"}


def with_hedge(number: Number, sentence: Sentence) -> Number:
    """Return a number with the hedge that stands before or behind it, and the bounds that it gives."""
    begin, hedge = number.first, "exact"
    number = replace(number, is_increment=is_added(sentence, number))
    at = number.first - 1
    while at >= 0:
        found = next(
            ((kind, first) for kind in HEDGES if (first := sentence.ends(f"hedges/{kind}", at)) is not None),
            None,
        )
        if found and not _is_no_hedge(found[0], found[1], sentence, number):
            hedge, begin = (found[0] if hedge in ("exact", "about") else hedge), found[1]
            at = begin - 1
        elif sentence.tokens[at].low in SKIPPED and hedge == "exact" and number.first - at < 4:
            at -= 1
        else:
            break
    if hedge == "exact":
        hedge = _hedge_behind(sentence, number)
    if hedge == "exact" and _has_round_word(sentence, number):
        hedge = "about"
    return replace(_bounded(number, hedge), begin=begin)


def _has_round_word(sentence: Sentence, number: Number) -> bool:
    """Say whether the number is "a dozen", or a noun that stands before it makes it approximate."""
    words = {token.low for token in sentence.tokens[number.first : number.last + 1]}
    if words & {"dozen", "десяток", "десятка"} and not words & {"two", "three", "four"}:
        return True
    before = sentence.tokens[number.first - 1].low if number.first else ""
    return before in ("осіб", "человек", "людей", "чоловік") and not any(
        sentence.has(tag, number.last + 1, number.last + 1)
        for tag in sentence.marks
        if tag.startswith("persons/")
    )


def _is_no_hedge(kind: str, first: int, sentence: Sentence, number: Number) -> bool:
    """Say whether "до" or "over" is no hedge here: "grew to 20", "between", "since"."""
    word = sentence.tokens[first].low
    if any(sentence.ends(tag, first) is not None for tag in sentence.marks if tag.startswith("measures/")):
        return True
    if word == "up" and sentence.has("rise", max(0, first - 4), first):
        return True
    if word == "до" and kind == "up_to":
        return sentence.has("rise", max(0, first - 5), first - 1) or sentence.has("rate", first, first)
    return word == "under" and sentence.tokens[number.first].kind != "number"


def _hedge_behind(sentence: Sentence, number: Number) -> str:
    after = [token.low for token in sentence.tokens[number.last + 1 : number.last + 4]]
    if after[:1] == ["+"] or after[:2] == ["or", "more"] or after[:2] in (["і", "більше"], ["и", "более"]):
        return "at_least"
    return "about" if after[:2] in (["or", "so"], ["-", "odd"]) else "exact"


def _bounded(number: Number, hedge: str) -> Number:
    low = number.value if hedge in ("exact", "at_least", "more_than") else None
    high = number.value if hedge in ("exact", "nearly", "up_to") else None
    return replace(number, hedge=hedge, low=low, high=high)


def is_added(sentence: Sentence, number: Number) -> bool:
    """Say whether a number is added to an earlier one: "another five", "(+480)", «ще двоє»."""
    before, after = (
        sentence.tokens[max(0, number.first - 2) : number.first],
        sentence.tokens[number.last + 1 :][:2],
    )
    lows = [token.low for token in before]
    if lows[-1:] == ["+"]:
        return True
    return bool(ADDED & {*lows}) or any(token.low == "more" for token in after[:1])
