"""Figures one by one: the rows of a table as records, and rows that agree in something set together.

A section says a few rows at a time. A table of fifty columns cut into pieces of two rows costs more time
than all that is said of them; records are cut for nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

Figure = Mapping[Any, Any]


def rows_of(figures: pd.DataFrame) -> list[Figure]:
    """Return the rows of a table in their order, each by the names of its columns; a missing number is None.

    They are those of `to_dict("records")`, which takes a table of so many columns apart cell by cell.
    """
    if not len(figures):
        return []
    names = figures.columns.tolist()
    cells = [_cells_of(column) for _, column in figures.items()]
    return [dict(zip(names, row, strict=True)) for row in zip(*cells, strict=True)]


def _cells_of(column: pd.Series) -> list[Any]:
    cells: list[Any] = np.asarray(column.array, dtype=object).tolist()
    kind = column.dtype
    # Texts, days and truths hold no NA.
    holds_none = kind == "str" or (isinstance(kind, np.dtype) and kind.kind != "O")
    return cells if holds_none else [None if cell is pd.NA else cell for cell in cells]


def rows_by(rows: Iterable[Figure], *columns: str) -> list[list[Figure]]:
    """Set together the rows that agree in `columns`, all in their order; two missing entries agree.

    >>> rows = [{"who": "A", "said": 2}, {"who": "B", "said": 3}, {"who": "A", "said": 12}]
    >>> [[row["said"] for row in together] for together in rows_by(rows, "who")]
    [[2, 12], [3]]
    """
    groups: dict[Hashable, list[Figure]] = {}
    for row in rows:
        key = tuple(None if pd.isna(row[column]) else row[column] for column in columns)
        groups.setdefault(key, []).append(row)
    return list(groups.values())
