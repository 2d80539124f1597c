"""Phrases: "at least 485", "понад 200", "человек двадцать" become a hedge, a number and its bounds.

The table is the field's own, in English, Ukrainian and Russian. A phrase also says whether it is a
total, an increment ("another 3"), a part ("including 2") or a total that supersedes ("rose to 22").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from casualty_ledger.errors import UnreadablePhrase
from casualty_ledger.parsing.hedges import bound, check_order
from casualty_ledger.parsing.number_words import read_number
from casualty_ledger.vocabulary import Hedge, Role

HEDGES: dict[Hedge, str] = {
    Hedge.AT_LEAST: "at least|no fewer than|no less than|not less than|(?:a )?minimum(?: of)?|щонайменше|"
    "не менше?(?: (?:ніж|як))?|як мінімум|принаймні|по меньшей мере|не (?:менее|меньше)(?: чем)?|как минимум",
    Hedge.UP_TO: "up to|as many as|at most|no more than|not more than|"
    "не більше?(?: (?:ніж|як))?|не (?:более|больше)(?: чем)?|до",
    Hedge.MORE_THAN: "more than|over|upwards of|"
    "понад|більше?(?: (?:ніж|як))?|более(?: чем)?|больше(?: чем)?|свыше",
    Hedge.ABOUT: "about|some(?:where around)?|approximately|around|roughly|~|"
    "близько|приблизно|орієнтовно|десь(?: (?:близько|до))?|около|примерно|порядка|где-то(?: около)?",
    Hedge.NEARLY: "nearly|almost|just under|майже|почти",
}
WORDS_ONLY: dict[Hedge, str] = {
    Hedge.SEVERAL: "several|a few|кілька|декілька|несколько",
    Hedge.DOZENS: "tens|dozens|scores|десятки",
    Hedge.HUNDREDS: "hundreds|сотні|сотни",
    Hedge.THOUSANDS: "thousands|тисячі|тысячи",
    Hedge.UNQUANTIFIED: "many|mass|багато|масов(?:і|ий|а)|много|массов(?:ые|ый|ая)",
}
# What may follow such words and make them larger.
SCALED: dict[int, str] = {
    10: "dozens?|tens|десятк(?:и|ів|ов)",
    100: "hundreds?|сот(?:ні|ень|ни|ен)",
    1000: "thousands?|тисяч[іи]?|тысяч[и]?|тис\\.?|тыс\\.?",
    1_000_000: "millions?|мільйон(?:и|ів)|миллион(?:ы|ов)|млн",
}
SEVERAL_OF = {10: Hedge.DOZENS, 100: Hedge.HUNDREDS, 1000: Hedge.THOUSANDS}
ROLES: dict[Role, str] = {
    Role.INCREMENT: "another|a further|an additional|ще|ещё|еще",
    Role.PART: "including|of whom|among them|зокрема|серед них|у тому числі|в том числе|из них|среди них",
    Role.SUPERSEDES: "(?:has |have )?(?:risen|rises|rise|rose) to|bringing the total to|зросл[аои] до|"
    "збільшил[аои]ся до|выросл[ао] до|возросл[ао] до|увеличилось до",
}


def _any_of(table: Mapping[Any, str], after: str) -> re.Pattern[str]:
    """Return a pattern of the words that begin a text; the group that matched is named as what they mean."""
    named = "|".join(f"(?P<{meaning.name}>{words})" for meaning, words in table.items())
    return re.compile(f"(?:{named}){after}")


BEGINS_ROLE = _any_of(ROLES, r"\s+")
BEGINS_HEDGE = _any_of(HEDGES, r"(?:\s+|(?=\d))")
BEGINS_WORDS_ONLY = _any_of(WORDS_ONLY, r"\b")
COUPLE = re.compile(r"(?:a couple(?: of)?|пара|пару)\b")
NOUN_FIRST = re.compile(r"(?:осіб|людей|чоловік|человек)\s+")
BETWEEN = re.compile(r"(?:between|from|від|от|між|между) ")
JOIN = re.compile(r"\s*(?:-|–|—|\band\b|\bto\b|\bor\b|\bдо\b|\bабо\b|\bчи\b|\bили\b|\bта\b|\bі\b|\bи\b)\s*")
MORE = re.compile(r"\s*\bmore\b")
SO_FAR = re.compile(
    r"\s*(?:\+|(?:or|and) more\b|so far\b|(?:або|чи|і|та|й|или|и) (?:більше?|более|больше)\b)"
)
FEWER = re.compile(
    r"(?:(?:fewer|less) than|under|below|менше?(?: (?:ніж|як|за))?|менее(?: чем)?|меньше(?: чем)?|<)\s*"
)
CLOCK = re.compile(r"\d{1,2}:\d{2}")


@dataclass(frozen=True)
class Phrase:
    """A number as a text puts it; absent bounds are not given by the words."""

    hedge: Hedge
    value: int | None
    lower: int | None
    upper: int | None
    is_soft: bool = False
    role: Role = Role.TOTAL


def parse_phrase(text: str) -> Phrase:
    """Read a phrase that states a count, in English, Ukrainian or Russian.

    Errors: UnreadablePhrase, where no count is stated (a clock time is none).

    >>> phrase = parse_phrase("щонайменше 1 200 осіб")
    >>> str(phrase.hedge), phrase.lower, phrase.upper
    ('at_least', 1200, None)
    """
    plain = re.sub(r"[’ʼ`]", "'", text.strip().lower())
    if CLOCK.search(plain):
        raise UnreadablePhrase(found=text)
    role, rest = _take_role(plain)
    phrase = _read(rest)
    if phrase is None:
        raise UnreadablePhrase(found=text)
    if phrase.role is Role.TOTAL and role is not Role.TOTAL:
        phrase = replace(phrase, role=role)
    return phrase


def _take_role(text: str) -> tuple[Role, str]:
    found = BEGINS_ROLE.match(text)
    return (Role[str(found.lastgroup)], text[found.end() :]) if found else (Role.TOTAL, text)


def _read(text: str) -> Phrase | None:
    if text[:1].isdigit():
        first = read_number(text)
        return _read_range(first) or _bounded(Hedge.EXACT, first)
    if COUPLE.match(text):
        return Phrase(Hedge.RANGE, None, 2, 3)
    return _read_words_only(text) or _read_opened(text) or _read_noun_first(text) or _read_hedged(text)


def _read_opened(text: str) -> Phrase | None:
    opened = BETWEEN.match(text)
    return _read_range(read_number(text[opened.end() :] if opened else text))


def _read_range(first: tuple[int, str] | None) -> Phrase | None:
    """Read a range from its first number and what follows it."""
    joined = JOIN.match(first[1]) if first else None
    if first is None or joined is None:
        return None
    second = read_number(first[1][joined.end() :])
    if second is None or _has_digits(second[1]) or second[0] < first[0]:
        return None
    check_order(first[0], None, second[0])
    return Phrase(Hedge.RANGE, None, first[0], second[0])


def _read_noun_first(text: str) -> Phrase | None:
    noun = NOUN_FIRST.match(text)
    return _bounded(Hedge.ABOUT, read_number(text[noun.end() :])) if noun else None


def _read_hedged(text: str) -> Phrase | None:
    if fewer := FEWER.match(text):
        return _read_fewer(read_number(text[fewer.end() :]))
    found = BEGINS_HEDGE.match(text)
    hedge = Hedge[str(found.lastgroup)] if found else Hedge.EXACT
    return _bounded(hedge, read_number(text[found.end() :] if found else text))


def _read_fewer(found: tuple[int, str] | None) -> Phrase | None:
    """Read “fewer than 10” as a range from 0 to 9: the number itself is the one that is ruled out."""
    if found is None or found[0] == 0 or _has_digits(found[1]):
        return None
    return Phrase(Hedge.RANGE, None, 0, found[0] - 1)


def _bounded(hedge: Hedge, found: tuple[int, str] | None) -> Phrase | None:
    if found is None or _has_digits(found[1]):
        return None
    value, rest = found
    if hedge is Hedge.EXACT and SO_FAR.match(rest):
        hedge = Hedge.AT_LEAST
    interval = bound(hedge, value)
    role = Role.INCREMENT if MORE.match(rest) else Role.TOTAL
    return Phrase(hedge, value, interval.lower, interval.upper, interval.soft, role)


def _read_words_only(text: str) -> Phrase | None:
    found = BEGINS_WORDS_ONLY.match(text)
    if found is None or _has_digits(rest := text[found.end() :]):
        return None
    return _read_scaled(Hedge[str(found.lastgroup)], rest)


def _read_scaled(hedge: Hedge, rest: str) -> Phrase:
    """Read words that a scale follows: "several hundred" are hundreds, "tens of thousands" a range."""
    scale = next((n for n, pattern in SCALED.items() if re.match(rf"\s+(?:of\s+)?(?:{pattern})\b", rest)), 1)
    if hedge is Hedge.SEVERAL and scale in SEVERAL_OF:
        hedge, scale = SEVERAL_OF[scale], 1
    interval = bound(hedge, None)
    if scale == 1 or interval.lower is None or interval.upper is None:
        return Phrase(hedge, None, interval.lower, interval.upper, interval.soft)
    lower = (2 if hedge is Hedge.SEVERAL else interval.lower) * scale
    return Phrase(Hedge.RANGE, None, lower, (interval.upper + 1) * scale - 1)


def _has_digits(rest: str) -> bool:
    return any(character.isdigit() for character in rest)
