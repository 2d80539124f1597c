"""Figures of a guess: the columns of numbers, put together to what each record states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd

from casualty_ledger.intake.guessing.columns import Seen
from casualty_ledger.intake.guessing.words import BROAD
from casualty_ledger.intake.mapping.model import Cell, Cells
from casualty_ledger.intake.stated import states_nothing
from casualty_ledger.intake.tables.table import Table
from casualty_ledger.vocabulary import Basis

# A column of numbers is taken for a running total where it never falls over so many days.
RUNNING_DAYS = 8


def settle_measures(numbers: Sequence[Seen], told: str | Cell | None) -> list[Seen]:
    """Give “of whom children” the measure of the column before it; drop what counts nobody knows what.

    `told` is what tells the measure of every number beside the headers: a column, or a person.
    """
    settled: list[Seen] = []
    last = ""
    for each in numbers:
        last = each.measure or last
        inherits = not each.measure and bool(each.population) and not isinstance(told, Cell)
        settled.append(replace(each, measure=last) if inherits else each)
    known = [each for each in settled if each.measure]
    return settled if told or not known else known


def make_figures(table: Table, numbers: Sequence[Seen], shared: Cells) -> Iterator[Cells]:
    """Yield the cells of each figure of a record: low, best and high of one thing are one figure."""
    groups: dict[tuple[str, str, str, bool], dict[str, Seen]] = {}
    for each in numbers:
        counted = (each.party, each.measure, each.population, each.is_cumulative)
        group = groups.setdefault(counted, {})
        group.setdefault(each.bound if each.bound not in group else f"{each.bound} {each.name}", each)
    for (party, measure, population, is_cumulative), bounds in groups.items():
        for cells in _split(bounds):
            first = next(iter(cells.values()))
            own: Cells = {bound: Cell(column=(each.name,)) for bound, each in cells.items()}
            own |= {"measure": measure, "population": population or "unstated"}
            own |= {"party": party} if party else {}
            running = is_cumulative or _never_falls(table, first.name, shared)
            own |= _span(shared, running=running)
            said = {*cells, *_said(party, measure, population, shared)}
            yield {column: cell for column, cell in own.items() if column in said or column not in shared}


def _said(party: str, measure: str, population: str, shared: Cells) -> Iterator[str]:
    """List what a header says itself: it goes before what a person says of all of them in one word."""
    own = {"party": party, "measure": measure, "population": population}
    own["measure"] = "" if measure in BROAD else measure
    yield from (column for column, word in own.items() if word and isinstance(shared.get(column), str))


def _split(bounds: dict[str, Seen]) -> Iterator[dict[str, Seen]]:
    """Part the columns that are bounds of one another from those that say the same thing once more."""
    yield {bound: each for bound, each in bounds.items() if " " not in bound}
    yield from ({"value": each} for bound, each in bounds.items() if " " in bound)


def _span(shared: Cells, *, running: bool) -> Cells:
    """Say how the numbers relate to their days: a running total to a day, or what happened on it."""
    cells: Cells = {"basis": str(Basis.CUMULATIVE if running else Basis.PERIOD)}
    if not running and "covers_from" not in shared and "covers_until" in shared:
        cells["covers_from"] = shared["covers_until"]
    return cells


def _never_falls(table: Table, name: str, shared: Cells) -> bool:
    """Say whether the numbers of a table with one record a day never fall, and rise."""
    until = shared.get("covers_until")
    texts = table.rows[name]
    plain = texts[~states_nothing(texts)].str.replace(r"[,\s]", "", regex=True)
    numbers = pd.to_numeric(plain, errors="coerce").dropna()
    if not isinstance(until, Cell) or not until.column or len(numbers) < RUNNING_DAYS or "place" in shared:
        return False
    days = table.rows[until.column[0]].loc[numbers.index]
    rises = numbers.is_monotonic_increasing or numbers.is_monotonic_decreasing
    return bool(days.is_unique and rises and numbers.nunique() > RUNNING_DAYS / 2)
