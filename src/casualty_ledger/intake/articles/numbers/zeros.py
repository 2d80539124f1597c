"""Denials are zeros: "no casualties", «постраждалих немає», «никто не пострадал»."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.numbers.number import Number

BREAKS = {",", ";", ".", ":", "—", "–", "but", "але", "но", "проте", "однак", "однако"}
# A word of denial in a quoted name denies nothing behind it: «Лікарі без меж» прооперували двох.
AHEAD = BREAKS | {"»", "”"}
REACH, ASIDE = 9, 4
COMPARED = {"less", "fewer", "more", "longer", "smaller", "lower", "better", "worse", "different"}
NOBODY = {"nobody", "no", "none", "no-one"}
WITHOUT = {"без", "without"}
OF, LONGEST_NAME = {"of", "з", "із", "зі", "из"}, 5
NEITHER, PAIRED = {"ни", "ні"}, 2
BOTH = {"killed", "injured"}


def find_zeros(sentence: Sentence, language: str) -> list[tuple[Number, str]]:
    """List the denials of a sentence as zeros, each with the measure that it denies."""
    found: list[tuple[Number, str]] = []
    for first, last in sentence.spans("zero"):
        if _is_other_no(sentence, first):
            continue
        low, high = _clause(
            sentence,
            first,
            last,
            both_ways=_looks_back(sentence.tokens[first].low, language)
            and not _has_object(sentence, first, last),
        )
        if found and found[-1][0].last < first:
            low = max(low, found[-1][0].last + 1)
        named = _named_of(sentence, last)
        objects = [
            (a, b) for a, b in sentence.spans("zero_objects") if low <= a and b <= high and a not in named
        ]
        measure = _denied(sentence, min(low, first), max(high, last), named)
        if (
            not objects
            or not measure
            or sentence.has("unknown", low, high)
            or sentence.has("not_negating", low, first - 1)
            or sentence.has("not_negating", last + 1, high)
        ):
            continue
        begin, end = min(first, objects[0][0]), max(last, objects[-1][1])
        if found and _is_paired(sentence, found[-1][0], first):
            begin, measure = found.pop()[0].first, "killed_and_injured"
        if not any(number.first <= end and begin <= number.last for number, _ in found):
            found.append((Number(begin, end, 0, 0, 0, begin=begin, is_zero=True), measure))
    return found


def none_of(sentence: Sentence) -> set[int]:
    """Return the tokens that name of whom nobody is: "none of the dead"."""
    return {at for _, last in sentence.spans("zero") for at in _named_of(sentence, last)}


def _named_of(sentence: Sentence, last: int) -> range:
    """Return the tokens that name of whom nobody is: "none of the dead was a soldier" denies no death."""
    at = last + 1
    if at >= len(sentence.tokens) or sentence.tokens[at].low not in OF:
        return range(0)
    ahead = range(at + 1, min(at + 1 + LONGEST_NAME, len(sentence.tokens)))
    ends = (sentence.begins("measures/", step) for step in ahead)
    end = next((end for end in ends if end is not None), None)
    return range(0) if end is None else range(at, end + 1)


def _is_paired(sentence: Sentence, before: Number, first: int) -> bool:
    """Say whether a denial is the second of two: «ни погибших, ни раненых»."""
    words = [token.low for token in sentence.tokens[before.last + 1 : first + 1]]
    return len(words) == PAIRED and words[0] == "," and words[1] in NEITHER


def _looks_back(word: str, language: str) -> bool:
    """Say whether what is denied may stand before the word: «постраждалих немає»; behind "without" only."""
    return word not in WITHOUT and (language != "en" or word in NOBODY)


def _has_object(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether "no" denies the word behind it, and so nothing before: "had wounded and no medicine"."""
    bare = first == last and sentence.tokens[first].low == "no"
    return bare and last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].kind == "word"


def _is_other_no(sentence: Sentence, first: int) -> bool:
    """Say whether "no" belongs to a hedge, and "without" to something else than harm."""
    if (
        sentence.starts("hedges/at_least", first) is not None
        or sentence.starts("hedges/up_to", first) is not None
    ):
        return True
    after = sentence.tokens[first + 1].low if first + 1 < len(sentence.tokens) else ""
    if after in COMPARED or sentence.starts("tally", first + 1) is not None:
        return True
    return sentence.tokens[first].low == "без" and after == "вести"


def _clause(sentence: Sentence, first: int, last: int, *, both_ways: bool) -> tuple[int, int]:
    low = first
    if both_ways:
        low = _before_aside(sentence, low)
    while both_ways and low > 0 and sentence.tokens[low - 1].low not in BREAKS and first - low < REACH:
        low -= 1
    high = last
    while (
        high + 1 < len(sentence.tokens) and sentence.tokens[high + 1].low not in AHEAD and high - last < REACH
    ):
        high += 1
    return low, high


def _before_aside(sentence: Sentence, at: int) -> int:
    """Return where a few words between commas begin before a token: «погибших, к счастью, нет»."""
    tokens = sentence.tokens
    if not at or tokens[at - 1].low != ",":
        return at
    opened = next(
        (step for step in range(at - 2, max(-1, at - 2 - ASIDE), -1) if tokens[step].low == ","), at
    )
    return opened


def _denied(sentence: Sentence, low: int, high: int, named: range) -> str:
    measures = {
        tag.split("/")[1]
        for tag, spans in sentence.marks.items()
        if tag.startswith("measures/") and any(low <= a and b <= high and a not in named for a, b in spans)
    }
    if any(token.low == "victims" for token in sentence.tokens[low : high + 1]):
        measures |= {"killed_and_injured"}
    if any(token.low == "harmed" for token in sentence.tokens[low : high + 1]):
        measures |= {"injured"}
    if "killed_and_injured" in measures or measures >= BOTH:
        return "killed_and_injured"
    return next((each for each in ("killed", "injured", "missing", "losses") if each in measures), "")
