"""Figures one by one: the rows of a table as records, and rows that agree in something set together.

A section says a few rows at a time. A table of fifty columns cut into pieces of two rows costs more time
than all that is said of them; records are cut for nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar, cast, overload

import numpy as np
import pandas as pd

from casualty_ledger.reported_figure import ReportedFigure

# A row of any other table, such as that of a chart.
Row = Mapping[str, Any]
AnyFigure = TypeVar("AnyFigure", bound=ReportedFigure)
AnyRow = TypeVar("AnyRow", bound=Mapping[str, Any])


@overload
def figures_of(figures: pd.DataFrame) -> list[ReportedFigure]: ...
@overload
def figures_of(figures: pd.DataFrame, kind: type[AnyFigure]) -> list[AnyFigure]: ...
def figures_of(
    figures: pd.DataFrame, kind: type[ReportedFigure] = ReportedFigure
) -> list[ReportedFigure] | list[AnyFigure]:
    """Return the figures of a table in their order; `kind` names columns that stand beside the ledger's."""
    return cast(list[ReportedFigure], rows_of(figures))


def rows_of(table: pd.DataFrame) -> list[Row]:
    """Return the rows of a table in their order, each by the names of its columns; a missing number is None.

    They are those of `to_dict("records")`, which takes a table of so many columns apart cell by cell.
    """
    if not len(table):
        return []
    names = table.columns.tolist()
    # To make a Series of each column, as `items` does, costs more than to read the few cells in it.
    cells = [_cells_of(column) for column in table._iter_column_arrays()]  # type: ignore[operator]
    return [dict(zip(names, row, strict=True)) for row in zip(*cells, strict=True)]


def _cells_of(column: Any) -> list[Any]:
    cells: list[Any] = np.asarray(column, dtype=object).tolist()
    kind = column.dtype
    # Texts, days and truths hold no NA.
    holds_none = kind == "str" or (isinstance(kind, np.dtype) and kind.kind != "O")
    return cells if holds_none else [None if cell is pd.NA else cell for cell in cells]


def rows_by(rows: Iterable[AnyRow], *columns: str) -> list[list[AnyRow]]:
    """Set together the rows that agree in `columns`, all in their order; two missing entries agree.

    >>> rows = [{"who": "A", "said": 2}, {"who": "B", "said": 3}, {"who": "A", "said": 12}]
    >>> [[row["said"] for row in together] for together in rows_by(rows, "who")]
    [[2, 12], [3]]
    """
    groups: dict[Hashable, list[AnyRow]] = {}
    for row in rows:
        key = tuple(None if pd.isna(row[column]) else row[column] for column in columns)
        groups.setdefault(key, []).append(row)
    return list(groups.values())
