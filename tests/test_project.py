"""Where things are."""

from pathlib import Path

import pytest

from casualty_ledger.errors import FolderMissing, NoProject
from casualty_ledger.project import Project, find_home

HOME = Path(__file__).resolve().parents[1]


def test_the_project_is_found_from_anywhere(monkeypatch, tmp_path: Path):
    """
    The project is found from its package, whatever the working directory.
    """
    monkeypatch.delenv("CASUALTY_LEDGER_HOME", raising=False)
    monkeypatch.chdir(tmp_path)

    assert find_home() == HOME


def test_a_named_folder_that_is_no_project_is_refused(monkeypatch, tmp_path: Path):
    """
    A folder that holds no register of sources is not a project.
    """
    monkeypatch.setenv("CASUALTY_LEDGER_HOME", str(tmp_path))

    with pytest.raises(NoProject):
        find_home()


def test_other_sheets_have_their_ledger_beside_them(tmp_path: Path):
    """
    The ledger of other sheets never overwrites the project's own.
    """
    raw = tmp_path / "data" / "raw"
    raw.mkdir(parents=True)

    assert Project.at(raw=str(raw)).processed == tmp_path / "data" / "processed"


def test_a_missing_folder_is_refused():
    """
    A folder of sheets that is not there is named in the error.
    """
    with pytest.raises(FolderMissing, match="nowhere"):
        Project.at(raw="nowhere")
