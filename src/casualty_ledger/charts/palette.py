"""Colours by side: the same weight for every side, apart for the colour-blind and in grey print.

All read as text on white. Each differs from each other in hue, for the three kinds of colour blindness
too; the first two sides and whoever stands apart differ in lightness as well, for grey print.
A side is never told by colour alone: every one has a marker of its own, and every line is labelled.
The sides of a conflict take colours and markers in the order of its file, however many there are; a
project may set colours of its own (`settings.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.settings import settings
from casualty_ledger.wording.conflict_words import say_side
from casualty_ledger.wording.language import mark, mark_counted, translate, translate_counted

INK = "#1d2733"
FAINT = "#5a6470"
GRID = "#dfe4ea"
WASH = "#eef1f5"

SIDE_COLOURS = ("#00488c", "#b0471d", "#9940ff", "#60463d", "#975ba5")
SIDE_MARKERS = ("o", "s", "p", "h", "*", "8", "d")


class Hand(NamedTuple):
    """How a side is drawn, and what it is called in a key."""

    colour: str
    marker: str
    name: str


# Who speaks in any conflict, by marked names; media by the plural of one medium.
MEDIA = mark_counted("medium", "media")
APART: dict[str, Hand] = {
    "un": Hand("#00857a", "D", mark("United Nations")),
    "independent": Hand("#6f1050", "^", mark("monitors")),
    "third_state": Hand("#35260a", "v", mark("third states")),
    "media": Hand("#50586a", "P", "media"),
    "unstated": Hand("#50586a", "X", mark("not known")),
}


def hands_of(conflict: Conflict, recorded: Iterable[str] = ()) -> Mapping[str, Hand]:
    """Return how each side of a conflict is drawn: its own, those only recorded, and who stands apart."""
    others = sorted({*recorded} - {*conflict.sides, *APART})
    sides = enumerate([*conflict.sides, *others])
    apart = {side: hand._replace(name=_name_apart(side)) for side, hand in APART.items()}
    drawn = {side: Hand(*_nth(n), say_side(conflict, side)) for n, side in sides} | apart
    own = {side: colour for side, colour in settings().colours.items() if side in drawn}
    return drawn | {side: drawn[side]._replace(colour=colour) for side, colour in own.items()}


def _name_apart(side: str) -> str:
    return translate_counted(*MEDIA, len(APART)) if side == "media" else translate(APART[side].name)


def _nth(number: int) -> tuple[str, str]:
    """Return colour and marker of the nth side; beyond the drawn markers it is marked by its number."""
    colour = SIDE_COLOURS[number % len(SIDE_COLOURS)]
    return colour, SIDE_MARKERS[number] if number < len(SIDE_MARKERS) else f"${number + 1}$"


_drawing: ContextVar[Mapping[str, Hand]] = ContextVar("drawing", default=APART)


@contextmanager
def drawing(conflict: str, recorded: Iterable[str] = ()) -> Iterator[None]:
    """Draw in the colours of a conflict, within this context."""
    token = _drawing.set(hands_of(conflict_of(conflict), recorded))
    try:
        yield
    finally:
        _drawing.reset(token)


def hands() -> Mapping[str, Hand]:
    """Return how the sides of the conflict that is being drawn are drawn, in their order."""
    return _drawing.get()


def colour_of(side: str) -> str:
    """Return the colour of a claimant's side in the conflict that is being drawn."""
    return hands().get(side, APART["unstated"]).colour


def marker_of(side: str) -> str:
    """Return the marker of a claimant's side in the conflict that is being drawn."""
    return hands().get(side, APART["unstated"]).marker
