"""Asking: what neither the columns of a table nor a person says, and a guess leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Table_of

import pandas as pd

from casualty_ledger.intake.guessing.columns import Seen
from casualty_ledger.intake.guessing.days import DayStyle
from casualty_ledger.intake.mapping.model import Cells
from casualty_ledger.intake.stated import states_nothing
from casualty_ledger.intake.tables.table import Table

DOWN = (
    "Do empty cells of {column!r} mean the day above them? Then say so in the mapping, "
    "shape: {{down: {column}}}; until then those records are of no day."
)
MEASURE = "What do the numbers count? Say --set measure=killed, or another measure of docs/glossary.md."
ASKED = {
    "claimant": "Whose numbers are these? Say --set claimant=…",
    "conflict": "Of which conflict are they? Say --set conflict=…",
    "covers_until": "Which days do they cover? Say --set covers_until=2023-06-05, or name the column of days "
    "in the mapping",
    "published_on": "When were they published? Without a day they are in no report of a day: "
    "say --set published_on=2023-06-05, or --set 'published_on={name of a column}'",
    "population": "Whom do they count, where no column says it? Say --set population=civilians, "
    "or another group of docs/glossary.md.",
}


def ask(
    table: Table,
    days: Table_of[str, DayStyle],
    shared: Cells,
    settled: Sequence[Seen],
    spare: Sequence[str],
) -> Iterator[str]:
    """Yield what a person must be asked of the days, and of cells that no column fills.

    `spare` are columns of days that tell nothing yet.
    """
    yield from (style.question for style in days.values() if style.question)
    yield from (DOWN.format(column=name) for name in days if _stands_once_for_several(table.rows[name]))
    for column, question in ASKED.items():
        named = column == "population" and all(each.population for each in settled)
        if not (shared.get(column) or named):
            yield question.replace("name of a column", spare[0]) if spare else question
    if "measure" not in shared and not all(each.measure for each in settled):
        yield MEASURE


def _stands_once_for_several(days: pd.Series) -> bool:
    """Say whether a column of days begins with one and leaves some out below."""
    empty = states_nothing(days)
    return bool(empty.any()) and not empty.iloc[0]
