"""Runs side by side and edits during a run: a report is of what its run began with, or it is not there."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest
from small import SHEET, Witness, contents, make_small, run
from soak import in_soak

from casualty_ledger import loaded_code
from casualty_ledger.ledger.store import hold_ledger
from casualty_ledger.loaded_code import CodeChanged
from casualty_ledger.project import Project
from casualty_ledger.running.backfill import open_backfill
from casualty_ledger.running.current_package import publish
from casualty_ledger.running.executor import Local
from casualty_ledger.running.orders import Order
from casualty_ledger.running.plan import plan_editions

WEEK = ("2023-W22", "2023-W22")
WEEKS = plan_editions(*WEEK, "each-week")
SEES = """
from casualty_ledger.desk import open_desk
desk = open_desk(week, as_of)
desk.table(desk.edition.figures, "figures", "All", "None")
"""


def other_than(project: Project) -> Project:
    """Make a second folder of sheets beside the first, with other figures."""
    raw = Path(shutil.copytree(project.raw, project.raw.with_name("other")))
    sheet = raw / "recorded" / SHEET
    sheet.write_text(sheet.read_text().replace("209940", "7"))
    return Project(project.home, raw, project.processed)


class Meddling(Witness):
    """A witness during whose work something is done to the project, and something after it."""

    def __init__(self, project: Project, before: Callable[[], object], after: Callable[[], object]) -> None:
        """Do something before each look, and something after it."""
        super().__init__(project)
        self.before, self.after = before, after

    def run(self, order: Order, folder: Path) -> None:
        """Meddle, look, and put it back."""
        self.before()
        super().run(order, folder)
        self.after()


def meddled(
    project: Project, before: Callable[[], object], after: Callable[[], object] = lambda: None
) -> list[str]:
    """Make the reports of a project while somebody meddles; return what was said to have changed."""
    with open_backfill(project, WEEKS, project.reports) as opened:
        steps = list(opened.run(lambda snapshot: Meddling(snapshot, before, after)))
        assert not [step.failure for step in steps if step.failure]
        return opened.list_changes()


CORRECTION = (
    "- {id: t-1, column: value, expect: '209940', action: refuse, reason: Test., declared_on: 2023-01-06}\n"
)
# What is edited, by the name that the run gives it: where it is, and what it holds then.
EDITS: dict[str, tuple[str, Callable[[str], str]]] = {
    f"recorded/{SHEET}": (f"data/raw/recorded/{SHEET}", lambda text: text.replace("209940", "7")),
    "corrections/ours.yml": ("data/corrections/ours.yml", lambda text: text + CORRECTION),
    "sources.yml": ("data/sources.yml", lambda text: text.replace("General Staff of", "Staff of")),
    "notebooks/01_rows.ipynb": (
        "notebooks/01_rows.ipynb",
        lambda text: text.replace('week"\n', 'week, 2"\n'),
    ),
    "notebooks/helper.py": ("notebooks/helper.py", lambda text: text.replace("1", "2")),
}

SHEETS_AND_CELLS = (f"recorded/{SHEET}", "notebooks/01_rows.ipynb")
KINDS = [*SHEETS_AND_CELLS, *in_soak(*(kind for kind in EDITS if kind not in SHEETS_AND_CELLS))]


def prepare(home: Path, kind: str) -> tuple[Project, Callable[[], object], Callable[[], object]]:
    """Make a project, what edits it, and what puts it back."""
    project = make_small(home)
    (project.corrections / "ours.yml").write_text("")
    name, change = EDITS[kind]
    before = (home / name).read_text()
    after = change(before)
    assert after != before
    return project, lambda: (home / name).write_text(after), lambda: (home / name).write_text(before)


@pytest.mark.parametrize("kind", KINDS)
def test_an_edit_that_is_put_back_leaves_no_trace(kind: str, tmp_path: Path):
    """
    What is edited while a notebook runs and put back before the run ends is in no report.
    """
    project, meddle, put_back = prepare(tmp_path / "home", kind)
    said = meddled(project, meddle, put_back)
    ran, _ = run(project, project.reports, weeks=WEEK)
    run(project, tmp_path / "anew", weeks=WEEK)

    assert (said, ran) == ([], [])
    assert contents(project.reports) == contents(tmp_path / "anew")


@pytest.mark.parametrize("kind", KINDS)
def test_an_edit_that_stays_is_said_and_made_by_the_next_run(kind: str, tmp_path: Path):
    """
    A report shows its inputs as they were when its run began, and the run names what has changed since.
    The next run makes what that concerns, as if it were made anew.
    """
    project, meddle, _ = prepare(tmp_path / "home", kind)
    run(project, tmp_path / "before", weeks=WEEK)
    said = meddled(project, meddle)
    as_begun = contents(project.reports)
    ran, _ = run(project, project.reports, weeks=WEEK)
    run(project, tmp_path / "anew", weeks=WEEK)

    assert said == [kind]
    assert as_begun == contents(tmp_path / "before")
    assert ran
    assert contents(project.reports) == contents(tmp_path / "anew") != as_begun


def test_a_module_of_the_package_edited_during_a_run_keeps_nothing(tmp_path: Path, monkeypatch):
    """
    Where the package's own code changes during a run, what it made since is not kept, and it says why.
    """
    project = make_small(tmp_path / "home")
    run(project, project.reports, weeks=("2023-W21", "2023-W21"))
    before = contents(project.reports)
    name = next(iter(loaded_code.STARTED_WITH))

    def meddle() -> None:
        monkeypatch.setitem(loaded_code.STARTED_WITH, name, (0, 0, 0))

    with pytest.raises(CodeChanged, match=name):
        meddled(project, meddle)
    monkeypatch.undo()
    ran, _ = run(project, project.reports, weeks=WEEK)

    assert {path.split("/")[0] for path in before} == {"2023-W21"}
    assert len(ran) == 2


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_ledger_built_meanwhile_from_other_sheets_is_not_read(moment: str, tmp_path: Path):
    """
    While reports of one folder are made, the ledger of another with the same parent is built and published.
    """
    project = make_small(tmp_path / "home")
    run(project, tmp_path / "alone", weeks=WEEK)
    other = other_than(project)

    def build_other() -> None:
        publish(hold_ledger(other), other.processed)

    said = meddled(project, *((build_other,) if moment == "before" else (lambda: None, build_other)))
    ran, _ = run(project, project.reports, weeks=WEEK)

    assert (said, ran) == ([], [])
    assert contents(project.reports) == contents(tmp_path / "alone")


def test_a_notebook_of_a_report_builds_nothing(tmp_path: Path):
    """
    With a sheet replaced after the run has begun, its notebooks read the ledger that the run began with.
    """
    project = make_small(tmp_path / "home", SEES)
    sheet = project.recorded / SHEET
    with open_backfill(project, WEEKS, project.reports) as opened:
        sheet.write_text(sheet.read_text().replace("209940", "7"))
        assert not [step.failure for step in opened.run(Local) if step.failure]
        said = opened.list_changes()
    table = (project.reports / "2023-W22" / "tables" / "figures.csv").read_text()

    assert said == [f"recorded/{SHEET}"]
    assert "209940" in table
    assert len(list(project.store.iterdir())) == 1


def start(project: Project, out: Path, *words: str) -> subprocess.Popen[str]:
    """Start a command for a folder of sheets."""
    command = [sys.executable, "-m", "casualty_ledger.cli", *words, "--raw", str(project.raw)]
    command += ["--out", str(out)] if words[0] != "build" else []
    environment = os.environ | {"CASUALTY_LEDGER_HOME": str(project.home)}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True)


@pytest.mark.soak
def test_reports_of_two_folders_side_by_side_are_each_their_own(tmp_path: Path):
    """
    Two reports and a build run at once on folders with one parent; each report holds its folder's figures.
    """
    one = make_small(tmp_path / "home", SEES)
    both = {"one": (one, "209940"), "other": (other_than(one), "7")}
    week = ["report", "--week", "2023-W22"]
    runs = [start(project, tmp_path / name, *week) for name, (project, _) in both.items()]
    runs.append(start(one, tmp_path, "build"))
    told = [process.communicate(timeout=300) for process in runs]
    again = start(one, tmp_path / "one", *week).communicate(timeout=300)[0]

    assert [process.returncode for process in runs] == [0, 0, 0], told
    assert again.startswith("Nothing has changed since it was made")
    for name, (project, value) in both.items():
        report = tmp_path / name / "2023-W22"
        inputs = json.loads((report / "manifest.json").read_text())["inputs"]
        figures = pd.read_csv(report / "tables" / "figures.csv", dtype=str)
        assert set(figures["value"]) == {value}
        assert inputs[f"recorded/{SHEET}"] == sha256((project.recorded / SHEET).read_bytes()).hexdigest()
