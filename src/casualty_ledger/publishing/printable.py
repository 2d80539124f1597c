"""Printable text: what the shipped typefaces can set, in words that a line can hold.

A letter that they cannot set is written in Latin letters, any other sign replaced by a mark: nothing stops
the brief, and nobody is left without a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from casualty_ledger.parsing.plain_text import inert, keep_order, shorten
from casualty_ledger.typefaces import fallback_for, replace_letter

# Not Latin, Greek or Cyrillic with their marks, punctuation, or one of the signs that we set ourselves.
OTHER_SCRIPTS = re.compile(
    "[^\\n\\u0020-\\u007e\\u00a0-\\u024f\\u0370-\\u0377\\u037a-\\u037f\\u0384-\\u0386\\u0388-\\u03a1\\u03a3-\\u03ff"
    "\\u0400-\\u045f\\u0490\\u0491\\u2010-\\u2027\\u2030-\\u2044\\u20ac\\u2212]+"
)
INVISIBLE = re.compile("[\\u00ad\\u200b-\\u200f\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff]")
BLANKS = re.compile(r"[ \t\n\r]+")
DAY = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]{2,8})\b")
LONG_WORD = re.compile(r"[^\s]{40,}")
LONGEST_WORD, LONGEST_TEXT = 120, 1200
# Addresses are followed, not read: they stay whole.
WHOLE = ("address", "target", "name", "kind", "page")


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
    plain = OTHER_SCRIPTS.sub(_settable, INVISIBLE.sub("", BLANKS.sub(" ", inert(text))))
    kept = LONG_WORD.sub(_breakable, DAY.sub("\\1\u00a0\\2", keep_order(plain)))
    return shorten(kept, LONGEST_TEXT)


def _settable(run: re.Match[str]) -> str:
    """Keep what a fallback sets; put letters or a mark for the rest, one mark for a run of signs."""
    kept = (each if fallback_for(each) else replace_letter(each) for each in run[0])
    return re.sub(r"\?+", "?", "".join(kept))


def find_unset(texts: Iterable[str]) -> str:
    """Return the characters of some texts that no shipped typeface sets, each once.

    >>> find_unset(["وزارة", "京都"])
    '京都'
    """
    runs = (run for text in texts for run in OTHER_SCRIPTS.findall(INVISIBLE.sub("", inert(text))))
    return "".join(dict.fromkeys(each for run in runs for each in run if not fallback_for(each)))


def _breakable(word: re.Match[str]) -> str:
    """Let a long word break anywhere, by spaces without width."""
    return "\u200b".join(shorten(word[0], LONGEST_WORD))
