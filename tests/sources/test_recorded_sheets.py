"""Recorded sheets are read as text, whole or not at all."""

import csv
import json
import re
from pathlib import Path

import pandas as pd
import pytest
from rows import make_rows

from casualty_ledger.errors import FolderMissing, SheetUnreadable
from casualty_ledger.schema import REQUIRED_COLUMNS, SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import (
    _read_plainly,
    _read_with_care,
    list_sheets,
    open_folder,
    open_sheet,
    read_sheet,
    read_sheets,
)

COUNTED = re.compile(r"^\| `(?P<sheet>[\w-]+\.csv)` \| (?P<rows>[\d,]+) \|", re.MULTILINE)


def test_every_recorded_row_is_read(whole_project):
    """
    Each sheet has as many rows as another reader of CSV finds in it, and as the README says.
    """
    told = {
        found["sheet"]: int(found["rows"].replace(",", ""))
        for found in COUNTED.finditer((whole_project.recorded / "README.md").read_text())
    }
    counts = {}
    for sheet in whole_project.recorded.glob("*.csv"):
        with sheet.open(encoding="utf-8", newline="") as lines:
            counts[sheet.name] = sum(1 for _ in csv.DictReader(lines))

    assert read_sheets(whole_project.recorded)["sheet"].value_counts().to_dict() == counts == told


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


HEADER = ",".join(SHEET_COLUMNS)
EMPTY = "," * (len(SHEET_COLUMNS) - 1)
HONEST_LINE = make_rows({})[list(SHEET_COLUMNS)].to_csv(index=False, header=False).strip()


def save(folder: Path, content: str | bytes) -> Path:
    path = folder / "saved.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refusal(folder: Path, content: str | bytes) -> str:
    with pytest.raises(SheetUnreadable) as raised:
        read_sheet(save(folder, content))
    return str(raised.value)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00garbage\x81",
        b'id,"published_on\n1,2',
        b"id,value\nx,1\n",
        b"\0" * 5000,
        b'"' * 5000,
        HEADER.replace("place", "pl\xe9ce").encode("latin-1") + b"\n1" + EMPTY.encode(),
        f"{HEADER}\n1{EMPTY}".encode("utf-16")[:-1],
        f"{HEADER}\n1,Caf\xe9{EMPTY[1:]}".encode("latin-1"),
    ],
    ids=["empty", "not text", "quotes", "other columns", "nul", "only quotes", "header", "cut", "western"],
)
def test_a_file_that_is_no_sheet_stops_with_a_sentence(tmp_path: Path, content: bytes):
    """
    A file that cannot be read as a sheet raises the declared error, names the file and says what to do.
    """
    sentence = refusal(tmp_path, content)

    assert sentence.startswith("saved.csv cannot be read as a sheet: ")
    assert sentence.endswith(".")


def test_missing_and_unknown_columns_are_named(tmp_path: Path):
    """
    A sheet of another format is refused with the columns that are missing and unknown.
    """
    columns = ["colour" if column == "id" else column for column in SHEET_COLUMNS]

    assert "unknown column 'colour'; missing column 'id'. " in refusal(tmp_path, ",".join(columns) + "\n")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("retrieved", "unknown column 'retrieved' (did you mean 'retrieved_on'?)"),
        ("publisher_name", "unknown column 'publisher_name'"),
        ("renamed", "unknown column 'renamed'"),
        ("Surface area", "unknown column 'Surface area'"),
        ("value_unit", "unknown column 'value_unit'"),
        ("place", "column 'place' twice"),
    ],
)
def test_an_unknown_column_accuses_nobody(tmp_path: Path, name: str, said: str):
    """
    A column is said to identify somebody only where its own words do; else it is unknown, or meant otherwise.
    """
    sentence = refusal(tmp_path, f"{HEADER},{name}\n{HONEST_LINE},\n")

    assert said in sentence
    assert "would identify" not in sentence


