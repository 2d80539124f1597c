"""Whether a single person is one who was just counted: "one of them, a 43-year-old man, died"."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.figure import Found
from casualty_ledger.intake.articles.numbers.counted import AND, DASHES
from casualty_ledger.intake.articles.numbers.number import Number
from casualty_ledger.intake.articles.numbers.unlisted_people import is_pronoun, is_second

RENAMING = {",", "–", "—", "-", "was", "is", "them", "whom", "них", "яких", "которых"}
LONGEST_LIST = 14
PAIR, LONGEST_APPOSED = 2, 6


def renames_one(sentence: Sentence, single: Found, numbers: list[Number]) -> bool:
    """Say whether the person is the one just counted: "one of them, a 43-year-old man, died"."""
    first = single.number.first
    if is_second(sentence.tokens[single.number.last].low):
        return False
    if _illustrates(sentence, single, numbers) or _is_apposed_pair(sentence, single, numbers):
        return True
    return any(
        number.value == single.number.value
        and (
            first == number.last + 1
            or (0 < first - number.last <= 5 and sentence.tokens[first - 1].low in RENAMING)
        )
        for number in numbers
    )


def means_one_told(sentence: Sentence, single: Found, found: list[Found]) -> bool:
    """Say whether a pronoun means a person told before in its sentence: "a driver was hurt, and he died"."""
    alike = any(each.measure == single.measure and not each.refusal for each in found)
    return alike and is_pronoun(sentence.tokens[single.number.first].low)


def _is_apposed_pair(sentence: Sentence, single: Found, numbers: list[Number]) -> bool:
    """Say whether a person and another one only tell who two were: "two passengers, a husband and wife,"."""
    tokens, first = sentence.tokens, single.number.first
    both = AND | {"and"}
    ahead = {token.low for token in tokens[single.counted.last + 1 : single.counted.last + LONGEST_APPOSED]}
    opens = first > 0 and tokens[first - 1].low == "," and bool(ahead & both)
    closes = first > 0 and tokens[first - 1].low in both
    return any(
        number.value == PAIR
        and 0 < first - number.last <= LONGEST_APPOSED * (1 + closes)
        and (opens or (closes and any(token.low == "," for token in tokens[number.last : first])))
        for number in numbers
    )


def _illustrates(sentence: Sentence, single: Found, numbers: list[Number]) -> bool:
    """Say whether a person only tells who was counted: «двоє дітей – дівчинка 4 років і хлопчик»."""
    first, verb = single.number.first, single.trigger
    dash = max((at for at in range(first) if sentence.tokens[at].low in DASHES), default=-1)
    if dash < 0 or first - dash > LONGEST_LIST:
        return False
    if sentence.tokens[dash].low == ":" and verb and dash < verb.first and verb.kind != "noun":
        return False
    opened = max((last for _, last in sentence.spans("part") if last < dash), default=-1)
    counts = [number.first for number in numbers if not number.refusal and number.first < first]
    return any(opened < at < dash for at in counts) and not any(at > dash for at in counts)
