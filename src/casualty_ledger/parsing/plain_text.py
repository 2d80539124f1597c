"""Plain text: a source's words without what would steer a reader's screen instead of being read."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and newline, marks that turn the direction of text, and non-characters.
STEERING = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff\\ud800-\\udfff]"
)


# The mark that ends a run of letters from right to left; it shows nothing.
END_OF_RUN = "\u200e"
# The last letter of a run from right to left: a number, a mark that is no part of a name, or nothing follows.
RIGHT_TO_LEFT = re.compile(
    "[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc](?=[\\s'’\".-]*(?:[0-9]|[^\\w\\s'’\".\\u200e-]|$))"
)
OPENING = ("«", "“")


def inert(text: str) -> str:
    r"""Drop control characters and marks that turn the direction of text; every letter stays.

    >>> inert("Дніпро\x00 22 \u202edrow")
    'Дніпро 22 drow'
    """
    return STEERING.sub("", text)


def keep_order(text: str) -> str:
    r"""Mark the end of each run of letters from right to left in our own sentence.

    Without the mark a reader's screen moves the number before the name, and a second name before the first.

    >>> keep_order("وزارة: 31 killed"), keep_order("Дніпро: 31")
    ('وزارة\u200e: 31 killed', 'Дніпро: 31')
    """
    return RIGHT_TO_LEFT.sub(rf"\g<0>{END_OF_RUN}", text)


def shorten(text: str, most: int = 300) -> str:
    """Cut a text that no line, label or entry can hold, and say that it was cut.

    >>> shorten("wwwwwwwwww", most=6)
    'wwwww…'
    """
    return text if len(text) <= most else f"{text[: most - 1]}…"


def capital(text: str) -> str:
    """Write the first letter large, in quotation marks too, and the rest as it is.

    >>> capital("local officials"), capital("OHCHR"), capital("«втрати»")
    ('Local officials', 'OHCHR', '«Втрати»')
    """
    first = 1 + (text[:1] in OPENING)
    return text[:first].upper() + text[first:]
