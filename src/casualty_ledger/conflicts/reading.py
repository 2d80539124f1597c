"""Reading conflicts' files: those of the project, and those beside other sheets, which go before them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter

from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.conflicts.model import ConflictFile
from casualty_ledger.errors import ConflictUnreadable
from casualty_ledger.parsing.safe_yaml import read_yaml
from casualty_ledger.project import Project

FOLDER = "conflicts"
NAME = re.compile(r"[^\W_]\w{0,59}")
# Folders beside the weeks of a report that are no conflict's.
RESERVED = ("failed", "tried", "unstated")
SHAPE = TypeAdapter(ConflictFile)


def list_files(home: Path, raw: Path | None = None) -> Mapping[str, Path]:
    """Return the file of each conflict by its name; one beside the sheets goes before the project's."""
    folders = [home / "data" / FOLDER, *([raw.parent / FOLDER] if raw else [])]
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.yml"))}


def folder_of(project: Project) -> Path:
    """Return the folder for conflicts of a project: beside its sheets."""
    return project.raw.parent / FOLDER


def read_conflict(path: Path) -> Conflict:
    """Read a conflict's file.

    Errors: ConflictUnreadable, with the line and key of every problem.
    """
    if not is_name(path.stem):
        problem = "a conflict's file is named after it in small letters, digits and _, such as my_war.yml"
        raise ConflictUnreadable(file=path.name, problem=problem)
    state = path.stat()
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=64)
def _read(path: Path, changed: int, size: int) -> Conflict:
    """Read a file once for each time that it was changed."""
    return Conflict(path.stem, read_yaml(path, SHAPE, ConflictUnreadable))


def is_name(text: str) -> bool:
    """Say whether a text can be the name of a conflict: of a file, and of a folder of reports.

    >>> is_name("russia_ukraine"), is_name("../elsewhere"), is_name("Some War")
    (True, False, False)
    """
    return bool(NAME.fullmatch(text)) and text == text.lower() and text not in RESERVED


def name_like(text: str) -> str:
    """Return the name that a conflict can have in place of a text that cannot name one.

    >>> name_like("Some War"), name_like("?")
    ('some_war', 'my_war')
    """
    name = "_".join(re.findall(r"\w+", text.lower()))[:60].strip("_")
    return name if is_name(name) else "my_war"
