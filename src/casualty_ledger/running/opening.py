"""Opening the ledger once for many notebooks: in the warm process, before the first is forked from it."""

from __future__ import annotations

import os
from pathlib import Path

from casualty_ledger.ledger.opening import keep_in_memory
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
    home, raw, processed = (Path(os.environ[f"CASUALTY_LEDGER_{name}"]) for name in FOLDERS)
    keep_in_memory(Project(home, raw, processed))
