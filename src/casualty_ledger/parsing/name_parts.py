"""Name parts: which words of a text can be part of a personal name, by themselves and by what is beside."""

from __future__ import annotations

import re

from casualty_ledger.parsing.name_words import ARABIC, HEBREW, NameKind, kind_of
from casualty_ledger.parsing.ordinary_words import is_ordinary

Run = list[re.Match[str]]
PARTICLES = frozenset(
    "al el ul ad as bin ibn ben abu abd de da van von der la le بن ابن ابو أبو آل".split()  # noqa: SIM905
)
LONGEST_ACRONYM = 4
LONGEST_SHORT_FORMS = 6  # two beside each other
LOWER_SURNAME = 6
LOWER_GIVEN = 4
WORDS_OF_A_LETTER = frozenset("ВЗІЙКОСУЯ")  # "В", "У" and "З" begin sentences
KUNYAS = frozenset({"Abu", "Abou", "Umm", "Um", "Ibn", "Bin", "أبو", "ابو", "أبا", "أبي", "أم"})
IN_A_TYPE = re.compile(r"-\d")


def may_be_part(words: Run, position: int, known: frozenset[str]) -> bool:
    """Say whether the word at a position is part of a name; words of `known` (in lower case) are none."""
    word = words[position][0]
    if word in PARTICLES or word in KUNYAS:
        return True
    if HEBREW.match(word):
        return _is_hebrew_part(words, position)
    if len(word) == 1:
        return word.isupper() and _is_initial(words, position)
    if ARABIC.match(word):
        return _is_arabic_part(words, position)
    if word[0].isupper():
        named = not is_ordinary(word) or _is_surname_too(words, position)
        return named and word.lower() not in known and not _is_short_form(words, position)
    return _is_lower_part(words, position)


def _is_surname_too(words: Run, position: int) -> bool:
    """Say whether an everyday word stands where it is a surname: right after a given name (Emily King)."""
    return (
        position > 0
        and kind_of(words[position][0]) == NameKind.SOMETIMES
        and kind_of(words[position - 1][0]) == NameKind.GIVEN
        and words[position].string[words[position - 1].end() : words[position].start()] == " "
    )


def _is_initial(words: Run, position: int) -> bool:
    """Say whether a letter is an initial: a full stop follows, or a surname stands beside it."""
    word = words[position]
    if IN_A_TYPE.match(word.string, word.end()):
        return False
    if word.string[word.end() :][:1] == ".":
        return True
    reach = (position - 1,) if word[0] in WORDS_OF_A_LETTER else (position - 1, position + 1)
    return any(kind_of(words[near][0]) == NameKind.SURNAME for near in reach if 0 <= near < len(words))


def _is_arabic_part(words: Run, position: int) -> bool:
    """Say whether an Arabic word is a name, or stands where a family name does: after a given name."""
    word = words[position][0]
    if is_ordinary(word):
        return False
    before = words[position - 1][0] if position else ""
    follows = before in KUNYAS or (ARABIC.match(before) and kind_of(before) == NameKind.GIVEN)
    return kind_of(word) > NameKind.NONE or bool(follows and len(word) > 2)


def _is_hebrew_part(words: Run, position: int) -> bool:
    """Say whether a Hebrew word is a given name, or a word that stands right after one."""
    word = words[position][0]
    if is_ordinary(word):
        return False
    before = words[position - 1][0] if position else ""
    return kind_of(word) == NameKind.GIVEN or (
        kind_of(before) == NameKind.GIVEN and bool(HEBREW.match(before))
    )


def _is_short_form(words: Run, position: int) -> bool:
    """Say whether a word in capitals is an acronym: a short one that no other in capitals stands beside."""
    word = words[position][0]
    if not word.isupper() or not 1 < len(word) <= LONGEST_ACRONYM:
        return False
    beside = [words[near][0] for near in (position - 1, position + 1) if 0 <= near < len(words)]
    shouted = [other for other in beside if other.isupper() and not is_ordinary(other)]
    return not any(
        len(other) > LONGEST_ACRONYM
        or (len(word + other) > LONGEST_SHORT_FORMS and NameKind.GIVEN in (kind_of(word), kind_of(other)))
        for other in shouted
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
        surname.islower()
        and len(given) >= LOWER_GIVEN
        and len(surname) >= LOWER_SURNAME
        and not is_ordinary(surname)
        and kind_of(given) == NameKind.GIVEN
        and kind_of(surname) == NameKind.SURNAME
    )
