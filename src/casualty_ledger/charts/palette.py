"""Colours by side: the same weight for every side, apart for the colour-blind and in grey print.

All read as text on white. Each differs from each other in hue, for the three kinds of colour blindness
too, and in lightness, for grey print; the two belligerents by no more than that asks.
A side is never told by colour alone: markers differ too, and every line is labelled.
"""

from __future__ import annotations

INK = "#1d2733"
FAINT = "#5a6470"
GRID = "#dfe4ea"
WASH = "#eef1f5"

COLOURS: dict[str, str] = {
    "ukraine": "#00488c",
    "russia": "#b0471d",
    "un": "#00857a",
    "independent": "#6f1050",
    "third_state": "#35260a",
    "media": "#50586a",
    "unstated": "#50586a",
}

MARKERS: dict[str, str] = {
    "ukraine": "o",
    "russia": "s",
    "un": "D",
    "independent": "^",
    "third_state": "v",
    "media": "P",
    "unstated": "X",
}

SPEAKERS: dict[str, str] = {
    "ukraine": "Ukraine",
    "russia": "Russia",
    "un": "United Nations",
    "independent": "monitors",
    "third_state": "third states",
    "media": "media",
    "unstated": "not known",
}


def colour_of(side: str) -> str:
    """Return the colour of a claimant's side."""
    return COLOURS.get(side, COLOURS["unstated"])


def marker_of(side: str) -> str:
    """Return the marker of a claimant's side."""
    return MARKERS.get(side, MARKERS["unstated"])
