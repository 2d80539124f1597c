"""Opening the ledger once for many notebooks: in the warm process, before the first is forked from it."""

from __future__ import annotations

import os
from pathlib import Path

from casualty_ledger.ledger.opening import hold_ledger
from casualty_ledger.project import Project

FOLDERS = ("HOME", "RAW", "PROCESSED")


def hold_project_ledger() -> None:
    """Keep the ledger of the project that the environment names (see `orders.tell_folders`)."""
    home, raw, processed = (Path(os.environ[f"CASUALTY_LEDGER_{name}"]) for name in FOLDERS)
    hold_ledger(Project(home, raw, processed))
