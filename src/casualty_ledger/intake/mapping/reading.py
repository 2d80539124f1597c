"""Reading mappings: those beside the sheets go before those of the project."""

from __future__ import annotations

import re
from collections.abc import Mapping as Table
from fnmatch import fnmatch
from pathlib import Path

from pydantic import TypeAdapter

from casualty_ledger.errors import CasualtyLedgerError, YamlUnreadable
from casualty_ledger.intake.mapping.model import Mapping
from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.parsing.safe_yaml import read_yaml
from casualty_ledger.project import Project

FOLDER = "mappings"
NAME = re.compile(r"[a-z0-9][a-z0-9_]{0,59}")
SHAPE = TypeAdapter(Mapping)


class MappingUnreadable(YamlUnreadable):
    """A mapping cannot be read."""

    template = "{file} cannot be read as a mapping: {problem}. docs/mapping_file.md describes its keys."


class NoSuchMapping(CasualtyLedgerError):
    """A mapping that the project does not have."""

    template = (
        "There is no mapping {found!r}{hint}. The mappings: {allowed}. "
        "Without --mapping one is guessed and written to data/mappings/."
    )


def folder_of(project: Project) -> Path:
    """Return the folder for mappings of a project: beside its sheets."""
    return project.raw.parent / FOLDER


def list_mappings(project: Project) -> Table[str, Path]:
    """Return the file of each mapping by its name; one beside the sheets goes before the project's."""
    folders = (project.home / "data" / FOLDER, folder_of(project))
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.yml"))}


def find_mapping(project: Project, name: str) -> Path:
    """Return the file of a mapping.

    Errors: NoSuchMapping.
    """
    listed = list_mappings(project)
    stem = name.removesuffix(".yml")
    if stem not in listed:
        hint = did_you_mean(stem, listed)
        raise NoSuchMapping(found=name, hint=hint, allowed=", ".join(sorted(listed)) or "none")
    return listed[stem]


def read_mapping(path: Path) -> Mapping:
    """Read a mapping.

    Errors: MappingUnreadable, with the line and key of every problem.
    """
    if not NAME.fullmatch(path.stem):
        problem = "a mapping's file is named in small letters, digits and _, such as my_source.yml"
        raise MappingUnreadable(file=path.name, problem=problem)
    return read_yaml(path, SHAPE, MappingUnreadable)


def recognise(project: Project, file: str) -> list[str]:
    """List the mappings whose `files` a file's name fits.

    Errors: MappingUnreadable.
    """
    listed = list_mappings(project)
    return [
        name
        for name, path in listed.items()
        if any(fnmatch(file, pattern) for pattern in read_mapping(path).files)
    ]
