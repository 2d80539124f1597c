"""Recording one row: the bytes before it stay, and nothing wrong, doubled or dangerous is appended."""

import fcntl
import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from rows import HONEST

from casualty_ledger.errors import CannotWrite
from casualty_ledger.ledger import recording
from casualty_ledger.ledger.checking import check_rows
from casualty_ledger.ledger.recording import FigureRefused, NoSuchSheet, SheetBusy, UnknownColumn, append_row
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import read_sheet, read_sheets
from casualty_ledger.sources.registry import read_register

NEW = HONEST | {"id": "t-9", "covers_until": "2023-06-05", "value": "210350"}


def refusal(project, **cells: str) -> str:
    with pytest.raises(FigureRefused) as raised:
        append_row(project, "made_up", NEW | cells)
    return str(raised.value)


def test_a_row_is_appended_and_the_bytes_before_it_stay(made_up):
    """
    The sheet begins with exactly what it was, and ends with the new row, which reads as it was stated.
    """
    project = made_up({}, {"value": "206600", "covers_until": "2023-05-28"})
    sheet = project.recorded / "made_up.csv"
    before = sheet.read_bytes()
    row = append_row(project, "made_up", NEW | {"note": 'said "so", twice'})

    assert sheet.read_bytes().startswith(before)
    assert (row["row"].iloc[0], row["note"].iloc[0]) == (4, 'said "so", twice')
    assert check_rows(read_sheet(sheet), read_register(project.sources)).empty


@pytest.mark.parametrize(("end", "mark"), [(b"\n", b""), (b"\r\n", b""), (b"\r\n", b"\xef\xbb\xbf")])
def test_the_habits_of_a_sheet_are_kept(made_up, end: bytes, mark: bytes):
    """
    Line ends, a byte order mark and a last line without an end stay as they are.
    """
    project = made_up({})
    sheet = project.recorded / "made_up.csv"
    before = mark + sheet.read_bytes().rstrip(b"\n").replace(b"\n", end)
    sheet.write_bytes(before)
    append_row(project, "made_up.csv", NEW)
    added = sheet.read_bytes().removeprefix(before)

    assert added.startswith(end + b"t-9,")
    assert added.endswith(end) and added.count(b"\n") == 2
    assert len(read_sheet(sheet)) == 2


def test_the_columns_of_a_sheet_keep_their_order(made_up):
    """
    A sheet with its columns in another order gets its new row in that order.
    """
    project = made_up({})
    sheet = project.recorded / "made_up.csv"
    turned = read_sheet(sheet)[list(SHEET_COLUMNS)].iloc[:, ::-1]
    turned.to_csv(sheet, index=False)
    append_row(project, "made_up", NEW)

    assert read_sheet(sheet)["value"].tolist() == ["209940", "210350"]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"value": "many"}, "'many' is not read as it stands"),
        ({"measure": "dead"}, "'dead' is not a known measure"),
        ({"claimant": ""}, "Nobody is named as the claimant"),
        ({"id": "t-1"}, "Give each row its own"),
        ({"address": "javascript:alert(1)"}, "An address starts with http"),
        ({"note": "prisoner Ivan Petrov, aged 30"}, "Record numbers only"),
    ],
)
def test_what_check_would_refuse_is_not_recorded(made_up, cells, said):
    """
    A row that `casualty-ledger check` would refuse is refused with the same sentence, and the sheet stays.
    """
    project = made_up({})
    before = (project.recorded / "made_up.csv").read_bytes()

    assert said in refusal(project, **cells)
    assert (project.recorded / "made_up.csv").read_bytes() == before


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_cell_cannot_run_in_a_spreadsheet(made_up, start: str):
    """
    A text that a spreadsheet would take for a formula is refused.
    """
    assert "would run as a formula" in refusal(made_up({}), note=f"{start}cmd|' /C calc'!A0")


def test_a_cell_cannot_break_its_line(made_up):
    """
    A text with a line break is refused, so that a row of the sheet stays one line.
    """
    assert "one line of text" in refusal(made_up({}), note="first\nsecond")


def test_the_same_figure_of_the_same_page_is_not_recorded_twice(made_up):
    """
    Another id, or marks between the thousands, do not make a figure a new one; another page does.
    """
    project = made_up({})
    again = {"id": "t-9", "covers_until": "2023-06-04", "value": "209,940"}

    assert "recorded already as t-1 in made_up.csv" in refusal(project, **again)
    assert len(append_row(project, "made_up", NEW | again | {"address": "https://example.org/b"})) == 1


def test_an_unknown_sheet_or_column_is_told_what_there_is(made_up):
    """
    A misspelt sheet or column raises a sentence that lists the right ones.
    """
    with pytest.raises(NoSuchSheet, match=r"made_up\.csv"):
        append_row(made_up({}), "civillian", NEW)
    with pytest.raises(UnknownColumn, match="claimant_side"):
        append_row(made_up({}), "made_up", NEW | {"claiment": "NATO"})


def test_two_writers_lose_no_row(made_up, monkeypatch):
    """
    Eight rows recorded at once are all there, each once, however long one waits for the other.
    """
    project = made_up({})
    monkeypatch.setattr(recording, "WAIT_SECONDS", 600.0)
    rows = [
        NEW | {"id": f"w-{n}", "covers_until": f"2023-07-{n:02}", "value": str(220_000 + n)}
        for n in range(1, 9)
    ]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda row: append_row(project, "made_up", row), rows))

    assert sorted(read_sheets(project.recorded)["id"]) == ["t-1", *(row["id"] for row in rows)]


def test_a_second_writer_does_not_wait_for_ever(made_up, monkeypatch):
    """
    Where somebody holds the sheets, recording says so and changes nothing.
    """
    project = made_up({})
    monkeypatch.setattr(recording, "WAIT_SECONDS", 0.0)
    held = os.open(project.recorded, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    with pytest.raises(SheetBusy):
        append_row(project, "made_up", NEW)
    os.close(held)

    assert len(append_row(project, "made_up", NEW)) == 1


def test_a_failure_leaves_the_sheet_whole(made_up, monkeypatch):
    """
    A disk that fails in the middle leaves the sheet as it was, and no other file beside it.
    """
    project = made_up({})
    before = (project.recorded / "made_up.csv").read_bytes()
    monkeypatch.setattr("pathlib.Path.write_bytes", _fail)
    with pytest.raises(CannotWrite):
        append_row(project, "made_up", NEW)
    monkeypatch.undo()

    assert [path.read_bytes() for path in project.recorded.iterdir()] == [before]


def _fail(*_: object) -> None:
    raise OSError(28, "No space left on device")
