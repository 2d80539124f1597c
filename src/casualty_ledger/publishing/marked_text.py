"""Text as HTML text: markup escaped, control characters dropped, long words allowed to break."""

from __future__ import annotations

import re
from html import escape

from casualty_ledger.parsing.plain_text import inert, keep_order, shorten

LONGEST = 2000
LONG_WORD = re.compile(r"\S{31,}")


def mark_text(text: str) -> str:
    """Set a text of any source, cut where no reader would follow.

    >>> mark_text("<b>no</b>")
    '&lt;b&gt;no&lt;/b&gt;'
    """
    plain = shorten(keep_order(inert(text)), LONGEST)
    if not LONG_WORD.search(plain):
        return escape(plain)
    return "".join(_mark_word(word) for word in re.split(r"(\s+)", plain))


def _mark_word(word: str) -> str:
    """Let a word that no column holds break after every twenty letters."""
    if not LONG_WORD.fullmatch(word):
        return escape(word)
    return "<wbr>".join(escape(word[at : at + 20]) for at in range(0, len(word), 20))


def mark_attribute(text: str) -> str:
    """Set a text in an attribute: nothing but escaped."""
    return escape(shorten(inert(text), LONGEST))
