"""Guessing again: what is said of a guess joins what was said before, while nobody has mended it."""

from __future__ import annotations

from collections.abc import Mapping as Table_of
from dataclasses import dataclass, field, replace
from pathlib import Path

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.intake.guessing.guess import guess_mapping
from casualty_ledger.intake.mapping.model import Cell, Mapping
from casualty_ledger.intake.mapping.writing import spell
from casualty_ledger.intake.tables.reading import choose_tables, read_tables
from casualty_ledger.intake.tables.table import Table


class NoGuess(CasualtyLedgerError):
    """Something said of a guess, where a mapping that is none reads the file."""

    template = (
        "The mapping {name} reads this file, and it is no guess, or was mended since: {found} would change "
        "nothing. Write it in the mapping, or guess anew with --guess."
    )


@dataclass(frozen=True)
class Told:
    """What somebody says of a guess: cells, how days are written, and the sheet of a workbook."""

    cells: Table_of[str, str] = field(default_factory=dict)
    dates: str = ""
    sheet: str = ""

    def say(self) -> str:
        """Say it as it is said on the command line; nothing where nothing is told."""
        options = {"--dates": self.dates, "--sheet": self.sheet}
        cells = [f"--set {column}={cell}" for column, cell in self.cells.items()]
        return " ".join([*cells, *(f"{name} {text}" for name, text in options.items() if text)])


def with_told_before(file: Path, name: str, mapping: Mapping, told: Told) -> Told:
    """Return what is said of a guess now with what was said of it before.

    Errors: NoGuess, TableUnreadable.
    """
    tables, _ = choose_tables(read_tables(file, sheet=mapping.shape.sheet))
    before = _recall(tables[0], mapping)
    if before is None:
        raise NoGuess(name=name, found=told.say())
    cells = {**before.cells, **told.cells}
    return Told(cells, told.dates or before.dates, told.sheet or before.sheet)


def _recall(table: Table, mapping: Mapping) -> Told | None:
    """Return what a guess was told, if guessing so makes the mapping as it stands; None where none does."""
    stated = {column: cell.text if isinstance(cell, Cell) else cell for column, cell in mapping.cells.items()}
    told = Told({column: text for column, text in stated.items() if text}, sheet=mapping.shape.sheet)
    for dates in ("", "day_first", "month_first"):
        guess = guess_mapping(
            table, ids=mapping.ids, files=mapping.files, told=told.cells, dates=dates, sheet=told.sheet
        )
        if spell(guess.mapping) == spell(mapping):
            return replace(told, dates=dates)
    return None
