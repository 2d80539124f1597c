"""Lettering: one typeface on every machine, and text measured before it is set.

A label is cut or wrapped to the room that it has, so that no name, however long, breaks a chart.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path

from matplotlib import get_data_path
from matplotlib.font_manager import fontManager
from matplotlib.ft2font import FT2Font, LoadFlags

POINTS_PER_INCH = 72
# Nothing longer than this can be read in a chart; it also bounds the time that measuring takes.
LONGEST = 300
UNKNOWN = "□"
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}


@cache
def register_typeface() -> None:
    """Tell matplotlib where the packaged typeface is; once is enough."""
    for cut in ("Regular", "Bold"):
        fontManager.addfont(_file_of(cut))


def _file_of(cut: str) -> str:
    return str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{cut}.ttf")


@cache
def _face(cut: str) -> FT2Font:
    if cut == "fallback":
        return FT2Font(str(Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"))
    return FT2Font(_file_of(cut))


@cache
def _is_drawn(character: str) -> bool:
    return any(_face(cut).get_char_index(ord(character)) for cut in ("Regular", "fallback"))


def inert(text: str) -> str:
    """Return text as a chart may draw it: no control characters, no overrides of direction, no gaps.

    >>> inert("A\\u202eB\\n  C")
    'AB C'
    """
    spaced = " ".join(str(text)[:LONGEST].split())
    seen = (ch for ch in spaced if unicodedata.category(ch) not in INVISIBLE)
    return "".join(ch if _is_drawn(ch) else UNKNOWN for ch in seen)


@cache
def _advance(character: str, cut: str) -> float:
    """Return how far a character moves the pen, as a part of the size of the letters."""
    face = _face(cut)
    # A character from the fallback is no wider than an M.
    known = character if face.get_char_index(ord(character)) else "M"
    face.set_size(POINTS_PER_INCH, POINTS_PER_INCH)
    glyph = face.load_char(ord(known), flags=LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / 65536 / POINTS_PER_INCH


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is at most, in points: pairs of letters may be set closer."""
    cut = "Bold" if bold else "Regular"
    return size * sum(_advance(character, cut) for character in text)


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
