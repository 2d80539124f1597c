"""Sheets that a built ledger left out because they could not be read, looked up without a table library."""

from __future__ import annotations

import csv
from pathlib import Path

LEFT_OUT = "left_out.csv"


def read_left_out(folder: Path) -> list[dict[str, str]]:
    """Read which sheets a built ledger left out, and why."""
    with (folder / LEFT_OUT).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
