"""Applying a mapping: the records of tables become rows of a recorded sheet, or are told why not.

Every figure that a table states is proposed or refused; records that the mapping leaves out, and cells in
which nothing is stated, are counted with their reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Table_of
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from casualty_ledger.intake.mapping.cells import Maker, Wrong, check_columns, read_cell, say_source
from casualty_ledger.intake.mapping.model import MAPPED, Cell, Cells, FigureDeclared, Filter, Mapping
from casualty_ledger.intake.mapping.numbers import NUMBERS, read_numbers
from casualty_ledger.intake.stated import states_nothing
from casualty_ledger.intake.tables.table import Table
from casualty_ledger.ledger.texts import as_texts

TOTAL = "A total of the rows above it: it would be counted twice."
REFUSED_COLUMNS = ["file", "sheet", "row", "column", "found", "reason"]
UNREAD = "No figure of the mapping reads them."
WHOLE_ROW = "row"


@dataclass(frozen=True)
class LeftOut:
    """Records that a filter of the mapping leaves out."""

    because: str
    records: int


@dataclass(frozen=True)
class Silence:
    """Of one figure of the records: how often it is stated, and when last, where days are read."""

    figure: str
    meaning: str
    stated: int
    absent: int
    last_stated: str = ""


@dataclass(frozen=True)
class Applied:
    """What became of the records: recorded rows, refusals, what was left out, and what was not stated.

    A damaged record, and a total, count as one refused figure.
    `rows` has the columns of a sheet but the id, then `from_file`, `from_sheet`, `from_row`, `from_column`.
    """

    rows: pd.DataFrame
    refused: pd.DataFrame
    left_out: list[LeftOut]
    silences: list[Silence]
    records: int
    figures_refused: int = 0


def apply_mapping(mapping: Mapping, tables: Iterable[Table]) -> Applied:
    """Read the records of tables as a mapping says.

    Errors: NoSuchColumn, UnknownWord (no such reader).
    """
    parts = [_apply(mapping, table) for table in tables]
    if len(parts) == 1:
        return parts[0]
    return Applied(
        pd.concat([part.rows for part in parts], ignore_index=True),
        pd.concat([part.refused for part in parts], ignore_index=True),
        [each for part in parts for each in part.left_out],
        [each for part in parts for each in part.silences],
        sum(part.records for part in parts),
        sum(part.figures_refused for part in parts),
    )


def _apply(mapping: Mapping, table: Table) -> Applied:
    damaged = _refuse_damaged(mapping, table)
    sound = table.rows.index.difference(damaged.index)
    kept, left_out = _filter(table, mapping.only, sound)
    rows: list[pd.DataFrame] = []
    refused, count = [damaged], len(damaged)
    silences: list[Silence] = []
    read = sound[:0]
    for figure in mapping.figures:
        own, more = _filter(table, figure.only, kept)
        found, wrong, silence = _read_figure(mapping, figure, table, own)
        rows.append(found)
        refused.append(wrong)
        count += silence.stated - len(found)
        silences.append(silence)
        left_out += more
        read = read.union(own)
    return Applied(
        pd.concat(rows, ignore_index=True) if len(rows) > 1 else rows[0].reset_index(drop=True),
        pd.concat(refused, ignore_index=True)[REFUSED_COLUMNS],
        _tell_left_out(left_out, read),
        silences,
        len(table.rows),
        count,
    )


def _tell_left_out(left_out: Iterable[tuple[str, pd.Index]], read: pd.Index) -> list[LeftOut]:
    """Count the records left out by reason; without a reason, those that no figure reads."""
    told: dict[str, pd.Index] = {}
    for because, rows in left_out:
        reason, out = (because, rows) if because else (UNREAD, rows.difference(read))
        told[reason] = told[reason].union(out) if reason in told else out
    return [LeftOut(because, len(rows)) for because, rows in told.items() if len(rows)]


def _refuse_damaged(mapping: Mapping, table: Table) -> pd.DataFrame:
    totals = table.is_total & (mapping.shape.totals == "refuse") & (len(table.rows) > 1)
    reasons = table.damage.mask((table.damage == "") & totals, TOTAL)
    wrong = reasons[reasons != ""]
    where = {"column": WHOLE_ROW, "found": "", "reason": wrong}
    return _place(table, pd.DataFrame(where, index=wrong.index))


def _place(table: Table, refused: pd.DataFrame) -> pd.DataFrame:
    numbers = pd.Series(table.numbers, index=table.rows.index)
    return refused.assign(file=table.file, sheet=table.sheet, row=numbers.loc[refused.index])


def _filter(
    table: Table, only: Iterable[Filter], rows: pd.Index
) -> tuple[pd.Index, list[tuple[str, pd.Index]]]:
    """Return the rows that every filter keeps, and those that each leaves out of what came to it."""
    left_out: list[tuple[str, pd.Index]] = []
    for each in only:
        check_columns(table, Cell(column=(each.column,)), "only")
        texts = table.column(each.column).loc[rows]
        out = texts.isin(each.leave_out) | (~texts.isin(each.keep) if each.keep else False)
        if each.leave_out_matching:
            matching = pc.match_substring_regex(as_texts(texts.array), each.leave_out_matching)
            out |= matching.to_numpy(zero_copy_only=False)
        left_out.append((each.because, rows[out.to_numpy()]))
        rows = rows[~out.to_numpy()]
    return rows, left_out


def _read_figure(
    mapping: Mapping, figure: FigureDeclared, table: Table, rows: pd.Index
) -> tuple[pd.DataFrame, pd.DataFrame, Silence]:
    cells: Cells = mapping.cells | figure.cells
    for column, cell in cells.items():
        if isinstance(cell, Cell):
            check_columns(table, cell, column)
    is_stated = _find_stated(table, cells, rows)
    stated = rows[is_stated]
    wrong = Wrong()
    read = _read_cells(table, cells, stated, wrong)
    read |= read_numbers(read, wrong)
    source = _name_source(cells)
    found = pd.DataFrame(read).assign(
        from_file=table.file,
        from_sheet=table.sheet,
        from_row=pd.Series(table.numbers, index=table.rows.index).loc[stated],
        from_column=source,
    )
    refused = _place(table, pd.concat(wrong.found)) if wrong.found else _place(table, _nothing())
    silence = Silence(source, figure.absent, len(stated), len(rows) - len(stated), _last(read, stated))
    return found.drop(wrong.rows()) if wrong.found else found, refused, silence


def _nothing() -> pd.DataFrame:
    return pd.DataFrame({"column": [], "found": [], "reason": []}, dtype="str")


def _find_stated(table: Table, cells: Cells, rows: pd.Index) -> np.ndarray:
    """Say which records state anything of the number; one in fixed words is stated by every record."""
    numbers = [cells[name] for name in NUMBERS if name in cells]
    stated = np.zeros(len(rows), dtype=bool)
    for cell in numbers:
        if not isinstance(cell, Cell):
            stated |= cell != ""
            continue
        stated |= (~states_nothing(say_source(table, cell, rows))).to_numpy()
    return stated


def _read_cells(table: Table, cells: Cells, rows: pd.Index, wrong: Wrong) -> dict[str, pd.Series]:
    """Return every column of the sheet; what several columns have in common is read once."""
    once: dict[str, pd.Series] = {}
    makers: dict[str, Maker] = {}
    read: dict[str, pd.Series] = {}
    for column in MAPPED:
        cell = cells.get(column, "")
        key = cell if isinstance(cell, str) else cell.model_dump_json()
        if key not in once:
            once[key] = (
                read_cell(table, cell, column, rows, wrong, makers)
                if isinstance(cell, Cell)
                else pd.Series(cell, index=rows, dtype="str")
            )
        read[column] = once[key]
    return read


def _name_source(cells: Cells) -> str:
    """Name the columns from which the number of a figure is read."""
    names = [
        name for column in NUMBERS if isinstance(cell := cells.get(column), Cell) for name in cell.column
    ]
    return ", ".join(dict.fromkeys(names))


def _last(read: Table_of[str, pd.Series], stated: pd.Index) -> str:
    """Return the last day for which a figure is stated."""
    days = read["covers_until"]
    return str(days.max()) if len(stated) else ""
