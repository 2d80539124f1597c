"""One job, from the notebook that is read to the notebook that is written."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from nbformat import NotebookNode

from casualty_ledger.errors import CasualtyLedgerError, NotebookFailed
from casualty_ledger.running.warm.assembling import assemble, note_death
from casualty_ledger.running.warm.cells import number_of
from casualty_ledger.running.warm.jobs import Job
from casualty_ledger.running.warm.parameterizing import read_notebook, write_notebook
from casualty_ledger.running.warm.record import read_messages
from casualty_ledger.running.warm.shared import WRITING, Progress, SharedBytes

if TYPE_CHECKING:
    from casualty_ledger.running.warm.kernel import WarmKernel  # which only a system with fork can import


class Tracks:
    """What a run leaves outside its own process: its messages, where it stands, and its result."""

    def __init__(self, patience: float) -> None:
        """Leave nothing yet; each cell may take `patience` seconds."""
        self.messages = SharedBytes()
        self.progress = Progress(patience)
        self.result = SharedBytes()

    def close(self) -> None:
        """Let go of what the run left."""
        self.messages.close()
        self.result.close()


def guard(job: Job, work: Callable[[], object]) -> object:
    """Return what some work for a job returns.

    Errors: CasualtyLedgerError; MemoryError; NotebookFailed for whatever else goes wrong.
    """
    try:
        return work()
    except (CasualtyLedgerError, MemoryError):
        raise
    except BaseException as error:
        problem = f"the engine failed: {type(error).__name__}: {error}"
        raise NotebookFailed(notebook=job.notebook.name, problem=problem, cell=None) from error


def run_job(job: Job, kernel: WarmKernel, tracks: Tracks) -> object:
    """Run a job in this process and return what its `after` returns.

    Errors: NotebookFailed, once the notebook is written as far as it came; CannotWrite.
    """
    notebook = read_notebook(job)
    kernel.run(notebook, tracks.messages, tracks.progress)
    tracks.progress.enter(WRITING)
    assemble(notebook, read_messages(tracks.messages))
    notebook.metadata["language_info"] = kernel.language_info
    return finish(job, notebook)


def finish(job: Job, notebook: NotebookNode) -> object:
    """Write an executed notebook, and return what the job's `after` makes of it.

    Errors: NotebookFailed, once the notebook is written; CannotWrite.
    """
    write_notebook(notebook, job)
    return pkgutil.resolve_name(job.after)(notebook) if job.after else None


def finish_dead(job: Job, tracks: Tracks, cause: str) -> NoReturn:
    """Write the notebook of a run that died, as far as it came.

    Errors: NotebookFailed, always; CannotWrite.
    """
    index = tracks.progress.cell
    notebook = read_notebook(job)
    assemble(notebook, read_messages(tracks.messages))
    if index != WRITING:
        note_death(notebook.cells[index], number_of(notebook, index), cause)
    write_notebook(notebook, job)
    stage = job.after or "writing it"
    raise NotebookFailed(notebook=job.notebook.name, problem=f"{stage} {cause}", cell=None)
