"""Workbooks: XLSX, XLS and ODS; each sheet that holds a table becomes one."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import python_calamine

from casualty_ledger.intake.tables.grids import ADVICE, NO_TABLE, lay_out
from casualty_ledger.intake.tables.hidden import list_shown, tell_hidden
from casualty_ledger.intake.tables.layout import HEADER_WITHIN
from casualty_ledger.intake.tables.table import Table, TableUnreadable
from casualty_ledger.sources.records import Record

# A file that unpacks to more than this is not opened: rows times columns of a sheet.
MOST_CELLS = 20_000_000
SAVE = "Open it in a spreadsheet and save it anew as XLSX, or save the sheet as CSV UTF-8."


def read_workbook(file: str, content: bytes, *, sheet: str = "", at: int | None = None) -> list[Table]:
    """Read the sheets of a workbook that hold a table and are not hidden, or the one that is named.

    Errors: TableUnreadable.
    """
    try:
        book = python_calamine.load_workbook(io.BytesIO(content))
    except python_calamine.CalamineError as error:
        raise TableUnreadable(file=file, problem=str(error), advice=SAVE) from None
    if sheet and sheet not in book.sheet_names:
        held = ", ".join(book.sheet_names)
        raise TableUnreadable(file=file, problem=f"it has no sheet {sheet!r}", advice=f"Its sheets: {held}.")
    shown, told = list_shown(book)
    names = [sheet] if sheet else shown
    found = [table for name in names if (table := _read_sheet(file, book, name, at, bool(sheet)))]
    if not found:
        raise TableUnreadable(file=file, problem=NO_TABLE, advice=ADVICE)
    told = [*([] if sheet else told), *tell_hidden(content)]
    return [replace(table, remarks=[*table.remarks, *told]) for table in found]


def _read_sheet(
    file: str, book: python_calamine.CalamineWorkbook, name: str, at: int | None, is_named: bool
) -> Table | None:
    try:
        held = book.get_sheet_by_name(name)
    except python_calamine.CalamineError as error:
        raise TableUnreadable(file=file, problem=f"sheet {name!r}: {error}", advice=SAVE) from None
    if held.total_height * held.total_width > MOST_CELLS:
        problem = f"sheet {name!r} has {held.total_height:,} rows of {held.total_width:,} cells"
        raise TableUnreadable(file=file, problem=problem, advice="Save the table alone.")
    grid = [[_say(cell) for cell in row] for row in held.to_python(skip_empty_area=False)]
    _spread_merged(grid, held.merged_cell_ranges or [])
    records = [Record(number, cells) for number, cells in enumerate(grid, start=1)]
    if not is_named and sum(not record.is_blank() for record in records) < 2:
        return None
    return lay_out(file, name, records, at=at)


Cell = int | float | str | bool | time | date | datetime | timedelta


def _say(cell: Cell) -> str:
    """Return a cell as text: whole numbers without a point, days as days."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _spread_merged(grid: list[list[str]], ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Say in each cell of a merged range what its first cell says; a title over all columns stays alone."""
    width = max(map(len, grid), default=0)
    for (top, left), (bottom, right) in ranges:
        if top >= len(grid) or left >= len(grid[top]) or right - left + 1 >= width > 1:
            continue
        for row, column in _places(top, left, bottom, right, top < HEADER_WITHIN):
            if row < len(grid) and column < len(grid[row]):
                grid[row][column] = grid[row][column] or grid[top][left]


def _places(top: int, left: int, bottom: int, right: int, may_be_header: bool) -> Iterator[tuple[int, int]]:
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            if column == left or may_be_header:
                yield row, column
