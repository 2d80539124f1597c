"""Workbooks: tables as XLSX, every cell of its own type, with a codebook and the sources.

A text is written as a text, whatever it begins with: no cell is a formula, no address is a link that a
spreadsheet opens by itself. A missing number or day is an empty cell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import xlsxwriter

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.parsing.plain_text import inert
from casualty_ledger.whole_files import writing

MOST_ROWS, LONGEST_CELL, LARGEST_NUMBER = 1_048_575, 32_767, 10**15
# A spreadsheet counts days from 1900, and counts 29 February 1900, which there was not.
FIRST_DAY = date(1900, 3, 1)
# The same tables are the same bytes.
MADE = datetime(2022, 2, 24)
OPTIONS = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
NARROWEST, WIDEST = 9, 48
CUT = "…"


class TooManyRows(CasualtyLedgerError):
    """A table that no sheet of a workbook can hold."""

    template = (
        "{name} has {rows:,} rows, and a sheet of a workbook holds {most:,}. "
        "Choose fewer figures, or take the CSV of the data package."
    )


def write_workbook(path: Path, sheets: Mapping[str, pd.DataFrame]) -> None:
    """Write tables as the sheets of a workbook, in their order.

    Errors: TooManyRows, CannotWrite.
    """
    for name, table in sheets.items():
        if len(table) > MOST_ROWS:
            raise TooManyRows(name=name, rows=len(table), most=MOST_ROWS)
    with writing(path) as neighbour, xlsxwriter.Workbook(neighbour, OPTIONS) as book:
        book.set_properties({"created": MADE})
        formats = {
            "head": book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
            "count": book.add_format({"num_format": "#,##0"}),
        }
        for name, table in sheets.items():
            _write_sheet(book.add_worksheet(name), table, formats)


def _write_sheet(sheet: Any, table: pd.DataFrame, formats: Mapping[str, Any]) -> None:
    for at, (name, column) in enumerate(table.items()):
        sheet.write_string(0, at, str(name), formats["head"])
        write = _writer_of(column, sheet, formats)
        filled = column.notna() & (column.astype("object") != "")
        for row, cell in zip(np.flatnonzero(filled) + 1, column[filled].tolist(), strict=True):
            write(int(row), at, cell)
        sheet.set_column(at, at, _width(str(name), column))
    sheet.freeze_panes(1, 0)
    if len(table):
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)


def _writer_of(column: pd.Series, sheet: Any, formats: Mapping[str, Any]) -> Callable[[int, int, Any], Any]:
    """Return how to write a cell of a column: by the type of the column, never by the look of the cell."""

    def text(row: int, at: int, cell: Any) -> None:
        sheet.write_string(row, at, fit_text(str(cell)))

    def day(row: int, at: int, cell: Any) -> None:
        if cell.date() < FIRST_DAY:
            return text(row, at, cell.date().isoformat())
        return sheet.write_datetime(row, at, cell.to_pydatetime(), formats["day"])

    def number(row: int, at: int, cell: Any) -> None:
        whole = cell == int(cell)
        if abs(cell) >= LARGEST_NUMBER:
            return text(row, at, cell)
        return sheet.write_number(row, at, int(cell) if whole else cell, formats["count"] if whole else None)

    def boolean(row: int, at: int, cell: Any) -> None:
        sheet.write_boolean(row, at, bool(cell))

    if pd.api.types.is_bool_dtype(column):
        return boolean
    if pd.api.types.is_datetime64_any_dtype(column):
        return day
    return number if pd.api.types.is_numeric_dtype(column) else text


def fit_text(text: str) -> str:
    """Return what a cell of a spreadsheet can hold of a text; a cut is marked.

    >>> fit_text("=1+1"), len(fit_text("x" * 40_000))
    ('=1+1', 32767)
    """
    plain = inert(text)
    return plain if len(plain) <= LONGEST_CELL else plain[: LONGEST_CELL - len(CUT)] + CUT


def _width(name: str, column: pd.Series) -> int:
    if pd.api.types.is_datetime64_any_dtype(column):
        return max(NARROWEST, len(name)) + 2
    longest = column.head(1000).astype("str").str.len().max() if len(column) else 0
    return int(min(WIDEST, max(NARROWEST, len(name), longest))) + 2
