"""The pool: what others see of the engine."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, wait
from types import TracebackType
from typing import Protocol, Self

from papermill_warm.jobs import Job, Outcome, Settings
from papermill_warm.preload import PRELOAD
from papermill_warm.process import WarmProcess


class Process(Protocol):
    """What runs the jobs: the warm process, or threads with standard kernels."""

    @property
    def lives(self) -> bool:
        """Whether it can take jobs."""

    def submit(self, job: Job) -> Future[Outcome]:
        """Take a job."""

    def close(self) -> None:
        """End, with whatever still runs."""


def can_fork() -> bool:
    """Tell whether this system forks, and lets one process watch over another without polling."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open") and hasattr(os, "memfd_create")


class WarmPool:
    """Runs notebooks, each in a process of its own forked from one that has the imports ready.

    At most `workers` run at once. `preload` names the modules to have ready, `prepare` a function (by its
    dotted name) to call before the first notebook: what it loads, every notebook shares. Neither may start
    a thread. `environment` is what the notebooks see instead of this process's own. Where there is no
    fork, each notebook gets a standard kernel instead.

    No kernel of a pool reads a user's configuration of IPython or runs start-up files, and matplotlib's
    settings are those that the pool's environment names, whatever lies in a notebook's folder.

    >>> from pathlib import Path
    >>> with WarmPool(workers=2) as pool:  # doctest: +SKIP
    ...     pool.run(Job(Path("02_civilian_casualties.ipynb"), Path("out.ipynb"), {"week": "2023-W22"}))
    """

    def __init__(
        self,
        *,
        workers: int = 2,
        preload: Sequence[str] = PRELOAD,
        prepare: str = "",
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Set up a pool; its process starts with the block, or with the first job."""
        own = dict(os.environ if environment is None else environment)
        self._settings = Settings(workers, tuple(preload), prepare, own)
        self._lock = threading.Lock()
        self._process: Process | None = None
        self._unfinished: set[Future[Outcome]] = set()

    def __enter__(self) -> Self:
        """Start the process; it makes itself ready meanwhile."""
        self._started()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        """Wait for the jobs in hand; or end them, when the block ended with an error."""
        self.close(wait_for_jobs=kind is None)

    def submit(self, job: Job) -> Future[Outcome]:
        """Take a job; its future holds the outcome, or fails.

        It fails with papermill's PapermillExecutionError, KernelDied or CellTimedOut once the notebook is
        written as far as it came; with OSError where it cannot be; with EngineFailed; or with what the
        job's own functions raise.
        """
        with self._lock:
            future = self._started().submit(job.anchored())
            self._unfinished.add(future)
        future.add_done_callback(self._unfinished.discard)
        return future

    def run(self, job: Job) -> Outcome:
        """Run a job and wait for it. Errors: those of `submit`."""
        return self.submit(job).result()

    def close(self, *, wait_for_jobs: bool = True) -> None:
        """End the process, by default once the jobs in hand are done."""
        if wait_for_jobs:
            wait(set(self._unfinished))
        with self._lock:
            if self._process is not None:
                self._process.close()
            self._process = None

    def _started(self) -> Process:
        """Return the process; a new one where the last was killed."""
        if self._process is None or not self._process.lives:
            self._process = _start(self._settings)
        return self._process


def _start(settings: Settings) -> Process:
    if can_fork():
        return WarmProcess(settings)
    from papermill_warm.plain import PlainThreads

    return PlainThreads(settings)
