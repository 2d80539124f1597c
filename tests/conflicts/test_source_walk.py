"""No module, template or notebook names a country, a body or a place of a war: a conflict's file does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from paths import HOME

from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.conflicts.known import conflict_of

PACKAGE = HOME / "src" / "casualty_ledger"
WAR = conflict_of("russia_ukraine")
# Languages, not countries: the parsers say which ones they read.
LANGUAGES = re.compile(r"\b(?:English, )?Ukrainian (?:or|and) Russian\b")
# A word that any war's file may hold says nothing of this one.
COMMON = {"lost", "eliminated", "killed", "media", "Kyiv City"}


def words_of(conflict: Conflict) -> set[str]:
    """Return the names that only this war has: of sides, parties, bodies, regions and places."""
    file = conflict.file
    sides = {text for side in file.sides.values() for text in (side.name, side.adjective)}
    bodies = {each.claimant for each in (*file.monitors, *file.followed)} | {m.short for m in file.monitors}
    places = {name for each in (*file.places, *file.regions) for name in (each.name, *each.spellings)}
    return {*sides, *file.sides, *file.parties, *bodies, *places, *file.abbreviations, conflict.name} - COMMON


WORDS = sorted(words_of(WAR), key=len)


def named_in(text: str) -> list[str]:
    """Return the names in a text, each as a word of its own."""
    held = [word for word in WORDS if word in text]
    named = re.compile("|".join(rf"(?<![\w’]){re.escape(word)}(?![\w’])" for word in held))
    return [match[0] for match in named.finditer(text)] if held else []


# An example in a docstring, as far as the next empty line or the end of the docstring.
EXAMPLE = re.compile(r'^\s*>>>.*?(?=\n\s*\n|\n\s*""")', re.DOTALL | re.MULTILINE)


def without_examples(path: Path) -> str:
    """Return a module without the examples in its docstrings."""
    return LANGUAGES.sub("", EXAMPLE.sub("", path.read_text(encoding="utf-8")))


def texts() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*")):
        name = path.relative_to(PACKAGE).as_posix()
        # The parsers read words of languages; nothing there is of one war.
        if path.suffix == ".py" and not name.startswith("parsing/"):
            yield name, without_examples(path)
        elif path.suffix in (".j2", ".typ", ".css", ".js"):
            yield name, path.read_text(encoding="utf-8")
    for path in sorted((HOME / "notebooks").glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        yield path.name, "\n".join("".join(cell["source"]) for cell in cells)


def test_no_source_names_a_war():
    """
    What is special to a war stands in its file; doctests and the names of languages apart.
    """
    found = {name: sorted(set(named_in(text))) for name, text in texts()}

    assert len(found) > 200
    assert {name: words for name, words in found.items() if words} == {}


def test_the_walk_finds_a_name():
    """
    The walk knows sides, bodies and places of the war, and lets a longer word be.
    """
    assert named_in("Russian, OHCHR, Lugansk, wagner") == ["Russian", "OHCHR", "Lugansk", "wagner"]
    assert named_in("Russianness; DPRK; wagnerian") == []
