"""Checking sheets before they join."""

from pathlib import Path

from paths import HOME
from rows import make_rows

from casualty_ledger.conflicts import known
from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.conflicts.model import ConflictFile
from casualty_ledger.ledger.checking import check_rows, find_strangers, find_unheard
from casualty_ledger.ledger.privacy.gate import find_possible_persons
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import list_sheets, read_each
from casualty_ledger.sources.registry import Register, read_register

NOBODY = Register({}, {})
PLACE = {"name": "Saqr Crossing"}


def write(tmp_path: Path, *changes: dict[str, str]) -> Path:
    path = tmp_path / "new.csv"
    make_rows(*changes)[list(SHEET_COLUMNS)].to_csv(path, index=False)
    return path


def test_the_recorded_sheets_have_no_problem(project):
    """
    None of the recorded rows would be refused.
    """
    found = check_rows(read_each(list_sheets(project.recorded)), read_register(project.sources))

    assert found.empty


def test_all_problems_are_told_at_once(tmp_path: Path):
    """
    Each problem is a line of its own with file, row, column, what was found and what to do.
    """
    sheet = write(tmp_path, {"value": "x", "hedge": "y"}, {}, {"claimant": ""})
    found = check_rows(read_each([sheet]), NOBODY)

    assert found[["row", "column", "found"]].to_numpy().tolist() == [
        [2, "value", "x"],
        [2, "hedge", "y"],
        [4, "claimant", ""],
    ]
    assert found["reason"].str.endswith(".").all()


def test_a_misspelt_word_is_told_with_the_nearest(tmp_path: Path):
    """
    A measure that the vocabulary does not hold is told with the word that it may be meant for.
    """
    found = check_rows(read_each([write(tmp_path, {"measure": "injurred"})]), NOBODY)

    assert "did you mean 'injured'?" in found["reason"].iloc[0]


def test_an_id_of_the_ledger_is_taken(tmp_path: Path):
    """
    A new sheet cannot use an id that a recorded row has.
    """
    beside = make_rows({"id": "CIV-0001"})
    found = check_rows(read_each([write(tmp_path, {"id": "CIV-0001"})]), NOBODY, beside=beside)

    assert found[["row", "column", "found"]].to_numpy().tolist() == [[2, "id", "CIV-0001"]]


def test_a_misspelt_claimant_is_told_with_the_name_it_may_be(tmp_path: Path, project):
    """
    An unregistered name is told once, with how many rows it has and the registered name nearest to it.
    """
    names = ["General Staf of Ukraine", "OHCHR HRMMU", "General Staf of Ukraine", "Somebody new"]
    sheet = write(tmp_path, *({"claimant": name, "publisher": "Ukrinform"} for name in names))
    found = find_strangers(read_each([sheet]), read_register(project.sources))

    assert found[["row", "rows", "column", "found", "near"]].to_numpy().tolist() == [
        [2, 2, "claimant", "General Staf of Ukraine", "General Staff of Ukraine"],
        [5, 1, "claimant", "Somebody new", ""],
    ]


def test_everybody_in_the_recorded_sheets_is_registered(project):
    """
    No recorded row names a claimant or a publisher that the register does not know.
    """
    assert find_strangers(read_each(list_sheets(project.recorded)), read_register(project.sources)).empty


def test_a_claimant_of_whom_a_file_speaks_and_no_row_is_asked_about():
    """
    A followed claimant that is misspelt is told with the one meant; of a war without rows none is.
    """
    followed = [{"claimant": name, "measure": "killed", "party": "both"} for name in ("A Statf", "A Staff")]
    wars = [Conflict(name, ConflictFile(title="A war", followed=followed)) for name in ("a_war", "other")]
    found = find_unheard(wars, make_rows({"conflict": "A_war ", "claimant": "A Staff"}), NOBODY)

    assert found.to_numpy().tolist() == [["a_war.yml", "a_war", "A Statf", "A Staff"]]


def test_a_declared_place_is_no_person():
    """
    A place that may be a person's name is asked about only while no conflict's file declares it.
    """
    rows = make_rows({"place": "Saqr Crossing", "conflict": "a_war"})
    before = find_possible_persons(rows, NOBODY)
    known._learned[:] = [{"a_war": Conflict("a_war", ConflictFile(title="A war", places=[PLACE]))}]

    assert before["column"].tolist() == ["place"]
    assert find_possible_persons(rows, NOBODY).empty


def test_the_example_correction_in_the_readme_is_whole():
    """
    The README of the corrections shows every key that a correction has.
    """
    text = (HOME / "data" / "corrections" / "README.md").read_text()

    for key in ("id", "column", "expect", "action", "value", "reason", "declared_on"):
        assert f"{key}: " in text
