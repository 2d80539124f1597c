"""Editions: the results of a week's notebooks put together as one report, in its place in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from casualty_ledger.errors import CannotWrite
from casualty_ledger.project import Project
from casualty_ledger.running.cache import Cache
from casualty_ledger.running.pages import list_pages
from casualty_ledger.running.plan import Ingredients, Task
from casualty_ledger.running.results import ReportNotWhole, Results
from casualty_ledger.whole_files import digest
from casualty_ledger.whole_folders import staging

FAILED = "failed"


@dataclass(frozen=True)
class Editions:
    """Where reports are put together and where they stand."""

    project: Project
    cache: Cache
    results: Results

    def place(self, tasks: list[Task]) -> Path:
        """Put a report in its place: new results, beside those of the former report that still hold.

        Errors: CannotWrite, CodeChanged, ReportNotWhole.
        """
        from casualty_ledger.publishing.manifest import write_manifest

        first = tasks[0]
        target = self.cache.reports / first.edition
        made: dict[str, tuple[Ingredients, list[str]]] = {}
        with staging(target) as folder:
            for task in tasks:
                made[task.notebook.stem] = task.ingredients, list(self._lay(task, folder))
            pages = list_pages(task.notebook for task in tasks)
            write_manifest(folder, self.project, first.parameters, str(first.vintage), pages)
        self._keep(first.edition, made)
        return target

    def _keep(self, edition: str, made: dict[str, tuple[Ingredients, list[str]]]) -> None:
        try:
            self.cache.keep(edition, made)
        except OSError as error:
            raise CannotWrite(path=self.cache.folder, problem=error.strerror or error) from None
        self.results.forget(edition)
        shutil.rmtree(self.cache.reports / FAILED / edition, ignore_errors=True)
        with suppress(OSError):
            (self.cache.reports / FAILED).rmdir()

    def _lay(self, task: Task, folder: Path) -> Iterator[str]:
        """Lay the files of one result into a report, and name them."""
        waiting = self.results.is_waiting(task)
        source = self.results.place(task) if waiting else self.cache.reports / task.edition
        for name in self.results.list_files(task) if waiting else self.cache.files_of(task):
            if (folder / name).exists() and digest(folder / name) != digest(source / name):
                problem = f"another notebook made another {name}."
                raise ReportNotWhole(notebook=task.notebook.name, problem=problem, cell=None)
            _link(source / name, folder / name)
            yield name

    def keep_failed(self, task: Task, notebook: Path) -> str:
        """Keep a notebook that stopped apart from the reports; say where.

        Errors: CannotWrite.
        """
        kept = self.cache.reports / FAILED / task.edition / task.notebook.name
        if not notebook.is_file():
            return ""
        try:
            kept.parent.mkdir(parents=True, exist_ok=True)
            notebook.replace(kept)
        except OSError as error:
            raise CannotWrite(path=kept, problem=error.strerror or error) from None
        return kept.relative_to(self.cache.reports.parent).as_posix()


def _link(source: Path, target: Path) -> None:
    """Give a file a second name, which costs nothing; copy it where the file system cannot."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
