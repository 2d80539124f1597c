"""The commands: a table is brought in without code, and what becomes of every figure is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from made_up_workbooks import Day, write_xlsx
from paths import HOME
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.sources.recorded_sheets import read_sheets

SHEET = [
    ["Моніторинг громади, вигадано"],
    ["Станом на 12.06.2023"],
    [],
    ["Дата події", "Населений пункт", "Загиблі", "", "Поранені", "", "Джерело"],
    ["", "", "усього", "діти", "усього", "діти", ""],
    [Day(45080), "Верхівка", "щонайменше 20", 2, "близько 30", "—", "ОВА"],
    ["04.06.2023", "Млин", 3, "", "12–15", 1, "ДСНС"],
    ["5 червня 2023", "Брід", "", "", "20+", "", "Прокуратура"],
    ["06/07/2023", "Брід", "5 (з них двоє дітей)", "", "кілька", "", "Прокуратура"],
    ["Всього", "", 28, 2, 65, 1, ""],
]


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    fixture = HOME / "tests" / "fixtures" / "river_war"
    shutil.copytree(fixture / "raw", tmp_path / "data" / "raw")
    shutil.copytree(fixture / "conflicts", tmp_path / "data" / "conflicts")
    shutil.copy(fixture / "sources.yml", tmp_path / "data" / "sources.yml")
    return tmp_path / "data" / "raw"


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return write_xlsx(tmp_path / "Втрати громади.xlsx", {"Червень": SHEET}, ["C4:D4", "E4:F4"])


def run(*told: object) -> str:
    ended = CliRunner().invoke(app, [str(each) for each in told])
    if isinstance(ended.exception, CasualtyLedgerError):
        raise ended.exception
    return " ".join(ended.output.split())


def test_a_spreadsheet_of_ones_own_goes_in_without_code(workbook: Path, raw: Path):
    """
    Ukrainian columns, mixed days, hedges in words, merged headers and a total: imported, accepted, recorded.
    """
    told = run(
        "import", workbook, "--raw", raw, "--set", "conflict=river_war", "--set", "published_on=2023-06-12"
    )
    accepted = run("proposals", "accept", "vtrati", "--raw", raw)
    rows = read_sheets(raw / "recorded").query("sheet.str.startswith('vtrati')")

    assert "10 figures read = 8 proposed + 2 refused" in told
    assert "8 figures recorded in vtrati_gromadi.csv; 0 refused" in accepted
    assert rows.query("measure == 'killed' and population == 'unstated'")[
        ["covers_until", "value", "hedge"]
    ].to_numpy().tolist() == [
        ["2023-06-03", "20", "at_least"],
        ["2023-06-04", "3", "exact"],
    ]
    assert (
        rows.query("measure == 'injured' and population == 'unstated'")["covers_until"].tolist()[-1]
        == "2023-06-07"
    )


def test_the_guess_is_kept_for_the_next_time(workbook: Path, raw: Path):
    """
    The second import reads the same file by the mapping that the first has written, and proposes nothing new.
    """
    first = run("import", workbook, "--raw", raw, "--set", "conflict=river_war")
    second = run("import", workbook, "--raw", raw)
    third = run("import", workbook, "--raw", raw, "--set", "population=civilians")
    mapping = raw.parent / "mappings" / "vtrati_gromadi.yml"
    guessed = mapping.read_text(encoding="utf-8")
    mapping.write_text(guessed.replace("basis: period", "basis: increment"), encoding="utf-8")

    assert "No mapping knows this file" in first and "Written to" in first
    assert "Read by the mapping vtrati_gromadi" in second
    assert "population=civilians" in third and "conflict: river_war" in guessed
    with pytest.raises(CasualtyLedgerError, match="--set population=military would change nothing"):
        run("import", workbook, "--raw", raw, "--set", "population=military")
    assert len(list((raw / "proposed").glob("*.json"))) == 1


def test_a_dry_run_writes_nothing(workbook: Path, raw: Path):
    """
    What would be proposed and refused is shown; no mapping and no proposal is written.
    """
    told = run("import", workbook, "--raw", raw, "--dry-run")

    assert "8 proposed + 2 refused" in told
    assert not (raw / "proposed").exists() and not (raw.parent / "mappings").exists()


def test_proposals_are_listed_shown_and_rejected(workbook: Path, raw: Path):
    """
    The list says what each is beside the ledger; one is shown with its place; a rejection is kept.
    """
    run("import", workbook, "--raw", raw, "--set", "conflict=river_war")
    listed = run("proposals", "list", "vtrati", "--raw", raw)
    proposal = next(word for word in listed.split() if word.startswith("VG-"))
    shown = run("proposals", "show", "vtrati", proposal, "--raw", raw)
    rejected = run("proposals", "reject", "vtrati", proposal, "--because", "twice", "--raw", raw)

    assert "new: 8 proposals" in listed
    assert "from row: 6" in shown and "from column: Загиблі / усього" in shown
    assert rejected == "1 proposal rejected."


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (["--set", "claiment=Office"], "sets nothing"),
        (["--mapping", "west_bnk_daily"], "did you mean 'west_bank_daily'"),
    ],
)
def test_a_slip_on_the_command_line_is_one_sentence(workbook: Path, raw: Path, told: list[str], said: str):
    """
    A misspelt column or mapping is named with what was probably meant.
    """
    with pytest.raises(CasualtyLedgerError, match=said):
        run("import", workbook, "--raw", raw, *told)
