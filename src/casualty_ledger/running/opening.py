"""Opening the ledger once for many notebooks: in the warm process, before the first is forked from it."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd

from casualty_ledger.ledger.opening import keep_in_memory
from casualty_ledger.project import Project
from casualty_ledger.schema import Appearances, Refusals, ReportedFigures

FOLDERS = ("HOME", "RAW", "PROCESSED")


def prepare_process() -> None:
    """Make ready what every notebook uses: the checks of tables, and the ledger."""
    check_once()
    hold_project_ledger()


def check_once() -> None:
    """Check empty tables: pandera builds their schemas, and imports much, when it first checks one."""
    numexpr = "compute.use_numexpr"  # dask, which pandera imports, switches this off for everybody
    with pd.option_context(numexpr, pd.get_option(numexpr)):
        for table in (Appearances, Refusals, ReportedFigures):
            table.validate(table.empty())


def hold_project_ledger() -> None:
    """Keep the ledger of the project that the environment names (see `orders.tell_folders`)."""
    home, raw, processed = (Path(os.environ[f"CASUALTY_LEDGER_{name}"]) for name in FOLDERS)
    keep_in_memory(Project(home, raw, processed))
