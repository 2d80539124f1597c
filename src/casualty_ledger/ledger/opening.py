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
from casualty_ledger.ledger.storage import read_appearances, read_misrecorded
from casualty_ledger.ledger.store import StoredLedger, hold_ledger
from casualty_ledger.ledger.vintages import as_of
from casualty_ledger.parsing.weeks import LATEST, Vintage
from casualty_ledger.project import Project


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
        mistakes = self.misrecorded
        if len(mistakes):
            mistakes = mistakes[mistakes["conflict"] == conflict].reset_index(drop=True)
        undated = int(own["published_on"].isna().sum())
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


def _read(folder: Path, *, threads: bool = True) -> Ledger:
    appearances = read_appearances(folder, threads=threads)
    undated = int(appearances["published_on"].isna().sum())
    left_out = tuple(each["sheet"] for each in read_left_out(folder))
    return Ledger(LATEST, appearances, undated, read_misrecorded(folder, threads=threads), left_out)


# What this process keeps of ledgers, which never change where they are stored: each in hindsight, by its
# folder; and of all vintages the one that was gathered last.
_in_memory: dict[Path, Ledger] = {}
_gathered: dict[tuple[Path, str, Vintage], Ledger] = {}


def keep_in_memory(project: Project) -> None:
    """Keep a stored ledger in memory: `open_ledger` here and in processes forked from here reads it no more.

    No thread is started, so that the process may fork.
    """
    learn_conflicts(project)
    _in_memory[project.processed] = _read(project.processed, threads=False)


def open_vintage(everything: Ledger, conflict: str, vintage: Vintage) -> Ledger:
    """Narrow a ledger in hindsight to one conflict as known in a vintage, or take the one gathered before."""
    gathered = _gathered.get(_name(everything, conflict, vintage))
    return gathered or everything.of_conflict(conflict).as_of(vintage)


def gather_vintage(everything: Ledger, conflict: str, vintage: Vintage) -> None:
    """Gather the figures of a vintage once for `open_vintage` here and in processes forked from here."""
    name = _name(everything, conflict, vintage)
    if name not in _gathered:
        _gathered.clear()  # Of a large ledger there is no room for two.
        ledger = everything.of_conflict(conflict).as_of(vintage)
        assert ledger.figures is not None
        _gathered[name] = ledger


def _name(everything: Ledger, conflict: str, vintage: Vintage) -> tuple[Path, str, Vintage]:
    assert everything.stored is not None
    return everything.stored.project.processed, conflict, vintage
