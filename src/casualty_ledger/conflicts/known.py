"""The conflicts that this process knows: the project's, and those beside the sheets that were opened last.

A figure names its conflict, and whoever puts a figure into words asks here by that name. See decision 17.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from casualty_ledger.conflicts.conflict import Conflict, neutral
from casualty_ledger.conflicts.reading import list_files, read_conflict
from casualty_ledger.errors import NoProject
from casualty_ledger.project import Project, find_home

_learned: list[Mapping[str, Conflict]] = []


def learn_conflicts(project: Project) -> Mapping[str, Conflict]:
    """Read the conflicts of a project and return them; from then on they are the known ones.

    Errors: ConflictUnreadable.
    """
    return _learn(list_files(project.home, project.raw))


def known_conflicts() -> Mapping[str, Conflict]:
    """Return every declared conflict by its name, read from the project where nothing was read yet."""
    if _learned:
        return _learned[0]
    try:
        return _learn(list_files(find_home()))
    except NoProject:
        return {}


def conflict_of(name: str) -> Conflict:
    """Return the conflict of a recorded name; one that no file declares is neutral."""
    return known_conflicts().get(name) or neutral(name)


def _learn(files: Mapping[str, Path]) -> Mapping[str, Conflict]:
    _learned[:] = [{name: read_conflict(path) for name, path in files.items()}]
    return _learned[0]
