"""Every number of a sentence: its words, its hedge and bounds, or the reason why it counts no people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from casualty_ledger.intake.articles.language.forms import may_be
from casualty_ledger.intake.articles.language.tokens import Sentence, plain
from casualty_ledger.intake.articles.numbers.composed import as_many, read_composed
from casualty_ledger.intake.articles.numbers.hedging import with_hedge
from casualty_ledger.intake.articles.numbers.no_people import WITHDRAWN, why_no_people
from casualty_ledger.intake.articles.numbers.number import Number
from casualty_ledger.intake.articles.numbers.ordinals import find_ordinals
from casualty_ledger.intake.articles.numbers.vague import find_vague
from casualty_ledger.parsing.number_words import ALONE, MULTIPLIERS, VALUES, read_number

BUT = {"а", "but"}
JOINS = {"-", "–", "—", "‒", "−"}
ESTIMATED = ("оцін", "оцен", "estimat")
OPENINGS = {
    "between": {"and"},
    "from": {"to"},
    "від": {"до"},
    "от": {"до"},
    "з": {"до"},
    "с": {"до"},
    "між": {"та", "і"},
}
AND = {"and", "та", "і", "й", "и"}
EITHER = {"or", "або", "чи", "или"}
# A count with the ending of its case: «13-ти», «5-ро»; «13-й» is a number in a row.
ENDED = re.compile(r"([0-9]{1,3})-(?:ти|х|ох|ьох|ро|оє|ое|ма|ть|ми|м|ом|ьом|рых)")
# Articles and halves of compound words that begin no number of people.
SHORT_RATIO, FAR_RATIO, ROUND = 3, 9, (3, 4, 5, 10, 100)
SHORTENED = {"тис", "тыс", "млн"}
# Seven in the instrumental, or a family as an object.
FAMILY = "семью"
NOT_ALONE = {"a", "an", "m", "k", "half", "пів", "сто", "м", "dozens"}
MOST_LETTERS, OLDEST = 90, 120


def find_numbers(sentence: Sentence, text: str) -> list[Number]:
    """List the numbers of a sentence, from left to right, each with its hedge."""
    found = [
        number if number.hedge == "range" else with_hedge(number, sentence)
        for number in _plain_numbers(sentence, text)
    ]
    found = sorted([*found, *find_ordinals(sentence), *as_many(found, sentence)], key=lambda each: each.first)
    vague = [span for tag, spans in sentence.marks.items() if tag.startswith("vague/") for span in spans]
    found = [each for each in found if not any(a < each.first and each.last <= b for a, b in vague)]
    found = _second_ages(_put_right(found, sentence), sentence)
    return [*_merge_ranges(found, sentence), *find_vague(sentence, found)]


def _put_right(numbers: list[Number], sentence: Sentence) -> list[Number]:
    """Let a number that replaces a withdrawn one stand in its place: «погибших не трое, а двое»."""
    done = numbers[:1]
    for one, other in pairwise(numbers):
        between = {token.low for token in sentence.tokens[one.last + 1 : other.first]}
        replaces = one.refusal == WITHDRAWN and bool(between & BUT) and between <= BUT | {","}
        done.append(replace(other, begin=one.first - 1) if replaces else other)
    return done


def _second_ages(numbers: list[Number], sentence: Sentence) -> list[Number]:
    """Refuse the second of two ages: "aged 6 and 11"."""
    done: list[Number] = []
    for number in numbers:
        between = [token.low for token in sentence.tokens[done[-1].last + 1 : number.first]] if done else []
        is_age = (
            done
            and "an age" in done[-1].refusal
            and between
            and {*between} <= {"and", ",", "та", "і", "и", "й", "to", "до", "-", "–"}
        )
        nothing = (
            number.last + 1 >= len(sentence.tokens)
            or sentence.tokens[number.last + 1].kind == "mark"
            or sentence.tokens[number.last + 1].low in ("and", "та", "і", "и")
            or sentence.starts("stops", number.last + 1) is not None
        )
        done.append(
            replace(number, refusal="an age") if is_age and nothing and not number.refusal else number
        )
    for one, other in reversed([*pairwise(range(len(done)))]):
        joints = {token.low for token in sentence.tokens[done[one].last + 1 : done[other].first]}
        listed = joints and (joints <= AND or (joints == {","} and _is_bare_age(done[one], sentence)))
        if "an age" in done[other].refusal and listed and not done[one].refusal:
            done[one] = replace(done[one], refusal="an age")
    for one, other in pairwise(range(len(done))):
        if _is_ratio(done[one], done[other], sentence):
            done[one] = replace(done[one], refusal="a ratio")
            done[other] = replace(done[other], refusal="a ratio")
    return done


def _is_bare_age(number: Number, sentence: Sentence) -> bool:
    """Say whether a number in a list of ages is one: in figures, of an age, behind a person's noun."""
    digits = sentence.tokens[number.first].kind == "number" and (number.value or 0) < OLDEST
    return digits and number.first > 0 and sentence.closes("persons/", number.first - 1) is not None


def _is_ratio(one: Number, other: Number, sentence: Sentence) -> bool:
    """Say whether two numbers are a ratio: "eight to one", «одного солдата на п'ять»."""
    between = [token.low for token in sentence.tokens[one.last + 1 : other.first]]
    if one.value is None or other.value is None or not between:
        return False
    if (
        between in (["out", "of"], ["in", "every"], ["in"])
        and other.value in ROUND
        and one.value < other.value
    ):
        return True
    if between[-1] in ("to", "до", "к") and sentence.has("ratio", max(0, one.first - FAR_RATIO), one.first):
        return True
    if other.value == 1 and between[-1] in ("на", "per") and len(between) <= SHORT_RATIO:
        return True
    falls = between in (["to"], ["до"], ["к"]) and one.value > other.value
    return falls or (
        one.value == 1 and between[-1] in ("на", "for", "per", "to") and len(between) <= SHORT_RATIO
    )


