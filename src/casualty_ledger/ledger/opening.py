"""Opening the ledger of what is in the sheets now, and reading it as of a vintage.

To ask which ledger is current, to hold it and to read it is one act: see `store.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import pandas as pd

from casualty_ledger.conflicts.known import learn_conflicts
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.ledger.left_out import read_left_out
from casualty_ledger.ledger.misrecorded import put_back
from casualty_ledger.ledger.storage import (
    count_rows,
    read_appearances,
    read_columns,
    read_known,
    read_misrecorded,
)
from casualty_ledger.ledger.store import StoredLedger, hold_ledger
from casualty_ledger.ledger.vintages import as_of
from casualty_ledger.parsing.weeks import LATEST, Vintage
from casualty_ledger.project import Project
from casualty_ledger.string_storage import MOST_ROWS


@dataclass(frozen=True)
class Ledger:
    """The ledger in one vintage.

    `appearances` holds one row per printed figure known by then, `undated` counts the rows that no
    dated vintage can hold because nobody knows when they were published. `left_out` names the sheets that
    could not be read. `misrecorded` holds corrected rows as they stood before (see `misrecorded.py`).
    `conflict` is the one that it was narrowed to, if any; `stored` is where it was read from, and keeps it.
    """

    vintage: Vintage
    appearances: pd.DataFrame
    undated: int
    misrecorded: pd.DataFrame = field(default_factory=pd.DataFrame)
    left_out: tuple[str, ...] = ()
    conflict: str = ""
    stored: StoredLedger | None = field(default=None, repr=False)

    @cached_property
    def figures(self) -> pd.DataFrame:
        """The reported figures, one row per statement (see `schema.ReportedFigures`)."""
        return gather_figures(self.appearances)[0]

    def of_conflict(self, conflict: str) -> Ledger:
        """Return a ledger in hindsight narrowed to one conflict."""
        own, is_own = self.appearances, self.appearances["conflict"] == conflict
        if not is_own.all():
            own = own[is_own].reset_index(drop=True)
        undated = int(own["published_on"].isna().sum())
        mistakes = _of(conflict, self.misrecorded)
        return replace(self, appearances=own, undated=undated, misrecorded=mistakes, conflict=conflict)

    @property
    def conflicts(self) -> list[str]:
        """The conflicts of which it holds rows, most rows first."""
        return list(self.appearances["conflict"].value_counts().index)

    def as_of(self, vintage: Vintage) -> Ledger:
        """Return the ledger as it could be known in an earlier vintage."""
        return replace(self, vintage=vintage, appearances=as_of(self.appearances, vintage))

    def as_printed(self, vintage: Vintage) -> Ledger:
        """Return the ledger of an earlier vintage with the mistakes of ours that stood in it then.

        It is this one where it is of that vintage and none stood in it.
        """
        stood = put_back(self.appearances, self.misrecorded, vintage)
        if stood is self.appearances and vintage == self.vintage:
            return self
        return replace(self, vintage=vintage, appearances=as_of(stood, vintage))


def open_ledger(project: Project, vintage: Vintage = LATEST) -> Ledger:
    """Open the ledger of `project` as of `vintage`, building it first where nobody has built it yet.

    Errors: those of `hold_ledger`.
    """
    stored = hold_ledger(project)
    learn_conflicts(stored.project)
    folder = stored.project.processed
    everything = _in_memory.get(folder) or _read(folder)
    return replace(everything, stored=stored).as_of(vintage)


def _of(conflict: str, misrecorded: pd.DataFrame) -> pd.DataFrame:
    if misrecorded.empty:
        return misrecorded
    return misrecorded[misrecorded["conflict"] == conflict].reset_index(drop=True)


def _read(folder: Path, *, threads: bool = True) -> Ledger:
    appearances = read_appearances(folder, threads=threads)
    undated = int(appearances["published_on"].isna().sum())
    left_out = tuple(each["sheet"] for each in read_left_out(folder))
    return Ledger(LATEST, appearances, undated, read_misrecorded(folder, threads=threads), left_out)


def _read_vintage(stored: StoredLedger, conflict: str, vintage: Vintage) -> Ledger:
    """Read one conflict in a vintage: of a large ledger what was known later is never in memory."""
    folder = stored.project.processed
    known, undated = read_known(folder, conflict, vintage.day)
    left_out = tuple(each["sheet"] for each in read_left_out(folder))
    mistakes = _of(conflict, read_misrecorded(folder, threads=False))
    return Ledger(vintage, as_of(known, vintage), undated, mistakes, left_out, conflict, stored)


# What this process keeps of ledgers, which never change where they are stored: each that is not large in
# hindsight, by its folder; the conflicts of each; and of all vintages the one that was gathered last.
_in_memory: dict[Path, Ledger] = {}
_conflicts: dict[Path, list[str]] = {}
_gathered: dict[tuple[Path, str, Vintage], Ledger] = {}


def keep_in_memory(project: Project) -> None:
    """Keep a stored ledger in memory: `open_ledger` here and in processes forked from here reads it no more.

    A large one is not kept: its vintages are read as they are asked for. No thread is started, so that the
    process may fork.
    """
    learn_conflicts(project)
    folder = project.processed
    _conflicts[folder] = list_conflicts(folder)
    if count_rows(folder) <= MOST_ROWS:
        _in_memory[folder] = _read(folder, threads=False)


def list_conflicts(folder: Path) -> list[str]:
    """Return the conflicts of which a stored ledger holds rows, most rows first."""
    return _conflicts.get(folder) or list(read_columns(folder, ["conflict"])["conflict"].value_counts().index)


def open_vintage(stored: StoredLedger, conflict: str, vintage: Vintage) -> Ledger:
    """Open a stored ledger narrowed to one conflict in a vintage, or take the one gathered before."""
    folder = stored.project.processed
    if gathered := _gathered.get((folder, conflict, vintage)):
        return gathered
    if everything := _in_memory.get(folder):
        return replace(everything, stored=stored).of_conflict(conflict).as_of(vintage)
    return _read_vintage(stored, conflict, vintage)


def gather_vintage(stored: StoredLedger, conflict: str, vintage: Vintage) -> None:
    """Gather the figures of a vintage once for `open_vintage` here and in processes forked from here."""
    name = stored.project.processed, conflict, vintage
    if name not in _gathered:
        _gathered.clear()  # Of a large ledger there is no room for two.
        ledger = open_vintage(stored, conflict, vintage)
        assert ledger.figures is not None
        _gathered[name] = ledger
