"""Freshness: whether the ledger on disk was built from what is in the project now.

Only files are read here, no table is opened, so that asking costs next to nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from casualty_ledger.conflicts.reading import list_files
from casualty_ledger.project import Project
from casualty_ledger.whole_files import digest, write_text

INPUTS = "inputs.json"
CONFLICTS = "conflicts.json"


def digest_inputs(project: Project) -> dict[str, str]:
    """Return the sha256 of everything that decides what the ledger holds, by file name."""
    sheets = {f"recorded/{path.name}": digest(path) for path in sorted(project.recorded.glob("*.csv"))}
    declared = sorted(project.corrections.glob("*.yml"))
    sheets |= {f"corrections/{path.name}": digest(path) for path in declared}
    sheets |= {
        f"conflicts/{path.name}": digest(path) for path in list_files(project.home, project.raw).values()
    }
    package = Path(__file__).resolve().parents[1]
    rooms = [package / room for room in ("vocabulary", "parsing", "conflicts", "sources", "ledger")]
    code = sorted(path for room in rooms for path in room.glob("*.py"))
    code += [package / name for name in ("schema.py", "recorded_words.py")]
    modules = {f"{path.parent.name}/{path.name}": digest(path) for path in code}
    return sheets | {"sources.yml": digest(project.sources)} | modules


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


def is_current(project: Project) -> bool:
    """Say whether the ledger on disk was built from what is in the project now."""
    path = project.processed / INPUTS
    try:
        return bool(json.loads(path.read_text(encoding="utf-8")) == digest_inputs(project))
    except (OSError, ValueError):
        return False
