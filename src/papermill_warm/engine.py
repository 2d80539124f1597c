"""The warm engine as papermill knows it: `papermill --engine warm in.ipynb out.ipynb`."""

from __future__ import annotations

import atexit
import contextlib
import math
import os
import tempfile
import threading
from datetime import datetime
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from papermill.engines import NBClientEngine, NotebookExecutionManager
from papermill.exceptions import PapermillExecutionError

from papermill_warm.cells import take_mark
from papermill_warm.configuration import configured, settings_of_start
from papermill_warm.errors import CellTimedOut, KernelDied
from papermill_warm.jobs import KERNEL, Job
from papermill_warm.pool import WarmPool

# What papermill may ask of an engine and this one does.
KNOWN = {"input_path", "execution_timeout", "start_timeout", "autosave_cell_every"}
Stopped = KernelDied | CellTimedOut


class WarmEngine(NBClientEngine):
    """Runs a notebook in a process forked from a warm one, which the first notebook starts.

    Another kernel, options that want output while a cell runs, and a user's configuration of IPython are
    left to papermill's own engine.
    """

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: NotebookExecutionManager, kernel_name: str, **options: Any
    ) -> None:
        """Run the notebook that papermill has parameterized, and put into it what came of its cells.

        Errors: KernelDied, CellTimedOut, which are nbclient's; EngineFailed.
        """
        asked = {name for name, value in options.items() if value}
        written_for = nb_man.nb.metadata.get("kernelspec", {}).get("name", KERNEL)
        if {kernel_name, written_for} != {KERNEL} or not asked <= KNOWN or configured():
            super().execute_managed_notebook(nb_man, kernel_name, **options)
            return
        executed, stopped = _run(nb_man.nb, options.get("execution_timeout") or math.inf)
        if not stopped:
            nb_man.nb.metadata.update(executed.metadata)
        last = stopped.cell if stopped and stopped.cell is not None else len(executed.cells)
        for index, cell in enumerate(executed.cells[: last + 1]):
            failed = take_mark(cell)
            nb_man.nb.cells[index] = cell
            _tell(nb_man, index, failed=failed)
            if failed:
                break
        if stopped:
            raise stopped


def _run(notebook: NotebookNode, seconds: float) -> tuple[NotebookNode, Stopped | None]:
    """Return the notebook as executed, and what stopped it before its end other than a cell that failed."""
    from papermill.execute import remove_error_markers  # which imports this module when it is imported

    stopped: Stopped | None = None
    with tempfile.TemporaryDirectory(prefix="notebook-") as name:
        given, executed = Path(name, "given.ipynb"), Path(name, "executed.ipynb")
        nbformat.write(notebook, given)
        try:
            _Shared.pool().run(Job(given, executed, environment=dict(os.environ), timeout=seconds))
        except PapermillExecutionError:
            pass  # papermill marks the cell that failed, and raises, itself.
        except (KernelDied, CellTimedOut) as error:
            stopped = error
        return remove_error_markers(nbformat.read(executed, as_version=4)), stopped


def _tell(manager: NotebookExecutionManager, index: int, *, failed: bool) -> None:
    """Tell papermill of a cell as if it ran now, with the times at which it did."""
    cell = manager.nb.cells[index]
    manager.cell_start(cell, index)
    if failed:
        manager.cell_exception(cell, cell_index=index)
    manager.cell_complete(cell, cell_index=index)
    ran = cell.metadata.get("execution", {})
    with contextlib.suppress(KeyError):
        started, ended = (
            datetime.fromisoformat(ran[key]) for key in ("iopub.status.busy", "iopub.status.idle")
        )
        times = {"start_time": started.isoformat(), "end_time": ended.isoformat()}
        cell.metadata.papermill.update(times, duration=(ended - started).total_seconds())


class _Shared:
    """The pool that all notebooks of this process share."""

    current: tuple[dict[str, str], WarmPool] | None = None
    changing = threading.Lock()

    @classmethod
    def pool(cls) -> WarmPool:
        """Return the pool; another, where a setting that counts when Python starts is another."""
        settings = settings_of_start(os.environ)
        with cls.changing:
            if cls.current and cls.current[0] != settings:
                cls.close()
            if cls.current is None:
                cls.current = settings, WarmPool(workers=os.cpu_count() or 1)
            return cls.current[1]

    @classmethod
    def close(cls) -> None:
        """End the pool, if there is one."""
        if cls.current is not None:
            cls.current[1].close()
        cls.current = None


atexit.register(_Shared.close)
