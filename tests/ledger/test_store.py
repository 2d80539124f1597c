"""Ledgers side by side: each at an address that follows from its inputs, whole, and never changed."""

import multiprocessing
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from opening_in_turn import open_in_turn

from casualty_ledger import loaded_code
from casualty_ledger.errors import RegisterUnreadable
from casualty_ledger.ledger import build, store
from casualty_ledger.ledger.freshness import list_data
from casualty_ledger.ledger.opening import open_ledger
from casualty_ledger.ledger.store import KEPT, hold_ledger
from casualty_ledger.loaded_code import CodeChanged
from casualty_ledger.project import Project


def values(project: Project) -> list[float]:
    return open_ledger(project).figures["value"].tolist()


def addresses(project: Project) -> set[str]:
    return {path.name for path in project.store.iterdir()}


def test_a_ledger_that_is_held_shows_what_it_was_built_from(made_up):
    """
    After a sheet has changed, a ledger opened before still shows its own sheets and figures.
    """
    project = made_up({})
    held = hold_ledger(project).project
    before = values(project)
    made_up({"value": "1"})

    assert values(project) == [1]
    assert values(held) == before == [209940]
    assert "209940" in (held.recorded / "made_up.csv").read_text()


def test_what_was_there_before_is_found_again(made_up):
    """
    A sheet that is put back leads back to the ledger that was built from it: nothing is built a third time.
    """
    project = made_up({})
    first = hold_ledger(project)
    made_up({"value": "1"})
    hold_ledger(project)
    made_up({})
    told: list[str] = []
    again = hold_ledger(project, told.append)

    assert again.project == first.project
    assert told == []
    assert len(addresses(project)) == 2


def test_folders_with_one_parent_have_their_own_ledgers(made_up, tmp_path: Path):
    """
    Two folders of sheets side by side share the place of the current package, and mix nothing.
    """
    one = made_up({})
    other = replace(one, raw=Path(shutil.copytree(one.raw, one.raw.with_name("other"))))
    sheet = other.recorded / "made_up.csv"
    sheet.write_text(sheet.read_text().replace("209940", "7"))

    assert [values(project) for project in (one, other, one, other)] == [[209940], [7]] * 2


def edit_sheet(project: Project) -> None:
    sheet = project.recorded / "made_up.csv"
    sheet.write_text(sheet.read_text().replace("209940", "5"))


def declare_correction(project: Project) -> None:
    project.corrections.mkdir()
    told = "{id: t-1, column: value, expect: '209940', action: refuse, reason: T., declared_on: 2023-06-06}"
    (project.corrections / "mine.yml").write_text(f"- {told}\n")


def register_other(project: Project) -> None:
    text = project.sources.read_text().replace("General Staff of Ukraine", "Somebody else")
    (project.raw.parent / "sources.yml").write_text(text)


@pytest.mark.parametrize("edit", [edit_sheet, declare_correction, register_other])
def test_what_is_digested_is_what_was_read(edit: Callable[[Project], None], made_up, monkeypatch):
    """
    An edit between asking what there is and reading it makes a ledger of the edit, at the edit's address.
    """
    project = made_up({})
    copy = store._copy_data

    def edited_before(project: Project, copied: Project) -> None:
        edit(project)
        copy(project, copied)

    monkeypatch.setattr(store, "_copy_data", edited_before)
    held = hold_ledger(project).project
    monkeypatch.undo()
    read = {name: path.read_bytes() for name, path in list_data(held).items()}

    assert read == {name: path.read_bytes() for name, path in list_data(project).items()}
    assert hold_ledger(project).project == held


def test_an_edit_while_it_is_built_is_not_in_it(made_up, monkeypatch):
    """
    A sheet that is replaced during a build is not read: the next opening builds the ledger of the new one.
    """
    project = made_up({})
    built = build.build_ledger

    def edited_meanwhile(copied: Project) -> object:
        edit_sheet(project)
        return built(copied)

    monkeypatch.setattr(build, "build_ledger", edited_meanwhile)
    first = open_ledger(project).figures["value"].tolist()
    monkeypatch.undo()

    assert (first, values(project)) == ([209940], [5])


def test_code_that_changed_under_the_process_builds_nothing(made_up, monkeypatch):
    """
    Where a file of the package is another than the process began with, no ledger is kept under its digest.
    """
    project = made_up({})
    name = next(iter(loaded_code.STARTED_WITH))
    monkeypatch.setitem(loaded_code.STARTED_WITH, name, (0, 0, 0))

    with pytest.raises(CodeChanged, match=name):
        hold_ledger(project)
    assert addresses(project) == set()


def test_old_ledgers_go_but_never_one_that_is_held(made_up):
    """
    Of many ledgers the last ones stay, and whichever is held, however old; a half-removed one is never met.
    """
    project = made_up({})
    held = hold_ledger(project)
    for number in range(KEPT + 3):
        made_up({"value": str(number)})
        last = hold_ledger(project).project

    assert len(addresses(project)) == KEPT + 1
    assert {held.project.raw.parent.name, last.raw.parent.name} <= addresses(project)
    assert values(held.project) == [209940]


def test_many_processes_open_many_ledgers_at_once(made_up):
    """
    Two processes open ledgers of five folders in any order, more than stay: each sees its own figures.
    """
    project = made_up({})
    for number in range(5):
        folder = Path(shutil.copytree(project.raw, project.raw.with_name(f"raw{number}")))
        sheet = folder / "recorded" / "made_up.csv"
        sheet.write_text(sheet.read_text().replace("209940", str(number + 1)))
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        found = pool.starmap(open_in_turn, [(project, number * 3) for number in range(9)], chunksize=1)

    assert found == [[number * 3 % 5 + 1] for number in range(9)]


def test_a_ledger_in_the_store_cannot_be_written_over(made_up):
    """
    The files of a ledger in the store are read-only.
    """
    held = hold_ledger(made_up({})).project
    files = [path for path in held.raw.parent.rglob("*") if path.is_file()]

    assert len(files) > 6
    assert {path.stat().st_mode & 0o222 for path in files} == {0}


def test_what_cannot_be_read_is_said_and_not_called_unwritable(made_up, tmp_path: Path):
    """
    A missing register is one sentence about the register; a sheet that leads nowhere is left out by name.
    """
    project = made_up({})
    (project.recorded / "gone.csv").symlink_to(tmp_path / "nowhere.csv")
    homeless = replace(project, home=tmp_path / "home")

    assert open_ledger(project).left_out == ("gone.csv",)
    assert hold_ledger(project).project == hold_ledger(project).project
    with pytest.raises(RegisterUnreadable, match=r"sources\.yml"):
        hold_ledger(homeless)
