"""A standard kernel for what the warm one does not do, and where there is no fork."""

from __future__ import annotations

import json
import logging
import math
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from casualty_ledger.running.notebooks import KERNEL, QUIET, private_sockets
from casualty_ledger.running.warm.assembling import note_death
from casualty_ledger.running.warm.cells import number_of
from casualty_ledger.running.warm.jobs import Job, Outcome, Settings
from casualty_ledger.running.warm.parameterizing import read_notebook
from casualty_ledger.running.warm.running import finish, guard

# A kernel's death is told as a failure, not in the log.
log = logging.getLogger(__name__)
log.addHandler(logging.NullHandler())

# Live widgets talk back to the notebook while a cell runs; a record cannot.
LIVE = ("ipywidgets",)


def needs_plain_kernel(notebook: Path) -> bool:
    """Tell whether a notebook has live widgets, or is written for another kernel than the standard one."""
    stored = json.loads(notebook.read_bytes())
    kernel = stored["metadata"].get("kernelspec", {}).get("name", KERNEL)
    code = ("".join(cell["source"]) for cell in stored["cells"] if cell["cell_type"] == "code")
    return kernel != KERNEL or any(word in source for source in code for word in LIVE)


def run_plain(job: Job, environment: Mapping[str, str]) -> object:
    """Run a job with a standard kernel of its own, and return what its `after` returns.

    Errors: NotebookFailed, once the notebook is written as far as it came; CannotWrite.
    """
    notebook = read_notebook(job)
    with tempfile.TemporaryDirectory(prefix="kernel-") as sockets:
        client = NotebookClient(
            notebook,
            kernel_name=notebook.metadata.get("kernelspec", {}).get("name", KERNEL),
            timeout=None if math.isinf(job.timeout) else job.timeout,
            config=private_sockets(sockets),
            extra_arguments=QUIET,
            log=log,
        )
        _execute(client, job, environment)
    return finish(job, notebook)


def _execute(client: NotebookClient, job: Job, environment: Mapping[str, str]) -> None:
    """Run the cells up to the first that fails; a death is noted in its cell."""
    reached: list[int] = []
    client.on_cell_execute = lambda cell, cell_index: reached.append(cell_index)
    try:
        client.execute(cwd=str(job.cwd), env={**environment, **job.environment})
    except CellExecutionError:
        return
    except CellTimeoutError:
        _note(client.nb, reached[-1], f"took longer than {job.timeout:g} seconds")
    except DeadKernelError:
        _note(client.nb, reached[-1], "ended its process")


def _note(notebook: NotebookNode, index: int, cause: str) -> None:
    note_death(notebook.cells[index], number_of(notebook, index), cause)


class PlainThreads:
    """Standard kernels, one a job, at most `workers` at once: what a pool uses where there is no fork."""

    lives = True

    def __init__(self, settings: Settings) -> None:
        """Start nothing yet."""
        self._environment = settings.environment
        self._threads = ThreadPoolExecutor(settings.workers, thread_name_prefix="notebook")

    def submit(self, job: Job) -> Future[Outcome]:
        """Take a job."""
        return self._threads.submit(self._run, job)

    def close(self) -> None:
        """Drop what has not begun and wait for what has."""
        self._threads.shutdown(cancel_futures=True)

    def _run(self, job: Job) -> Outcome:
        started = time.monotonic()
        returned = guard(job, lambda: run_plain(job, self._environment))
        return Outcome(job.output, time.monotonic() - started, None, returned)
