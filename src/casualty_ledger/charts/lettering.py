"""Lettering: one typeface on every machine, and text measured before it is set.

A label is cut or wrapped to the room that it has, so that no name, however long, breaks a chart.
"""

from __future__ import annotations

import logging
import unicodedata
from functools import cache
from pathlib import Path

from matplotlib import get_data_path
from matplotlib.font_manager import fontManager
from matplotlib.ft2font import FT2Font, LoadFlags

from casualty_ledger.parsing.plain_text import END_OF_RUN, keep_order
from casualty_ledger.typefaces import FALLBACKS, face, fallback_for, file_of

POINTS_PER_INCH = 72
# Nothing longer than this can be read in a chart; it also bounds the time that measuring takes.
LONGEST = 900
UNKNOWN = "□"
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}


@cache
def register_typefaces() -> None:
    """Tell matplotlib where the packaged typefaces are; once is enough."""
    # It tells every process that a script without a bold cut is set in the one there is.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    for cut in ("Regular", "Bold", *FALLBACKS):
        fontManager.addfont(file_of(cut))


@cache
def _face(character: str, cut: str) -> FT2Font | None:
    """Return the face that sets a character: the main one, a fallback, or the one that matplotlib brings."""
    fallback = fallback_for(character)
    faces = (face(cut), face(fallback) if fallback else None, _last())
    return next((each for each in faces if each and each.get_char_index(ord(character))), None)


@cache
def _last() -> FT2Font:
    return FT2Font(str(Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"))


@cache
def _is_drawn(character: str) -> bool:
    return _face(character, "Regular") is not None


def inert(text: str) -> str:
    """Return text as a chart may draw it: no control characters, no overrides of direction, no gaps.

    >>> inert("A\\u202eB\\n  C")
    'AB C'
    """
    spaced = " ".join(str(text)[:LONGEST].split())
    seen = (ch for ch in spaced if unicodedata.category(ch) not in INVISIBLE)
    return keep_order("".join(ch if _is_drawn(ch) else UNKNOWN for ch in seen))


@cache
def _advance(character: str, cut: str) -> float:
    """Return how far a character moves the pen, as a part of the size of the letters."""
    found = _face(character, cut)
    # A character that nothing sets is no wider than an M.
    known, drawn = (character, found) if found else ("M", face(cut))
    drawn.set_size(POINTS_PER_INCH, POINTS_PER_INCH)
    glyph = drawn.load_char(ord(known), flags=LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / 65536 / POINTS_PER_INCH


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is at most, in points: pairs of letters may be set closer."""
    cut = "Bold" if bold else "Regular"
    return size * sum(_advance(character, cut) for character in text.replace(END_OF_RUN, ""))


def fit(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Cut a line to `room` points, with an ellipsis where something was cut."""
    line = inert(text)
    if width_of(line, size, bold=bold) <= room:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width_of(line[:middle].rstrip() + "…", size, bold=bold) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return line[:low].rstrip() + "…"


def wrap(text: str, room: float, size: float, *, lines: int = 2, bold: bool = False) -> str:
    """Break text into at most `lines` lines of `room` points; what is left over is cut."""
    words, broken = inert(text).split(), [""]
    for nth, word in enumerate(words):
        longer = f"{broken[-1]} {word}".strip()
        if not broken[-1] or width_of(longer, size, bold=bold) <= room:
            broken[-1] = longer
        elif len(broken) < lines:
            broken.append(word)
        else:
            broken[-1] = f"{broken[-1]} {' '.join(words[nth:])}"
            break
    return "\n".join(fit(line, room, size, bold=bold) for line in broken)
