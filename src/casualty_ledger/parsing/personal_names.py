"""Personal names: where a text names a person, and how surely.

A name is a run of words beside each other: given names, patronymics, initials, words shaped like surnames.
The words of bodies, places and days end a run, so that "Red Cross" and "Bila Tserkva" are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from casualty_ledger.parsing.name_words import ARABIC, NameKind, kind_of
from casualty_ledger.parsing.ordinary_words import is_ordinary


class Surety(IntEnum):
    """How surely a run of words names a person."""

    POSSIBLE = 1  # one part of a name, or two words that may be one
    LIKELY = 2  # a word shaped like a surname beside another
    CERTAIN = 3  # a given name, patronymic or initials beside another part


@dataclass(frozen=True)
class Name:
    """Where a name stands in a text, and how surely it is one; what it is, is not kept."""

    start: int
    end: int
    surety: Surety


WORD = re.compile(r"[^\W\d_]+(?:'(?!s\b)[^\W\d_]+|(?<=[^\W\d_]{3})-[a-zа-яёіїєґ]+)*")
JOINS = re.compile(r" |-|'-?|")
AFTER_INITIAL = re.compile(r"\.? ?-?")
REVERSED = re.compile(r", ?")
PARTICLES = frozenset(
    "al el ul ad as bin ibn ben abu abd de da van von der la le بن ابن ابو أبو آل".split()  # noqa: SIM905
)
LINKS = frozenset({"ad", "as", "da", "de", "la", "le", "van", "von", "der"})
LONGEST_ACRONYM = 4
LOWER_SURNAME = 6
LOWER_GIVEN = 4
LONGEST = 4


def find_names(text: str, strangers_only: frozenset[str] = frozenset()) -> list[Name]:
    """List the names in a normalised text; words of `strangers_only` (in lower case) are none.

    >>> [name.surety.name for name in find_names("Ivan Petrenko of Bila Tserkva")]
    ['CERTAIN']
    """
    runs = _runs(text, strangers_only)
    return [name for run in runs for name in _name_in(run)]


Run = list[re.Match[str]]


def _runs(text: str, known: frozenset[str]) -> Iterator[Run]:
    run: Run = []
    words = list(WORD.finditer(text))
    for position, word in enumerate(words):
        fits = _may_be_part(words, position, known)
        if run and not (fits and _joined(text, run[-1], word, run)):
            yield run
            run = []
        if fits:
            run.append(word)
    if run:
        yield run


def _may_be_part(words: Run, position: int, known: frozenset[str]) -> bool:
    word = words[position][0]
    if word in PARTICLES:
        return True
    if len(word) == 1:
        return word.isupper() and _is_initial(words, position)
    if ARABIC.match(word):
        return _is_arabic_part(words, position)
    if word[0].isupper():
        return not is_ordinary(word) and word.lower() not in known and not _is_short_form(words, position)
    return _is_lower_part(words, position)


def _is_initial(words: Run, position: int) -> bool:
    """Say whether a letter is an initial: a full stop follows, or a surname stands beside it."""
    word = words[position]
    beside = [words[near][0] for near in (position - 1, position + 1) if 0 <= near < len(words)]
    return word.string[word.end() :][:1] == "." or any(kind_of(other) == NameKind.SURNAME for other in beside)


def _is_arabic_part(words: Run, position: int) -> bool:
    """Say whether an Arabic word is a name, or stands where a family name does: after a given name."""
    word = words[position][0]
    if is_ordinary(word):
        return False
    before = words[position - 1][0] if position else ""
    follows = kind_of(before) == NameKind.GIVEN if ARABIC.match(before) else False
    return kind_of(word) > NameKind.NONE or (follows and len(word) > 2)


def _is_short_form(words: Run, position: int) -> bool:
    """Say whether a word in capitals is an acronym: a short one that no other in capitals stands beside."""
    word = words[position][0]
    if not word.isupper() or not 1 < len(word) <= LONGEST_ACRONYM:
        return False
    beside = [words[near][0] for near in (position - 1, position + 1) if 0 <= near < len(words)]
    shouted = [other for other in beside if other.isupper() and not is_ordinary(other)]
    return not any(
        len(other) > LONGEST_ACRONYM or NameKind.GIVEN in (kind_of(word), kind_of(other)) for other in shouted
    )


def _is_lower_part(words: Run, position: int) -> bool:
    """Say whether a word without a capital stands beside another that makes both a name."""
    if kind_of(words[position][0]) not in (NameKind.GIVEN, NameKind.SURNAME):
        return False
    beside = [words[near][0] for near in (position - 1, position + 1) if 0 <= near < len(words)]
    return any(
        _is_lower_pair(words[position][0], other) or _is_lower_pair(other, words[position][0])
        for other in beside
    )


def _is_lower_pair(given: str, surname: str) -> bool:
    return (
        len(given) >= LOWER_GIVEN
        and len(surname) >= LOWER_SURNAME
        and not is_ordinary(surname)
        and kind_of(given) == NameKind.GIVEN
        and kind_of(surname) == NameKind.SURNAME
    )


def _joined(text: str, before: re.Match[str], after: re.Match[str], run: Run) -> bool:
    gap = text[before.end() : after.start()]
    if JOINS.fullmatch(gap):
        return True
    if len(before[0]) == 1:
        return bool(AFTER_INITIAL.fullmatch(gap))
    if len(_trim(run)) > 1 or not REVERSED.fullmatch(gap):
        return False
    return kind_of(after[0]) == NameKind.GIVEN or len(after[0]) == 1


def _name_in(run: Run) -> Iterator[Name]:
    parts = _trim(run)
    if len(parts) > LONGEST:
        parts = _around_given(parts)
    if not parts:
        return
    kinds = [NameKind.NONE if len(part[0]) == 1 else kind_of(part[0]) for part in parts]
    surety = _surety(parts, kinds)
    if surety:
        ends = len(parts[-1][0]) == 1 and parts[-1].string[parts[-1].end() :].startswith(".")
        yield Name(parts[0].start(), parts[-1].end() + ends, surety)


def _trim(run: Run) -> Run:
    parts = list(run)
    while parts and parts[-1][0] in PARTICLES:
        parts.pop()
    while parts and parts[0][0] in LINKS:
        parts.pop(0)
    return parts


def _around_given(parts: Run) -> Run:
    """Return what stands around the first given name of a long run, or nothing."""
    for position, part in enumerate(parts):
        if kind_of(part[0]) in (NameKind.GIVEN, NameKind.PATRONYMIC):
            return parts[max(0, position - 1) : position + 3]
    return []


def _surety(parts: Run, kinds: list[NameKind]) -> Surety | None:
    initials = sum(len(part[0]) == 1 and part[0].isupper() for part in parts)
    words = sum(len(part[0]) > 1 and part[0] not in PARTICLES for part in parts) - _hyphens(parts)
    best = max(kinds)
    if not words:
        return None
    if best >= NameKind.PATRONYMIC and words + initials > 1:
        return Surety.CERTAIN
    if NameKind.SURNAME in kinds and initials:
        return Surety.CERTAIN
    if words + initials > 1 and (initials or best > NameKind.NONE):
        return Surety.LIKELY
    return Surety.POSSIBLE if best > NameKind.NONE or 1 < words + initials <= LONGEST else None


def _hyphens(parts: Run) -> int:
    """Count the parts that a hyphen makes one word of, as in a double surname or the name of a town."""
    text = parts[0].string
    return sum(
        text[before.end() : after.start()] == "-" and before[0] not in PARTICLES
        for before, after in pairwise(parts)
    )
