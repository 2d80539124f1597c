"""Tables in their usual shapes are read alike, and what was supposed or skipped is told."""

import json
from pathlib import Path

import pytest
from made_up_workbooks import Day, write_ods, write_xlsx

from casualty_ledger.intake.tables.reading import choose_tables, read_tables
from casualty_ledger.intake.tables.table import Table, TableUnreadable

ROWS = [["date", "place", "killed"], ["2023-06-03", "Old Town", "at least 20"], ["2023-06-04", "Ford", "3"]]
PLAIN = "\n".join(",".join(row) for row in ROWS) + "\n"


def read(folder: Path, content: str | bytes, name: str = "a.csv", **told) -> Table:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    [table] = read_tables(path, **told)
    return table


SHAPES = {
    "commas": PLAIN,
    "semicolons": PLAIN.replace(",", ";"),
    "tabs": PLAIN.replace(",", "\t"),
    "bars": PLAIN.replace(",", "|"),
    "utf-16": PLAIN.replace(",", "\t").encode("utf-16"),
    "byte order mark, CRLF": b"\xef\xbb\xbf" + PLAIN.replace("\n", "\r\n").encode(),
    "title rows": f"Losses, made up\nas of 5 June\n\n{PLAIN}",
    "HXL tags": PLAIN.replace("killed\n", "killed\n#date,#loc,#affected+killed\n"),
    "empty rows": PLAIN.replace("\n2023-06-04", "\n,,\n\n2023-06-04"),
    "a note below": f"{PLAIN}\nNumbers are provisional,,\n",
    "quoted": PLAIN.replace("Old Town", '"Old Town"'),
}


@pytest.mark.parametrize("content", SHAPES.values(), ids=SHAPES.keys())
def test_a_text_is_the_same_table_in_every_shape(tmp_path, content):
    """
    Marks between cells, encodings, titles, tags, empty rows and notes change nothing of the records.
    """
    table = read(tmp_path, content)

    assert table.columns == ROWS[0]
    assert table.rows.to_numpy().tolist() == ROWS[1:]


DOCUMENTS = {
    "records": [dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]],
    "rows under names": ROWS,
    "records inside": {"updated": "x", "data": [dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]]},
    "columns": {name: [row[n] for row in ROWS[1:]] for n, name in enumerate(ROWS[0])},
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_a_document_is_the_same_table_in_every_shape(tmp_path, document):
    """
    JSON records are found wherever they are kept, and lines of JSON are records too.
    """
    table = read(tmp_path, json.dumps(document), "a.json")
    lines = "\n".join(json.dumps(record) for record in DOCUMENTS["records"])

    assert table.columns == ROWS[0]
    assert table.rows.to_numpy().tolist() == read(tmp_path, lines, "a.jsonl").rows.to_numpy().tolist()


def test_what_is_nested_has_a_dotted_name_and_an_absent_key_is_nothing(tmp_path):
    """
    Nested objects become columns; a key that a record has not, and null, are empty and never 0.
    """
    days = {"2023-06-03": {"verified": {"killed": 6}, "flash": 3}, "2023-06-04": {"flash": None}}
    table = read(tmp_path, json.dumps(days), "a.json", key="day")

    assert table.columns == ["day", "verified.killed", "flash"]
    assert table.rows.to_numpy().tolist() == [["2023-06-03", "6", "3"], ["2023-06-04", "", ""]]


def test_workbooks_are_read_with_their_days_merged_headers_and_sheets(tmp_path):
    """
    XLSX: days are days, a merged header is said of each of its columns, other sheets are told.
    """
    cells = [
        ["Losses of the Upper Province, made up"],
        ["Date", "Killed", "", "Injured"],
        ["", "men", "women", ""],
        [Day(45080), 12, 3, "20+"],
    ]
    path = write_xlsx(tmp_path / "a.xlsx", {"2023": cells, "About": [["x", "y"], ["1", "2"]]}, ["B2:C2"])
    [table], told = choose_tables(read_tables(path))

    assert table.columns == ["Date", "Killed / men", "Killed / women", "Injured"]
    assert table.rows.to_numpy().tolist() == [["2023-06-03", "12", "3", "20+"]]
    assert table.numbers.tolist() == [4]
    assert told == ["sheet 'About' has other columns and is not read: name it with --sheet"]


