"""A standard kernel for what the warm one does not do, and where there is no fork."""

from __future__ import annotations

import logging
import math
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from traitlets.config import Config

from papermill_warm.assembling import judge
from papermill_warm.jobs import KERNEL, Failure, Job, Outcome, Settings
from papermill_warm.parameterizing import read_notebook
from papermill_warm.record import Reply
from papermill_warm.running import Result, finish, stop
from papermill_warm.widgets import imports_widgets

# A kernel that is shut down while it tidies up calls that an error; it is none.
QUIET = "--IPKernelApp.log_level=50"
CLIENT = {"client_class": "papermill_warm.client.AttentiveClient"}
# A kernel's death is told as a failure, not in the log.
log = logging.getLogger(__name__)
log.addHandler(logging.NullHandler())


def needs_plain_kernel(job: Job) -> bool:
    """Tell whether a notebook has live widgets, or is written for another kernel than the standard one.

    Live widgets talk back to the notebook while a cell runs; a record cannot.
    """
    notebook = read_notebook(job)
    return kernel_of(notebook) != KERNEL or imports_widgets(notebook, job)


def kernel_of(notebook: NotebookNode) -> str:
    """Return the name of the kernel that a notebook is written for."""
    name: str = notebook.metadata.get("kernelspec", {}).get("name", KERNEL)
    return name


def run_plain(job: Job, environment: Mapping[str, str]) -> Result:
    """Run a job with a standard kernel of its own; return its failures and what its `after_writing` returns.

    Errors: CellTimedOut, KernelDied, once the notebook is written as far as it came; those of `finish`.
    """
    notebook = read_notebook(job)
    with tempfile.TemporaryDirectory(prefix="kernel-") as folder:
        client = NotebookClient(
            notebook,
            kernel_name=kernel_of(notebook),
            timeout=None if math.isinf(job.timeout) else job.timeout,
            # Ports would be open to the machine; sockets in a folder are not.
            config=Config({"KernelManager": {"transport": "ipc", "ip": f"{folder}/kernel", **CLIENT}}),
            log=log,
        )
        where = _choose_kernel(client, job, folder)
        failures = _execute(client, job, cwd=where, env={**environment, **job.environment})
    return failures, finish(job, notebook, failures)


def _choose_kernel(client: NotebookClient, job: Job, neutral: str) -> str:
    """Let the standard kernel be this Python's, free of configuration; return the folder to start in."""
    kernel = client.create_kernel_manager().kernel_spec
    if client.kernel_name != KERNEL or kernel is None:
        return str(job.cwd)
    module = ["-m", "papermill_warm.plain_kernel", str(job.cwd)]
    kernel.argv, kernel.env = [sys.executable, *module, "-f", "{connection_file}", QUIET], {}
    return neutral


def _execute(client: NotebookClient, job: Job, **start: object) -> tuple[Failure, ...]:
    """Run the cells up to the first that fails, and return those that failed.

    Errors: CellTimedOut, KernelDied, once the notebook is written as far as it came.
    """
    reached: list[int] = []
    replies: dict[int, Reply] = {}
    client.on_cell_execute = lambda cell, cell_index: reached.append(cell_index)
    client.on_cell_error = lambda cell, cell_index, execute_reply: replies.update(
        {cell_index: execute_reply["content"]}
    )
    try:
        client.execute(**start)
    except CellExecutionError:
        pass
    except CellTimeoutError:
        stop(job, client.nb, reached[-1], f"took longer than {job.timeout:g} seconds", late=True)
    except DeadKernelError:
        stop(job, client.nb, reached[-1] if reached else 0, "ended its process")
    return tuple(judge(client.nb, replies))


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
        failures, returned = run_plain(job, self._environment)
        return Outcome(job.output, time.monotonic() - started, None, failures, returned)
