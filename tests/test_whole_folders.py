"""Staging: a folder appears whole, or the former one stands untouched."""

import os
from pathlib import Path

import pytest

from casualty_ledger.errors import CannotWrite
from casualty_ledger.whole_folders import staging


def test_a_folder_appears_whole(tmp_path: Path):
    """
    Until the block ends there is no folder; then there is a whole one and nothing beside it.
    """
    target = tmp_path / "2023-W22"
    with staging(target) as folder:
        (folder / "a").write_text("1")
        assert not target.exists()

    assert (target / "a").read_text() == "1"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_former_folder(tmp_path: Path):
    """
    Where the block fails the former report stands as it was, and nothing is left beside it.
    """
    target = tmp_path / "2023-W22"
    target.mkdir()
    (target / "a").write_text("former")

    with pytest.raises(ZeroDivisionError), staging(target) as folder:
        (folder / "a").write_text("half")
        _ = 1 / 0

    assert (target / "a").read_text() == "former"
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_folder_replaces_the_former_whole(tmp_path: Path):
    """
    No file of the former report survives in the new one.
    """
    target = tmp_path / "2023-W22"
    target.mkdir()
    (target / "gone").write_text("")
    with staging(target) as folder:
        (folder / "new").write_text("")

    assert [path.name for path in target.iterdir()] == ["new"]


def test_leftovers_of_a_killed_run_are_removed(tmp_path: Path):
    """
    A folder that a killed run left is removed; one caught in the swap is brought back first.
    """
    target = tmp_path / "2023-W22"
    (tmp_path / ".2023-W22.999999999.partial").mkdir()
    former = tmp_path / ".2023-W22.999999999.former"
    former.mkdir()
    (former / "a").write_text("former")

    with pytest.raises(ZeroDivisionError), staging(target):
        _ = 1 / 0

    assert (target / "a").read_text() == "former"
    assert list(tmp_path.iterdir()) == [target]


def test_another_run_at_work_is_left_alone(tmp_path: Path):
    """
    The staging folder of a process that still runs is not touched.
    """
    other = tmp_path / f".2023-W22.{os.getppid()}.partial"
    other.mkdir()
    with staging(tmp_path / "2023-W22"):
        pass

    assert other.is_dir()


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path):
    """
    A target below a file raises the declared error.
    """
    (tmp_path / "file").write_text("")

    with pytest.raises(CannotWrite), staging(tmp_path / "file" / "2023-W22"):
        pass
