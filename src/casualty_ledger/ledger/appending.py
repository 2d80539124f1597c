"""Appending: the bytes of a sheet with more rows, in its own layout; those before them stay as they are."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError, SheetUnreadable
from casualty_ledger.schema import OPTIONAL_COLUMNS, SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import open_sheet

KEPT = (*SHEET_COLUMNS, *OPTIONAL_COLUMNS)


class UnknownColumn(CasualtyLedgerError):
    """A column that a sheet does not have."""

    template = "A sheet has no column {found!r}. Its columns: {allowed}."


def with_rows(path: Path, rows: pd.DataFrame) -> bytes:
    """Return the bytes of a sheet with more lines, in its own order of columns and its own line end."""
    filled = [column for column in KEPT if (rows[column] != "").any()]
    if not path.exists():
        columns = [*SHEET_COLUMNS, *(column for column in OPTIONAL_COLUMNS if column in filled)]
        return _lines(rows, columns, ",", "\n", header=True).encode()
    before = path.read_bytes()
    layout = open_sheet(path).layout
    if left := [column for column in filled if column not in layout.columns]:
        raise UnknownColumn(found=left[0], allowed=", ".join(filter(None, layout.columns)))
    end = "\r\n" if "\r\n".encode(layout.encoding) in before else "\n"
    between = "" if before.endswith("\n".encode(layout.encoding)) else end
    lines = _lines(rows, layout.columns, layout.delimiter, end)
    return before + _encode(path.name, between + lines, layout.encoding)


def without_rows(path: Path, rows: pd.DataFrame) -> tuple[bytes, set[str]]:
    """Return the bytes of a sheet without the lines of rows as `with_rows` wrote them, and the ids of those.

    A line that was changed since, or stands there twice, stays.
    """
    layout = open_sheet(path).layout
    written = _lines(rows, layout.columns, layout.delimiter, "\n").splitlines()
    wanted = dict(zip((line.encode(layout.encoding) for line in written), rows["id"], strict=True))
    lines = path.read_bytes().splitlines(keepends=True)
    bare = [line.rstrip(b"\r\n") for line in lines]
    once = {line for line, count in Counter(bare).items() if count == 1 and line in wanted}
    kept = b"".join(line for line, text in zip(lines, bare, strict=True) if text not in once)
    return kept, {wanted[line] for line in once}


def _lines(
    rows: pd.DataFrame, columns: Sequence[str], delimiter: str, end: str, *, header: bool = False
) -> str:
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator=end, delimiter=delimiter)
    writer.writerows([columns] if header else [])
    cells = [rows[column].tolist() if column else [""] * len(rows) for column in columns]
    writer.writerows(zip(*cells, strict=True))
    return lines.getvalue()


def _encode(sheet: str, text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        problem = f"it is saved as {encoding}, which has no letter {text[error.start]!r}"
        raise SheetUnreadable(file=sheet, problem=problem, advice="Save it as UTF-8.") from None
