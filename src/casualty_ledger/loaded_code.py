"""The code that runs: whether the files of these packages are still those that this process began with.

A process keeps the code that it has imported. Once a file has changed on disk, what the process makes is
made of neither the old nor the new code for certain, so it is kept under neither.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from casualty_ledger.errors import CasualtyLedgerError

SOURCES = Path(__file__).resolve().parents[1]
PACKAGES = ("casualty_ledger", "papermill_warm")
Stamps = dict[str, tuple[int, int, int]]


class CodeChanged(CasualtyLedgerError):
    """A file of this package was edited under a process that runs it."""

    template = (
        "{files} changed while this ran, so nothing that it made since is kept. Run it again; in JupyterLab, "
        "restart the kernel."
    )


def check_code() -> None:
    """Raise where a file of these packages has changed since this process first imported one of them.

    Errors: CodeChanged.
    """
    now = _stamp()
    changed = sorted(name for name in {*STARTED_WITH, *now} if STARTED_WITH.get(name) != now.get(name))
    if changed:
        raise CodeChanged(files=", ".join(changed[:3]) + (" and others" if len(changed) > 3 else ""))


def _stamp() -> Stamps:
    """Return size and times of change of every file, which takes a thousandth of a second."""
    entries = (entry for name in PACKAGES for entry in _walk(str(SOURCES / name)))
    states = {entry.path: entry.stat() for entry in entries}
    return {
        os.path.relpath(path, SOURCES): (state.st_size, state.st_mtime_ns, state.st_ctime_ns)
        for path, state in states.items()
    }


def _walk(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            # An editor keeps hidden files beside what it has open; nobody imports them.
            if entry.name.startswith((".", "__pycache__")):
                continue
            if entry.is_dir():
                yield from _walk(entry.path)
            else:
                yield entry


STARTED_WITH = _stamp()
