"""Opening the ledger once for many notebooks: in the warm process, before the first is forked from it."""

from __future__ import annotations

import os

from casualty_ledger.ledger.opening import hold_ledger
from casualty_ledger.project import Project


def hold_project_ledger() -> None:
    """Keep the ledger of the project that the environment names (see `orders.tell_folders`)."""
    raw, processed = os.environ["CASUALTY_LEDGER_RAW"], os.environ["CASUALTY_LEDGER_PROCESSED"]
    hold_ledger(Project.at(raw=raw, processed=processed))
