"""Storage: the ledger's tables as Parquet for programs and CSV for people.

A CSV cell that a spreadsheet would run as a formula is defused with a leading apostrophe.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd

from casualty_ledger.schema import Appearances
from casualty_ledger.whole_files import writing

MISRECORDED = "misrecorded"
FORMULA = r"^[=+\-@\t\r]"


def write_table(folder: Path, name: str, table: pd.DataFrame) -> None:
    """Write a table as `<name>.parquet` and `<name>.csv`."""
    with writing(folder / f"{name}.parquet") as path:
        table.to_parquet(path, index=False)
    write_csv(folder / f"{name}.csv", table)


def write_csv(path: Path, table: pd.DataFrame) -> None:
    """Write a table as CSV that is safe to open in a spreadsheet."""
    safe = table.copy()
    for column in safe.select_dtypes(include=["object", "string"]).columns:
        texts = safe[column].astype("string")
        safe[column] = texts.mask(texts.str.contains(FORMULA, na=False), "'" + texts)
    with writing(path) as neighbour:
        safe.to_csv(neighbour, index=False, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)


def read_appearances(folder: Path) -> pd.DataFrame:
    """Read the appearances of a built ledger."""
    stored = pd.read_parquet(folder / "appearances.parquet")
    return Appearances.validate(stored.drop(columns="figure_id"))


def write_misrecorded(folder: Path, misrecorded: pd.DataFrame) -> None:
    """Keep the rows as they stood before their corrections; where there are none, no file."""
    path = folder / f"{MISRECORDED}.parquet"
    if misrecorded.empty:
        path.unlink(missing_ok=True)
        return
    with writing(path) as neighbour:
        misrecorded.to_parquet(neighbour, index=False)


def read_misrecorded(folder: Path) -> pd.DataFrame:
    """Read the rows as they stood before their corrections; an empty table where there are none."""
    path = folder / f"{MISRECORDED}.parquet"
    return pd.read_parquet(path) if path.is_file() else pd.DataFrame()
