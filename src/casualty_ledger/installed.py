"""What is installed: packages by version, and those whose files are no longer as they were installed.

An installer writes RECORD last, with the size of every file. A file that is newer than that, or of another
size, was edited; so one that nobody edited counts by its package's name and version alone, on any machine.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from casualty_ledger.whole_files import digest

# What no program opens to compute or draw; tests of packages are the half of all files.
UNREAD = (".pyc", ".pyi", ".h", ".hpp", ".pxd", ".pyx", ".js", ".map", ".ts", ".md", ".rst", ".txt")
OWN = ("casualty_ledger", "papermill_warm")


@cache
def digest_packages() -> str:
    """Return one sha256 over the installed packages, as they were when this process first asked."""
    told = "\n".join([sys.version, *sorted(_list_packages())])
    return sha256(told.encode()).hexdigest()


def _list_packages() -> Iterator[str]:
    """Name each package, and each file of one that was edited."""
    paths = sysconfig.get_paths()
    for folder in {paths["purelib"], paths["platlib"]}:
        for path in Path(folder).glob("*.dist-info"):
            yield path.name
            yield from _list_edited(path)


def _list_edited(package: Path) -> Iterator[str]:
    record = package / "RECORD"
    try:
        installed, lines = record.stat().st_mtime_ns, record.read_text(encoding="utf-8").splitlines()
    except OSError:
        return
    for line in lines:
        name, sha, size = line.rsplit(",", 2)
        if sha and not _is_unread(name) and _is_edited(f"{package.parent}/{name}", installed, size):
            yield f"{name} {_digest(package.parent / name)}"


def _is_unread(name: str) -> bool:
    return name.endswith(UNREAD) or "/tests/" in name or ".dist-info/" in name or name.split("/")[0] in OWN


def _is_edited(path: str, installed: int, size: str) -> bool:
    try:
        state = os.stat(path)  # noqa: PTH116 - some thousand of them: a Path each would take longer than that
    except OSError:
        return True
    return state.st_mtime_ns > installed or str(state.st_size) != size


def _digest(path: Path) -> str:
    return digest(path) if path.is_file() else "gone"