@pytest.mark.parametrize(
    "name", ["Surname", "victim_name", "fullName", "Call Sign", "latitude", "GPS", "unit", "rank", "Прізвище"]
)
def test_a_column_that_identifies_is_named(tmp_path: Path, name: str):
    """
    A column that would identify a person, a unit or a spot on the map is refused by its name.
    """
    sentence = refusal(tmp_path, f"{HEADER},{name}\n{HONEST_LINE},\n")

    assert f"column {name!r} would identify a person, a unit or a spot on the map" in sentence


def test_a_missing_folder_is_named(tmp_path: Path):
    """
    A folder that is not there raises the declared error.
    """
    with pytest.raises(FolderMissing):
        list_sheets(tmp_path / "nowhere")
    (tmp_path / "recorded").mkdir()
    with pytest.raises(SheetUnreadable, match="holds no CSV"):
        read_sheets(tmp_path / "recorded")


SHEETS = {
    "as it should be": f"{HEADER}\n1{EMPTY}\n2{EMPTY}\n",
    "lines of Windows": f"{HEADER}\r\n1{EMPTY}\r\n2{EMPTY}\r\n",
    "lines of an old Mac": f"{HEADER}\r1{EMPTY}\r2{EMPTY}\r",
    "a mark of byte order": f"\ufeff{HEADER}\n1{EMPTY}\n2{EMPTY}",
    "another order": f"{','.join((*SHEET_COLUMNS[1:], 'id'))}\n{EMPTY}1\n{EMPTY}2\n",
    "blanks around cells": f"{HEADER}\n 1 {EMPTY}\n\t2\u00a0{EMPTY}  \n",
    "a header in capitals": f"{HEADER.upper()}\n1{EMPTY}\n2{EMPTY}\n",
    "a header in words": f"{HEADER.title().replace('_', ' ')}\n1{EMPTY}\n2{EMPTY}\n",
    "blanks in the header": f"{HEADER.replace(',', ' , ')}\n1{EMPTY}\n2{EMPTY}\n",
    "a quoted header": f"{','.join(map(json.dumps, SHEET_COLUMNS))}\n1{EMPTY}\n2{EMPTY}\n",
    "semicolons": f"{HEADER}\n1{EMPTY}\n2{EMPTY}\n".replace(",", ";"),
    "tabs": f"{HEADER}\n1{EMPTY}\n2{EMPTY}\n".replace(",", "\t"),
    "a column without a name": f"{HEADER},\n1{EMPTY},\n2{EMPTY},\n",
    "UTF-16": f"{HEADER}\n1{EMPTY}\n2{EMPTY}\n".encode("utf-16"),
    "UTF-16, big end first": f"\ufeff{HEADER}\n1{EMPTY}\n2{EMPTY}\n".encode("utf-16-be"),
    "UTF-16, unmarked": f"{HEADER}\n1{EMPTY}\n2{EMPTY}\n".encode("utf-16-le"),
}


@pytest.mark.parametrize("content", SHEETS.values(), ids=SHEETS)
def test_a_sheet_is_read_however_it_was_saved(tmp_path: Path, content: str | bytes):
    """
    Line ends, encodings, marks between cells and the spelling of the header change nothing of what is read.
    """
    rows = read_sheet(save(tmp_path, content))

    assert rows["id"].tolist() == ["1", "2"]
    assert rows["row"].tolist() == [2, 3]
    assert set(rows.drop(columns=["id", "sheet", "row"]).to_numpy().ravel()) == {""}


