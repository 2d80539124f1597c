"""A table as read: named columns of text, where each record stood, and what was skipped or supposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError

# What every table has besides its own columns: the name of the file and of the sheet in it.
FILE, SHEET = "#file", "#sheet"


class TableUnreadable(CasualtyLedgerError):
    """A file that should hold a table and cannot be read as one."""

    template = "{file} cannot be read as a table: {problem}. {advice}"


@dataclass(frozen=True)
class Table:
    """The records of a table as text ("" where nothing stands), in the order of the file.

    `numbers` counts rows as a spreadsheet does (of JSON: records from 1); `damage` says why a record could
    not be read as one, and `is_total` which records sum those above them.
    """

    file: str
    sheet: str
    rows: pd.DataFrame
    numbers: np.ndarray
    damage: pd.Series
    is_total: pd.Series
    remarks: list[str] = field(default_factory=list)

    @property
    def columns(self) -> list[str]:
        """The names of its own columns."""
        return [str(name) for name in self.rows.columns]

    def column(self, name: str) -> pd.Series:
        """Return a column; one that the table has not is empty in each record."""
        if name in self.rows.columns:
            return self.rows[name]
        constant = {FILE: self.file, SHEET: self.sheet}.get(name, "")
        return pd.Series(constant, index=self.rows.index, dtype="str")

    def has(self, name: str) -> bool:
        """Say whether there is such a column."""
        return name in self.rows.columns or name in (FILE, SHEET)


def fill_down(table: Table, names: Sequence[str]) -> Table:
    """Let empty cells of some columns mean what stands above them."""
    held = [name for name in names if name in table.rows.columns]
    filled = {name: table.rows[name].mask(table.rows[name] == "").ffill().fillna("") for name in held}
    return replace(table, rows=table.rows.assign(**filled)) if held else table


def make_table(
    file: str,
    sheet: str,
    rows: pd.DataFrame,
    numbers: np.ndarray | None = None,
    remarks: list[str] | None = None,
) -> Table:
    """Make a table without damaged records or totals; records are numbered from 1 where not told."""
    numbered = np.arange(1, len(rows) + 1) if numbers is None else numbers
    damage = pd.Series("", index=rows.index, dtype="str")
    is_total = pd.Series(False, index=rows.index)
    return Table(file, sheet, rows, numbered, damage, is_total, remarks or [])
