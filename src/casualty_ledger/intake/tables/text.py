"""Text files: CSV and TSV, whatever parts their cells and whatever they are encoded in."""

from __future__ import annotations

import codecs
import re
from collections import Counter

import numpy as np
import pandas as pd
import pyarrow as pa
from charset_normalizer import from_bytes
from pyarrow import csv

from casualty_ledger.intake.tables.grids import lay_out, remark
from casualty_ledger.intake.tables.layout import (
    SHOWN_ROWS,
    Header,
    find_header,
    find_totals,
    is_note,
    may_hold_headers,
)
from casualty_ledger.intake.tables.table import Table, TableUnreadable
from casualty_ledger.ledger.texts import trim
from casualty_ledger.sources.decoding import Decoded, NotText, decode
from casualty_ledger.sources.records import Lines, Record

# Where several cut the rows alike, the first is taken: commas stand in sentences too.
DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars", ",": "commas"}
# Legacy encodings that a statistical guess may choose from; whatever it chooses is told.
GUESSED = ["cp1252", "cp1250", "iso8859_5", "koi8_u", "koi8_r", "cp866", "mac_cyrillic", "cp1251", "cp1256"]
# So many characters are looked at for the mark between cells.
HEAD = 200_000
SAVE = "Save it as UTF-8 (in a spreadsheet: CSV UTF-8), or name its encoding in the mapping (shape)."


def read_text(file: str, content: bytes, *, encoding: str = "", at: int | None = None) -> Table:
    """Read a text file as a table; `at` is the row of its header where somebody says so.

    Errors: TableUnreadable.
    """
    decoded = _decode(file, content, encoding)
    delimiter = find_delimiter(decoded.text)
    told = [] if decoded.encoding in ("utf-8", encoding) else [f"read as {decoded.encoding}"]
    told += [] if delimiter == "," else [f"cells are parted by {DELIMITERS[delimiter]}"]
    head = Lines.of(_head(decoded.text), delimiter).head(SHOWN_ROWS)
    where = next((place for place, record in enumerate(head) if record.row == at), None)
    header = find_header([record.cells for record in head], where)
    plain = _read_plainly(file, _as_utf_8(content, decoded), delimiter, head, header, told)
    return plain or _read_with_care(file, Lines.of(decoded.text, delimiter), head, header, told, at)


def _head(text: str) -> str:
    """Return the first lines of a text, as far as they are whole."""
    return text if len(text) <= HEAD else text[: text.rfind("\n", 0, HEAD) + 1]


def _decode(file: str, content: bytes, encoding: str) -> Decoded:
    try:
        if encoding:
            return Decoded(content.decode(encoding).removeprefix("\ufeff"), encoding)
        return decode(content)
    except (UnicodeDecodeError, LookupError) as error:
        raise TableUnreadable(file=file, problem=f"it is not {encoding}: {error}", advice=SAVE) from None
    except NotText as error:
        best = from_bytes(content, cp_isolation=GUESSED).best()
        if best is None:
            raise TableUnreadable(file=file, problem=str(error), advice=SAVE) from None
        return Decoded(str(best), f"{best.encoding}, as its letters suggest")


def _as_utf_8(content: bytes, decoded: Decoded) -> bytes:
    """Return a text as UTF-8, which most files are in already."""
    if decoded.encoding == "utf-8":
        return content.removeprefix(codecs.BOM_UTF8)
    return decoded.text.encode("utf-8", errors="surrogatepass")


def find_delimiter(text: str) -> str:
    """Return the mark that parts the cells: the one that cuts most of the first rows alike.

    >>> find_delimiter("a title, with a comma\\ndate;killed\\n2023-06-04;1,5\\n")
    ';'
    """
    head = _head(text)
    return max(DELIMITERS, key=lambda delimiter: _fit(head, delimiter))


def _fit(text: str, delimiter: str) -> tuple[float, int]:
    """Say how many of the first rows are cut into the same number of cells, and into how many."""
    widths = [len(record.cells) for record in Lines.of(text, delimiter).head(SHOWN_ROWS)]
    counted = Counter(width for width in widths if width > 1)
    if not counted:
        return (0.0, 0)
    width, rows = counted.most_common(1)[0]
    return rows / len(widths), width


def _read_plainly(
    file: str, content: bytes, delimiter: str, head: list[Record], header: Header, told: list[str]
) -> Table | None:
    """Read a text whose records are one line each, by Arrow; None where it is not so."""
    above = head[: header.begin]
    if any("\n" in cell or "\r" in cell for record in above for cell in record.cells) or b"\0" in content:
        return None
    if content.count(b"\n", 0, HEAD * 4) < header.begin or _parts_lines_otherwise(content):
        return None
    start = _skip_lines(content, header.begin)
    width = len(header.names)
    names = [str(number) for number in range(width)]
    try:
        table = csv.read_csv(
            pa.BufferReader(pa.py_buffer(content).slice(start)),
            read_options=csv.ReadOptions(column_names=names, use_threads=False),
            parse_options=csv.ParseOptions(
                delimiter=delimiter, newlines_in_values=False, ignore_empty_lines=False
            ),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.large_string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid:
        return None
    lines = content.count(b"\n", start) + (not content.endswith(b"\n"))
    if table.num_rows != lines:
        return None
    cells = [trim(column.combine_chunks()) for column in table.columns]
    rows = pa.table(cells, names=names).to_pandas()
    rows.columns = pd.Index(header.names, dtype="str")
    return _without_blanks(file, rows, header, [*told, *remark(header, head[header.first].row, 0)])


def _parts_lines_otherwise(content: bytes) -> bool:
    return b"\r" in content and re.search(rb"\r(?!\n)", content) is not None


def _skip_lines(content: bytes, count: int) -> int:
    at = 0
    for _ in range(count):
        at = content.index(b"\n", at) + 1
    return at


def _without_blanks(file: str, rows: pd.DataFrame, header: Header, remarks: list[str]) -> Table | None:
    """Leave empty rows out, and mark totals; None where notes or headers stand below, which want care."""
    blank = rows.iloc[:, 0] == ""
    if blank.any():
        blank &= (rows[blank] == "").all(axis=1).reindex(rows.index, fill_value=False)
    kept = rows[~blank].reset_index(drop=True) if blank.any() else rows
    if len(kept) and is_note([str(cell) for cell in kept.iloc[-1]], len(header.names)):
        return None
    if may_hold_headers(kept):
        return None
    numbers = np.flatnonzero(~blank) + header.begin + 1
    damage = pd.Series("", index=kept.index, dtype="str")
    return Table(file, "", kept, numbers, damage, find_totals(kept), remarks)


def _read_with_care(
    file: str, lines: Lines, head: list[Record], header: Header, told: list[str], at: int | None
) -> Table:
    above = head[: header.begin]
    last = above[-1] if above else Record(0, [])
    below = list(lines.below(last, len(header.names)))
    return lay_out(file, "", [*above, *below], at=at, told=told)


def is_text(content: bytes) -> bool:
    """Say whether a file may hold text: it is not packed, and holds no empty bytes but those of UTF-16."""
    marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    return content.startswith(marks) or b"\0\0\0" not in content[:4000]