SKIPPED = {
    "empty lines": (f"{HEADER}\n\n1{EMPTY}\n   \n2{EMPTY}\n\n", [3, 5], "3 empty rows skipped"),
    "rows of commas": (f"{HEADER}\n1{EMPTY}\n{EMPTY}\n2{EMPTY}\n", [2, 4], "1 empty row skipped"),
    "rows of blanks": (f"{HEADER}\n1{EMPTY}\n , ,\n2{EMPTY}\n", [2, 4], "1 empty row skipped"),
    "a title": (f"Losses of the war,,,\n\n{HEADER}\n1{EMPTY}\n2{EMPTY}\n", [4, 5], "header is row 3"),
    "a title of two lines": (f'"Losses\nof war"\n{HEADER}\n1{EMPTY}\n2{EMPTY}\n', [3, 4], "header is row 2"),
    "HXL tags": (
        f"{HEADER}\n#id,#date +pub,{EMPTY[2:]}\n1{EMPTY}\n2{EMPTY}\n",
        [3, 4],
        "row 2 holds HXL tags",
    ),
}


@pytest.mark.parametrize(("content", "numbers", "remark"), SKIPPED.values(), ids=SKIPPED)
def test_what_is_skipped_is_said_and_rows_are_counted_as_a_spreadsheet_does(
    tmp_path: Path, content: str, numbers: list[int], remark: str
):
    """
    Empty rows, lines above the header and tags are skipped and said; they count as a spreadsheet counts.
    """
    sheet = open_sheet(save(tmp_path, content))

    assert sheet.rows["id"].tolist() == ["1", "2"]
    assert sheet.rows["row"].tolist() == numbers
    assert [each for each in sheet.remarks if remark in each]


def test_a_column_that_is_not_there_is_empty_and_said(tmp_path: Path):
    """
    A sheet needs the required columns only; every other is as if it were there and empty.
    """
    columns = ",".join(REQUIRED_COLUMNS)
    sheet = open_sheet(save(tmp_path, f"{columns}\n1,A,civilians,killed,period,4,exact\n"))

    assert sheet.rows["value"].tolist() == ["4"]
    assert sheet.rows["place"].tolist() == [""]
    assert sheet.remarks == [f"no column {', '.join(set_aside(SHEET_COLUMNS))}: read as empty"]


def set_aside(columns: tuple[str, ...]) -> list[str]:
    return [column for column in columns if column not in REQUIRED_COLUMNS]


CYRILLIC = HONEST_LINE.replace("General Staff of Ukraine", "Генеральний штаб ЗСУ «Їжак»")


def test_windows_1251_is_recognised_and_said(tmp_path: Path):
    """
    A sheet in Windows-1251 is read where its words are Ukrainian or Russian, and that is said.
    """
    sheet = open_sheet(save(tmp_path, f"{HEADER}\n{CYRILLIC}\n".encode("cp1251")))

    assert sheet.rows["claimant"].tolist() == ["Генеральний штаб ЗСУ «Їжак»"]
    assert sheet.remarks == ["read as Windows-1251"]


@pytest.mark.parametrize("encoding", ["koi8-u", "cp866", "iso8859-5", "mac-cyrillic"])
def test_another_encoding_is_refused_and_not_misread(tmp_path: Path, encoding: str):
    """
    Cyrillic in an encoding that is not read is never taken for Windows-1251.
    """
    said = "Генеральний штаб Збройних Сил" if encoding == "koi8-u" else "Генеральный штаб России, Киев"
    line = HONEST_LINE.replace("General Staff of Ukraine", said.replace(",", ""))

    assert "which is not UTF-8" in refusal(tmp_path, f"{HEADER}\n{line}\n".encode(encoding))


@pytest.mark.parametrize("above", [HONEST_LINE, ",".join(f"x{n}" for n in range(20))])
def test_rows_above_the_header_are_not_lost(tmp_path: Path, above: str):
    """
    What stands above the header and may be a figure stops the sheet: nothing is skipped that could count.
    """
    assert "may hold a figure" in refusal(tmp_path, f"{above}\n{HEADER}\n{HONEST_LINE}\n")


