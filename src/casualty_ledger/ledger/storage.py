"""Storage: the ledger's tables as Parquet for programs and CSV for people.

A CSV cell that a spreadsheet would run as a formula is defused with a leading apostrophe; texts are quoted,
lines end in LF, a day is written as a day, and a missing value as nothing (decision 25).
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor, Future
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pyarrow import csv

from casualty_ledger.declared import as_declared
from casualty_ledger.errors import SheetUnreadable
from casualty_ledger.ledger.texts import TEXT, as_texts, edge_bytes, may_hold, starts_of
from casualty_ledger.schema import Appearances, LeftOut, Refusals, columns_of
from casualty_ledger.string_storage import choose_string_storage
from casualty_ledger.whole_files import writing

MISRECORDED = "misrecorded"
FORMULA = b"=+-@\t\r"
# Rows written at once: more of them cost less each, until they leave the cache.
BATCH = 8192
READ_AT_ONCE = 65_536
BEGINS_FORMULA = np.isin(np.arange(256), list(FORMULA))


def write_table(folder: Path, name: str, table: pd.DataFrame) -> None:
    """Write a table as `<name>.parquet` and `<name>.csv`."""
    _write_parquet(folder / f"{name}.parquet", table)
    write_csv(folder / f"{name}.csv", table)


def begin_table(writers: Executor, folder: Path, name: str, table: pd.DataFrame) -> list[Future[None]]:
    """Begin to write a table as `write_table` does, while the caller goes on with something else."""
    return [
        writers.submit(write_csv, folder / f"{name}.csv", table),
        writers.submit(_write_parquet, folder / f"{name}.parquet", table),
    ]


def _write_parquet(path: Path, table: pd.DataFrame) -> None:
    with writing(path) as neighbour:
        table.to_parquet(neighbour, index=False)


def write_csv(path: Path, table: pd.DataFrame) -> None:
    """Write a table as CSV that is safe to open in a spreadsheet."""
    cells = pa.table([_cells(table[name]) for name in table.columns], names=list(map(str, table.columns)))
    with writing(path) as neighbour:
        csv.write_csv(cells, neighbour, csv.WriteOptions(batch_size=BATCH))


def _cells(column: pd.Series) -> pa.Array:
    """Return the cells of a column, texts defused; one that is missing or empty is nothing."""
    if pd.api.types.is_bool_dtype(column):
        return pc.if_else(pa.array(column), "True", "False")
    if pd.api.types.is_numeric_dtype(column):
        return pa.array(column, from_pandas=True)
    if pd.api.types.is_datetime64_any_dtype(column):
        return _days(column)
    return _without_empty(_defuse(as_texts(column.astype("str")).fill_null("")))


def _without_empty(texts: pa.Array) -> pa.Array:
    """Return the texts with nothing where one is empty; their bytes are shared, not copied."""
    starts = starts_of(texts)
    if starts[0] == starts[-1]:
        return pa.nulls(len(texts), TEXT)
    filled = np.packbits(starts[1:] > starts[:-1], bitorder="little")
    return pa.LargeStringArray.from_buffers(
        len(texts), pa.py_buffer(starts), texts.buffers()[2], pa.py_buffer(filled)
    )


def _days(column: pd.Series) -> pa.Array:
    """Write days as days; times, where a column has any, in full."""
    if (column.dropna() == column.dropna().dt.normalize()).all():
        return pa.array(column.dt.tz_localize(None)).cast(pa.date32())
    return as_texts(column.astype("str"))


def _defuse(texts: pa.Array) -> pa.Array:
    running = BEGINS_FORMULA[edge_bytes(texts)]
    if not running.any():
        return texts
    defused = pc.binary_join_element_wise(pa.scalar("'", TEXT), texts.filter(running), pa.scalar("", TEXT))
    return pc.replace_with_mask(texts, pa.array(running), defused)


def is_plain(texts: pa.Array) -> bool:
    """Say whether no text begins a formula, and none may hold a line break."""
    return not BEGINS_FORMULA[edge_bytes(texts)].any() and not may_hold(texts, b"\r\n\0")


def read_appearances(folder: Path, *, threads: bool = True) -> pd.DataFrame:
    """Read the appearances of a built ledger: they were validated before they were written.

    Without threads, for a process that is going to fork.
    """
    path, columns = folder / "appearances.parquet", columns_of(Appearances)
    choose_string_storage(pq.read_metadata(path).num_rows)
    return pd.read_parquet(path, columns=columns) if threads else _read_alone(path, columns)


def count_rows(folder: Path) -> int:
    """Count the appearances of a built ledger."""
    return int(pq.read_metadata(folder / "appearances.parquet").num_rows)


def read_columns(folder: Path, names: list[str]) -> pd.DataFrame:
    """Read some columns of the appearances of a built ledger, without threads."""
    return _read_alone(folder / "appearances.parquet", names)


def read_known(folder: Path, conflict: str, day: date | None) -> tuple[pd.DataFrame, int]:
    """Read the appearances of one conflict that were known by a day, and count its rows without one.

    Rows are read a few at a time and without threads: those that are left out are never there together.
    """
    kept, undated, last = [], 0, pd.Timestamp(day or 0)
    with pa.memory_map(str(folder / "appearances.parquet")) as held, pq.ParquetFile(held) as file:
        choose_string_storage(file.metadata.num_rows)
        schema = file.schema_arrow
        for rows in file.iter_batches(READ_AT_ONCE, columns=columns_of(Appearances), use_threads=False):
            own = rows.filter(pc.equal(rows["conflict"], conflict))
            undated += own["published_on"].null_count
            kept.append(own if day is None else own.filter(pc.less_equal(own["published_on"], last)))
    pa.default_memory_pool().release_unused()
    table = pa.Table.from_batches(kept).replace_schema_metadata(schema.metadata)
    del kept
    return _join_chunks(table), undated


def _join_chunks(table: pa.Table) -> pd.DataFrame:
    """Return a table as pandas has it, its columns joined one by one, so that it is not there twice."""
    metadata, columns = table.schema.metadata, {}
    for name in table.column_names:
        columns[name] = table.column(name).combine_chunks()
        table = table.drop_columns(name)
    return pa.table(columns).replace_schema_metadata(metadata).to_pandas(use_threads=False)


def _read_alone(path: Path, columns: list[str] | None = None) -> pd.DataFrame:
    with pq.ParquetFile(pa.BufferReader(path.read_bytes())) as file:
        table = file.read(columns, use_threads=False).to_pandas(use_threads=False)
    # Every process that is forked would else hold what only the reading needed.
    pa.default_memory_pool().release_unused()
    return table


def read_refused(folder: Path) -> pd.DataFrame:
    """Read the refusals of a built ledger."""
    cells = pd.read_csv(folder / "refused.csv", dtype="str", keep_default_na=False)
    days = pd.to_datetime(cells["published_on"].replace("", None))
    return as_declared(cells.assign(published_on=days, row=cells["row"].astype(int)), Refusals)


def write_misrecorded(folder: Path, misrecorded: pd.DataFrame) -> None:
    """Keep the rows as they stood before their corrections; where there are none, no file."""
    path = folder / f"{MISRECORDED}.parquet"
    if misrecorded.empty:
        path.unlink(missing_ok=True)
        return
    with writing(path) as neighbour:
        misrecorded.to_parquet(neighbour, index=False)


def read_misrecorded(folder: Path, *, threads: bool = True) -> pd.DataFrame:
    """Read the rows as they stood before their corrections; an empty table where there are none."""
    path = folder / f"{MISRECORDED}.parquet"
    if not path.is_file():
        return pd.DataFrame()
    return pd.read_parquet(path) if threads else _read_alone(path)


def list_left_out(unreadable: Iterable[SheetUnreadable]) -> pd.DataFrame:
    """Return the sheets that could not be read as a table (see `schema.LeftOut`)."""
    listed = [{"sheet": error.facts["file"], "problem": error.facts["problem"]} for error in unreadable]
    return LeftOut.validate(pd.DataFrame(listed, columns=columns_of(LeftOut), dtype="str"))
