"""The store: built ledgers side by side, each in a folder named after what it was built from.

Such a folder holds copies of the inputs and the ledger that was built from those copies. It appears whole
and never changes, so whoever holds one reads what was built from what, whatever else is edited or built
meanwhile. See docs/decisions/0018-ledgers-side-by-side.md.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from casualty_ledger.errors import CannotWrite
from casualty_ledger.ledger.freshness import CONFLICTS, address_of, digest_inputs, list_data, read_inputs
from casualty_ledger.loaded_code import check_code
from casualty_ledger.locks import Hold, locked, remove_unheld
from casualty_ledger.project import Project

# So many ledgers stay that no process holds: those that were opened last.
KEPT = 4
# What is read of a ledger besides what says that it is whole.
READ = ("appearances.csv", "appearances.parquet", "refused.csv", "corrections.csv", "left_out.csv", CONFLICTS)
UNFINISHED = ".unfinished"


@dataclass(frozen=True, eq=False)
class StoredLedger:
    """A built ledger that stays where it is for as long as this object lives."""

    project: Project
    hold: Hold

    @classmethod
    def at(cls, project: Project, folder: Path) -> StoredLedger:
        """Take hold of the ledger in a folder. Errors: FileNotFoundError."""
        stored = cls(replace(project, raw=folder / "raw", processed=folder / "processed"), Hold(folder))
        for name in READ:
            (stored.project.processed / name).stat()
        with suppress(PermissionError):
            os.utime(folder)
        return stored


def hold_ledger(project: Project, tell: Callable[[str], None] = lambda _: None) -> StoredLedger:
    """Return the ledger of what is in the project now, built first where nobody has built it yet.

    Errors: those of `build_ledger`, CodeChanged, CannotWrite.
    """
    if stored := find_stored(project):
        return stored
    try:
        return _build(project, tell)
    except OSError as error:
        raise CannotWrite(path=project.store, problem=error.strerror or error) from None


def find_stored(project: Project) -> StoredLedger | None:
    """Return the ledger of what is in the project now, where somebody has built it already."""
    if project.is_stored:
        return StoredLedger.at(project, project.raw.parent)
    with suppress(FileNotFoundError):
        return StoredLedger.at(project, project.store / address_of(digest_inputs(project)))
    return None


def _build(project: Project, tell: Callable[[str], None]) -> StoredLedger:
    with changing(project.store):
        with suppress(FileNotFoundError):  # Another process has built it while this one waited.
            return StoredLedger.at(project, project.store / address_of(digest_inputs(project)))
        tell("building the ledger")
        stored = StoredLedger.at(project, _build_copy(project))
        _remove_old(project.store)
        return stored


@contextmanager
def changing(store: Path) -> Iterator[None]:
    """Be the only one who builds, removes or publishes ledgers of a store. Errors: OSError."""
    store.mkdir(parents=True, exist_ok=True)
    with locked(store):
        yield


def _build_copy(project: Project) -> Path:
    """Copy the inputs, build their ledger beside them, and return the folder in its place."""
    from casualty_ledger.ledger.build import build_ledger

    unfinished = project.store / UNFINISHED
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        copied = replace(project, raw=unfinished / "raw", processed=unfinished / "processed")
        _copy_data(project, copied)
        build_ledger(copied)
        check_code()
        folder = project.store / address_of(read_inputs(copied.processed))
        _seal(unfinished)
        shutil.rmtree(folder, ignore_errors=True)
        return unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _copy_data(project: Project, copied: Project) -> None:
    """Copy the data, and with it a folder of sheets that is empty: what reads it says so."""
    from casualty_ledger.sources.recorded_sheets import list_sheets

    list_sheets(project.recorded)
    copied.recorded.mkdir(parents=True)
    for name, path in list_data(project).items():
        folder = copied.raw if name.startswith("recorded/") else copied.raw.parent
        (folder / name).parent.mkdir(exist_ok=True)
        if path.is_file() and os.access(path, os.R_OK):
            shutil.copyfile(path, folder / name)
        else:
            (folder / name).symlink_to(path)  # What cannot be read is not to be read in the copy either.


def _seal(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(0o444)


def _remove_old(store: Path) -> None:
    """Remove ledgers that nobody holds, but for those that were opened last."""
    ledgers = [path for path in store.iterdir() if path.name != UNFINISHED]
    for path in sorted(ledgers, key=lambda path: path.stat().st_mtime_ns, reverse=True)[KEPT:]:
        remove_unheld(path, lambda path=path: _remove(path))  # type: ignore[misc]


def _remove(ledger: Path) -> None:
    """Remove a ledger in one step, then its files: nobody finds a half of it."""
    shutil.rmtree(ledger.rename(ledger.with_name(UNFINISHED)), ignore_errors=True)
