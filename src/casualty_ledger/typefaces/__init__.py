"""The typefaces that charts and PDF are set in, with their licence, and which characters they can set.

Source Sans Pro sets Latin, Greek and Cyrillic; a face of Noto Sans sets each other script. All are under the
SIL Open Font License 1.1 (`files/OFL.txt`). A project may set a typeface of its own for the first of them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from anyascii import anyascii
from matplotlib.ft2font import FT2Font

from casualty_ledger.project import find_home
from casualty_ledger.settings import SettingsUnreadable, Typeface, settings

FOLDER = Path(__file__).parent / "files"
OURS = "Source Sans Pro"
FALLBACKS = tuple(sorted(path.stem for path in FOLDER.glob("NotoSans*-Regular.ttf")))


def file_of(cut: str) -> str:
    """Return the file of a cut of the main family ("Regular", "Bold") or of a fallback by its name."""
    if cut in FALLBACKS:
        return str(FOLDER / f"{cut}.ttf")
    return own_files().get(cut) or str(FOLDER / f"SourceSansPro-{cut}.ttf")


@cache
def own_files() -> dict[str, str]:
    """Return the files of the project's own typeface by their cut, where it has one, as a process began.

    Errors: SettingsUnreadable.
    """
    own = settings().typeface
    return {cut.capitalize(): str(find_home() / name) for cut, name in own or ()}


def check_typeface(home: Path, typeface: Typeface) -> None:
    """Check that both files of a typeface are faces of one family. Errors: SettingsUnreadable."""
    families = set()
    for name in (typeface.regular, typeface.bold):
        try:
            families.add(FT2Font(str(home / name)).family_name)
        except (OSError, RuntimeError):
            raise SettingsUnreadable(problem=f"{name} is no TrueType or OpenType face") from None
    if len(families) > 1:
        said = " and ".join(sorted(families))
        raise SettingsUnreadable(problem=f"typeface, regular and bold are of two families, {said}")


def family() -> str:
    """Return the family that sets most letters: the project's own, or ours."""
    return str(face("Regular").family_name) if own_files() else OURS


def font_folders() -> list[Path]:
    """Return the folders of every typeface that a text may be set in."""
    return [FOLDER, *sorted({Path(path).parent for path in own_files().values()})]


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
    return [family(), *(face(name).family_name for name in sorted(needed - {""}))]


def replace_letter(letter: str) -> str:
    """Return what stands for a character that no typeface here can set: Latin letters for a letter, else "?".

    >>> replace_letter("京"), replace_letter("💥")
    ('Jing', '?')
    """
    if not unicodedata.category(letter).startswith("L"):
        return "?"
    return anyascii(letter) or "?"
