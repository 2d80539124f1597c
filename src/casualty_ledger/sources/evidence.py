"""Pointers to evidence: which words of which kept page state the number of a recorded row.

A pointer holds no word of a source: the sha256 of the page as it was received, the characters of its text,
the sha256 of the words there, and the day on which it was kept. It stands in a sheet's column `evidence`,
or beside the sheets in `evidence.csv`, so that a row that was recorded long ago can be given one.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError

COLUMNS = ("row_id", "evidence")
POINTER = re.compile(
    r"sha256:(?P<sha256>[0-9a-f]{64}) chars:(?P<start>\d{1,9})-(?P<end>\d{1,9}) "
    r"words:(?P<words>[0-9a-f]{16}) kept:(?P<kept>\d{4}-\d\d-\d\d)"
)


class PointersUnreadable(CasualtyLedgerError):
    """The file of pointers cannot be read."""

    template = (
        "{file} cannot be read as pointers to evidence: {problem}. "
        "It has the columns row_id and evidence; casualty-ledger evidence keep writes it."
    )


@dataclass(frozen=True)
class Pointer:
    """Words of a kept page by their place in its text."""

    sha256: str
    start: int
    end: int
    words: str
    kept_on: date

    def __str__(self) -> str:
        """Spell the pointer as a cell holds it."""
        where = f"chars:{self.start}-{self.end}"
        return f"sha256:{self.sha256} {where} words:{self.words} kept:{self.kept_on.isoformat()}"


def parse_pointer(text: str) -> Pointer | None:
    """Read a pointer; None where the text is none.

    >>> told = f"sha256:{'a' * 64} chars:10-12 words:{'b' * 16} kept:2026-11-27"
    >>> str(parse_pointer(told)) == told, parse_pointer("page 3")
    (True, None)
    """
    found = POINTER.fullmatch(text)
    if found is None or int(found["start"]) >= int(found["end"]):
        return None
    try:
        day = date.fromisoformat(found["kept"])
    except ValueError:
        return None
    return Pointer(found["sha256"], int(found["start"]), int(found["end"]), found["words"], day)


def digest_words(words: str) -> str:
    """Return the mark by which words are known again without being held."""
    return sha256(words.encode()).hexdigest()[:16]


def read_pointers(path: Path) -> dict[str, str]:
    """Return the pointer of each recorded row, by its id; a later line goes before an earlier one.

    Errors: PointersUnreadable.
    """
    if not path.is_file():
        return {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            table = csv.DictReader(lines)
            if not set(COLUMNS) <= set(table.fieldnames or ()):
                raise PointersUnreadable(file=path.name, problem="its first line does not name them")
            return dict(_read_line(path, number, row) for number, row in enumerate(table, start=2))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        problem = getattr(error, "strerror", None) or "it is no CSV in UTF-8"
        raise PointersUnreadable(file=path.name, problem=problem) from None


def _read_line(path: Path, number: int, row: Mapping[str, str | None]) -> tuple[str, str]:
    row_id, pointer = ((row[column] or "").strip() for column in COLUMNS)
    if not row_id or parse_pointer(pointer) is None:
        raise PointersUnreadable(file=path.name, problem=f"row {number} holds no pointer")
    return row_id, pointer


def attach_pointers(rows: pd.DataFrame, pointers: Mapping[str, str]) -> pd.DataFrame:
    """Return recorded rows with the pointers that are kept beside the sheets; a sheet's own goes before."""
    if not pointers:
        return rows
    beside = rows["id"].map(dict(pointers)).fillna("").astype(rows["evidence"].dtype)
    return rows.assign(evidence=rows["evidence"].where(rows["evidence"] != "", beside))
