"""Where prisoners returned, in the language that is spoken."""

from __future__ import annotations

from casualty_ledger.conflicts.known import known_conflicts
from casualty_ledger.wording.conflict_words import say_text
from casualty_ledger.wording.language import phrase

TO = "to "


def say_direction(direction: str) -> str:
    """Say a direction of `series.prisoners`, which names the side after a preposition.

    A conflict's file may have the whole in another language: there a side may need a case of its own.

    >>> say_direction("to the North"), say_direction("")
    ('to the North', '')
    """
    if not direction:
        return ""
    named = (say_text(conflict, direction) for conflict in known_conflicts().values())
    said = next((text for text in named if text != direction), "")
    return said or phrase("to {side}", side=direction.removeprefix(TO))
