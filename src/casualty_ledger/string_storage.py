"""How pandas stores the strings of a process: as Python's in a ledger that is not large, else as Arrow's."""

from __future__ import annotations

import pandas as pd

# Rows of a ledger that is not large yet.
MOST_ROWS = 100_000
BYTES_OF_A_ROW = 400


def choose_string_storage(rows: int) -> None:
    """Choose it for a ledger of so many rows; tables that are there already stay as they are.

    From Python's strings rows are chosen, of forty columns, in half the time. Of a million rows they take
    two gigabytes more.
    """
    pd.options.mode.string_storage = "python" if rows <= MOST_ROWS else "pyarrow"
