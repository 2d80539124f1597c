"""The typefaces that charts and PDF are set in, with their licence, and which characters they can set.

Source Sans Pro sets Latin, Greek and Cyrillic; a face of Noto Sans sets each other script. All are under the
SIL Open Font License 1.1 (`files/OFL.txt`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from anyascii import anyascii
from matplotlib.ft2font import FT2Font

FOLDER = Path(__file__).parent / "files"
FAMILY = "Source Sans Pro"
FALLBACKS = tuple(sorted(path.stem for path in FOLDER.glob("NotoSans*-Regular.ttf")))


def file_of(cut: str) -> str:
    """Return the file of a cut of the main family ("Regular", "Bold") or of a fallback by its name."""
    return str(FOLDER / (f"{cut}.ttf" if cut in FALLBACKS else f"SourceSansPro-{cut}.ttf"))


@cache
def face(cut: str) -> FT2Font:
    """Return an opened face; each is opened once."""
    return FT2Font(file_of(cut))


@cache
def fallback_for(character: str) -> str:
    """Return the fallback that sets a character, or nothing where none does."""
    return next((name for name in FALLBACKS if face(name).get_char_index(ord(character))), "")


def families_for(texts: Iterable[str]) -> list[str]:
    """Return the families that set some texts: the main one, and the fallbacks that they need."""
    characters = {character for text in texts for character in text if ord(character) > 127}
    needed = {
        fallback_for(character)
        for character in characters
        if not face("Regular").get_char_index(ord(character))
    }
    return [FAMILY, *(face(name).family_name for name in sorted(needed - {""}))]


def replace_letter(letter: str) -> str:
    """Return what stands for a character that no typeface here can set: Latin letters for a letter, else "?".

    >>> replace_letter("京"), replace_letter("💥")
    ('Jing', '?')
    """
    if not unicodedata.category(letter).startswith("L"):
        return "?"
    return anyascii(letter) or "?"
