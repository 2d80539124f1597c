"""Executors: where orders are run. This machine is one; a cluster is another (see `choosing`)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from casualty_ledger.project import Project
from casualty_ledger.running.orders import Order


class Executor(Protocol):
    """Whoever runs orders, several at a time; `in_hand` is how many it is given, some to wait."""

    in_hand: int

    def run(self, order: Order, folder: Path) -> None:
        """Run one order and put what it makes in a folder.

        Errors: NotebookFailed; the notebook then stands in the folder as far as it came.
        """

    def close(self) -> None:
        """End whatever still runs."""


class Local:
    """The machine that this runs on: a warm parent that forks a child per notebook."""

    def __init__(self, project: Project, workers: int = 0) -> None:
        """Make ready to run `workers` notebooks at a time; nothing means one per core."""
        # An unchanged report needs no engine, and its libraries take longer to import than to look at it.
        from casualty_ledger.running import engine

        self.engine = engine
        at_once = workers or os.cpu_count() or 1
        self.project = project
        self.in_hand = at_once + 2
        self.pool = engine.open_pool(project, at_once)

    def run(self, order: Order, folder: Path) -> None:
        """Run one order; see `Executor`."""
        self.engine.run_job(self.pool, self.engine.make_job(self.project, order, folder))

    def close(self) -> None:
        """End the warm parent and every notebook that still runs."""
        self.pool.close(wait_for_jobs=False)
