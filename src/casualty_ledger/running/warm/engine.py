"""The warm engine as papermill knows it: `papermill --engine warm in.ipynb out.ipynb`."""

from __future__ import annotations

import atexit
import contextlib
import functools
import math
import os
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from papermill.engines import NBClientEngine, NotebookExecutionManager

from casualty_ledger.errors import NotebookFailed
from casualty_ledger.running.notebooks import KERNEL
from casualty_ledger.running.warm.assembling import DIED
from casualty_ledger.running.warm.cells import may_fail
from casualty_ledger.running.warm.jobs import Job
from casualty_ledger.running.warm.pool import WarmPool

# What papermill may ask of an engine and this one does.
KNOWN = {"input_path", "execution_timeout", "start_timeout", "autosave_cell_every"}


class WarmEngine(NBClientEngine):
    """Runs a notebook in a process forked from a warm one, which the first notebook starts.

    Another kernel, and options that want output while a cell runs, are left to papermill's own engine.
    """

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: NotebookExecutionManager, kernel_name: str, **options: Any
    ) -> None:
        """Run the notebook that papermill has parameterized, and put into it what came of its cells."""
        asked = {name for name, value in options.items() if value}
        written_for = nb_man.nb.metadata.get("kernelspec", {}).get("name")
        if {kernel_name, written_for} != {KERNEL} or not asked <= KNOWN:
            super().execute_managed_notebook(nb_man, kernel_name, **options)
            return
        executed = _run(nb_man.nb, options.get("execution_timeout") or math.inf)
        nb_man.nb.metadata.update(executed.metadata)
        for index, cell in enumerate(executed.cells):
            nb_man.nb.cells[index] = cell
            _tell(nb_man, index, cell)
            if cell.metadata.papermill["exception"]:
                return


@functools.cache
def _pool() -> WarmPool:
    """Return the pool that all notebooks of this process share."""
    pool = WarmPool(workers=os.cpu_count() or 1)
    atexit.register(pool.close)
    return pool


def _run(notebook: NotebookNode, seconds: float) -> NotebookNode:
    """Return the notebook as executed. Errors: NotebookFailed, if there is none."""
    from papermill.execute import remove_error_markers

    with tempfile.TemporaryDirectory(prefix="notebook-") as name:
        given, executed = Path(name, "given.ipynb"), Path(name, "executed.ipynb")
        nbformat.write(notebook, given)
        try:
            _pool().run(Job(given, executed, environment=dict(os.environ), timeout=seconds, tidy=False))
        except NotebookFailed:
            if not executed.exists():
                raise
        # papermill marks the cell that failed itself.
        return remove_error_markers(nbformat.read(executed, as_version=4))


def _tell(manager: NotebookExecutionManager, index: int, cell: NotebookNode) -> None:
    """Tell papermill of a cell as if it ran now, with the times at which it did."""
    manager.cell_start(cell, index)
    if _failed(cell):
        manager.cell_exception(cell, cell_index=index)
    manager.cell_complete(cell, cell_index=index)
    ran = cell.metadata.get("execution", {})
    with contextlib.suppress(KeyError):
        started, ended = (
            datetime.fromisoformat(ran[key]) for key in ("iopub.status.busy", "iopub.status.idle")
        )
        times = {"start_time": started.isoformat(), "end_time": ended.isoformat()}
        cell.metadata.papermill.update(times, duration=(ended - started).total_seconds())


def _failed(cell: NotebookNode) -> bool:
    errors = [output.ename for output in cell.get("outputs", []) if output.output_type == "error"]
    return DIED in errors or (bool(errors) and not may_fail(cell))
