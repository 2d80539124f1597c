"""A blank sheet to fill: every column, the words to choose from, and nothing lost on the way back."""

import re
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from conftest import HOME, make_rows
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


def read(path: Path) -> pd.DataFrame:
    return pd.read_excel(path, sheet_name="figures", engine="calamine", dtype=object, keep_default_na=False)


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


def test_every_drop_down_leads_to_its_own_words(register, tmp_path: Path):
    """
    The range of each drop-down holds the words of its column, from the first to the last.
    """
    write_template(tmp_path / "blank.xlsx", register, known_conflicts())
    with zipfile.ZipFile(tmp_path / "blank.xlsx") as parts:
        xml = parts.read("xl/worksheets/sheet1.xml").decode()
    words = pd.read_excel(
        tmp_path / "blank.xlsx", sheet_name="words", engine="calamine", dtype=str, keep_default_na=False
    )
    lists = list_choices(register, known_conflicts())
    found = re.findall(r'sqref="([A-Z]+)2:\1\d+".*?<formula1>words!\$([A-Z]+)\$2:\$\2\$(\d+)</formula1>', xml)

    assert len(found) == len(lists)
    for at, place, last in found:
        column = COLUMNS[_number(at)]
        held = words.iloc[: int(last) - 1, _number(place)].tolist()
        assert held == lists[column], column


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
    kinds = dict.fromkeys(re.findall(r"<dataValidation [^>]*>", xml))
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