def test_a_heading_of_few_columns_is_said_of_each_of_them(tmp_path):
    """
    Two columns of six under one heading: their names stand in a row that is empty otherwise.
    """
    above = "Зведення\n\nДата;Місце;Область;Цивільні;;Джерело\n;;;Загинуло;Поранено;\n"
    table = read(tmp_path, f"{above}03.06.2023;Бахмут;Донецька;щонайменше 20;близько 30;ДСНС\n")

    assert table.columns[3:] == ["Цивільні / Загинуло", "Цивільні / Поранено", "Джерело"]
    assert table.numbers.tolist() == [5]


def test_an_ods_is_the_same_table(tmp_path):
    """
    A sheet of LibreOffice is read as its text is.
    """
    [table] = read_tables(write_ods(tmp_path / "a.ods", ROWS))

    assert (table.columns, table.rows.to_numpy().tolist()) == (ROWS[0], ROWS[1:])


@pytest.mark.parametrize("word", ["Total", "Всього", "Итого:", "Grand total", "Разом"])
def test_a_total_below_is_marked_and_a_total_inside_is_not(tmp_path, word):
    """
    A record that begins with a word for a total sums others; one that only holds such a word does not.
    """
    table = read(tmp_path, f"{PLAIN}{word},,23\n2023-06-05,{word},1\n")

    assert table.is_total.tolist() == [False, False, True, False]


@pytest.mark.parametrize("title", ["", "Table 2,,\n"])
def test_what_stands_below_another_header_is_not_read_and_told(tmp_path, title):
    """
    The injured of a second table are not counted as the killed of the first.
    """
    table = read(tmp_path, f"{PLAIN}\n{title}date,place,injured\n2023-06-03,Old Town,40\n")

    assert table.rows.to_numpy().tolist() == ROWS[1:]
    assert any("another header stands in row" in said for said in table.remarks)


def test_a_header_that_stands_again_is_skipped_and_told(tmp_path):
    """
    A table printed on two pages is one table; words in place of a number are no header.
    """
    more = "2023-06-05,Ford,unclear\n,Ford,several\n"
    table = read(tmp_path, f"{PLAIN}date,place,killed\n{more}")

    assert table.rows["killed"].tolist() == ["at least 20", "3", "unclear", "several"]
    assert [said for said in table.remarks if "header" in said] == [
        "the header stands again among the records: it is skipped there"
    ]


def test_letters_of_another_encoding_are_read_and_told(tmp_path):
    """
    A text in an old encoding is read by a guess from its letters, and the guess is told.
    """
    words = "дата;місце загибелі;загиблі\n" + "03.06.2023;Шебекине, центр міста;20\n" * 20
    table = read(tmp_path, words.encode("koi8-u"))

    assert "місце загибелі" in table.columns
    assert table.remarks[0].startswith("read as koi8")


def test_a_row_of_the_wrong_shape_is_damaged_alone(tmp_path):
    """
    A row with more cells than the header is kept apart with its reason; the others are read.
    """
    table = read(tmp_path, f"{PLAIN}2023-06-05,Ford,1,2,3\n")

    assert table.damage.ne("").tolist() == [False, False, True]


UNREADABLE = {
    "nothing": (b"", "empty"),
    "a page": (b"<!DOCTYPE html><html></html>", "page"),
    "no JSON": (b'{"a": [1, 2', "no JSON"),
    "a broken workbook": (b"PK\x03\x04 broken", "cannot be read as a table"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no text"),
}


@pytest.mark.parametrize(("content", "said"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_is_no_table_is_one_sentence(tmp_path, content, said):
    """
    A file that holds no table is told with its name and what to do.
    """
    with pytest.raises(TableUnreadable, match=said):
        read(tmp_path, content)


def test_names_with_numbers_in_them_are_a_header(tmp_path):
    """
    “admin 1” and “Killed in May 2023” name columns; they state nothing.
    """
    table = read(tmp_path, "date,admin 1,Killed in May 2023\n2023-06-03,Ford,3\n")

    assert table.columns == ["date", "admin 1", "Killed in May 2023"]
