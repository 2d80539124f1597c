"""A blank sheet to fill: every column, the words to choose from, and nothing lost on the way back."""

import re
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from paths import HOME
from rows import make_rows
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.conflicts.known import known_conflicts
from casualty_ledger.publishing.sheet_template import list_choices, write_template
from casualty_ledger.schema import OPTIONAL_COLUMNS, SHEET_COLUMNS
from casualty_ledger.sources.registry import read_register

COLUMNS = [*SHEET_COLUMNS, *OPTIONAL_COLUMNS]
ODD = {
    "id": "007",
    "published_on": "2023-06",
    "covers_from": "2022",
    "value": "1,240",
    "note": "=SUM(A1)",
    "address": "https://example.org/a?b=1&c=2",
    "place": "Дніпро",
    "scope": "a\nb",
}


@pytest.fixture(scope="module")
def register():
    return read_register(HOME / "data" / "sources.yml")


def read(path: Path, sheet: str = "figures", **asked) -> pd.DataFrame:
    return pd.read_excel(
        path, sheet_name=sheet, engine="calamine", dtype=object, keep_default_na=False, **asked
    )


def test_a_blank_sheet_has_every_column_and_no_row(register, tmp_path: Path):
    """
    The first sheet is the format: its columns in order, and nothing below them.
    """
    write_template(tmp_path / "blank.xlsx", register, known_conflicts())
    told = read(tmp_path / "blank.xlsx")

    assert list(told.columns) == COLUMNS
    assert told.empty
    assert pd.ExcelFile(tmp_path / "blank.xlsx", engine="calamine").sheet_names[0] == "figures"


def test_what_is_filled_in_is_read_back_as_it_was(register, tmp_path: Path):
    """
    Partial dates, leading zeros, marks between thousands, formulas and line breaks come back as typed.
    """
    rows = make_rows(ODD, {"value": "0"})
    write_template(tmp_path / "filled.xlsx", register, known_conflicts(), rows.to_dict("records"))

    assert read(tmp_path / "filled.xlsx").to_numpy().tolist() == rows[COLUMNS].to_numpy().tolist()


def test_an_import_reads_back_what_was_filled_in(register, tmp_path: Path):
    """
    The reader of imports finds one table in the workbook, whose cells are those that were typed.
    """
    tables = pytest.importorskip("casualty_ledger.intake.tables.reading")
    rows = make_rows(ODD | {"scope": "a b"}, {"value": "0"})
    write_template(tmp_path / "filled.xlsx", register, known_conflicts(), rows.to_dict("records"))
    [table] = tables.read_tables(tmp_path / "filled.xlsx")

    assert table.rows[COLUMNS].to_numpy().tolist() == rows[COLUMNS].to_numpy().tolist()


def test_every_drop_down_leads_to_its_own_words(register, tmp_path: Path):
    """
    The range of each drop-down holds the words of its column, from the first to the last.
    """
    write_template(tmp_path / "blank.xlsx", register, known_conflicts())
    with zipfile.ZipFile(tmp_path / "blank.xlsx") as parts:
        xml = parts.read("xl/worksheets/sheet1.xml").decode()
    words = read(tmp_path / "blank.xlsx", "words", header=None).iloc[0].tolist()
    lists = list_choices(register, known_conflicts())
    each = re.findall(r"<dataValidation ([^>]*[^/]>.*?)</dataValidation>", xml)
    place = re.compile(r'sqref="([A-Z]+)2:.*<formula1>words!\$([A-Z]+)\$1:\$([A-Z]+)\$1</formula1>')
    found = [match.groups() for match in map(place.search, each) if match]

    assert len(found) == len(lists)
    for at, first, last in found:
        column = COLUMNS[_number(at)]
        assert words[_number(first) : _number(last) + 1] == lists[column], column


def test_the_figures_are_the_only_table_of_the_workbook(register, tmp_path: Path):
    """
    The words stand in one row of a hidden sheet, so that nothing but the figures is read back.
    """
    write_template(tmp_path / "blank.xlsx", register, known_conflicts())
    book = pd.ExcelFile(tmp_path / "blank.xlsx", engine="calamine")
    with zipfile.ZipFile(tmp_path / "blank.xlsx") as parts:
        sheets = parts.read("xl/workbook.xml").decode()

    assert book.sheet_names == ["figures", "words"]
    assert len(read(tmp_path / "blank.xlsx", "words", header=None)) == 1
    assert re.search(r'<sheet name="words"[^>]*state="hidden"', sheets)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def test_words_are_held_to_their_list_and_names_are_offered(register, tmp_path: Path):
    """
    A measure must be one of the list; a claimant may be one that nobody has registered.
    """
    write_template(tmp_path / "blank.xlsx", register, known_conflicts())
    with zipfile.ZipFile(tmp_path / "blank.xlsx") as parts:
        xml = parts.read("xl/worksheets/sheet1.xml").decode()
    kinds = dict.fromkeys(re.findall(r'<dataValidation [^>]*type="list"[^>]*>', xml))
    offered = [kind for kind in kinds if 'errorStyle="information"' in kind]

    assert len(kinds) - len(offered) == 6  # measure, hedge, population, basis, rate_unit, verification
    assert len(offered) == 5


def test_a_recorded_sheet_leaves_as_a_workbook(made_up, tmp_path: Path):
    """
    `export template --sheet` holds the rows of a sheet; without it the sheet is blank.
    """
    project = made_up({}, {"value": "5"})
    path = tmp_path / "rows.xlsx"
    told = CliRunner().invoke(
        app, ["export", "template", str(path), "--sheet", "made_up", "--raw", str(project.raw)]
    )

    assert "The rows of made_up are written" in told.output
    assert read(path)["value"].tolist() == ["209940", "5"]
