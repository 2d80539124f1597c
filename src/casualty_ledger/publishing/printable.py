"""Printable text: what the shipped typefaces can set, in words that a line can hold.

What they cannot set is replaced by a mark, never left to stop the brief.
"""

from __future__ import annotations

import re
from typing import Any

from casualty_ledger.parsing.plain_text import inert, shorten

# Latin, Greek and Cyrillic with their marks, punctuation, and the signs that we set ourselves.
UNPRINTABLE = re.compile(
    "[^\\n\\u0020-\\u007e\\u00a0-\\u024f\\u0370-\\u0377\\u037a-\\u037f\\u0384-\\u0386\\u0388-\\u03a1\\u03a3-\\u03ff"
    "\\u0400-\\u045f\\u0490\\u0491\\u2010-\\u2027\\u2030-\\u2044\\u20ac\\u2212]+"
)
INVISIBLE = re.compile("[\\u00ad\\u200b-\\u200f\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff]")
BLANKS = re.compile(r"[ \t\n\r]+")
DAY = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]{2,8})\b")
LONG_WORD = re.compile(r"[^\s]{40,}")
LONGEST_WORD, LONGEST_TEXT = 120, 1200
# Addresses are followed, not read: they stay whole.
WHOLE = ("address", "target", "name", "kind")


def printable(content: Any) -> Any:
    r"""Make every text in a structure of lists and dictionaries printable.

    >>> printable({"said": "Дніпро 22 \u202e\U0001f4a5", "address": "https://example.org/\U0001f4a5"})
    {'said': 'Дніпро 22 ?', 'address': 'https://example.org/💥'}
    """
    if isinstance(content, str):
        return printable_text(content)
    if isinstance(content, dict):
        return {name: held if name in WHOLE else printable(held) for name, held in content.items()}
    if isinstance(content, (list, tuple)):
        return [printable(held) for held in content]
    return content


def printable_text(text: str) -> str:
    """Replace what cannot be set, keep a day with its month, let long words break, cut what no page holds."""
    plain = UNPRINTABLE.sub("?", INVISIBLE.sub("", BLANKS.sub(" ", inert(text))))
    return shorten(LONG_WORD.sub(_breakable, DAY.sub("\\1\u00a0\\2", plain)), LONGEST_TEXT)


def _breakable(word: re.Match[str]) -> str:
    """Let a long word break anywhere, by spaces without width."""
    return "\u200b".join(shorten(word[0], LONGEST_WORD))
