"""Where prisoners returned, in the language that is spoken."""

from __future__ import annotations

from casualty_ledger.wording.language import phrase

TO = "to "


def say_direction(direction: str) -> str:
    """Say a direction of `series.prisoners`, which names the side after a preposition.

    >>> say_direction("to the North"), say_direction("")
    ('to the North', '')
    """
    return phrase("to {side}", side=direction.removeprefix(TO)) if direction else ""
