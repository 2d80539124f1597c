"""Staging: a folder is made beside its place and moved there whole; what stood there goes at once.

A run that was killed leaves a staging folder behind; the next run of the same edition removes it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from casualty_ledger.errors import CannotWrite


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """Lend an empty folder; it becomes `target` when the block ends well, and goes when it does not.

    Errors: CannotWrite.
    """
    staged = target.parent / f".{target.name}.{os.getpid()}.partial"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        remove_leftovers(target)
        staged.mkdir()
    except OSError as error:
        raise CannotWrite(path=target, problem=error.strerror or error) from None
    try:
        yield staged
        _swap(staged, target)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _swap(staged: Path, target: Path) -> None:
    if not target.exists():
        staged.rename(target)
        return
    former = target.parent / f".{target.name}.{os.getpid()}.former"
    target.rename(former)
    staged.rename(target)
    shutil.rmtree(former, ignore_errors=True)


def remove_leftovers(target: Path) -> None:
    """Remove what killed runs left behind; bring back a report that a kill caught in the swap."""
    for path in target.parent.glob(f".{target.name}.*.former"):
        if _is_running(path):
            continue
        if target.exists():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.rename(target)
    for path in target.parent.glob(f".{target.name}.*.partial"):
        if not _is_running(path):
            shutil.rmtree(path, ignore_errors=True)


def _is_running(path: Path) -> bool:
    try:
        pid = int(path.name.split(".")[-2])
        os.kill(pid, 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return pid != os.getpid()
