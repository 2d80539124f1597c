"""Freshness: what decides what a ledger holds, and the address that follows from it.

Only files are read here, no table is opened, so that asking costs next to nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from casualty_ledger.conflicts.reading import list_files
from casualty_ledger.installed import digest_packages
from casualty_ledger.loaded_code import SOURCES
from casualty_ledger.project import Project
from casualty_ledger.whole_files import digest, write_text

INPUTS = "inputs.json"
CONFLICTS = "conflicts.json"
ROOMS = ("vocabulary", "parsing", "conflicts", "sources", "ledger")
MODULES = ("schema.py", "recorded_words.py")
# Lists of names and words are code, too: they decide how a cell is read.
CODE = (".py", ".txt")


def list_data(project: Project) -> dict[str, Path]:
    """List the files of data that decide what the ledger holds, by the name that a manifest gives them."""
    sheets = {f"recorded/{path.name}": path for path in sorted(project.recorded.glob("*.csv"))}
    declared = {f"corrections/{path.name}": path for path in sorted(project.corrections.glob("*.yml"))}
    conflicts = list_files(project.home, project.raw).values()
    declared |= {f"conflicts/{path.name}": path for path in conflicts}
    pointers = {project.pointers.name: project.pointers} if project.pointers.is_file() else {}
    return sheets | declared | pointers | {"sources.yml": project.sources}


def digest_data(project: Project) -> dict[str, str]:
    """Return the sha256 of every file of data that decides what the ledger holds."""
    return {name: _digest(path) for name, path in list_data(project).items()}


def _digest(path: Path) -> str:
    """Digest a file; of one that cannot be read, that it cannot: what reads it says so in a sentence."""
    try:
        return digest(path)
    except OSError as error:
        return str(error.strerror)


def digest_inputs(project: Project) -> dict[str, str]:
    """Return the sha256 of everything that decides what the ledger holds: data, code, packages."""
    package = SOURCES / "casualty_ledger"
    kinds = [f"*{kind}" for kind in CODE]
    code = sorted(path for room in ROOMS for kind in kinds for path in (package / room).rglob(kind))
    code += [package / name for name in MODULES]
    modules = {f"{path.parent.name}/{path.name}": digest(path) for path in code}
    return digest_data(project) | modules | {"packages": digest_packages()}


def address_of(inputs: dict[str, str]) -> str:
    """Return the name of the ledger that is built from these inputs."""
    return sha256(json.dumps(inputs, sort_keys=True).encode()).hexdigest()[:24]


def write_conflicts(folder: Path, conflicts: Iterable[str]) -> None:
    """Write down of which conflicts a ledger holds rows, for whoever must not open a table."""
    write_text(folder / CONFLICTS, json.dumps(sorted(conflicts), ensure_ascii=False) + "\n")


def read_conflicts(folder: Path) -> list[str]:
    """Name the conflicts of which a built ledger holds rows."""
    names: list[str] = json.loads((folder / CONFLICTS).read_text(encoding="utf-8"))
    return names


def write_inputs(folder: Path, inputs: dict[str, str]) -> None:
    """Write down what a ledger was built from; written last, it says that the ledger is whole."""
    write_text(folder / INPUTS, json.dumps(inputs, indent=1, sort_keys=True) + "\n")


def read_inputs(folder: Path) -> dict[str, str]:
    """Return what the ledger in a folder was built from; nothing where there is none."""
    try:
        return dict(json.loads((folder / INPUTS).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def read_data_inputs(folder: Path) -> dict[str, str]:
    """Return the sha256 of every file of data that the ledger in a folder was built from."""
    inputs = read_inputs(folder)
    return {name: sha for name, sha in inputs.items() if name != "packages" and not name.endswith(CODE)}
