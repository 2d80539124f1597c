"""A context: a pattern that is compiled when it is first asked for, since most texts ask for few."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property


class Context:
    """What may stand around a name, as a pattern."""

    def __init__(self, pattern: str) -> None:
        """Keep a pattern; compiling all of them takes half a second."""
        self.pattern = pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        return re.compile(self.pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """Find it anywhere in a text."""
        return self.compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """Find it where a text begins."""
        return self.compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match a whole text."""
        return self.compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield every place where it stands."""
        return self.compiled.finditer(text)


class After(Context):
    """What stands between the end of one context and a name; the first context is compiled once for all."""

    def __init__(self, first: Context, pattern: str) -> None:
        """Keep what comes first, and a pattern of all that may follow it."""
        super().__init__(pattern)
        self.first = first

    def search(self, text: str) -> re.Match[str] | None:
        """Find it where a text ends."""
        tails = (self.compiled.fullmatch(text, found.end()) for found in self.first.finditer(text))
        return next(filter(None, tails), None)
