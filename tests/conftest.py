"""Fixtures: the recorded sheets built once, and made-up sheets built at will."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from paths import FIXED_LEDGER, HOME
from rows import make_rows

from casualty_ledger.conflicts import known
from casualty_ledger.ledger.opening import Ledger, open_ledger
from casualty_ledger.ledger.store import hold_ledger
from casualty_ledger.locks import locked
from casualty_ledger.parsing.weeks import LATEST, parse_vintage, parse_week
from casualty_ledger.project import Project
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.running.current_package import publish
from casualty_ledger.running.report import make_report
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.string_storage import choose_string_storage


def pytest_collection_finish() -> None:
    """Begin as a process that opens a ledger does, and collect garbage as seldom as a notebook of ours."""
    choose_string_storage(rows=0)
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(autouse=True)
def _known_conflicts() -> Iterator[None]:
    """Leave the conflicts that a process knows as they were before a test opened other sheets."""
    before = list(known._learned)
    yield
    known._learned[:] = before


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that the processes of one test run have in common, for what is made once and only read."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def project(shared: Path) -> Project:
    """The project with the fixed ledger: rows that stay as they are, whatever joins data/raw."""
    return _build(FIXED_LEDGER / "data" / "raw", shared / "fixed")


@pytest.fixture(scope="session")
def whole_project(shared: Path) -> Project:
    """The project with every recorded sheet: for rules that hold of any rows, never for a count."""
    return _build(HOME / "data" / "raw", shared / "whole")


def _build(raw: Path, folder: Path) -> Project:
    """Build a ledger apart from the working tree, unless another process of this run has."""
    found = Project(home=HOME, raw=raw, processed=folder / "processed")
    folder.mkdir(exist_ok=True)
    with locked(folder):
        if not found.processed.exists():
            publish(hold_ledger(found), found.processed)
    return found


@pytest.fixture(scope="session")
def report(project: Project, shared: Path) -> Path:
    """The report of 2023-W22 from the fixed ledger, to be read."""
    week, reports = parse_week("2023-W22"), shared / "reports"
    reports.mkdir(exist_ok=True)
    with locked(reports):
        if not (found := reports / str(week)).exists():
            make_report(project, week, parse_vintage("", week), reports=reports)
    return found


@pytest.fixture(scope="session")
def ledger(project: Project) -> Ledger:
    """The fixed ledger with everything known today."""
    return open_ledger(project, LATEST)


@pytest.fixture(scope="session")
def whole_ledger(whole_project: Project) -> Ledger:
    """The recorded ledger with everything known today."""
    return open_ledger(whole_project, LATEST)


@pytest.fixture(scope="session")
def edition_of(ledger: Ledger) -> Callable[..., Edition]:
    """Make the edition of a week in a vintage, as the command line spells them; the last ones are kept."""

    @lru_cache(maxsize=12)
    def make(week: str, as_of: str = "") -> Edition:
        stated = parse_week(week)
        return Edition(stated, ledger.of_conflict("russia_ukraine").as_of(parse_vintage(as_of, stated)))

    return make


@pytest.fixture
def made_up(tmp_path: Path) -> Callable[..., Project]:
    """Make a project in a folder of its own from made-up rows."""

    def make(*changes: dict[str, str]) -> Project:
        recorded = tmp_path / "data" / "raw" / "recorded"
        recorded.mkdir(parents=True, exist_ok=True)
        make_rows(*changes)[list(SHEET_COLUMNS)].to_csv(recorded / "made_up.csv", index=False)
        raw = recorded.parent
        return Project(home=HOME, raw=raw, processed=tmp_path / "data" / "processed")

    return make
