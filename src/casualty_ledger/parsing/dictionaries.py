"""Dictionaries of Ukrainian and Russian: whether a word is a person's name in them, or any other word.

They are those of pymorphy3-dicts-uk and pymorphy3-dicts-ru; nothing is fetched. Both take an eighth of a
second to load, and are loaded when the first word in Cyrillic is asked about.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import Any

LANGUAGES = ("uk", "ru")
PERSON_NAMES = frozenset(["Name", "Surn", "Patr"])


class Entry(IntEnum):
    """What the dictionaries hold of a word."""

    MISSING = 0
    WORD = 1
    WORD_OR_NAME = 2
    NAME = 3


@lru_cache(maxsize=4)
def analyser(language: str) -> Any:
    """Return what reads words of a language, loaded once."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)


@lru_cache(maxsize=100_000)
def look_up(word: str) -> Entry:
    """Say what the dictionaries hold of a word in any of its forms.

    >>> [look_up(word).name for word in ("Демченка", "Вовка", "Василівці", "Synenko")]
    ['NAME', 'WORD_OR_NAME', 'WORD', 'MISSING']
    """
    lower = word.lower()
    readers = [analyser(language) for language in LANGUAGES]
    known = [reader.parse(lower) for reader in readers if reader.word_is_known(lower)]
    named = [bool(PERSON_NAMES & parse.tag.grammemes) for parses in known for parse in parses]
    if not named:
        return Entry.MISSING
    if all(named):
        return Entry.NAME
    return Entry.WORD_OR_NAME if any(named) else Entry.WORD
