"""Locks on folders: the system gives them back when their process ends, however it ends.

One who changes what is in a folder holds it alone; those who read it hold it together.
See docs/decisions/0018-ledgers-side-by-side.md.
"""

from __future__ import annotations

import math
import os
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has no flock: there, two runs are the person's to avoid
    fcntl = None  # type: ignore[assignment]

PAUSE = 0.05


@contextmanager
def locked(
    folder: Path, *, patience: float = math.inf, waiting: Callable[[], None] = lambda: None
) -> Iterator[None]:
    """Hold a folder alone for the block; where another holds it, call `waiting` once and wait.

    Errors: OSError where there is no such folder; TimeoutError after `patience` seconds.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        if not _take(handle):
            waiting()
            _wait(handle, patience)
        yield
    finally:
        os.close(handle)


def _wait(handle: int, patience: float) -> None:
    until = time.monotonic() + patience
    while not _take(handle):
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(PAUSE)


def _take(handle: int) -> bool:
    """Take a lock alone, if nobody has it."""
    try:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


class Hold:
    """Holds a folder with others, for as long as the object lives: nobody removes it meanwhile."""

    def __init__(self, folder: Path) -> None:
        """Take hold. Errors: FileNotFoundError, also where it was removed in the same moment."""
        handle = os.open(folder, os.O_RDONLY)
        weakref.finalize(self, os.close, handle)
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_SH)
        if not os.path.samestat(os.fstat(handle), folder.stat()):
            raise FileNotFoundError(folder)


def remove_unheld(folder: Path, removing: Callable[[], None]) -> None:
    """Call `removing` where nobody holds a folder; where locks are unknown, nobody can tell."""
    if fcntl is None:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if _take(handle):
            removing()
    finally:
        os.close(handle)
