"""Across: columns headed by days, months or years become records, one for each cell that they hold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from casualty_ledger.intake.tables.table import Table
from casualty_ledger.ledger.texts import as_texts

# The name of the column that a record stood in, and what stood there.
ACROSS, CELL = "#across", "#cell"


def lay_across(table: Table, pattern: str) -> Table:
    """Make a record of each cell whose column's name is of a pattern (RE2); the other columns stay beside it.

    A table without such a column stays as it is.
    """
    fits = pc.match_substring_regex(as_texts(table.columns), f"^(?:{pattern})$").to_pylist()
    headed = [name for name, fit in zip(table.columns, fits, strict=True) if fit]
    if not headed:
        return table
    beside = [name for name in table.columns if name not in headed]
    count, many = len(table.rows), len(headed)
    order = np.repeat(np.arange(count), many)
    rows = table.rows[beside].take(order).reset_index(drop=True)
    cells = table.rows[headed].to_numpy().reshape(-1)
    names = pd.array(headed, dtype="str").take(np.tile(np.arange(many), count))
    rows = rows.assign(**{ACROSS: names, CELL: pd.array(cells, dtype="str")})
    return replace(
        table,
        rows=rows,
        numbers=table.numbers[order],
        damage=table.damage.take(order).reset_index(drop=True),
        is_total=table.is_total.take(order).reset_index(drop=True),
    )
