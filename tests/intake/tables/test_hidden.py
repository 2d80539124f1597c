"""Hidden sheets are left out, hidden rows and columns are read, and both are told."""

import zipfile

import pytest
import xlsxwriter
from made_up_workbooks import write_ods

from casualty_ledger.intake.tables.reading import read_tables

ROWS = [["date", "place", "killed"], ["2023-06-03", "Old Town", "20"], ["2023-06-04", "Ford", "3"]]


def write(path, *sheets, hide=lambda book, sheets: None):
    with xlsxwriter.Workbook(path) as book:
        made = [book.add_worksheet(name) for name in sheets]
        for sheet in made:
            for number, row in enumerate(ROWS):
                sheet.write_row(number, 0, row)
        hide(book, made)
    return path


@pytest.mark.parametrize("hide", ["hide", "very_hidden"])
def test_a_hidden_sheet_is_left_out_and_told(tmp_path, hide):
    """
    What the maker of a workbook has hidden, an older copy say, proposes no figures.
    """
    path = write(tmp_path / "a.xlsx", "2023", "old", hide=lambda _, made: getattr(made[1], hide)())
    [table] = read_tables(path)

    assert table.sheet == "2023"
    assert table.remarks == ["sheet 'old' is hidden and is not read: name it with --sheet"]


def test_a_hidden_sheet_that_is_named_is_read(tmp_path):
    """
    Who names a sheet means it.
    """
    path = write(tmp_path / "a.xlsx", "2023", "old", hide=lambda _, made: made[1].hide())
    [table] = read_tables(path, sheet="old")

    assert (table.sheet, len(table.rows), table.remarks) == ("old", 2, [])


@pytest.mark.parametrize(
    "hide",
    [
        lambda _, made: made[0].set_row(2, None, None, {"hidden": True}),
        lambda _, made: made[0].set_column("B:B", None, None, {"hidden": True}),
    ],
    ids=["row", "column"],
)
def test_hidden_rows_and_columns_are_read_and_told(tmp_path, hide):
    """
    A filter that somebody left on must not drop figures in silence, nor must they come in unsaid.
    """
    [table] = read_tables(write(tmp_path / "a.xlsx", "2023", hide=hide))

    assert table.rows.to_numpy().tolist() == ROWS[1:]
    assert [each for each in table.remarks if "hidden" in each] == [
        "some rows or columns are hidden: they are read too, delete them in a copy if they do not count"
    ]


def test_rows_that_a_filter_hides_in_an_ods_are_told(tmp_path):
    """
    LibreOffice writes what a filter hides in words of its own.
    """
    path = write_ods(tmp_path / "a.ods", ROWS)
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    hidden = b'<table:table-row table:visibility="filter">'
    begun, _, rest = parts["content.xml"].rpartition(b"<table:table-row>")
    with zipfile.ZipFile(path, "w") as book:
        for name, part in (parts | {"content.xml": begun + hidden + rest}).items():
            book.writestr(name, part)
    [table] = read_tables(path)

    assert table.rows.to_numpy().tolist() == ROWS[1:]
    assert "hidden" in table.remarks[0]


def test_a_workbook_that_hides_nothing_says_nothing(tmp_path):
    """
    The remark can be absent.
    """
    [table] = read_tables(write(tmp_path / "a.xlsx", "2023"))

    assert table.remarks == []


def test_a_formula_without_a_result_is_told(tmp_path):
    """
    A program that wrote a formula did not compute it: its cell states nothing, and that is said.
    """
    for result, told in (("", True), (4, False)):
        with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
            sheet = book.add_worksheet()
            for number, row in enumerate(ROWS):
                sheet.write_row(number, 0, row)
            sheet.write_formula("C3", "=1+3", None, result)
        [table] = read_tables(tmp_path / "a.xlsx")

        assert table.rows["killed"].tolist() == ["20", str(result)]
        assert any("formulas have no result" in said for said in table.remarks) == told
