"""One job, from the notebook that is read to the notebook that is written."""

from __future__ import annotations

from pkgutil import resolve_name
from typing import TYPE_CHECKING, NoReturn

from nbformat import NotebookNode

from papermill_warm.assembling import assemble
from papermill_warm.cells import number_of
from papermill_warm.errors import CellTimedOut, KernelDied
from papermill_warm.jobs import Failure, Job
from papermill_warm.parameterizing import mark_failure, read_notebook, write_notebook
from papermill_warm.record import read_messages
from papermill_warm.shared import WRITING, Progress, SharedBytes

if TYPE_CHECKING:
    from papermill_warm.kernel import WarmKernel  # which only a system with fork can import

Result = tuple[tuple[Failure, ...], object]  # what failed, and what the job's `after_writing` returned


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


def run_job(job: Job, kernel: WarmKernel, tracks: Tracks) -> Result:
    """Run a job in this process, and return its failures and what its `after_writing` returns.

    Errors: those of `finish`.
    """
    notebook = read_notebook(job)
    kernel.run(notebook, tracks.messages, tracks.progress)
    tracks.progress.enter(WRITING)
    failures = assemble(notebook, read_messages(tracks.messages))
    notebook.metadata["language_info"] = kernel.language_info
    return failures, finish(job, notebook, failures)


def finish(job: Job, notebook: NotebookNode, failures: tuple[Failure, ...]) -> object:
    """Write an executed notebook, and return what the job's `after_writing` makes of it.

    Errors: PapermillExecutionError, once the notebook is written; OSError; those of `after_writing`.
    """
    failure = mark_failure(notebook, failures)
    write_notebook(notebook, job)
    if failure:
        raise failure
    return resolve_name(job.after_writing)(notebook) if job.after_writing else None


def finish_dead(job: Job, tracks: Tracks, cause: str, *, late: bool) -> NoReturn:
    """Write the notebook of a run that died, as far as it came and as papermill leaves it: unmarked.

    Errors: CellTimedOut or KernelDied, always; OSError.
    """
    notebook = read_notebook(job)
    assemble(notebook, read_messages(tracks.messages))
    stop(job, notebook, tracks.progress.cell, cause, late=late)


def stop(job: Job, notebook: NotebookNode, index: int, cause: str, *, late: bool = False) -> NoReturn:
    """Write a notebook as far as it came, and raise CellTimedOut or KernelDied with where and why."""
    write_notebook(notebook, job)
    kind = CellTimedOut if late else KernelDied
    if index == WRITING:
        raise kind(f"{job.after_writing or 'writing it'} {cause}")
    raise kind(f"cell In [{number_of(notebook, index)}] {cause}", index)
