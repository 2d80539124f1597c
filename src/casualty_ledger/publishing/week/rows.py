"""Figures one by one: the rows of a table as records, and rows that agree in something set together.

A section says a few rows at a time. A table of fifty columns cut into pieces of two rows costs more time
than all that is said of them; records are cut for nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import pandas as pd

Figure = Mapping[Any, Any]


def rows_of(figures: pd.DataFrame) -> list[Figure]:
    """Return the rows of a table in their order, each by the names of its columns."""
    return [*figures.to_dict("records")]


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
