"""Near words: what somebody may have meant who misspelt a word."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], *, at_least: float = 0.6) -> str:
    """Return the known word nearest to another, in any case of its letters; nothing where none is near.

    `at_least` is how alike the two must be, from 0 to 1.

    >>> nearest("Kiled", ["killed", "injured"]), nearest("moon", ["killed", "injured"])
    ('killed', '')
    """
    folded = {each.casefold(): each for each in known if each}
    near = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=at_least)
    return folded[near[0]] if near else ""


def did_you_mean(word: str, known: Iterable[str], *, at_least: float = 0.6) -> str:
    """Ask for the nearest known word, to stand in a sentence; nothing where none is near.

    >>> did_you_mean("kiled", ["killed", "injured"])
    " (did you mean 'killed'?)"
    """
    near = nearest(word, known, at_least=at_least)
    return f" (did you mean {near!r}?)" if near else ""
