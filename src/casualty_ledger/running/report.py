"""A report: the numbered notebooks of one week in one vintage, run side by side, as pages and a brief.

The ledger is made current first, so that bad input stops the run with a sentence before anything is
written. The report appears whole at the end; until then the previous one stands untouched.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

from nbformat import NotebookNode

from casualty_ledger.errors import NotebookFailed
from casualty_ledger.ledger.freshness import is_current
from casualty_ledger.parsing.weeks import Vintage, Week, label_edition
from casualty_ledger.project import Project
from casualty_ledger.running.notebooks import list_notebooks, run_notebook
from casualty_ledger.running.parameters import check_parameters
from casualty_ledger.running.staging import staging
from casualty_ledger.whole_files import write_text

PAGES = {
    "02_civilian_casualties": "civilian_casualties.html",
    "03_military_losses": "military_losses.html",
    "04_prisoners_of_war": "prisoners_of_war.html",
    "05_weekly_brief": "brief.html",
}
Tell = Callable[[str], None]


def make_report(
    project: Project, week: Week, vintage: Vintage, *, reports: Path, tell: Tell = lambda _: None
) -> Path:
    """Make the report of `week` in `vintage` under `reports`, and return its folder.

    `tell` is called with a line for each step. Errors: FolderMissing, SheetUnreadable,
    RegisterUnreadable, NotebookFailed, CannotWrite.
    """
    edition = label_edition(week, vintage)
    target = reports / edition
    if not is_current(project):
        from casualty_ledger.ledger.build import build_ledger

        tell("building the ledger")
        build_ledger(project)
    parameters = {"week": str(week), "as_of": str(vintage)}
    with staging(target) as folder, _environment(project, folder):
        try:
            _run_all(project, parameters, folder, tell)
        except NotebookFailed as failure:
            raise _keep_failed(failure, folder, reports / "failed" / edition) from None
        _write_manifest(folder, project, parameters, vintage)
    return target


def _run_all(project: Project, parameters: dict[str, str], folder: Path, tell: Tell) -> None:
    notebooks = list_notebooks(project)
    for notebook in notebooks:
        check_parameters(notebook, parameters)
    with ThreadPoolExecutor(max_workers=len(notebooks)) as pool:
        runs = {
            pool.submit(run_notebook, path, parameters, folder / "notebooks" / path.name): path
            for path in notebooks
        }
        for run in as_completed(runs):
            path = runs[run]
            _export(run.result(), path.stem, folder, parameters["week"])
            tell(f"ran {path.name}")


def _export(notebook: NotebookNode, stem: str, folder: Path, week: str) -> None:
    if stem not in PAGES:
        return
    from casualty_ledger.publishing.html import export_notebook

    subject = stem.partition("_")[2].replace("_", " ").capitalize()
    title = f"{subject}, week {week}: Casualty Ledger"
    description = f"{subject} of week {week}: reported figures, who says so, and how sure it is."
    write_text(folder / PAGES[stem], export_notebook(notebook, title=title, description=description))


def _write_manifest(folder: Path, project: Project, parameters: dict[str, str], vintage: Vintage) -> None:
    from casualty_ledger.publishing.manifest import write_manifest

    write_manifest(folder, project, parameters, str(vintage))


def _keep_failed(failure: NotebookFailed, folder: Path, kept: Path) -> NotebookFailed:
    name = str(failure.facts["notebook"])
    kept.mkdir(parents=True, exist_ok=True)
    shutil.copy(folder / "notebooks" / name, kept / name)
    problem = f"{failure.facts['problem']}. It is kept, with the error in it, as {kept.name}/{name}."
    return NotebookFailed(notebook=name, problem=problem)


@contextmanager
def _environment(project: Project, folder: Path) -> Iterator[None]:
    """Tell the kernels where to read and write without writing a path into any notebook."""
    told = {
        "CASUALTY_LEDGER_HOME": project.home,
        "CASUALTY_LEDGER_RAW": project.raw,
        "CASUALTY_LEDGER_PROCESSED": project.processed,
        "CASUALTY_LEDGER_OUT": folder,
    }
    before = {name: os.environ.get(name) for name in told}
    os.environ.update({name: str(path) for name, path in told.items()})
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
