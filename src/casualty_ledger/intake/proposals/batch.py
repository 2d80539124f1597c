"""A batch: what one import, feed or article proposes, as a sheet with a sidecar of what it came from.

`data/raw/proposed/<batch>.csv` is a sheet in the recorded format, `<batch>.json` tells the source,
`<batch>.places.csv` where each proposal stood in it, and `<batch>.refused.csv` what was refused, with
reason, row and cell.
Nothing proposed is in a report.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.ledger.appending import KEPT
from casualty_ledger.ledger.storage import write_csv
from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.project import Project
from casualty_ledger.sources.recorded_sheets import read_sheet
from casualty_ledger.whole_files import write_text

FOLDER = "proposed"
REFUSED, PLACES, DECISIONS = ".refused.csv", ".places.csv", "decisions.csv"
# Where a proposal stood in its source: of a table row and column, of an article words and their place.
PLACED = ("from_file", "from_sheet", "from_row", "from_column")


class NoSuchBatch(CasualtyLedgerError):
    """A batch of proposals that the project does not have."""

    template = "There are no proposals {found!r}{hint}. The batches: {allowed}."


class SidecarUnreadable(CasualtyLedgerError):
    """The sidecar of a batch of proposals cannot be read."""

    template = "{file} cannot be read as the sidecar of proposals: {problem}. Import the file anew."


@dataclass(frozen=True)
class Batch:
    """Proposals as read: the rows of the sheet, and what the sidecar says of them."""

    name: str
    rows: pd.DataFrame
    sidecar: Mapping[str, Any]

    places: pd.DataFrame

    def place_of(self, proposal: str) -> Mapping[str, Any]:
        """Return where a proposal stood in its source, as far as anybody says."""
        found = self.places[self.places["id"] == proposal].drop(columns="id")
        told = found.iloc[0].to_dict() if len(found) else {}
        return {str(name): cell for name, cell in told.items() if cell != ""}


def folder_of(project: Project) -> Path:
    """Return the folder of the proposals of a project."""
    return project.raw / FOLDER


def write_batch(
    project: Project,
    name: str,
    rows: pd.DataFrame,
    sidecar: Mapping[str, Any],
    refused: pd.DataFrame | None = None,
) -> Path:
    """Write proposals with their sidecar and return the path of the sheet; one of this name is replaced.

    `rows` has the columns of a recorded sheet, and may have those of PLACED, or any that begin with `from_`.
    Errors: CannotWrite.
    """
    folder = folder_of(project)
    path = folder / f"{name}.csv"
    write_csv(folder / f"{name}{PLACES}", _places(rows))
    if refused is not None:
        write_csv(folder / f"{name}{REFUSED}", refused)
    write_text(folder / f"{name}.json", json.dumps(dict(sidecar), ensure_ascii=False, indent=1) + "\n")
    write_csv(path, rows[[column for column in KEPT if column in rows]])
    return path


def _places(rows: pd.DataFrame) -> pd.DataFrame:
    """Return where each proposal stood, by its id."""
    names = [str(name) for name in rows.columns if str(name).startswith("from_")]
    return rows[["id", *names]].rename(columns={name: name.removeprefix("from_") for name in names})


def with_places(batch: Batch, rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows of a batch with where each stood in its source, as `write_batch` takes them."""
    places = batch.places.set_index("id").add_prefix("from_")
    return rows.join(places, on="id").fillna(dict.fromkeys(map(str, places.columns), ""))


def list_batches(project: Project) -> list[str]:
    """List the batches of proposals by name."""
    return sorted(path.stem for path in folder_of(project).glob("*.csv") if is_batch(path))


def is_batch(path: Path) -> bool:
    """Say whether a file of the folder is a sheet of proposals, and not what stands beside one."""
    return not path.name.endswith((REFUSED, PLACES)) and path.name != DECISIONS


def read_batch(project: Project, name: str) -> Batch:
    """Read a batch of proposals, by its name or by as much of it as no other has.

    Errors: NoSuchBatch, SheetUnreadable, SidecarUnreadable.
    """
    listed = list_batches(project)
    begun = [each for each in listed if each.startswith(name)]
    if name not in listed and len(begun) == 1:
        name = begun[0]
    if name not in listed:
        allowed = ", ".join(listed) or "none"
        raise NoSuchBatch(found=name, hint=did_you_mean(name, listed), allowed=allowed)
    path = folder_of(project) / f"{name}.csv"
    sidecar = _read_sidecar(path.with_suffix(".json"))
    return Batch(name, read_sheet(path), sidecar, _read_text(folder_of(project) / f"{name}{PLACES}", "id"))


def _read_sidecar(path: Path) -> Mapping[str, Any]:
    if not path.is_file():
        return {}
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SidecarUnreadable(file=path.name, problem=error) from None
    if not isinstance(told, dict):
        raise SidecarUnreadable(file=path.name, problem="it is no object")
    return told


def _read_text(path: Path, needed: str) -> pd.DataFrame:
    if not path.is_file():
        return pd.DataFrame({needed: []}, dtype="str")
    return pd.read_csv(path, dtype="str", keep_default_na=False)
