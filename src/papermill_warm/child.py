"""The process of one notebook: it takes the job's place in the world, runs it, leaves its result and ends."""

from __future__ import annotations

import atexit
import ctypes
import errno
import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

from papermill_warm.errors import EngineFailed
from papermill_warm.jobs import Job
from papermill_warm.kernel import WarmKernel
from papermill_warm.running import Tracks
from papermill_warm.shared import DONE

DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
LEAVING = 5.0  # seconds for what a notebook registered to be done at exit
INLINE = "module://matplotlib_inline.backend_inline"


def lead(tracks: Tracks, work: Callable[[], object]) -> NoReturn:
    """Do the work of a process, leave what it returns or raises in `tracks`, and end the process."""
    try:
        tracks.result.append(_pack(_outcome(work)))
        tracks.progress.enter(DONE, seconds=LEAVING)
        atexit._run_exitfuncs()
    finally:
        # Nothing of the process that forked this one may run here.
        os._exit(0 if tracks.progress.cell == DONE else errno.EIO)


def _outcome(work: Callable[[], object]) -> object:
    try:
        return work()
    except MemoryError:
        os._exit(errno.ENOMEM)
    except Exception as error:
        return error
    except BaseException as error:
        return EngineFailed(f"the engine was left by {type(error).__name__}: {error}")


def _pack(result: object) -> bytes:
    """Pack a result so that it can certainly be unpacked."""
    try:
        packed = pickle.dumps(result)
        pickle.loads(packed)
    except Exception as error:
        what = f"{type(result).__name__}: {result}" if isinstance(result, Exception) else "what it returned"
        return pickle.dumps(EngineFailed(f"{what} cannot leave the notebook's process: {error}"))
    return packed


def take_place(job: Job, environment: Mapping[str, str], kernel: WarmKernel) -> None:
    """Make this process the job's: a group and randomness of its own, its environment, folder and limits."""
    os.setsid()
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    os.environ.clear()
    os.environ.update({**environment, **job.environment})
    os.environ.setdefault("MPLBACKEND", INLINE)
    kernel.shell.init_environment()
    os.chdir(job.cwd or Path.home())
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    if job.memory is not None:
        limit = _private_bytes() + job.memory
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def _private_bytes() -> int:
    """Return what the limit counts already: private memory that can be written to."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmData"))
