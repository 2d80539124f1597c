"""A word with a definition."""

from __future__ import annotations

from enum import Enum
from typing import Self


class Word(str, Enum):
    """A word with a definition: ``Measure.LOSSES.definition``."""

    definition: str

    def __new__(cls, word: str, definition: str) -> Self:
        """Make a member that equals its own text."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.definition = definition
        return member

    def __str__(self) -> str:
        """Return the word itself."""
        return str(self.value)

    @classmethod
    def words(cls) -> list[str]:
        """List the words in the order of their declaration."""
        return [str(member) for member in cls]
