"""Reading tables: a file, whatever its kind, as tables of text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from casualty_ledger.intake.tables.documents import read_document
from casualty_ledger.intake.tables.layout import is_statement
from casualty_ledger.intake.tables.table import Table, TableUnreadable
from casualty_ledger.intake.tables.text import is_text, read_text
from casualty_ledger.intake.tables.workbook import read_workbook
from casualty_ledger.schema import REQUIRED_COLUMNS
from casualty_ledger.sources.headers import normalize

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
DOCUMENTS = (".json", ".jsonl", ".ndjson", ".geojson")
PACKED = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
LOOKED_AT = 100
MOST_BYTES = 300_000_000
KINDS = "CSV, TSV, JSON, XLSX, XLS and ODS are read."


def read_tables(
    path: Path,
    *,
    sheet: str = "",
    header_row: int | None = None,
    encoding: str = "",
    records: str = "",
    key: str = "key",
) -> list[Table]:
    """Read the tables of a file: one of CSV, TSV or JSON, one for each sheet of a workbook.

    What the file does not show may be told: the sheet, the last row of the header (from 1), the encoding,
    and of JSON the way to the records and the name of what they are kept under.
    Errors: TableUnreadable.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "a.csv")
    ...     _ = path.write_text("Losses, made up\\n\\ndate;killed\\n03.06.2023;at least 20\\n")
    ...     table = read_tables(path)[0]
    >>> table.columns, table.numbers.tolist()
    (['date', 'killed'], [4])
    """
    content = _read(path)
    if path.suffix.lower() in WORKBOOKS or content.startswith((PACKED, OLD_EXCEL)):
        return read_workbook(path.name, content, sheet=sheet, at=header_row)
    if not is_text(content):
        raise TableUnreadable(file=path.name, problem="it is no text and no workbook", advice=KINDS)
    head = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if path.suffix.lower() in DOCUMENTS or head in (b"{", b"["):
        return [read_document(path.name, content, records=records, key=key)]
    if head == b"<":
        raise TableUnreadable(file=path.name, problem="it is a page (HTML or XML)", advice=KINDS)
    return [read_text(path.name, content, encoding=encoding, at=header_row)]


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise TableUnreadable(file=path.name, problem=error.strerror or error, advice=KINDS) from None
    if not content.strip():
        problem = f"it holds {size:,} bytes" if size else "it is empty"
        raise TableUnreadable(file=path.name, problem=problem, advice=KINDS)
    return content


def choose_tables(tables: Sequence[Table]) -> tuple[list[Table], list[str]]:
    """Choose the sheets that are one table, the one that states most and those like it; tell the others."""
    fullest = max(tables, key=_weigh) if len(tables) > 1 else tables[0]
    alike = [table for table in tables if table.columns == fullest.columns]
    others = [table.sheet for table in tables if table.columns != fullest.columns]
    told = [f"sheet {name!r} has other columns and is not read: name it with --sheet" for name in others]
    return alike, told


def is_recorded(table: Table) -> bool:
    """Say whether a table is in the recorded format."""
    return set(REQUIRED_COLUMNS) <= {normalize(name) for name in table.columns}


def _weigh(table: Table) -> tuple[bool, int, int]:
    """Weigh a table: one in the recorded format, then how much its first records state, then its size."""
    head = table.rows.head(LOOKED_AT).to_numpy().reshape(-1)
    return is_recorded(table), sum(is_statement(str(cell)) for cell in head), table.rows.size
