"""Plain text: a source's words without what would steer a reader's screen instead of being read."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and newline, marks that turn the direction of text, and non-characters.
STEERING = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff\\ud800-\\udfff]"
)


def inert(text: str) -> str:
    r"""Drop control characters and marks that turn the direction of text; every letter stays.

    >>> inert("Дніпро\x00 22 \u202edrow")
    'Дніпро 22 drow'
    """
    return STEERING.sub("", text)


def shorten(text: str, most: int = 300) -> str:
    """Cut a text that no line, label or entry can hold, and say that it was cut.

    >>> shorten("wwwwwwwwww", most=6)
    'wwwww…'
    """
    return text if len(text) <= most else f"{text[: most - 1]}…"


def capital(text: str) -> str:
    """Write the first letter large and the rest as it is.

    >>> capital("local officials"), capital("OHCHR")
    ('Local officials', 'OHCHR')
    """
    return text[:1].upper() + text[1:]
