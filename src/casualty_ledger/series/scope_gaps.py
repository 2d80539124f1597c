"""Gaps of scope: differences that a row explains. "80 civilians and 30 soldiers: the 110" is no dispute."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations
from typing import Any

from casualty_ledger.parsing.counts import read_digits
from casualty_ledger.series.moments import Said
from casualty_ledger.vocabulary import Measure

NUMBER = re.compile(r"(?<![\d:./-])\d(?:[\d,]*\d)?(?!\d|[:/.-]\d)")
# Words that tell how one number is made of another.
MADE_OF = re.compile(
    r"\b(?:part|subset|includ\w+|exclud\w+|within|among|\d of (?:the|which|whom|them|these)|"
    r"of (?:which|whom)|beside|without|plus|less|minus|in addition|together with|not count\w+|another|and)"
    r"\b|[+=]",
    re.IGNORECASE,
)
# Another area, other cases, other people: what a claimant says that it counts, or does not.
COUNTS_OTHERWISE = re.compile(
    r"\b(?:exclud\w*|not (?:covered|included|counted)|only|cases|counts|documented|registered|confirmed|"
    r"list of|outside|except|killed on the day|died later)\b",
    re.IGNORECASE,
)
# A phrase that tells of two numbers which do not agree makes neither of the other.
DISAGREES = re.compile(r"\b(?:conflict|contradict|differs? from|(?:lower|higher|fewer) than)", re.IGNORECASE)
# A phrase that sets a number against another that it names, and one that does so with a lower number.
AGAINST = re.compile(r"\b(?:conflicts? with|contradicts?)\b", re.IGNORECASE)
LOWER = re.compile(r"\b(?:(?:lower|fewer) than|half the (?:\w+ ){1,3}given by)\b", re.IGNORECASE)
SECTOR = re.compile(r"\b(?:direction|sector|axis)\b")
HARM = r"(?:killed|dead|deaths?|wounded|injur\w+|captured|missing|desert\w+|maimed)"
MIX = re.compile(rf"{HARM}(?:, {HARM})*,? (?:and|or) {HARM}(?: together| in all| combined)?", re.IGNORECASE)
# Within a phrase only what lists at least three, adds them up or names who else is in it: "glossed as killed,
# or killed and wounded" leaves it open.
LISTED_MIX = re.compile(
    rf"\b(?:{HARM}(?:, (?!(?:and|or)\b)(?:\w+ )?\w+)+,? (?:and|or) {HARM}|{HARM}(?:\+{HARM})+"
    r"|(?:probably )?including (?:the )?(?:wounded|injured))\b",
    re.IGNORECASE,
)
LATER = re.compile(r"\blater\b[^;.]*?\b(?:gives?|gave|has|is|prints?)\b([^;]*)")
BODIES = re.compile(r"\b(?:body|bodies)\b", re.IGNORECASE)
OF_THE_TOLL = re.compile(
    r"\b(?:only )?confirmed deaths\b|\bincludes? (?:\w+ ){0,3}child(?:ren)?\b", re.IGNORECASE
)


def explains(one: Said, other: Said) -> bool:
    """Say whether the words of either statement make its number out of the other's.

    One claimant who gives two numbers on one page, each of a scope of its own, has explained them; so has one
    whose lower number is of some of the people. Numbers of two sectors of a front are of two things.
    """
    sectors = [_sectors_of(each.scope) for each in (one, other)]
    if all(sectors) and sectors[0].isdisjoint(sectors[1]):
        return True

    own = one.claimant == other.claimant and one.page == other.page and one.page != ""
    if own and one.scope != other.scope:
        lower = min(one, other, key=lambda each: each.upper)
        if (one.scope and other.scope) or lower.is_narrow:
            return True
    return _makes(one, other) or _makes(other, one)


def _sectors_of(scope: str) -> set[str]:
    return {phrase.strip() for phrase in scope.split(";") if SECTOR.search(phrase)}


def _makes(told: Said, other: Said) -> bool:
    mine, others = told.value, other.value
    return any(
        (others in numbers and (is_made or mine in sums)) or (mine in numbers and others in sums)
        for numbers, sums, is_made in _numbers_in(told.texts)
    )


def numbers_of(texts: str) -> frozenset[int]:
    """Return the numbers that texts name."""
    return frozenset[int]().union(*(numbers for numbers, _, _ in _numbers_in(texts)))


@lru_cache(maxsize=2**16)
def _numbers_in(texts: str) -> tuple[tuple[frozenset[int], frozenset[int], bool], ...]:
    """Return the numbers of each phrase, their sums in pairs, and whether one is made of another."""
    found = []
    for phrase in texts.split(";"):
        numbers = {count for digits in NUMBER.findall(phrase) if (count := read_digits(digits)) is not None}
        if numbers:
            sums = {one + two for one, two in combinations(numbers - {0}, 2)}
            is_made = bool(MADE_OF.search(phrase)) and not DISAGREES.search(phrase)
            found.append((frozenset(numbers), frozenset(sums), is_made))
    return tuple(found)


def disputes(told: Said, other: Said, *, is_lower: bool) -> bool:
    """Say whether the words of a statement set it against the other's number: as lower, where it is."""
    if math.isnan(other.value):
        return False
    setting = [phrase for phrase in told.texts.split(";") if _sets_against(phrase, is_lower=is_lower)]
    return any(other.value in numbers for phrase in setting for numbers, _, _ in _numbers_in(phrase))


def _sets_against(phrase: str, *, is_lower: bool) -> bool:
    return bool(AGAINST.search(phrase) or (is_lower and LOWER.search(phrase)))


def scope_of(scope: str) -> str:
    """Return what a claimant says is inside or outside its number, empty where it says nothing of it."""
    phrases = [phrase.strip() for phrase in scope.split(";")]
    return "; ".join(p for p in phrases if COUNTS_OTHERWISE.search(p) and not OF_THE_TOLL.search(p))


def mix_of(figure: Mapping[Any, Any]) -> str:
    """Return of what a number of losses is made, empty where nothing says so: they are an undefined mix."""
    if figure["measure"] != Measure.LOSSES:
        return ""
    phrases = [phrase.strip() for phrase in f"{figure['scope']}; {figure['note']}".split("; ")]
    found = (MIX.fullmatch(phrase) or LISTED_MIX.search(phrase) for phrase in phrases)
    return next((mix[0] for mix in found if mix), "")


def bodies_of(figure: Mapping[Any, Any]) -> str:
    """Return how a number is said that counts bodies, empty where it counts people: not all were found."""
    said = str(figure["measure_as_said"])
    return said if BODIES.search(said) else ""


def later_numbers(note: str) -> list[int]:
    """Return the numbers that a note says a later statement gives."""
    told = [found[1] for found in LATER.finditer(note)]
    counts = (read_digits(digits) for text in told for digits in NUMBER.findall(text.replace("/", " ")))
    return [count for count in counts if count is not None]