DAMAGED = {
    "too few cells": (HONEST_LINE[:-12], "This row has"),
    "too many cells": (f"{HONEST_LINE},", "must stand in quotes"),
    "an unquoted comma": (HONEST_LINE.replace("209940", "209,940"), "must stand in quotes"),
    "character 0": (HONEST_LINE.replace("Ukrinform", "Ukr\0inform"), "character number 0"),
    "a long cell": (HONEST_LINE.replace("Ukrinform", "w" * 200_000), "holds 200,000 characters"),
    "a stray quote": (HONEST_LINE.replace("Ukrinform", '"Ukrinform'), 'A quote (") opens a cell'),
}


@pytest.mark.parametrize(("line", "reason"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_row_is_kept_to_be_refused(tmp_path: Path, line: str, reason: str):
    """
    A row of the wrong shape keeps what finds it and why it is damaged; its neighbours are read.
    """
    honest = [HONEST_LINE.replace("t-1", name) for name in ("a", "b")]
    rows = read_sheet(save(tmp_path, "\n".join([HEADER, honest[0], line, honest[1], ""])))

    assert rows["id"].tolist() == ["a", "t-1", "b"]
    assert rows["row"].tolist() == [2, 3, 4]
    assert reason in rows["unreadable"][1]
    assert rows["unreadable"][[0, 2]].tolist() == ["", ""]
    assert rows.loc[1, ["claimant", "address", "value"]].tolist() == ["", "", ""]


def test_a_stray_quote_swallows_no_row(tmp_path: Path):
    """
    Where a quote that is not closed meets one further down, the rows between are rows of their own.
    """
    lines = [HONEST_LINE.replace("t-1", f"r-{n}") for n in range(6)]
    lines[1] = lines[1].replace("Ukrinform", '"Ukrinform')
    lines[4] = lines[4].replace("Ukrinform", 'Ukrinform"')
    rows = read_sheet(save(tmp_path, "\n".join([HEADER, *lines])))

    assert rows["id"].tolist() == [f"r-{n}" for n in range(6)]
    assert rows.index[rows["unreadable"] != ""].tolist() == [1]


def test_quotes_and_line_breaks_within_a_cell_are_kept(tmp_path: Path):
    """
    A quoted cell holds commas, quotes, line breaks and what elsewhere would mean "missing".
    """
    cells = ["a, b", 'said "many"', "two\nlines, and more", "NA", "x", *[""] * (len(SHEET_COLUMNS) - 5)]
    sheet = tmp_path / "quoted.csv"
    with sheet.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([SHEET_COLUMNS, cells, cells])
    rows = read_sheet(sheet)

    assert rows[list(SHEET_COLUMNS)].to_numpy().tolist() == [cells, cells]
    assert rows["row"].tolist() == [2, 3]
    assert set(rows["unreadable"]) == {""}


def test_a_plain_sheet_is_read_alike_in_both_ways(project):
    """
    The quick way of reading, and the careful one, give the same rows of every recorded sheet.
    """
    for path in list_sheets(project.recorded):
        with path.open("rb") as lines:
            quick = _read_plainly(path.name, lines)
        careful = _read_with_care(path.name, path.read_bytes())

        assert quick is not None
        pd.testing.assert_frame_equal(quick.rows, careful.rows[quick.rows.columns])
        assert quick.layout == careful.layout


def test_one_sheet_that_cannot_be_read_costs_no_other(tmp_path: Path):
    """
    A sheet that cannot be read is named beside those that are; where there is none else, it is the error.
    """
    (tmp_path / "good.csv").write_text(f"{HEADER}\n{HONEST_LINE}\n")
    (tmp_path / "bad.csv").write_text("colour\n1\n")
    opened = open_folder(tmp_path)

    assert opened.rows["id"].tolist() == ["t-1"]
    assert [error.facts["file"] for error in opened.left_out] == ["bad.csv"]
    (tmp_path / "good.csv").unlink()
    with pytest.raises(SheetUnreadable, match=r"bad\.csv"):
        open_folder(tmp_path)
