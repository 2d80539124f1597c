"""Records that repeat or contradict each other in the table itself, whether or not they are brought in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from casualty_ledger.intake.findings import COLUMNS
from casualty_ledger.intake.mapping.model import Cell, Mapping
from casualty_ledger.intake.mapping.numbers import NUMBERS
from casualty_ledger.intake.tables.table import Table
from casualty_ledger.ledger.distinct import find_repeated
from casualty_ledger.ledger.privacy.withholding import WITHHELD, identify

REPEATED = "a record repeats an earlier one exactly"
DIFFERING = "records of one thing state several numbers"


def find_in_records(tables: Iterable[Table], mapping: Mapping) -> pd.DataFrame:
    """List the records that repeat another, and those of one thing with several numbers. Columns: COLUMNS."""
    listed = [each for table in tables for each in (*_repeated(table), *_differing(table, mapping))]
    found = pd.DataFrame(listed, columns=COLUMNS, dtype="str")
    return found.assign(said=found["said"].mask(identify(found["said"]), WITHHELD))


def _repeated(table: Table) -> Iterator[dict[str, str]]:
    """Yield each record that repeats another in every cell, with the first that says so."""
    numbers = pd.Series(table.numbers, index=table.rows.index)
    alike = table.rows.iloc[find_repeated([table.rows.iloc[:, at] for at in range(table.rows.shape[1])])]
    if alike.empty:
        return
    first = numbers[alike.index].groupby([alike[name] for name in table.columns], sort=False)
    earlier = first.transform("first")
    for place in alike.index[alike.duplicated()]:
        yield {"finding": REPEATED, "rows": f"{earlier[place]}, {numbers[place]}", "said": ""}


def _differing(table: Table, mapping: Mapping) -> Iterator[dict[str, str]]:
    """Yield each group of records alike in the columns of one thing, and unlike in their numbers."""
    keys = [name for name in mapping.one_thing if table.has(name)]
    counts = [name for name in _numbers_of(mapping) if table.has(name)]
    if not keys or not counts:
        return
    rows = table.rows.assign(row=table.numbers)[[*keys, *counts, "row"]]
    distinct = rows.drop_duplicates([*keys, *counts])
    several = distinct[distinct.duplicated(keys, keep=False)]
    for key, group in several.groupby(keys, sort=False):
        stated = " and ".join(", ".join(filter(None, each)) for each in group[counts].itertuples(index=False))
        said = f"{', '.join(map(str, key))}: {stated}"
        yield {"finding": DIFFERING, "rows": ", ".join(map(str, group["row"])), "said": said}


def _numbers_of(mapping: Mapping) -> list[str]:
    """List the columns from which the figures of a mapping read their numbers."""
    cells = [(mapping.cells | figure.cells).get(name) for figure in mapping.figures for name in NUMBERS]
    return list(dict.fromkeys(name for cell in cells if isinstance(cell, Cell) for name in cell.column))
