"""Opening the ledger once for many notebooks: in the warm process, before the first is forked from it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from casualty_ledger.conflicts.choosing import take_conflict
from casualty_ledger.ledger.opening import gather_vintage, keep_in_memory, list_conflicts
from casualty_ledger.ledger.store import hold_ledger
from casualty_ledger.parsing.weeks import parse_vintage, parse_week
from casualty_ledger.project import Project
from casualty_ledger.schema import Appearances, Refusals, ReportedFigures

FOLDERS = ("HOME", "RAW", "PROCESSED")


def prepare_process() -> None:
    """Make ready what every notebook uses: the ledger, then the checks of tables with strings like its."""
    hold_project_ledger()
    check_once()


def check_once() -> None:
    """Check empty tables: pandera builds their schemas, and imports much, when it first checks one."""
    for table in (Appearances, Refusals, ReportedFigures):
        table.validate(table.empty())


def hold_project_ledger() -> None:
    """Keep the ledger of the project that the environment names (see `orders.tell_folders`)."""
    keep_in_memory(_project())


def gather_edition(parameters: Mapping[str, object]) -> None:
    """Gather the figures that all notebooks of an edition look at, before the first of them is forked.

    Errors: those of `open_desk`.
    """
    if "week" not in parameters:
        return  # A notebook of somebody's own need not be about a week.
    week, as_of, conflict = (str(parameters.get(name, "")) for name in ("week", "as_of", "conflict"))
    stored = hold_ledger(_project())
    chosen = take_conflict(conflict, list_conflicts(stored.project.processed))
    gather_vintage(stored, chosen, parse_vintage(as_of, parse_week(week)))


def _project() -> Project:
    return Project(*(Path(os.environ[f"CASUALTY_LEDGER_{name}"]) for name in FOLDERS))
