"""Numbers that are ages: "aged 12", "a woman, 61, died", «обом уже за шістдесят»."""

from __future__ import annotations

import re

from casualty_ledger.intake.articles.language.tokens import Sentence

OLDEST = 120
WHO_IS = [[who, is_now] for who in ("who", "he", "she") for is_now in ("is", "was")]
YOUNGEST = ("наймолод", "найстар", "молодому", "младшему", "старшему", "youngest", "oldest")
AGED = re.compile(r"[0-9]+-(?:лет|літ|річ|year)")
LONGEST_SUPERLATIVE, LONGEST_AGES, LONGEST_TALLY = 6, 10, 5
OVER = {"over", "under", "above"}
TOLLS = ("toll", "death", "fatalit")
AND = {",", "and", "та", "і", "й", "и"}


def why_age(sentence: Sentence, first: int, last: int, value: int) -> str:
    """Say how a number is an age, or nothing."""
    if sentence.has("age_before", max(0, first - 2), first - 1) and value < OLDEST:
        return "an age"
    if _is_past_decade(sentence, first, last, value) or (
        value < OLDEST and _is_of_oldest(sentence, first, last)
    ):
        return "an age"
    joined = sentence.tokens[last + 1 : last + 3]
    near = len(joined) > 1 and joined[1].start - sentence.tokens[last].end == 1
    if near and joined[0].low in ("-", "–", "—") and AGED.match(joined[1].low):
        return "an age"
    ages = sentence.starts("age_after", last + 1)
    before = [token.low for token in sentence.tokens[max(0, first - 2) : first]]
    is_old = before in WHO_IS and value < OLDEST and sentence.tokens[first].kind == "number"
    if is_old and sentence.begins("persons/", last + 1) is None:
        return "an age"
    of = first > 1 and sentence.tokens[first - 1].low == "of" and sentence.tokens[first].kind == "number"
    if of and any(sentence.closes(tag, first - 2) is not None for tag in ("persons/singular", "singular")):
        return "an age"
    if value < OLDEST and _is_of_ages(sentence, first):
        return "an age"
    told = (ages is not None or _is_apposed_age(sentence, first, last)) and value < OLDEST
    return "an age or a span of years" if told else ""


def _is_of_oldest(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a bare number is the age of the oldest or youngest, or of people over it."""
    ended = last + 1 >= len(sentence.tokens) or sentence.tokens[last + 1].kind == "mark"
    before = sentence.tokens[max(0, first - LONGEST_SUPERLATIVE) : first]
    if ended and any(token.low.startswith(YOUNGEST) for token in before):
        return True
    over = first > 1 and sentence.tokens[first - 1].low in OVER
    return over and sentence.closes("persons/", first - 2) is not None


def _is_of_ages(sentence: Sentence, first: int) -> bool:
    """Say whether a number is one of the ages of those just counted: "two men, 38 and 64, were hurt"."""
    tokens, low, high = sentence.tokens, first, first
    while low > max(0, first - LONGEST_AGES) and _lists(sentence, low - 1):
        low -= 1
    while high + 1 < min(len(tokens), first + LONGEST_AGES) and _lists(sentence, high + 1):
        high += 1
    ages = [token for token in tokens[low : high + 1] if token.low.isdigit()]
    counted = low > 1 and tokens[low].low == "," and sentence.closes("persons/", low - 1) is not None
    closed = tokens[high].low == "," or high + 2 >= len(tokens)
    return counted and closed and len(ages) > 1 and not tokens[low - 2].low.isdigit()


def _lists(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].low in AND or sentence.tokens[at].low.isdigit()


def _is_past_decade(sentence: Sentence, first: int, last: int, value: int) -> bool:
    """Say whether somebody is past a round age: «обом уже за шістдесят», «за тридцать»."""
    after = sentence.tokens[last + 1 : last + 2]
    bare = not after or after[0].kind == "mark"
    over = first > 0 and sentence.tokens[first - 1].low == "за"
    return over and bare and sentence.tokens[first].kind == "word" and value in range(20, 100, 10)


def _is_apposed_age(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a number stands between commas behind a person or a name: "a woman, 61, died"."""
    tokens = sentence.tokens
    if first < 2 or tokens[first - 1].low not in (",", "(") or tokens[first].kind != "number":
        return False
    if _names_count(sentence, first - 1):
        return False
    closed = last + 1 >= len(tokens) or tokens[last + 1].low in (",", ")", ".")
    opened = any(token.low in ("the", "a", "an") for token in tokens[max(0, first - 4) : first - 1])
    aside = tokens[first - 1].low == "," and last + 1 < len(tokens) and tokens[last + 1].low == ","
    if aside and opened and tokens[first - 2].kind == "word":
        return True
    placed = any(sentence.closes(tag, first - 2) is not None for tag in ("place/", "party/", "place_words"))
    if placed and tokens[first - 1].low == "(":
        return False
    person = any(
        sentence.ends(tag, first - 2) is not None for tag in sentence.marks if tag.startswith("persons/")
    ) or (tokens[first - 2].is_capital and tokens[first - 2].kind == "word")
    return closed and person


def _names_count(sentence: Sentence, comma: int) -> bool:
    """Say whether a comma leads from a count to its number: "the toll, 17,", «число раненых, 19»."""
    near = range(comma - 1, max(-1, comma - 1 - LONGEST_TALLY), -1)
    named = next((at for at in near if _is_count(sentence, at)), None)
    within = sentence.tokens[named:comma] if named is not None else []
    return bool(within) and all(token.kind == "word" for token in within)


def _is_count(sentence: Sentence, at: int) -> bool:
    is_toll = sentence.tokens[at].low.startswith(TOLLS)
    return is_toll or sentence.starts("tally", at) is not None
