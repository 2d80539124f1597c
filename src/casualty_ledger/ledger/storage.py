"""Storage: the ledger's tables as Parquet for programs and CSV for people.

A CSV cell that a spreadsheet would run as a formula is defused with a leading apostrophe.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from casualty_ledger.schema import Appearances
from casualty_ledger.whole_files import writing

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


def read_appearances(folder: Path, *, threads: bool = True) -> pd.DataFrame:
    """Read the appearances of a built ledger; without threads, for a process that is going to fork."""
    path = folder / "appearances.parquet"
    stored = pd.read_parquet(path) if threads else _read_alone(path)
    return Appearances.validate(stored.drop(columns="figure_id"))


def _read_alone(path: Path) -> pd.DataFrame:
    with pq.ParquetFile(pa.BufferReader(path.read_bytes())) as file:
        return file.read(use_threads=False).to_pandas(use_threads=False)
