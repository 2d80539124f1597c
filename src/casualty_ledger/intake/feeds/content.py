"""Content: whether what came is what the feed should be, and whole. Nothing of it is interpreted here.

A page in place of a file, an answer that was cut off, or an empty one is never kept as a snapshot.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

from casualty_ledger.sources.decoding import NotText, decode

HEAD = 4096
DELIMITERS = ",;\t"


def find_fault(path: Path, kind: str, before: Path | None = None) -> str:
    """Say what is wrong with a file that should be of a kind; nothing where it may be kept.

    `before` is the last that was kept of the same feed: what it was, a whole one still is.
    """
    with path.open("rb") as content:
        head = content.read(HEAD)
    if not head.strip():
        return "it is empty"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return "it is a web page (HTML or XML), where a table was expected"
    return CHECKS[kind](path, before) if kind in CHECKS else ""


def guess_kind(path: Path, stated: str, content_type: str) -> str:
    """Return the kind of a file: as its address says, else as the answer says, else as it begins."""
    if stated:
        return stated
    for mark, kind in (("json", "json"), ("csv", "csv"), ("tab-separated", "tsv"), ("spreadsheetml", "xlsx")):
        if mark in content_type.lower():
            return kind
    with path.open("rb") as content:
        head = content.read(HEAD).lstrip(b"\xef\xbb\xbf \r\n\t")
    return "json" if head[:1] in (b"{", b"[") else "xlsx" if head[:2] == b"PK" else "csv"


def _check_json(path: Path, before: Path | None) -> str:
    try:
        json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        return f"it is no JSON, or it was cut off{where}"
    return ""


def _check_table(path: Path, before: Path | None) -> str:
    """Look at the end of a table of text: its last line must be as long as its header."""
    content = path.read_bytes()
    try:
        text = decode(content).text
    except NotText as error:
        return f"it is no text: {error}"
    if "\0" in text:
        return "it is no text"
    ended = content.endswith((b"\n", b"\r", b"\n\0"))
    if before is not None and not ended and before.read_bytes().endswith((b"\n", b"\r")):
        return "it ends within a line, and seems to be cut off"
    lines = text.splitlines()
    delimiter = max(DELIMITERS, key=lines[0].count)
    try:
        header, last = (
            next(csv.reader(io.StringIO(line), delimiter=delimiter)) for line in (lines[0], lines[-1])
        )
    except (csv.Error, StopIteration):
        return ""
    cut = not ended and len(last) < len(header)
    return "its last line is shorter than its header, and seems to be cut off" if cut else ""


def _check_workbook(path: Path, before: Path | None) -> str:
    try:
        with zipfile.ZipFile(path) as parts:
            names = parts.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return "it is no workbook, or it was cut off"
    known = any(name.startswith("xl/") or name == "content.xml" for name in names)
    return "" if known else "it is no workbook"


CHECKS = {
    "json": _check_json,
    "geojson": _check_json,
    "csv": _check_table,
    "tsv": _check_table,
    "xlsx": _check_workbook,
    "ods": _check_workbook,
}
