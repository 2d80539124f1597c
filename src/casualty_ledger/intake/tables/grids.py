"""Grids: rows of cells become a table, with what stands above, between and below its records told."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from casualty_ledger.intake.tables.layout import (
    SHOWN_ROWS,
    Header,
    find_header,
    find_headers_below,
    is_note,
    is_total,
)
from casualty_ledger.intake.tables.table import Table, TableUnreadable
from casualty_ledger.sources.records import Record

NO_TABLE = "no table was found in it: no row names columns and no row states a number"
ADVICE = "Name the sheet or the row of the header in the mapping (shape), or save the table alone."


def lay_out(
    file: str, sheet: str, records: Sequence[Record], *, at: int | None = None, told: Sequence[str] = ()
) -> Table:
    """Make a table of rows of cells; `at` is the row of the header where the mapping says so (from 1).

    Errors: TableUnreadable.
    """
    grid = [record.cells for record in records]
    if not any(cell.strip() for row in grid for cell in row):
        raise TableUnreadable(file=file, problem=NO_TABLE, advice=ADVICE)
    where = next((place for place, record in enumerate(records) if record.row == at), None)
    header = find_header(grid[:SHOWN_ROWS], where)
    body = [record for record in records[header.begin :] if not record.is_blank()]
    body, below = _end_at_another_header(body, header)
    notes = _count_notes(body, len(header.names))
    kept = body[: len(body) - notes]
    remarks = [*told, *remark(header, records[header.first].row, notes), *below]
    return _fill(file, sheet, header, kept, remarks)


def _end_at_another_header(body: list[Record], header: Header) -> tuple[list[Record], list[str]]:
    """Leave out a header that stands again, as on each page, and what stands below another one; tell both."""
    width = len(header.names)
    places = find_headers_below([[*record.cells, *[""] * width][:width] for record in body])
    if not places:
        return body, []
    again = [place for place in places if _is_same(body[place].cells, header.names)]
    end = next((place for place in places if place not in again), len(body))
    kept = [record for place, record in enumerate(body[:end]) if place not in again]
    told = ["the header stands again among the records: it is skipped there"] if again else []
    if end < len(body):
        told.append(
            f"another header stands in row {body[end].row}: what is below it is not read, save it alone"
        )
    return kept, told


def _is_same(cells: Sequence[str], names: Sequence[str]) -> bool:
    """Say whether cells name the columns that the last row of the header names."""
    return all(name.endswith(" ".join(cell.split())) for cell, name in zip(cells, names, strict=False))


def _count_notes(body: Sequence[Record], width: int) -> int:
    count = 0
    while count < len(body) and is_note(body[-1 - count].cells, width):
        count += 1
    return count


def _fill(file: str, sheet: str, header: Header, kept: Sequence[Record], remarks: list[str]) -> Table:
    width = len(header.names)
    cells = [[*(cell.strip() for cell in record.cells[:width]), *[""] * width][:width] for record in kept]
    rows = pd.DataFrame(cells, columns=pd.Index(header.names, dtype="str"), dtype="str")
    damage = [record.damage or _find_excess(record, width) for record in kept]
    return Table(
        file,
        sheet,
        rows,
        np.array([record.row for record in kept], dtype=np.int64),
        pd.Series(damage, index=rows.index, dtype="str"),
        pd.Series([is_total(record.cells) for record in kept], index=rows.index, dtype=bool),
        remarks,
    )


def _find_excess(record: Record, width: int) -> str:
    if any(cell.strip() for cell in record.cells[width:]):
        return f"This row has {len(record.cells)} cells and the header has {width}."
    return ""


def remark(header: Header, first: int, notes: int) -> list[str]:
    """Say what stands around the records and was skipped."""
    said = []
    if header.first == header.begin:
        said.append("no row names the columns: they are numbered")
    elif header.first > 0:
        said.append(f"the header begins in row {first}; what stands above it is skipped")
    if header.begin - header.first - header.has_tags > 1:
        said.append(f"the header has {header.begin - header.first - header.has_tags} rows")
    if header.has_tags:
        said.append("a row of HXL tags is skipped")
    if notes:
        said.append(f"{notes} row{'' if notes == 1 else 's'} of notes below the table skipped")
    return said
