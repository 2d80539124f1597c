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

from casualty_ledger.parsing.name_parts import KUNYAS, PARTICLES, Run, may_be_part
from casualty_ledger.parsing.name_words import NameKind, kind_of


class Surety(IntEnum):
    """How surely a run of words names a person."""

    UNKNOWN = 0  # a word with a capital that nothing else explains
    POSSIBLE = 1  # one part of a name, or two words that may be one
    LIKELY = 2  # a word shaped like a surname beside another
    CERTAIN = 3  # a given name, patronymic or initials beside another part


@dataclass(frozen=True)
class Name:
    """Where a name stands in a text, and how surely it is one; what it is, is not kept.

    A full name has a part that only names have, and a surname or initials beside it.
    """

    start: int
    end: int
    surety: Surety
    full: bool = False


WORD = re.compile(r"[^\W\d_]+(?:'(?!s\b)[^\W\d_]+|(?<=[^\W\d_]{3})-[a-zа-яёіїєґ]+)*")
# A nickname may stand between, in quotation marks.
JOINS = re.compile(r" |-|'-?|| ?[\"“„«]|[\"”»] ?")
AFTER_INITIAL = re.compile(r"\.? ?-?")
REVERSED = re.compile(r", ?")
LINKS = frozenset({"ad", "as", "da", "de", "la", "le", "van", "von", "der"})
LONGEST = 4
LEAST_UNKNOWN = 3


def find_names(text: str, strangers_only: frozenset[str] = frozenset()) -> list[Name]:
    """List the names in a normalised text; words of `strangers_only` (in lower case) are none.

    >>> [name.surety.name for name in find_names("Ivan Petrenko of Bila Tserkva")]
    ['CERTAIN']
    """
    runs = _runs(text, strangers_only)
    return [name for run in runs for name in _name_in(run)]


def _runs(text: str, known: frozenset[str]) -> Iterator[Run]:
    run: Run = []
    words = list(WORD.finditer(text))
    for position, word in enumerate(words):
        fits = may_be_part(words, position, known)
        if run and not (fits and _joined(text, run[-1], word, run)):
            yield run
            run = []
        if fits:
            run.append(word)
    if run:
        yield run


def _joined(text: str, before: re.Match[str], after: re.Match[str], run: Run) -> bool:
    gap = text[before.end() : after.start()]
    if JOINS.fullmatch(gap):
        return True
    if len(before[0]) == 1:
        return bool(AFTER_INITIAL.fullmatch(gap))
    if len(_trim(run)) > 1 or not REVERSED.fullmatch(gap):
        return False
    named = kind_of(after[0]) == NameKind.GIVEN and kind_of(before[0]) == NameKind.SURNAME
    return named or len(after[0]) == 1


def _name_in(run: Run) -> Iterator[Name]:
    parts = _trim(run)
    if sum(part[0] not in PARTICLES | KUNYAS for part in parts) > LONGEST:
        parts = _around_given(parts)
    if not parts:
        return
    kinds = [NameKind.NONE if len(part[0]) == 1 else kind_of(part[0]) for part in parts]
    surety = _surety(parts, kinds)
    if surety is not None:
        ends = len(parts[-1][0]) == 1 and parts[-1].string[parts[-1].end() :].startswith(".")
        yield Name(parts[0].start(), parts[-1].end() + ends, surety, full=_is_full(parts, kinds))


def _trim(run: Run) -> Run:
    parts = list(run)
    while parts and (parts[-1][0] in PARTICLES or parts[-1][0] in KUNYAS):
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
    stopped = sum(len(part[0]) == 1 and part.string[part.end() :].startswith(".") for part in parts)
    words = sum(len(part[0]) > 1 and part[0] not in PARTICLES | KUNYAS for part in parts) - _hyphens(parts)
    best = max(kinds)
    if not words or (best < NameKind.PATRONYMIC and not initials and _is_shouted(parts)):
        return None
    if best >= NameKind.PATRONYMIC and words + initials > 1:
        return Surety.CERTAIN
    if words > 1 and any(part[0] in KUNYAS for part in parts[1:]):
        return Surety.CERTAIN
    if NameKind.SURNAME in kinds and (stopped or initials > 1):
        return Surety.CERTAIN
    if words + initials > 1 and (initials or best > NameKind.NONE):
        return Surety.LIKELY
    if best > NameKind.NONE or 1 < words + initials <= LONGEST:
        return Surety.POSSIBLE
    return Surety.UNKNOWN if words == 1 and max(len(part[0]) for part in parts) >= LEAST_UNKNOWN else None


def _hyphens(parts: Run) -> int:
    """Count the parts that a hyphen makes one word of, as in a double surname or the name of a town."""
    text = parts[0].string
    return sum(
        text[before.end() : after.start()] == "-" and before[0] not in PARTICLES
        for before, after in pairwise(parts)
    )


def _is_shouted(parts: Run) -> bool:
    """Say whether several words are in capitals, as in a headline, where any word may look like a name."""
    return len(parts) > 1 and all(part[0].isupper() for part in parts)


def _is_full(parts: Run, kinds: list[NameKind]) -> bool:
    initials = any(len(part[0]) == 1 for part in parts)
    return (NameKind.SURNAME in kinds and (initials or max(kinds) >= NameKind.PATRONYMIC)) or (
        NameKind.PATRONYMIC in kinds and NameKind.GIVEN in kinds
    )
