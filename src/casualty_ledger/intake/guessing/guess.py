"""A guess: a mapping for a table, what it was guessed from, and what a person must be asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Table_of
from dataclasses import dataclass, field

import pandas as pd

from casualty_ledger.intake.guessing.columns import Seen, look, texts_of
from casualty_ledger.intake.guessing.days import DayStyle, decide_days
from casualty_ledger.intake.guessing.words import MEASURES, POPULATIONS, first_said
from casualty_ledger.intake.mapping.cells import NAMED
from casualty_ledger.intake.mapping.model import MAPPED, Cell, Cells, FigureDeclared, Mapping
from casualty_ledger.intake.mapping.stated import states_nothing
from casualty_ledger.intake.tables.table import Table, TableUnreadable
from casualty_ledger.schema import REQUIRED_COLUMNS
from casualty_ledger.sources.headers import normalize
from casualty_ledger.vocabulary import Basis

TEXTS = ("place", "admin1", "claimant", "publisher", "address", "note", "scope", "method")
# A column of numbers is taken for a running total where it never falls over so many days.
RUNNING_DAYS = 8
ADVICE = "Write a mapping for it: docs/bring_in_a_table.md."
NO_NUMBERS = "no column of it seems to count people who were harmed, held or lost (its columns: {columns})"
PERSONS = "it seems to list persons: {columns}. Only numbers are brought in, never records of persons"
ASKED = {
    "claimant": "Whose numbers are these? Say --set claimant=…",
    "conflict": "Of which conflict are they? Say --set conflict=…",
    "published_on": "When were they published? Without a day they are in no report of a day: "
    "say --set published_on=2023-06-05, or --set 'published_on={name of a column}'",
}


@dataclass
class Guess:
    """A mapping with what it was guessed from (a line a column) and the questions that it leaves open."""

    mapping: Mapping
    because: list[tuple[str, str, str]] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)


def guess_mapping(
    table: Table,
    *,
    ids: str,
    files: Sequence[str] = (),
    told: Table_of[str, str] | None = None,
    dates: str = "",
) -> Guess:
    """Guess how to read a table; `told` are cells that somebody states, `dates` is a reader of days.

    Errors: TableUnreadable, where no column counts people.
    """
    if set(REQUIRED_COLUMNS) <= {normalize(name) for name in table.columns}:
        return _read_as_recorded(table, ids, files, told or {})
    seen = look(table)
    numbers = [each for each in seen if each.role == "number"]
    if not numbers:
        raise TableUnreadable(file=table.file, problem=_say_why(table, seen), advice=ADVICE)
    days = _find_days(table, seen, dates)
    shared = _share(table, seen, days) | _state(told or {})
    figures = list(_figures(table, numbers, shared, days))
    mapping = Mapping(
        title=f"{table.file}, as guessed",
        ids=ids,
        files=tuple(files),
        cells={column: cell for column, cell in shared.items() if column != "day"},
        figures=tuple(FigureDeclared(cells=cells) for cells in figures),
    )
    asked = [style.question for style in days.values() if style.question]
    asked += [question for column, question in ASKED.items() if not shared.get(column)]
    return Guess(mapping, list(_tell(seen, days)), asked)


def _read_as_recorded(table: Table, ids: str, files: Sequence[str], told: Table_of[str, str]) -> Guess:
    """Read a table that is in the recorded format column by column, ids and all."""
    own = {normalize(name): name for name in table.columns}
    cells: Cells = {column: Cell(column=(own[column],)) for column in MAPPED if column in own}
    mapping = Mapping(
        title=f"{table.file}, in the recorded format",
        ids=ids,
        files=tuple(files),
        cells=cells | _state(told),
        figures=(FigureDeclared(cells={}),),
    )
    return Guess(mapping, [(name, column, "by its name") for column, name in own.items() if column in MAPPED])


def _say_why(table: Table, seen: Sequence[Seen]) -> str:
    persons = [each.name for each in seen if each.role == "identifying"]
    if persons:
        return PERSONS.format(columns=", ".join(persons))
    return NO_NUMBERS.format(columns=", ".join(table.columns))


def _find_days(table: Table, seen: Sequence[Seen], dates: str) -> dict[str, DayStyle]:
    """Decide for each column of days how they are written, unless somebody says so."""
    columns = [
        each.name for each in seen if each.role in ("day", "published_on", "covers_from", "covers_until")
    ]
    if dates:
        return {name: DayStyle(dates, "as told") for name in columns}
    return {name: decide_days(list(table.rows[name])) for name in columns}


def _share(table: Table, seen: Sequence[Seen], days: Table_of[str, DayStyle]) -> Cells:
    """Return the cells that every figure has, from the first column of each role."""
    cells: Cells = {}
    for each in seen:
        if each.role in TEXTS:
            cells.setdefault(each.role, Cell(column=(each.name,)))
        elif each.name in days:
            role = "covers_until" if each.role == "day" else each.role
            cells.setdefault(role, Cell(column=(each.name,), read=days[each.name].reader))
        elif each.role in ("measure", "population"):
            table_of = MEASURES if each.role == "measure" else POPULATIONS
            cells.setdefault(each.role, _translate(table, each.name, table_of))
    if isinstance(address := cells.get("address"), Cell):
        cells["address"] = address.model_copy(update={"read": "address"})
    return cells


def _translate(table: Table, name: str, meanings: dict[str, str]) -> Cell:
    """Map each text of a column of words; one without a meaning is refused until somebody says it."""
    words = {text: meaning for text in texts_of(table.rows[name]) if (meaning := first_said(text, meanings))}
    return Cell(column=(name,), words=words)


def _state(told: Table_of[str, str]) -> Cells:
    return {column: Cell(text=text) if NAMED.search(text) else text for column, text in told.items()}


def _figures(
    table: Table, numbers: Sequence[Seen], shared: Cells, days: Table_of[str, DayStyle]
) -> Iterator[Cells]:
    """Yield the cells of each figure of a record: low, best and high of one thing are one figure."""
    groups: dict[tuple[str, str, bool], dict[str, Seen]] = {}
    for each in numbers:
        groups.setdefault((each.measure, each.population, each.is_cumulative), {}).setdefault(
            each.bound, each
        )
    for (measure, population, is_cumulative), bounds in groups.items():
        cells: Cells = {bound: Cell(column=(each.name,)) for bound, each in bounds.items()}
        if "measure" not in shared:
            cells["measure"] = measure
        if "population" not in shared:
            cells["population"] = population or "unstated"
        first = next(iter(bounds.values()))
        running = is_cumulative or _never_falls(table, first.name, shared)
        cells["basis"] = str(Basis.CUMULATIVE if running else Basis.PERIOD)
        if not running and "covers_from" not in shared and "covers_until" in shared:
            cells["covers_from"] = shared["covers_until"]
        yield {column: cell for column, cell in cells.items() if column not in shared or column in bounds}


def _never_falls(table: Table, name: str, shared: Cells) -> bool:
    """Say whether the numbers of a table with one record a day never fall, and rise."""
    until = shared.get("covers_until")
    texts = table.rows[name]
    stated = ~states_nothing(texts)
    numbers = pd.to_numeric(texts[stated].str.replace(r"[,\s]", "", regex=True), errors="coerce").dropna()
    if not isinstance(until, Cell) or len(numbers) < RUNNING_DAYS or "place" in shared:
        return False
    days = table.rows[until.column[0]].loc[numbers.index]
    rises = numbers.is_monotonic_increasing or numbers.is_monotonic_decreasing
    return bool(days.is_unique and rises and numbers.nunique() > RUNNING_DAYS / 2)


def _tell(seen: Sequence[Seen], days: Table_of[str, DayStyle]) -> Iterator[tuple[str, str, str]]:
    """Tell of each column what it is taken for, and why."""
    for each in seen:
        if each.role == "number":
            counted = " ".join(filter(None, (each.measure or "a number", each.population)))
            yield each.name, f"{each.bound}: {counted}", "a running total" if each.is_cumulative else ""
        elif each.role == "identifying":
            yield each.name, "not brought in", "it would identify a person, a unit or a spot on the map"
        else:
            role = {"day": "covers_until", "": "not brought in"}.get(each.role, each.role)
            yield each.name, role, days[each.name].because if each.name in days else ""
