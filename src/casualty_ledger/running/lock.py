"""The lock: one run at a time makes reports in a folder; the next waits for its turn.

The system gives the lock back when its process ends, however it ends.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from casualty_ledger.errors import CannotWrite

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has no flock: there, two runs are the person's to avoid
    fcntl = None  # type: ignore[assignment]


@contextmanager
def locked(path: Path, *, tell: Callable[[str], None] = lambda _: None) -> Iterator[None]:
    """Hold the lock in `path` for the block; where another run holds it, `tell` so and wait.

    Errors: CannotWrite.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise CannotWrite(path=path.parent, problem=error.strerror or error) from None
    with file:
        _take(file, tell)
        yield


def _take(file: IO[str], tell: Callable[[str], None]) -> None:
    if fcntl is None:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.seek(0)
        tell(f"waiting for another run (process {file.read().strip() or 'unknown'}) to end")
        fcntl.flock(file, fcntl.LOCK_EX)
    file.seek(0)
    file.truncate()
    file.write(f"{os.getpid()}\n")
    file.flush()
