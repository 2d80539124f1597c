"""The runner: hands tasks to an executor, and has each result waiting, or its failure kept, as it comes."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from casualty_ledger.errors import NotebookFailed
from casualty_ledger.loaded_code import check_code
from casualty_ledger.running.editions import Editions
from casualty_ledger.running.executor import Executor
from casualty_ledger.running.orders import Order
from casualty_ledger.running.plan import Task
from casualty_ledger.running.results import ReportNotWhole, check_result


class Finished(NamedTuple):
    """A task that ended, well or with a failure."""

    task: Task
    failure: NotebookFailed | None


@dataclass(frozen=True)
class Runner:
    """Runs tasks on an executor, as many as it takes."""

    executor: Executor
    editions: Editions

    def run(self, tasks: list[Task]) -> Iterator[Finished]:
        """Yield each task as it ends. When the caller stops, everything that still runs is ended.

        Errors: CannotWrite, CodeChanged.
        """
        threads = ThreadPoolExecutor(max_workers=self.executor.in_hand)
        running = {threads.submit(self._finish, task) for task in tasks}
        try:
            while running:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    yield future.result()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            self.executor.close()
            threads.shutdown(wait=True)

    def _finish(self, task: Task) -> Finished:
        try:
            with self.editions.results.receiving(task) as folder:
                self._run(task, folder)
                check_code()
        except NotebookFailed as failure:
            return Finished(task, failure)
        return Finished(task, None)

    def _run(self, task: Task, folder: Path) -> None:
        order = Order.of(task)
        try:
            self.executor.run(order, folder)
            check_result(task, folder)
        except NotebookFailed as failure:
            kept = self.editions.keep_failed(task, folder / order.output)
            inside = "" if isinstance(failure, ReportNotWhole) else ", with the error in it,"
            where = f" It is kept{inside} as {kept}." if kept else ""
            problem = f"{failure.facts['problem']}.{where}"
            raise type(failure)(**failure.facts | {"problem": problem}) from None
