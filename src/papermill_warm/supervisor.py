"""The warm process: one thread, imports done; it forks a process for each notebook and watches over it."""

from __future__ import annotations

import contextlib
import errno
import math
import os
import pickle
import signal
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path
from pkgutil import resolve_name

from papermill_warm.child import lead, take_place
from papermill_warm.errors import KernelDied
from papermill_warm.jobs import Job
from papermill_warm.kernel import WarmKernel
from papermill_warm.plain import needs_plain_kernel, run_plain
from papermill_warm.running import Result, Tracks, finish_dead, run_job
from papermill_warm.shared import DONE, NEEDS_CLIENT


class Run:
    """A job and the process it runs in; if that dies, a second process finishes its notebook."""

    def __init__(self, number: int, job: Job) -> None:
        """Prepare to be started."""
        self.number, self.job = number, job
        self.tracks = Tracks(job.timeout)
        self.started = time.monotonic()
        self.pid = 0
        self.cause = ""  # why the process died
        self.late = self.finishing = self.plain = False

    def begin_again(self) -> None:
        """Forget what was done: a standard kernel is to do all of it."""
        self.tracks.close()
        self.tracks, self.plain = Tracks(self.job.timeout), True

    def kill(self) -> None:
        """End the process, and those that it started."""
        for end in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError):
                end(self.pid, signal.SIGKILL)

    def describe_end(self, status: int) -> str:
        """Say in words how the process ended."""
        code = os.waitstatus_to_exitcode(status)
        if code == errno.ENOMEM and self.job.memory is not None:
            return f"needed more memory than the {self.job.memory / 1e6:,.0f} MB allowed"
        if code < 0:
            return f"was ended by {signal.Signals(-code).name}"
        return f"ended its process with exit code {code}"


class Supervisor:
    """Takes jobs from the caller, runs at most `workers` at once, and answers with what came of each."""

    def __init__(self, caller: Connection, kernel: WarmKernel, environment: Mapping[str, str]) -> None:
        """Answer the caller through `caller`, with processes that start from `environment`."""
        self.caller, self.kernel, self.environment = caller, kernel, environment
        self.waiting: deque[tuple[int, Job]] = deque()
        self.running: dict[int, Run] = {}

    def serve(self, workers: int) -> None:
        """Serve until the caller is done or dies; then end whatever still runs."""
        life = os.pidfd_open(os.getppid())
        try:
            while True:
                ready = wait([self.caller, life, *self.running], self._patience())
                if life in ready or (self.caller in ready and not self._receive()):
                    return
                for descriptor in self.running.keys() & set(ready):
                    self._bury(descriptor)
                self._end_late()
                while self.waiting and len(self.running) < workers:
                    self._start(Run(*self.waiting.popleft()))
        finally:
            for run in self.running.values():
                run.kill()

    def _receive(self) -> bool:
        """Take a job from the caller; tell whether there was one."""
        try:
            asked = self.caller.recv()
        except (EOFError, ConnectionResetError):
            return False
        if asked is not None:
            self.waiting.append(asked)
        return asked is not None

    def _patience(self) -> float | None:
        first = min((run.tracks.progress.deadline for run in self.running.values()), default=math.inf)
        return None if math.isinf(first) else max(0.0, first - time.monotonic())

    def _end_late(self) -> None:
        for run in self.running.values():
            if run.tracks.progress.deadline <= time.monotonic():
                run.late, run.cause = True, f"took longer than {run.job.timeout:g} seconds"
                run.kill()

    def _start(self, run: Run) -> None:
        if run.job.before_forking and not run.finishing:
            _make_ready(run.job)
        check_single_thread()
        run.tracks.progress.enter(run.tracks.progress.cell)
        run.pid = os.fork()
        if run.pid == 0:
            lead(run.tracks, partial(self._work, run))
        self.running[os.pidfd_open(run.pid)] = run

    def _work(self, run: Run) -> Result:
        """Do in a forked process what is to be done there."""
        self.caller.close()
        if run.finishing:
            take_place(replace(run.job, memory=None), self.environment, self.kernel)
            finish_dead(run.job, run.tracks, run.cause, late=run.late)
        take_place(run.job, self.environment, self.kernel)
        if run.plain or needs_plain_kernel(run.job):
            run.tracks.progress.enter(0, seconds=math.inf)  # Its own client watches over its cells.
            return run_plain(run.job, self.environment)
        return run_job(run.job, self.kernel, run.tracks)

    def _bury(self, descriptor: int) -> None:
        """Part with a process that has ended: answer for it, or let another finish its notebook."""
        run = self.running.pop(descriptor)
        os.close(descriptor)
        run.kill()
        _, status, usage = os.wait4(run.pid, 0)
        if run.tracks.progress.cell == DONE:
            self._answer(run, run.tracks.result.read(), usage.ru_maxrss * 1024)
            return
        if run.tracks.progress.cell == NEEDS_CLIENT:
            run.begin_again()
        elif run.finishing:
            self._answer(run, pickle.dumps(KernelDied(run.cause)), usage.ru_maxrss * 1024)
            return
        else:
            run.cause = run.cause or run.describe_end(status)
            run.finishing = True
        self._start(run)

    def _answer(self, run: Run, result: bytes, peak: int) -> None:
        self.caller.send((run.number, result, time.monotonic() - run.started, peak))
        run.tracks.close()


def _make_ready(job: Job) -> None:
    """Make ready what the notebook shares with others; where that fails, it fails in the notebook too."""
    with contextlib.suppress(Exception):
        resolve_name(job.before_forking)(job.parameters)


def check_single_thread() -> None:
    """Refuse to fork a process that has more than one thread: the others' locks would stay locked."""
    threads = list(Path("/proc/self/task").iterdir())
    if len(threads) > 1:
        names = ", ".join((thread / "comm").read_text().strip() for thread in threads)
        raise RuntimeError(
            f"the process that is to fork has {len(threads)} threads ({names}); "
            "preload and prepare only what starts none"
        )
