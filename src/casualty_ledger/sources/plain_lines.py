"""Plain lines: a sheet of which each row is one line is read by Arrow, a part at a time."""

from __future__ import annotations

from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from casualty_ledger.sources.records import LONGEST_CELL

# So many bytes are read at once, and on to the end of their last line.
PART = 2**24


def read_plain_lines(lines: BinaryIO, columns: list[str]) -> pa.Table | None:
    """Read the rows under a header of these columns as texts, trimmed; None where a row is not one line.

    Neither the bytes nor the cells of a large sheet are there twice.
    """
    parts: list[pa.Table] = []
    is_open = False
    while part := lines.read(PART) + lines.readline():
        table = _read_part(part, columns, header=0 if parts else 1)
        if table is None or is_open:
            return None
        is_open = _is_open(table)
        parts.append(pa.table({name: pc.utf8_trim_whitespace(table.column(name)) for name in columns}))
    table, cells = pa.concat_tables(parts), {}
    del parts
    for name in columns:
        cells[name] = table.column(name).combine_chunks()
        table = table.drop_columns(name)
        # Arrow keeps what it frees, until it is told.
        pa.default_memory_pool().release_unused()
    return pa.table(cells)


def _read_part(part: bytes, columns: list[str], header: int) -> pa.Table | None:
    if b"\0" in part:
        return None
    texts = dict.fromkeys(columns, pa.large_string())
    try:
        table = csv.read_csv(
            pa.BufferReader(part),
            read_options=csv.ReadOptions(use_threads=False, column_names=columns, skip_rows=header),
            parse_options=csv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
            convert_options=csv.ConvertOptions(column_types=texts, strings_can_be_null=False),
        )
    except pa.ArrowInvalid:
        return None
    return table if _is_line_by_line(part, table, header) else None


def _is_line_by_line(part: bytes, table: pa.Table, header: int) -> bool:
    """Say whether each row is one line with something in it, and no cell is too long."""
    lines = part.count(b"\n") + (not part.endswith(b"\n"))
    lone = part.count(b"\r") - part.count(b"\r\n")
    if lines != table.num_rows + header or lone:
        return False
    longest = max((pc.max(pc.binary_length(column)).as_py() or 0 for column in table.columns), default=0)
    filled = pc.not_equal(pc.utf8_trim_whitespace(table.column("id")), "")
    return longest <= LONGEST_CELL and bool(pc.all(filled).as_py() is not False)


def _is_open(table: pa.Table) -> bool:
    """Say whether a part ends within a quoted cell, which goes on in the next one."""
    return bool(table.num_rows) and str(table.column(-1)[-1]).endswith("\n")
