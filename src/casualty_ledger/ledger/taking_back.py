"""Taking back: the rows that were recorded last leave their sheet again, and those before them stay."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.ledger.appending import KEPT
from casualty_ledger.ledger.recording import alone
from casualty_ledger.project import Project
from casualty_ledger.sources.recorded_sheets import open_sheet, read_sheet
from casualty_ledger.whole_files import write_bytes


class NothingTakenBack(CasualtyLedgerError):
    """Rows that are no longer the last of their sheet, or not as they were recorded."""

    template = (
        "Nothing was undone: the last rows of {sheet} are not those that were recorded here. "
        "Look into the sheet, and take the row out by hand if it is wrong."
    )


def take_back(project: Project, path: Path, recorded: pd.DataFrame) -> None:
    """Take rows out of a sheet again, where they are still its last and as they were recorded.

    Errors: NothingTakenBack, SheetBusy, SheetUnreadable, CannotWrite.
    """
    cells = [column for column in KEPT if column in recorded.columns]
    with alone(project.recorded):
        last = read_sheet(path).tail(len(recorded))
        if last[cells].to_numpy().tolist() != recorded[cells].to_numpy().tolist():
            raise NothingTakenBack(sheet=path.name)
        write_bytes(path, _without_last_lines(path, len(recorded)))


def _without_last_lines(path: Path, count: int) -> bytes:
    """Return the bytes of a sheet up to its last lines; a cell that was recorded holds one line."""
    before, encoding = path.read_bytes(), open_sheet(path).layout.encoding
    lines = before.decode(encoding).rstrip("\r\n").split("\n")
    kept = "".join(f"{line}\n" for line in lines[:-count]).encode(encoding)
    if not before.startswith(kept):
        raise NothingTakenBack(sheet=path.name)
    return kept
