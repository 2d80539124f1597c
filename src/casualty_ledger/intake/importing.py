"""Importing: a file is read by a mapping, checked as the ledger checks, and told apart.

Figures read = proposed + refused, always. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pandas as pd

from casualty_ledger.intake.findings import find_all, find_repeats
from casualty_ledger.intake.mapping.applying import (
    REFUSED_COLUMNS,
    WHOLE_ROW,
    Applied,
    LeftOut,
    Silence,
    apply_mapping,
)
from casualty_ledger.intake.mapping.model import Mapping
from casualty_ledger.intake.proposals.identity import name_proposals
from casualty_ledger.intake.records import find_in_records
from casualty_ledger.intake.tables.across import lay_across
from casualty_ledger.intake.tables.reading import choose_tables, read_tables
from casualty_ledger.intake.tables.table import Table, fill_down
from casualty_ledger.ledger.clean import find_problems
from casualty_ledger.ledger.recording import note_unsafe
from casualty_ledger.sources.registry import Register

REPEATS = "This record states exactly what row {row} states. Nothing is proposed twice."


@dataclass(frozen=True)
class Imported:
    """What an import makes of a file: proposals, refusals, findings, and what was left out or not stated.

    `proposed` has an `id`, the columns of a sheet, and `from_file`, `from_sheet`, `from_row`, `from_column`.
    `refused` has one row a problem (file, sheet, row, column, found, reason).
    """

    proposed: pd.DataFrame
    refused: pd.DataFrame
    figures_refused: int
    findings: pd.DataFrame
    left_out: list[LeftOut]
    silences: list[Silence]
    records: int
    remarks: list[str]

    def retrieved(self, day: date | None) -> Imported:
        """Return the same with the day on which its file was retrieved, where the rows do not say it."""
        if day is None:
            return self
        said = self.proposed["retrieved_on"]
        dated = self.proposed.assign(retrieved_on=said.where(said != "", day.isoformat()))
        return replace(self, proposed=dated)

    @property
    def read(self) -> int:
        """How many figures were read: those proposed and those refused."""
        return len(self.proposed) + self.figures_refused


def open_tables(path: Path, mapping: Mapping) -> tuple[list[Table], list[str]]:
    """Read the tables of a file as the shape of a mapping says; tell which sheets are not read.

    Errors: TableUnreadable.
    """
    shape = mapping.shape
    tables = read_tables(
        path,
        sheet=shape.sheet,
        header_row=shape.header_row,
        encoding=shape.encoding,
        records=shape.records,
        key=shape.key,
    )
    chosen, told = choose_tables(tables)
    chosen = [fill_down(table, shape.down) for table in chosen]
    if shape.across:
        chosen = [lay_across(table, shape.across) for table in chosen]
    return chosen, list(dict.fromkeys([*(remark for table in chosen for remark in table.remarks), *told]))


def import_tables(
    tables: Sequence[Table], mapping: Mapping, register: Register, remarks: Sequence[str] = ()
) -> Imported:
    """Read tables by a mapping and check what is read, beside nothing but itself.

    Errors: NoSuchColumn, UnknownWord.
    """
    applied = apply_mapping(mapping, tables)
    rows = _as_sheet(applied, mapping)
    repeats = find_repeats(rows)
    twice = rows[repeats > 0]
    wrong = _check(rows.drop(index=twice.index) if len(twice) else rows, register)
    told = [applied.refused, _tell(rows, wrong), _tell_repeats(twice, repeats)]
    out = wrong.index.union(twice.index)
    proposed = rows.drop(index=out).reset_index(drop=True) if len(out) else rows
    return Imported(
        proposed=proposed,
        refused=pd.concat(told, ignore_index=True),
        figures_refused=applied.figures_refused + len(rows) - len(proposed),
        findings=pd.concat([find_in_records(tables, mapping), find_all(proposed)], ignore_index=True),
        left_out=_gather(applied.left_out),
        silences=applied.silences,
        records=applied.records,
        remarks=list(remarks),
    )


def _as_sheet(applied: Applied, mapping: Mapping) -> pd.DataFrame:
    rows = applied.rows
    ids = name_proposals(rows, mapping.ids)
    return rows.assign(
        id=ids.where(rows["id"] == "", rows["id"]),
        sheet=rows["from_file"],
        row=rows["from_row"],
        unreadable="",
    )


def _check(rows: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Return every problem, indexed by the row of `rows` that has it."""
    problems = find_problems(rows, register)
    note_unsafe(problems, register)
    return pd.concat(problems.found) if problems.found else problems.listing()


def _tell(rows: pd.DataFrame, wrong: pd.DataFrame) -> pd.DataFrame:
    places = rows.loc[wrong.index, ["from_file", "from_sheet", "from_row"]]
    told = wrong.assign(file=places["from_file"], sheet=places["from_sheet"], row=places["from_row"])
    return told[REFUSED_COLUMNS]


def _tell_repeats(twice: pd.DataFrame, repeats: pd.Series) -> pd.DataFrame:
    reasons = [REPEATS.format(row=row) for row in repeats.loc[twice.index]]
    told = {"file": twice["from_file"], "sheet": twice["from_sheet"], "row": twice["from_row"]}
    return pd.DataFrame(told).assign(column=WHOLE_ROW, found="", reason=reasons)[REFUSED_COLUMNS]


def _gather(left_out: Sequence[LeftOut]) -> list[LeftOut]:
    """Add up the records that were left out for the same reason."""
    counted: dict[str, int] = {}
    for each in left_out:
        counted[each.because] = counted.get(each.because, 0) + each.records
    return [LeftOut(because, records) for because, records in counted.items()]
