"""Executors: where orders are run. This machine is one; a cluster is another (see `cluster`)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from casualty_ledger.errors import NotebookFailed
from casualty_ledger.project import Project
from casualty_ledger.running.orders import Order, pass_on, tell_folders
from casualty_ledger.running.plain import Job, PlainPool
from casualty_ledger.running.plan import Task
from casualty_ledger.running.results import Results

AFTER = "casualty_ledger.running.pages.write_page"


class Executor(Protocol):
    """Whoever runs orders, several at a time."""

    workers: int

    def run(self, order: Order, folder: Path) -> None:
        """Run one order and put what it makes in a folder.

        Errors: NotebookFailed; the notebook then stands in the folder as far as it came.
        """

    def close(self) -> None:
        """End whatever still runs."""


class Local:
    """This machine: a warm parent that forks a child per notebook."""

    def __init__(self, project: Project, workers: int = 0) -> None:
        """Make ready to run `workers` notebooks at a time; nothing means one per core."""
        self.project = project
        self.workers = workers or os.cpu_count() or 1
        self.pool = PlainPool(pass_on(os.environ))

    def run(self, order: Order, folder: Path) -> None:
        """Run one order; see `Executor`."""
        self.pool.run(make_job(self.project, order, folder))

    def close(self) -> None:
        """End the warm parent and every notebook that still runs."""
        self.pool.close()


def make_job(project: Project, order: Order, folder: Path) -> Job:
    """Tell the engine what an order means on this machine."""
    return Job(
        notebook=project.notebooks / order.notebook,
        output=folder / order.output,
        parameters=order.parameters,
        environment=tell_folders(project, order, folder),
        after=AFTER,
    )


class Finished(NamedTuple):
    """A task that ended: well, or with a failure and the notebook as far as it came."""

    task: Task
    failure: NotebookFailed | None


@dataclass(frozen=True)
class Runner:
    """Runs tasks on an executor and has each result waiting as soon as it is there."""

    executor: Executor
    results: Results

    def run(self, tasks: list[Task]) -> Iterator[Finished]:
        """Yield each task as it ends; whatever ends the caller ends the tasks.

        Errors: CannotWrite.
        """
        threads = ThreadPoolExecutor(max_workers=self.executor.workers)
        running = {threads.submit(self._make, task) for task in tasks}
        try:
            while running:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (_ended(future) for future in done)
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            self.executor.close()
            threads.shutdown(wait=True)

    def _make(self, task: Task) -> Finished:
        try:
            with self.results.receiving(task) as folder:
                order = Order.of(task)
                try:
                    self.executor.run(order, folder)
                except NotebookFailed:
                    self.results.set_apart(task, folder / order.output)
                    raise
        except NotebookFailed as failure:
            return Finished(task, failure)
        return Finished(task, None)


def _ended(future: Future[Finished]) -> Finished:
    return future.result()
