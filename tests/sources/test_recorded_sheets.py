"""Recorded sheets are read as text, whole or not at all."""

import csv
from pathlib import Path

import pytest

from casualty_ledger.errors import FolderMissing, SheetUnreadable
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import list_sheets, read_sheet, read_sheets

COUNTS = {
    "civilian.csv": 1724,
    "military_losses.csv": 793,
    "prisoners.csv": 413,
    "news_article_2023-06-05.csv": 7,
}


def test_every_recorded_row_is_read(project):
    """
    The sheets hold 2,930 figures from public pages and the 7 of the article.
    """
    rows = read_sheets(project.recorded)

    assert rows["sheet"].value_counts().to_dict() == COUNTS
    assert sum(COUNTS.values()) == 2930 + 7


def test_cells_stay_text(project):
    """
    A partial date, a zero and an empty cell are kept as they were recorded.
    """
    rows = read_sheets(project.recorded).set_index("id")

    assert rows.loc["ml-0031", "published_on"] == "2022-06"
    assert rows.loc["CIV-0626", "value"] == "0"
    assert rows.loc["pw-0001", "value"] == ""


def test_a_row_knows_its_line_in_the_file(project):
    """
    The header is row 1, so the row numbers are those that an editor shows.
    """
    rows = read_sheets(project.recorded).set_index("id")
    text = (project.recorded / "military_losses.csv").read_text(encoding="utf-8").splitlines()

    assert text[rows.loc["ml-0215", "row"] - 1].startswith("ml-0215,")


def test_the_article_gives_figures_and_no_sentence(project):
    """
    The article's rows hold its figures, an empty address, and its publisher.
    """
    rows = read_sheet(project.recorded / "news_article_2023-06-05.csv")

    assert rows["value"].tolist() == ["1", "22", "5", "500", "2", "12", "210000"]
    assert set(rows["address"]) == {""}
    assert set(rows["publisher"]) == {"news article with AFP information"}


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00garbage\x81", b'id,"published_on\n1,2', b"id,value\nx,1\n"],
    ids=["empty", "not text", "broken quotes", "other columns"],
)
def test_a_file_that_is_no_sheet_stops_with_a_sentence(tmp_path: Path, content: bytes):
    """
    A file that cannot be read as a sheet raises the declared error and names the file.
    """
    sheet = tmp_path / "wrong.csv"
    sheet.write_bytes(content)

    with pytest.raises(SheetUnreadable, match=r"wrong\.csv"):
        read_sheet(sheet)


def test_missing_and_unknown_columns_are_named(tmp_path: Path):
    """
    A sheet of another format is refused with the columns that are missing and unknown.
    """
    sheet = tmp_path / "other.csv"
    sheet.write_text(",".join([*SHEET_COLUMNS[1:], "colour"]) + "\n")

    with pytest.raises(SheetUnreadable) as raised:
        read_sheet(sheet)
    assert raised.value.facts["problem"] == "missing columns: id; unknown columns: colour"


def test_a_missing_folder_is_named(tmp_path: Path):
    """
    A folder that is not there raises the declared error.
    """
    with pytest.raises(FolderMissing):
        list_sheets(tmp_path / "nowhere")
    (tmp_path / "recorded").mkdir()
    with pytest.raises(SheetUnreadable, match="holds no CSV"):
        read_sheets(tmp_path / "recorded")


HEADER = ",".join(SHEET_COLUMNS)
EMPTY = "," * (len(SHEET_COLUMNS) - 1)
SHEETS = {
    "as it should be": f"{HEADER}\n1{EMPTY}\n2{EMPTY}\n",
    "lines of Windows": f"{HEADER}\r\n1{EMPTY}\r\n2{EMPTY}\r\n",
    "a mark of byte order": f"\ufeff{HEADER}\n1{EMPTY}\n2{EMPTY}",
    "empty lines": f"{HEADER}\n\n1{EMPTY}\n   \n2{EMPTY}\n\n",
    "short rows": f"{HEADER}\n1,\n2\n",
    "columns in another order": f"{','.join((*SHEET_COLUMNS[1:], 'id'))}\n{EMPTY}1\n{EMPTY}2\n",
}


@pytest.mark.parametrize("content", SHEETS.values(), ids=SHEETS)
def test_a_sheet_is_read_however_it_was_saved(tmp_path: Path, content: str):
    """
    Line ends, empty lines, cut-off rows and the order of columns change nothing of what is read.
    """
    sheet = tmp_path / "saved.csv"
    sheet.write_bytes(content.encode())
    rows = read_sheet(sheet)

    assert rows["id"].tolist() == ["1", "2"]
    assert rows["row"].tolist() == [2, 3]
    assert set(rows.drop(columns=["id", "sheet", "row"]).to_numpy().ravel()) == {""}


def test_quotes_and_line_breaks_within_a_cell_are_kept(tmp_path: Path):
    """
    A quoted cell holds commas, quotes, line breaks and what elsewhere would mean "missing".
    """
    sheet = tmp_path / "quoted.csv"
    cells = ["a, b", 'said "many"', "two\nlines", "NA", " x ", *[""] * (len(SHEET_COLUMNS) - 5)]
    with sheet.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([SHEET_COLUMNS, cells])

    assert read_sheet(sheet)[list(SHEET_COLUMNS)].iloc[0].tolist() == cells


def test_a_row_with_too_many_cells_stops_the_run(tmp_path: Path):
    """
    A cell too many would shift every column of the row: the sheet is not read.
    """
    sheet = tmp_path / "shifted.csv"
    sheet.write_text(f"{HEADER}\n1{EMPTY},\n")

    with pytest.raises(SheetUnreadable, match="more cells than there are columns"):
        read_sheet(sheet)
