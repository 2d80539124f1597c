"""Results: what one notebook made, waiting until its report is whole.

A result waits in a folder named after its report and notebook, put there in one step, with what it is made
of written inside. A killed run leaves what was finished; the next run takes it where it still holds.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from casualty_ledger.errors import CannotWrite, NotebookFailed
from casualty_ledger.promises import PROMISED, find_broken, find_unrun
from casualty_ledger.running.pages import name_page
from casualty_ledger.running.plan import Task

MADE_OF = ".made-of.json"


class ReportNotWhole(NotebookFailed):
    """A notebook ran to its end, and what it makes is not all there."""

    template = "{notebook} ran, but its report is not whole: {problem}"


def find_flaws(task: Task, folder: Path) -> Iterator[str]:
    """Say what is missing of a result: cells that did not run, and files that its notebook promised."""
    executed = f"notebooks/{task.notebook.name}"
    page = name_page(task.notebook.stem)
    broken = list(find_broken(folder, executed, *([page] if page else [])))
    yield from broken or find_unrun(folder / executed)


def check_result(task: Task, folder: Path) -> None:
    """Raise where a result is not whole. Errors: ReportNotWhole."""
    flaws = list(find_flaws(task, folder))
    if flaws:
        raise ReportNotWhole(notebook=task.notebook.name, problem="; ".join(flaws), cell=None)


@dataclass(frozen=True)
class Results:
    """The folder in which results wait."""

    folder: Path

    def place(self, task: Task) -> Path:
        """The folder of one result."""
        return self.folder / task.edition / task.notebook.stem

    def is_waiting(self, task: Task) -> bool:
        """Say whether the result of a task is here, made of what it would be made of now."""
        try:
            made_of = json.loads((self.place(task) / MADE_OF).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return bool(made_of == task.ingredients)

    def is_finished(self, task: Task) -> bool:
        """Say whether a former run has left the result of a task here, whole."""
        return self.is_waiting(task) and not any(find_flaws(task, self.place(task)))

    @contextmanager
    def receiving(self, task: Task) -> Iterator[Path]:
        """Lend a folder for the result of a task; it waits when the block ends well, and goes when not.

        Errors: CannotWrite.
        """
        place = self.place(task)
        # A notebook of a run that was killed may write on for a moment: its folder is not this one.
        working = self.folder / f".{os.getpid()}-{task.edition.replace('/', '-')}-{task.notebook.stem}"
        try:
            working.mkdir(parents=True)
            yield working
            (working / MADE_OF).write_text(json.dumps(task.ingredients), encoding="utf-8")
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(place, ignore_errors=True)
            working.rename(place)
        except OSError as error:
            raise CannotWrite(path=self.folder, problem=error.strerror or error) from None
        finally:
            shutil.rmtree(working, ignore_errors=True)

    def list_files(self, task: Task) -> list[str]:
        """List the files of a waiting result, by their paths in the report."""
        place = self.place(task)
        own = (MADE_OF, PROMISED)
        files = sorted(path for path in place.rglob("*") if path.is_file() and path.name not in own)
        return [path.relative_to(place).as_posix() for path in files]

    def forget(self, edition: str) -> None:
        """Remove the results of a report that is in its place."""
        shutil.rmtree(self.folder / edition, ignore_errors=True)

    def clear_unfinished(self) -> None:
        """Remove what runs that were killed left unfinished; only for whoever holds the lock."""
        for path in self.folder.glob(".*"):
            shutil.rmtree(path, ignore_errors=True)
