"""Bytes to text: UTF-8, UTF-16 and Windows-1251 where nothing else can be meant; every other is refused.

A statistical guess is not wanted here: a letter guessed wrongly is a claimant that does not exist.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# A word of Windows-1251 in letters that Ukrainian and Russian have, cased as words are.
SMALL, LARGE = "а-яґєіїёў", "А-ЯҐЄІЇЁЎ"
CYRILLIC = re.compile(rf"[{LARGE}]?[{SMALL}]+|[{LARGE}]+")
WORD = re.compile(r"[^\W\d_]+")
PUNCTUATION = frozenset("«»“”„‘’–—…№•\u00a0")


class NotText(ValueError):
    """Bytes that cannot be read as text in one way only."""


class Decoded(NamedTuple):
    """A text, with the encoding that it was read in."""

    text: str
    encoding: str


def decode(content: bytes) -> Decoded:
    """Return the text of a file.

    Errors: NotText.

    >>> decode("Генштаб".encode("cp1251"))
    Decoded(text='Генштаб', encoding='cp1251')
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return Decoded(_strictly(content[len(mark) :], encoding), encoding)
    if _is_every_other_byte_empty(content):
        encoding = "utf-16-be" if content[:1] == b"\0" else "utf-16-le"
        return Decoded(_strictly(content, encoding), encoding)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        text = content.decode("cp1251", errors="replace")
        if _is_cyrillic(text):
            return Decoded(text, "cp1251")
        line = content[: error.start].count(b"\n") + 1
        raise NotText(f"line {line} holds the byte {content[error.start]:#04x}, which is not UTF-8") from None


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"it begins as {encoding.upper()} but byte {error.start:,} does not fit"
        raise NotText(problem) from None


def _is_every_other_byte_empty(content: bytes) -> bool:
    head = content[:2000]
    return len(head) > 3 and max(head[0::2].count(0), head[1::2].count(0)) > len(head) * 0.3


def _is_cyrillic(text: str) -> bool:
    """Say whether all that is not ASCII makes words that Ukrainian or Russian could hold."""
    foreign = {character for character in text if not character.isascii()}
    words = [word for word in set(WORD.findall(text)) if not word.isascii()]
    small = sum(word[-1].islower() for word in words)
    known = all(character.isalpha() or character in PUNCTUATION for character in foreign)
    return known and bool(words) and small * 2 > len(words) and all(map(CYRILLIC.fullmatch, words))
