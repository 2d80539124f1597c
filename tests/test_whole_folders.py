"""Staging: a folder appears whole, or the former one stands untouched."""

import os
import sys
from pathlib import Path

import pytest

from casualty_ledger import whole_folders
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


def test_a_link_to_a_folder_elsewhere_stays_a_link(tmp_path: Path):
    """
    Where the target is a link, the folder that it leads to is replaced, and the link stays.
    """
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "reports").symlink_to(elsewhere)
    with staging(tmp_path / "reports") as folder:
        (folder / "new").write_text("")

    assert (tmp_path / "reports").is_symlink()
    assert [path.name for path in elsewhere.iterdir()] == ["new"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two folders")
def test_there_is_always_a_folder_where_the_system_can_exchange_two(tmp_path: Path, monkeypatch):
    """
    The former folder is never moved away first: nobody finds none.
    """
    target = tmp_path / "2023-W22"
    target.mkdir()
    monkeypatch.setattr(Path, "rename", lambda *_: pytest.fail("moved away"))
    with staging(target) as folder:
        (folder / "new").write_text("")

    assert (target / "new").is_file()


def test_without_an_exchange_the_folder_is_replaced_by_two_moves(tmp_path: Path, monkeypatch):
    """
    A system that cannot exchange two folders gets the new one all the same.
    """
    monkeypatch.setattr(whole_folders, "_exchange", lambda *_: False)
    target = tmp_path / "2023-W22"
    target.mkdir()
    with staging(target) as folder:
        (folder / "new").write_text("")

    assert [path.name for path in tmp_path.iterdir()] == ["2023-W22"]
    assert (target / "new").is_file()
