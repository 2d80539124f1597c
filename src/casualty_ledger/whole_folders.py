"""Folders made whole: beside their place first, then exchanged with what stood there in one step.

A run that was killed leaves its unfinished folder behind; the next run that makes the same one removes it.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from casualty_ledger.errors import CannotWrite

HERE, EXCHANGE = -100, 2


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """Lend an empty folder; it becomes `target` when the block ends well, and goes when it does not.

    Errors: CannotWrite.
    """
    target = target.resolve()  # A link to a folder elsewhere stays a link.
    staged = target.parent / f".{target.name}.{os.getpid()}.partial"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        remove_leftovers(target)
        staged.mkdir()
        yield staged
        _put(staged, target)
    except OSError as error:
        raise CannotWrite(path=target, problem=error.strerror or error) from None
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _put(staged: Path, target: Path) -> None:
    """Move a folder into its place. Where the system can exchange two folders, there is always one."""
    if not target.exists():
        staged.rename(target)
    elif not _exchange(staged, target):
        former = target.parent / f".{target.name}.{os.getpid()}.former"
        target.rename(former)
        staged.rename(target)
        shutil.rmtree(former, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    rename = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    if rename is None:
        return False
    return bool(rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0)


def remove_leftovers(target: Path) -> None:
    """Remove what killed runs left behind; bring back a folder that a kill caught between two moves."""
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