def _plain_numbers(sentence: Sentence, text: str) -> Iterator[Number]:
    at = 0
    while at < len(sentence.tokens):
        token = sentence.tokens[at]
        if token.kind == "word" and "-" in token.low and (pair := _read_pair(token.low)):
            yield Number(at, at, None, *pair, "range", at)
            at += 1
            continue
        read = read_composed(sentence, at) or _read_at(sentence, at, text)
        if read is None:
            at += 1
            continue
        last, value = read
        yield Number(
            at, last, value, value, value, begin=at, refusal=why_no_people(sentence, at, last, value)
        )
        at = last + 1


def _read_at(sentence: Sentence, at: int, text: str) -> tuple[int, int | None] | None:
    token = sentence.tokens[at]
    if ended := ENDED.fullmatch(token.low):
        return at, int(ended[1])
    if token.kind == "mark" or (token.kind == "word" and not token.low[0].isalpha()):
        return None
    if token.kind == "word" and not _may_begin(token.low):
        return None
    if token.low == FAMILY and not _is_instrumental(sentence, at + 1):
        return None
    if token.low in NOT_ALONE and not _begins_scaled(sentence, at):
        return None
    window = plain(text[token.start : min(sentence.end, token.start + MOST_LETTERS)])
    read = read_number(window)
    if read is None:
        return (at, None) if token.kind == "number" else None
    end = token.start + len(window) - len(read[1].lstrip())
    last = at - 1
    while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].end <= end:
        last += 1
    if sentence.tokens[last].low == "." and sentence.tokens[last - 1].low not in SHORTENED:
        last -= 1
    last -= last > at and sentence.tokens[last].low == "and"
    if last < at or (token.kind == "word" and sentence.tokens[last].low in ("and", "-")):
        return None
    return last, read[0]


def _is_instrumental(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.tokens) and may_be(sentence.tokens[at].low, "ru", "ablt")


def _may_begin(word: str) -> bool:
    """Say whether a number in words may begin with this word."""
    first = word.partition("-")[0]
    return first in VALUES or first in ALONE


def _read_pair(word: str) -> tuple[int, int] | None:
    """Read two numbers in one word: «двоє-троє», «п'ять-шість»."""
    parts = [read_number(part) for part in word.split("-")]
    if len(parts) != 2 or any(part is None or part[1] for part in parts):
        return None
    low, high = (part[0] for part in parts if part)
    return (low, high) if low < high else None


def _begins_scaled(sentence: Sentence, at: int) -> bool:
    following = [token.low for token in sentence.tokens[at + 1 : at + 3]]
    if sentence.tokens[at].low == "сто":
        return True
    return bool(following) and (
        following[0] in MULTIPLIERS or following[-1] in ("dozen", "hundred", "million")
    )


def _merge_ranges(numbers: list[Number], sentence: Sentence) -> list[Number]:
    merged: list[Number] = []
    for number in numbers:
        before = merged[-1] if merged else None
        if before and (joined := _join(before, number, sentence)):
            merged[-1] = joined
        else:
            merged.append(number)
    return merged


def _join(one: Number, other: Number, sentence: Sentence) -> Number | None:
    between = [token.low for token in sentence.tokens[one.last + 1 : other.first]]
    mixed = one.refusal == "a date or an hour" != other.refusal
    if one.value is None or other.value is None or len(between) != 1 or other.refusal in ("an age",) or mixed:
        return None
    opening = sentence.tokens[one.first - 1].low if one.first else ""
    if opening in OPENINGS and between[0] in OPENINGS[opening]:
        if _rises(sentence, max(0, one.first - 6), one.first - 1):
            return None
    elif between[0] not in JOINS | EITHER | ({"to"} if opening != "from" else set()):
        return None
    low = one.value * _shared_scale(one, other, sentence)
    if not low < other.value or (between[0] in JOINS | EITHER and other.value > 20 * low):
        return None
    begin = one.first - 1 if opening in OPENINGS else min(one.begin, one.first)
    return Number(
        one.first,
        other.last,
        None,
        low,
        other.value,
        "range",
        begin,
        one.refusal or other.refusal,
        one.is_increment,
    )


def _rises(sentence: Sentence, low: int, high: int) -> bool:
    """Say whether a word between two tokens tells of a rise, and not of an estimate: "put at 1 to 2"."""
    risen = [a for a, b in sentence.spans("rise") if low <= a and b <= high]
    return any(
        sentence.tokens[at].low != "до" and not sentence.tokens[at].low.startswith(ESTIMATED) for at in risen
    )


def _shared_scale(one: Number, other: Number, sentence: Sentence) -> int:
    """Return the scale that the second number lends to the first: "150 to 190 thousand"."""
    words = [token.low.rstrip(".") for token in sentence.tokens[other.first : other.last + 1]]
    scale = next((MULTIPLIERS[word] for word in words if MULTIPLIERS.get(word, 1) >= 1000), 1)
    own = any(MULTIPLIERS.get(t.low, 1) >= 1000 for t in sentence.tokens[one.first : one.last + 1])
    return scale if not own and one.value is not None and one.value < 1000 else 1
