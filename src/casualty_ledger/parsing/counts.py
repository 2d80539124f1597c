"""Counts as they stand in a sheet: whole numbers, with or without marks between thousands."""

from __future__ import annotations

import re

from casualty_ledger.errors import UnreadableCount

PLAIN = re.compile(r"[0-9]+")
GROUPED = re.compile(r"[0-9]{1,3}(?P<mark>[,. '’\u00a0\u2009\u202f])[0-9]{3}(?:(?P=mark)[0-9]{3})*")


def parse_count(text: str) -> int | None:
    """Return the count that `text` states, or None where it is empty. Missing is never 0.

    Errors: UnreadableCount.

    >>> parse_count("9,083"), parse_count("9 083"), parse_count("209.470"), parse_count("")
    (9083, 9083, 209470, None)
    """
    stripped = text.strip()
    if not stripped:
        return None
    if PLAIN.fullmatch(stripped):
        return int(stripped)
    if GROUPED.fullmatch(stripped):
        return int(re.sub(r"[^0-9]", "", stripped))
    raise UnreadableCount(found=text)


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
