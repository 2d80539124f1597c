"""What a spawned process runs: it imports this module by name, which it cannot do with a test module."""

from __future__ import annotations

from dataclasses import replace

from casualty_ledger.ledger.opening import open_ledger
from casualty_ledger.project import Project


def open_in_turn(project: Project, number: int) -> list[float]:
    """Open one of five ledgers and return its values."""
    made = replace(project, raw=project.raw.with_name(f"raw{number % 5}"))
    return open_ledger(made).figures["value"].tolist()
