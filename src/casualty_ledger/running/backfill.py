"""A backfill: the reports of many weeks, where only what has changed is run. One week is a short one.

The ledger is built first, so that bad input stops the run with a sentence before anything is written. The
run works on a snapshot that nobody edits. Each report appears whole as soon as its last notebook has ended;
until then the former one stands.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.errors import CannotWrite, NotebookFailed
from casualty_ledger.ledger.store import hold_ledger
from casualty_ledger.locks import locked
from casualty_ledger.parsing.weeks import Vintage, Week
from casualty_ledger.project import Project
from casualty_ledger.running.cache import Cache
from casualty_ledger.running.current_package import is_published, publish
from casualty_ledger.running.editions import Editions
from casualty_ledger.running.executor import Executor
from casualty_ledger.running.plan import Plan, Task, find_about, make_plan
from casualty_ledger.running.results import ReportNotWhole, Results
from casualty_ledger.running.runner import Runner
from casualty_ledger.running.snapshot import list_changes, snapshot
from casualty_ledger.running.visible import find_visible

Tell = Callable[[str], None]


class Step(NamedTuple):
    """A notebook that ended: what stopped it, if anything, and the report that it made whole, if any."""

    task: Task
    failure: NotebookFailed | None
    placed: Path | None


@dataclass(frozen=True)
class Backfill:
    """What there is to do for a plan, and doing it. `project` is the one that a person edits."""

    project: Project
    plan: Plan
    cache: Cache
    editions: Editions

    @property
    def start(self) -> date | None:
        """The day from which totals of the conflict count, where its file says one."""
        task = next(iter(self.plan.tasks), None)
        return conflict_of(task.about.conflict).file.start if task else None

    @cached_property
    def why(self) -> dict[Task, list[str]]:
        """The tasks whose results do not stand as they should, each with the reasons."""
        reasons = {task: self.cache.why(task, self.plan) for task in self.plan.tasks}
        return {task: said for task, said in reasons.items() if said}

    @cached_property
    def to_run(self) -> list[Task]:
        """The tasks that must run: those whose result no former run has left finished."""
        return [task for task in self.why if not self.editions.results.is_finished(task)]

    @cached_property
    def to_place(self) -> dict[str, list[Task]]:
        """The reports that do not stand as they should, each with all its tasks."""
        return {
            edition: tasks
            for edition, tasks in self.plan.editions().items()
            if any(task in self.why for task in tasks)
            or not self.cache.stands(edition, {task.notebook.stem for task in tasks})
        }

    def list_changes(self) -> list[str]:
        """Name what was edited since the run began, which its reports show as it was then."""
        return list_changes(self.project, self.editions.project)

    def run(self, start: Callable[[Project], Executor]) -> Generator[Step]:
        """Run what must run, on the executor that `start` gives, and put each report in its place.

        A task that fails leaves its report as it was and stops no other. Errors: UnknownParameter,
        CannotWrite.
        """
        self.cache.keep_code(self.plan)
        left = {edition: set(tasks) & set(self.to_run) for edition, tasks in self.to_place.items()}
        for edition, tasks in self.to_place.items():
            if not left[edition]:
                yield self._place(tasks, tasks[0])
        if self.to_run:
            yield from self._run(start, left)

    def _run(self, start: Callable[[Project], Executor], left: dict[str, set[Task]]) -> Iterator[Step]:
        _check_parameters(self.to_run)
        for task, failure in Runner(start(self.editions.project), self.editions).run(self.to_run):
            waits_for = left[task.edition]
            if not failure:
                waits_for.discard(task)
            yield Step(task, failure, None) if waits_for else self._place(self.to_place[task.edition], task)

    def _place(self, tasks: list[Task], last: Task) -> Step:
        """Put a report in its place, all of whose notebooks have ended well."""
        try:
            return Step(last, None, self.editions.place(tasks))
        except ReportNotWhole as failure:
            return Step(last, failure, None)


def _check_parameters(tasks: list[Task]) -> None:
    from casualty_ledger.running.parameters import fit_parameters

    for task in {task.notebook: task for task in tasks}.values():
        fit_parameters(task)


@contextmanager
def open_backfill(
    project: Project,
    editions: Iterable[tuple[Week, Vintage]],
    reports: Path,
    *,
    conflict: str = "",
    language: str = "",
    tell: Tell = lambda _: None,
) -> Iterator[Backfill]:
    """Plan the reports of some editions of one conflict in a folder that no other run works in meanwhile.

    `tell` is called with a line for each step. Errors: FolderMissing, SheetUnreadable, RegisterUnreadable,
    ConflictUnreadable, UnknownConflict, ConflictNotChosen, UnknownLanguage, CorrectionUnreadable,
    CorrectionOutdated, CannotWrite.
    """
    stored = hold_ledger(project, tell)
    find_about(stored.project, conflict, language)  # What cannot be reported waits for no other run.
    cache = Cache(reports)
    results = Results(cache.folder / "waiting")
    with _alone(cache.folder, tell):
        stored = hold_ledger(project, tell)  # What was edited while this run waited for another.
        if not is_published(stored, project.processed):
            publish(stored, project.processed)
        cache.clear_unfinished()
        results.clear_unfinished()
        with snapshot(project, stored.project, cache.folder / "home") as begun:
            visible = find_visible(begun, cache.folder / "visible.json")
            about = find_about(begun, conflict, language)
            plan = make_plan(begun, editions, begun.numbered, visible, about)
            yield Backfill(project, plan, cache, Editions(begun, cache, results))


@contextmanager
def _alone(folder: Path, tell: Tell) -> Iterator[None]:
    """Hold the folder of what is kept between runs. Errors: CannotWrite."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(path=folder, problem=error.strerror or error) from None
    with locked(folder, waiting=lambda: tell("waiting for another run to end")):
        yield
