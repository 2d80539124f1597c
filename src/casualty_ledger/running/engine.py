"""The engine with what this project's notebooks need ready, and its failures told in a sentence."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from pathlib import Path

import nbformat
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from casualty_ledger.errors import CannotWrite, CasualtyLedgerError, NotebookFailed
from casualty_ledger.project import Project
from casualty_ledger.running.configuration import configure
from casualty_ledger.running.orders import Order, pass_on, tell_folders
from papermill_warm import EngineFailed, Job, WarmPool
from papermill_warm.preload import PRELOAD

MODULES = (
    *PRELOAD,
    "pandera.pandas",
    "nbconvert",
    "typst",
    "casualty_ledger.desk",
    "casualty_ledger.publishing.html",
)
PREPARE = "casualty_ledger.running.opening.prepare_process"
GATHER = "casualty_ledger.running.opening.gather_edition"
TIDY = "casualty_ledger.running.notebooks.tidy"
PAGE = "casualty_ledger.running.pages.write_page"


def open_pool(project: Project, workers: int) -> WarmPool:
    """Start a warm process that holds the ledger.

    It shows notebooks nothing secret of the environment, and has our own configuration.
    """
    environment = configure(pass_on(os.environ)) | tell_folders(project)
    pool = WarmPool(workers=workers, environment=environment, preload=MODULES, prepare=PREPARE)
    return pool.__enter__()


def make_job(project: Project, order: Order, folder: Path) -> Job:
    """Tell the engine what an order means on this machine."""
    return Job(
        notebook=project.notebooks / order.notebook,
        output=folder / order.output,
        parameters=order.parameters,
        environment=order.tell(folder),
        cwd=project.notebooks,
        before_forking=GATHER,
        before_writing=TIDY,
        after_writing=PAGE,
    )


def run_notebook(notebook: Path, parameters: Mapping[str, object], output: Path) -> NotebookNode:
    """Run a notebook where this process stands, write it to `output` as executed, and return it.

    Errors: those of `run_job`.
    """
    job = Job(notebook, output, parameters, timeout=math.inf, before_writing=TIDY)
    with WarmPool(workers=1, preload=(), environment=configure(os.environ)) as pool:
        run_job(pool, job)
    return nbformat.read(output, as_version=4)


def run_job(pool: WarmPool, job: Job) -> None:
    """Run a job. A cell whose reply is an error fails it, even one that shows none or has leave to fail.

    Errors: NotebookFailed, the notebook then stands in its place as far as it came; CannotWrite.
    """
    try:
        failures = pool.run(job).failures
    except PapermillExecutionError as error:
        raise _failed(job, error.exec_count, error.ename, error.evalue) from None
    except (DeadKernelError, CellTimeoutError, EngineFailed) as error:
        raise NotebookFailed(notebook=job.notebook.name, problem=str(error), cell=None) from None
    except OSError as error:
        raise CannotWrite(path=job.output, problem=error.strerror or error) from None
    except CasualtyLedgerError:
        raise
    except Exception as error:
        problem = f"what comes after it raised {type(error).__name__}: {error}"
        raise NotebookFailed(notebook=job.notebook.name, problem=problem, cell=None) from error
    for failure in failures:
        raise _failed(job, failure.number, failure.name, failure.message)


def _failed(job: Job, number: int | None, name: str, message: str) -> NotebookFailed:
    problem = f"cell In [{number}] raised {name}: {message}"
    return NotebookFailed(notebook=job.notebook.name, problem=problem, cell=number)
