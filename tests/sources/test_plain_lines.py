"""Sheets of one row a line are read a part at a time; what spans lines is left to careful reading."""

from io import BytesIO

import pytest

from casualty_ledger.sources import plain_lines
from casualty_ledger.sources.plain_lines import read_plain_lines

SHEET = b"id,note\na-1, one \na-2,\na-3,three\n"


@pytest.mark.parametrize("size", [1, 8, 20, 2**24])
def test_a_sheet_is_the_same_in_parts_of_whatever_size(monkeypatch: pytest.MonkeyPatch, size: int):
    """
    Cells are trimmed, and rows stand in their order, wherever one part ends and the next begins.
    """
    monkeypatch.setattr(plain_lines, "PART", size)
    table = read_plain_lines(BytesIO(SHEET), ["id", "note"])

    assert table is not None
    assert table.to_pydict() == {"id": ["a-1", "a-2", "a-3"], "note": ["one", "", "three"]}


@pytest.mark.parametrize("size", [1, 2**24])
def test_a_cell_of_two_lines_is_no_plain_line(monkeypatch: pytest.MonkeyPatch, size: int):
    """
    A line break within quotes is found also where a part ends there and both halves look like rows.
    """
    monkeypatch.setattr(plain_lines, "PART", size)

    assert read_plain_lines(BytesIO(b'id,note\na-1,"one\na-2,two"\na-3,three\n'), ["id", "note"]) is None
