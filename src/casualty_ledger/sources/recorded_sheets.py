"""Recorded sheets: tables kept by hand, one documented format, every cell read as text.

Nothing is interpreted here. A row of the wrong shape is kept as `unreadable`, for the ledger to refuse;
a sheet that cannot be read at all is left out and told, beside those that can.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple

import pandas as pd

from casualty_ledger.errors import FolderMissing, SheetUnreadable
from casualty_ledger.schema import OPTIONAL_COLUMNS, REQUIRED_COLUMNS, SHEET_COLUMNS
from casualty_ledger.sources.decoding import Decoded, NotText, decode
from casualty_ledger.sources.headers import FORMAT_HELP, count_known, is_tags, read_header
from casualty_ledger.sources.plain_lines import read_plain_lines
from casualty_ledger.sources.records import DELIMITERS, Lines, Record
from casualty_ledger.string_storage import BYTES_OF_A_ROW, choose_string_storage

# A header lies no deeper than this, and so much of it must be known for a row to be taken for one.
HEADER_WITHIN = 20
# What stays of a row that cannot be read: enough to find it.
FINDABLE = ("id", "published_on")


@dataclass(frozen=True)
class Layout:
    """How a sheet is written: enough to read it, and to append to it."""

    columns: tuple[str, ...]
    encoding: str = "utf-8"
    delimiter: str = ","


@dataclass(frozen=True)
class Sheet:
    """A sheet as read: its rows, how it is written, and what was skipped or supposed."""

    rows: pd.DataFrame
    layout: Layout
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sheets:
    """The sheets that could be read, one below the other, with remarks by file; and those left out."""

    rows: pd.DataFrame
    remarks: dict[str, list[str]]
    left_out: list[SheetUnreadable]


class _Table(NamedTuple):
    """A text cut up: the marks between cells, the header and its columns."""

    lines: Lines
    header: Record
    columns: list[str]


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
    """Read the rows of one sheet as text, with `sheet`, `row` (as a spreadsheet counts) and `unreadable`.

    Errors: SheetUnreadable.
    """
    return open_sheet(path).rows


def open_sheet(path: Path) -> Sheet:
    """Read one sheet, with how it is written.

    Errors: SheetUnreadable.
    """
    try:
        with path.open("rb") as lines:
            plain = _read_plainly(path.name, lines)
        return plain or _read_with_care(path.name, path.read_bytes())
    except OSError as error:
        raise SheetUnreadable(file=path.name, problem=error.strerror or error, advice=FORMAT_HELP) from None


EMPTY = Record(0, [])


def _read_plainly(file: str, lines: BinaryIO) -> Sheet | None:
    """Read a sheet that is as documented, one row a line; None where it is not."""
    head = Lines.of(lines.read(4000).decode("utf-8", "replace").lstrip("\ufeff"), ",").head(2)
    columns, first = [record.cells for record in (*head, EMPTY, EMPTY)[:2]]
    if not set(REQUIRED_COLUMNS) <= set(columns) <= {*SHEET_COLUMNS, *OPTIONAL_COLUMNS}:
        return None
    if is_tags(first) or len(set(columns)) < len(columns):
        return None
    lines.seek(0)
    table = read_plain_lines(lines, columns)
    if table is None:
        return None
    layout, rows = Layout(tuple(columns)), table.to_pandas()
    return Sheet(_complete(rows, file, range(2, len(rows) + 2)), layout, _remark_absent(layout.columns))


def _read_with_care(file: str, content: bytes) -> Sheet:
    """Read a sheet however it was saved, or say why it cannot be read. Errors: SheetUnreadable."""
    try:
        decoded = decode(content)
    except NotText as error:
        advice = "Save it as UTF-8 (in a spreadsheet: CSV UTF-8)."
        raise SheetUnreadable(file=file, problem=str(error), advice=advice) from None
    table = _find_table(file, decoded.text)
    records = [record for record in table.lines.below(table.header, len(table.columns))]
    tags = records[:1] if records and is_tags(records[0].cells) else []
    kept = [record for record in records[len(tags) :] if not record.is_blank()]
    layout = Layout(tuple(table.columns), decoded.encoding, table.lines.delimiter)
    remarks = list(_remark(decoded, table, tags, len(records) - len(tags) - len(kept)))
    return Sheet(_lay_out(file, table.columns, kept), layout, remarks + _remark_absent(layout.columns))


def _find_table(file: str, text: str) -> _Table:
    """Find the header under whatever stands above it, and the mark that parts its cells."""
    best = None
    for delimiter in DELIMITERS:
        lines = Lines.of(text, delimiter)
        for record in lines.head(HEADER_WITHIN):
            known = count_known(record.cells)
            if known and (best is None or known > best[0]):
                best = known, lines, record
    if best is None:
        problem = f"no row of the first {HEADER_WITHIN} names its columns ({', '.join(REQUIRED_COLUMNS)}, …)"
        raise SheetUnreadable(file=file, problem=problem, advice=FORMAT_HELP)
    _, lines, header = best
    columns = read_header(file, header.cells)
    for above in lines.head(header.row - 1):
        if sum(bool(cell.strip()) for cell in above.cells) > len(columns) // 2:
            problem = f"row {above.row} stands above the header (row {header.row}) and may hold a figure"
            raise SheetUnreadable(file=file, problem=problem, advice="Move the header above it.")
    return _Table(lines, header, columns)


def _lay_out(file: str, columns: list[str], records: list[Record]) -> pd.DataFrame:
    """Lay the cells of records under the names of their columns; of a damaged row stays what finds it."""
    width = len(columns)
    cells = [(*(cell.strip() for cell in record.cells[:width]), *[""] * width)[:width] for record in records]
    rows = pd.DataFrame(cells, columns=pd.Index(columns, dtype="str"), dtype="str")
    damage = pd.Series([record.damage for record in records], dtype="str")
    nameless = (rows.loc[:, rows.columns == ""] != "").any(axis=1)
    damage = damage.mask(nameless & (damage == ""), NAMELESS)
    rows = rows.loc[:, rows.columns != ""]
    lost = [column for column in rows.columns if column not in FINDABLE]
    rows.loc[damage != "", lost] = ""
    return _complete(rows, file, [record.row for record in records]).assign(unreadable=damage)


NAMELESS = "A cell of this row stands in a column that has no name. Name the column, or empty the cell."


def _complete(rows: pd.DataFrame, file: str, numbers: Sequence[int]) -> pd.DataFrame:
    """Add the columns that a sheet has not, empty, and where each row stands."""
    absent = [column for column in (*SHEET_COLUMNS, *OPTIONAL_COLUMNS) if column not in rows.columns]
    return rows.assign(**dict.fromkeys([*absent, "unreadable"], ""), sheet=file, row=list(numbers))


def _remark(decoded: Decoded, table: _Table, tags: list[Record], blank: int) -> Iterator[str]:
    if decoded.encoding != "utf-8":
        yield f"read as {ENCODINGS.get(decoded.encoding, decoded.encoding)}"
    if table.lines.delimiter != ",":
        yield f"cells are parted by {DELIMITERS[table.lines.delimiter]}"
    if table.header.row > 1:
        yield f"the header is row {table.header.row}; what stands above it is skipped"
    if tags:
        yield f"row {tags[0].row} holds HXL tags and is skipped"
    if blank:
        yield f"{blank:,} empty row{'' if blank == 1 else 's'} skipped"


ENCODINGS = {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1251": "Windows-1251"}


def _remark_absent(columns: Iterable[str]) -> list[str]:
    absent = [column for column in SHEET_COLUMNS if column not in columns]
    return [f"no column {', '.join(absent)}: read as empty"] if absent else []


def read_sheets(folder: Path) -> pd.DataFrame:
    """Read every sheet of `folder` that can be read, one below the other.

    Errors: those of `open_folder`.
    """
    return open_folder(folder).rows


def open_folder(folder: Path) -> Sheets:
    """Read every sheet of `folder`, and say which could not be read.

    Errors: FolderMissing; SheetUnreadable, where there is no sheet, or none that can be read.
    """
    sheets = list_sheets(folder)
    if not sheets:
        file = f"{folder.parent.name}/{folder.name}"
        raise SheetUnreadable(file=file, problem="it holds no CSV file", advice=FORMAT_HELP)
    size = sum(path.stat().st_size for path in sheets if path.is_file())
    choose_string_storage(size // BYTES_OF_A_ROW)
    opened = open_each(sheets)
    if len(opened.left_out) == len(sheets):
        raise opened.left_out[0]
    return opened


def open_each(paths: Iterable[Path]) -> Sheets:
    """Read sheets, wherever they lie, one below the other, and say which could not be read."""
    opened: dict[str, Sheet] = {}
    left_out: list[SheetUnreadable] = []
    for path in paths:
        try:
            opened[str(path)] = open_sheet(path)
        except SheetUnreadable as error:
            left_out.append(error)
    tables = [sheet.rows for sheet in opened.values()] or [_complete(pd.DataFrame(), "", [])]
    remarks = {Path(path).name: sheet.remarks for path, sheet in opened.items() if sheet.remarks}
    return Sheets(pd.concat(tables, ignore_index=True), remarks, left_out)


def read_each(paths: Iterable[Path]) -> pd.DataFrame:
    """Read sheets, wherever they lie, one below the other.

    Errors: SheetUnreadable, for the first that cannot be read.
    """
    return pd.concat([read_sheet(path) for path in paths], ignore_index=True)
