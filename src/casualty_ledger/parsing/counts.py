"""Counts as they stand in a sheet: whole numbers, with or without marks between thousands."""

from __future__ import annotations

import re

from casualty_ledger.errors import UnreadableCount

PLAIN = re.compile(r"[0-9]+")
GROUPED = re.compile(r"[0-9]{1,3}(?P<mark>[,. '’\u00a0\u2009\u202f])[0-9]{3}(?:(?P=mark)[0-9]{3})*")
# "8983.0" is how programs write a whole number; "8.983" may be thousands or a fraction.
WHOLE = re.compile(r"(?P<whole>[0-9]+)\.0{1,2}|(?P<long>[0-9]{4,})\.0+")
MAYBE_DECIMAL = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
SO_FAR = re.compile(r"(?P<count>.+?)\s+so far", re.IGNORECASE)
MOST_DIGITS = 18


def parse_count(text: str) -> int | None:
    """Return the count that `text` states, or None where it is empty. Missing is never 0.

    Errors: UnreadableCount.

    >>> parse_count("9,083"), parse_count("9 083"), parse_count("9083.0"), parse_count("12 so far")
    (9083, 9083, 9083, 12)
    >>> parse_count("")
    """
    stripped = text.strip()
    if not stripped:
        return None
    if stripped.isascii() and stripped.isdigit() and len(stripped) <= MOST_DIGITS:
        return int(stripped)
    so_far = SO_FAR.fullmatch(stripped)
    digits = _find_digits(so_far["count"] if so_far else stripped)
    if not digits or len(digits) > MOST_DIGITS:
        raise UnreadableCount(found=text)
    return int(digits)


def read_digits(digits: str) -> int | None:
    """Return the count that digits found in a text state, or None where they are too many to be one.

    >>> read_digits("1,480"), read_digits("9" * 5000)
    (1480, None)
    """
    plain = digits.replace(",", "")
    return int(plain) if len(plain) <= MOST_DIGITS else None


def _find_digits(text: str) -> str:
    if PLAIN.fullmatch(text):
        return text
    if whole := WHOLE.fullmatch(text):
        return whole["whole"] or whole["long"]
    if GROUPED.fullmatch(text) and not MAYBE_DECIMAL.fullmatch(text):
        return re.sub(r"[^0-9]", "", text)
    return ""


STEPS = (1000, 100, 50, 10)


def granularity(count: int) -> int:
    """Return the step to which a count seems rounded: 1, 10, 50, 100 or 1000.

    >>> [granularity(n) for n in (7, 340, 450, 500, 209940, 16000)]
    [1, 10, 50, 100, 10, 1000]
    """
    for step in STEPS if count else ():
        if count % step == 0:
            return step
    return 1
