"""The process of one notebook: it takes the job's place in the world, runs it, leaves its result and ends."""

from __future__ import annotations

import atexit
import ctypes
import errno
import os
import pickle
import resource
import signal
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

import numpy

from casualty_ledger.errors import CasualtyLedgerError, NotebookFailed
from casualty_ledger.running.warm.jobs import Job
from casualty_ledger.running.warm.kernel import WarmKernel
from casualty_ledger.running.warm.running import Tracks, guard
from casualty_ledger.running.warm.shared import DONE

DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
LEAVING = 5.0  # seconds for what a notebook registered to be done at exit
INLINE = "module://matplotlib_inline.backend_inline"


def lead(job: Job, tracks: Tracks, work: Callable[[], object]) -> NoReturn:
    """Do the work of a process, leave what it returns or raises in `tracks`, and end the process."""
    try:
        tracks.result.append(_pack(_outcome(job, work), job))
        tracks.progress.enter(DONE, seconds=LEAVING)
        atexit._run_exitfuncs()
    finally:
        # Nothing of the process that forked this one may run here.
        os._exit(0 if tracks.progress.cell == DONE else errno.EIO)


def _outcome(job: Job, work: Callable[[], object]) -> object:
    try:
        return guard(job, work)
    except CasualtyLedgerError as error:
        return error
    except MemoryError:
        os._exit(errno.ENOMEM)


def _pack(result: object, job: Job) -> bytes:
    try:
        return pickle.dumps(result)
    except Exception as error:
        problem = f"what {job.after} returned cannot leave its process: {error}"
        return pickle.dumps(NotebookFailed(notebook=job.notebook.name, problem=problem, cell=None))


def take_place(job: Job, environment: Mapping[str, str], kernel: WarmKernel) -> None:
    """Make this process the job's: a group and randomness of its own, its environment, folder and limits."""
    os.setsid()
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    os.environ.clear()
    os.environ.update({**environment, **job.environment})
    os.environ.setdefault("MPLBACKEND", INLINE)
    kernel.shell.init_environment()
    os.chdir(job.cwd or Path.home())
    numpy.random.seed()
    if job.memory is not None:
        limit = _private_bytes() + job.memory
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def _private_bytes() -> int:
    """Return what the limit counts already: private memory that can be written to."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmData"))
