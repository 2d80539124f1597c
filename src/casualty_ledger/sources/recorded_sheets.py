"""Recorded sheets: CSV files kept by hand, one documented format, every cell read as text.

Nothing is interpreted here. A sheet that cannot be read at all stops the run with a sentence;
a row that is wrong is for the ledger to refuse, with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import pyarrow as pa
from pyarrow import csv

from casualty_ledger.errors import FolderMissing, SheetUnreadable
from casualty_ledger.schema import OPTIONAL_COLUMNS, SHEET_COLUMNS

HARMFUL_COLUMNS = re.compile(
    r"name|surname|patronym|passport|birth|dob|phone|photo|face|video|voice|call_?sign|latitude|longitude|coord|"
    r"unit|rank|street",
    re.IGNORECASE,
)
FORMAT_HELP = "The format is described in data/raw/recorded/README.md."


def list_sheets(folder: Path) -> list[Path]:
    """List the sheets of `folder` by name.

    Errors: FolderMissing.
    """
    if not folder.is_dir():
        raise FolderMissing(
            folder=f"{folder.parent.name}/{folder.name}",
            purpose="the recorded sheets",
            advice="Put the sheets (CSV) there, or name the folder above it with --raw.",
        )
    return sorted(folder.glob("*.csv"))


def read_sheet(path: Path) -> pd.DataFrame:
    """Read one sheet as text, with `sheet` and `row` (the header is row 1).

    Errors: SheetUnreadable.
    """
    rows = _read_plainly(path)
    if rows is None:
        rows = _read_with_care(path)
    _check_columns(path, list(rows.columns))
    absent = {column: "" for column in OPTIONAL_COLUMNS if column not in rows.columns}
    return rows.assign(**absent, sheet=path.name, row=range(2, len(rows) + 2))


def _read_plainly(path: Path) -> pd.DataFrame | None:
    """Read a sheet that is as it should be; None where it is not."""
    columns = dict.fromkeys(SHEET_COLUMNS, pa.large_string())
    try:
        table = csv.read_csv(
            path,
            read_options=csv.ReadOptions(use_threads=False),
            parse_options=csv.ParseOptions(newlines_in_values=True),
            convert_options=csv.ConvertOptions(column_types=columns, strings_can_be_null=False),
        )
    except (OSError, pa.ArrowInvalid):
        return None
    return table.combine_chunks().to_pandas() if set(table.column_names) == set(columns) else None


def _read_with_care(path: Path) -> pd.DataFrame:
    """Read a sheet that is not as it should be, or say why it cannot be read."""
    try:
        rows = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        problem = str(error).strip().splitlines()[-1].removesuffix(".")
        raise SheetUnreadable(file=path.name, problem=problem, advice=FORMAT_HELP) from None
    if not isinstance(rows.index, pd.RangeIndex):
        problem = "a row has more cells than there are columns"
        raise SheetUnreadable(file=path.name, problem=problem, advice=FORMAT_HELP)
    return rows.fillna("")


def _check_columns(path: Path, found: list[str]) -> None:
    missing = [column for column in SHEET_COLUMNS if column not in found]
    unknown = [column for column in found if column not in (*SHEET_COLUMNS, *OPTIONAL_COLUMNS)]
    if any(HARMFUL_COLUMNS.search(column) for column in unknown):
        problem = "it has a column that would identify a person, a unit or a spot on the map"
        raise SheetUnreadable(file=path.name, problem=problem, advice="Record numbers only. " + FORMAT_HELP)
    if missing or unknown:
        problems = [
            f"{label} {', '.join(columns)}"
            for label, columns in (("missing columns:", missing), ("unknown columns:", unknown))
            if columns
        ]
        raise SheetUnreadable(file=path.name, problem="; ".join(problems), advice=FORMAT_HELP)


def read_sheets(folder: Path) -> pd.DataFrame:
    """Read every sheet of `folder`, one below the other.

    Errors: FolderMissing, SheetUnreadable.
    """
    sheets = list_sheets(folder)
    if not sheets:
        raise SheetUnreadable(
            file=f"{folder.parent.name}/{folder.name}",
            problem="it holds no CSV file",
            advice=FORMAT_HELP,
        )
    return read_each(sheets)


def read_each(sheets: Iterable[Path]) -> pd.DataFrame:
    """Read sheets, wherever they lie, one below the other.

    Errors: SheetUnreadable.
    """
    return pd.concat([read_sheet(sheet) for sheet in sheets], ignore_index=True)
