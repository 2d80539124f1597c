"""Plain tables: a DataFrame that a notebook shows as pandas does, set in a page like a table of ours."""

from __future__ import annotations

import re
from html import unescape

from casualty_ledger.publishing.chart_table import name_column
from casualty_ledger.publishing.markup import mark_table
from casualty_ledger.publishing.text_blocks import Table
from casualty_ledger.wording.traced_text import words

FRAME = re.compile(r'<table class="dataframe">.*?</table>', re.DOTALL)
ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<t[hd]>(.*?)</t[hd]>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
MISSING = {"NaN", "NaT", "None", "<NA>"}
LEFT_OUT = "..."


def set_plain_tables(html: str) -> str:
    """Set every table of pandas anew: headers in words, a dash where nothing stands, no row numbers.

    One whose rows or columns are grouped stays as pandas sets it.
    """
    return FRAME.sub(lambda found: _set(found[0]), html)


def _set(frame: str) -> str:
    head, _, body = frame.partition("</thead>")
    columns, rows = _read_columns(head), [_read_cells(row) for row in ROW.findall(body)]
    if "span=" in frame or not columns or any(len(row) != len(columns) for row in rows):
        return frame
    if not columns[0] and _are_numbers([row[0] for row in rows]):
        columns, rows = columns[1:], [row[1:] for row in rows]
    shown = [tuple(words("–" if cell in MISSING else cell) for cell in row) for row in rows]
    return mark_table(Table("", tuple(map(name_column, columns)), tuple(shown), (1.0,) * len(columns)))


def _read_columns(head: str) -> list[str]:
    """Read the names of columns; those of an index stand in a row of their own."""
    lines = [_read_cells(row) for row in ROW.findall(head)]
    if len(lines) != 2 or len(lines[0]) != len(lines[1]):
        return lines[0] if len(lines) == 1 else []
    alone = all(not (one and other) for one, other in zip(*lines, strict=True))
    return [one or other for one, other in zip(*lines, strict=True)] if alone else []


def _read_cells(row: str) -> list[str]:
    return [unescape(TAG.sub("", cell)).strip() for cell in CELL.findall(row)]


def _are_numbers(names: list[str]) -> bool:
    """Say whether rows are named by their places only, as pandas does where nobody has named them."""
    shown = [int(name) for name in names if name.isdecimal()]
    told = len(shown) + names.count(LEFT_OUT) == len(names) > 0
    return told and shown[:1] == [0] and shown == sorted(set(shown))
