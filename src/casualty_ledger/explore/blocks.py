"""Blocks: rows pasted from a spreadsheet, read as rows of a sheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

import pandas as pd

from casualty_ledger.ledger.appending import UnknownColumn
from casualty_ledger.ledger.recording import make_row, suggest_id
from casualty_ledger.schema import SHEET_COLUMNS


def read_block(
    text: str, sheet: str, rest: Mapping[str, str], beside: pd.DataFrame, *, start: str = ""
) -> pd.DataFrame:
    """Return the rows of a pasted block; what it does not state is as in `rest`, and ids are given.

    The first line may name columns. Without it, cells stand for the columns of a sheet from `start` on.
    Errors: UnknownColumn.
    """
    lines = [line for line in csv.reader(io.StringIO(text), delimiter="\t") if any(map(str.strip, line))]
    columns, lines = _take_header(lines, start)
    if wide := [line for line in lines if len(line) > len(columns)]:
        raise UnknownColumn(found=wide[0][len(columns)], allowed=", ".join(columns))
    rows: list[pd.DataFrame] = []
    for line in lines:
        stated = {**rest, "id": "", **dict(zip(columns, line, strict=False))}
        taken = pd.concat([beside[["id", "sheet"]], *(row[["id", "sheet"]] for row in rows)])
        row = make_row(sheet, stated | {"id": stated["id"] or suggest_id(taken, sheet)})
        rows.append(row.assign(row=len(rows) + 1))
    return pd.concat(rows, ignore_index=True) if rows else make_row(sheet, {}).head(0)


def _take_header(lines: list[list[str]], start: str) -> tuple[Sequence[str], list[list[str]]]:
    first = [cell.strip().lower() for cell in lines[0]] if lines else []
    if first and set(first) <= set(SHEET_COLUMNS):
        return first, lines[1:]
    return SHEET_COLUMNS[SHEET_COLUMNS.index(start or SHEET_COLUMNS[0]) :], lines
