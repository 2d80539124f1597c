"""Colours by side: the same weight for every side, apart for the colour-blind and in grey print.

The hues are those of Okabe and Ito, darkened to a similar strength on white.
A side is never told by colour alone: markers differ too, and every line is labelled.
"""

from __future__ import annotations

INK = "#1d2733"
FAINT = "#5f6975"
GRID = "#dfe4ea"

COLOURS: dict[str, str] = {
    "ukraine": "#0b5fa5",
    "russia": "#c04a00",
    "un": "#00755a",
    "independent": "#7a3a78",
    "third_state": "#5b6570",
    "media": "#8a6d00",
    "unstated": "#5b6570",
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


def colour_of(side: str) -> str:
    """Return the colour of a claimant's side."""
    return COLOURS.get(side, COLOURS["unstated"])


def marker_of(side: str) -> str:
    """Return the marker of a claimant's side."""
    return MARKERS.get(side, MARKERS["unstated"])
