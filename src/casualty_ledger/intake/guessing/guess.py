"""A guess: a mapping for a table, what it was guessed from, and what a person must be asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Mapping as Table_of
from dataclasses import dataclass, field, replace

import pandas as pd

from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.intake.guessing.across import find_across
from casualty_ledger.intake.guessing.columns import (
    DAYS,
    Seen,
    list_equipment,
    look,
    share_of_numbers,
    texts_of,
)
from casualty_ledger.intake.guessing.days import BEGINS, DayStyle, decide_days
from casualty_ledger.intake.guessing.figures import make_figures, settle_measures
from casualty_ledger.intake.guessing.words import measure_said, population_said, says
from casualty_ledger.intake.mapping.cells import NAMED
from casualty_ledger.intake.mapping.model import MAPPED, Cell, Cells, FigureDeclared, Mapping, Shape
from casualty_ledger.intake.stated import states_nothing
from casualty_ledger.intake.tables.across import ACROSS, CELL, lay_across
from casualty_ledger.intake.tables.reading import is_recorded
from casualty_ledger.intake.tables.table import Table, TableUnreadable
from casualty_ledger.sources.headers import normalize

TEXTS = ("place", "admin1", "claimant", "publisher", "address", "note", "scope", "method")
ADVICE = "If it does hold figures of people, write a mapping: docs/bring_in_a_table.md."
NO_RECORDS = "no record stands below its header (its columns: {columns})"
NO_NUMBERS = "no column of it seems to count people who were harmed, held or lost (its columns: {columns})"
PERSONS = "it seems to list persons: {columns}. Only numbers are brought in, never records of persons"
UNREAD = "few cells of {columns} state a number of people ({found!r} does not)"
EQUIPMENT_ONLY = "it seems to count equipment ({columns}), and only figures of people are brought in"
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
    sheet: str = "",
) -> Guess:
    """Guess how to read a table; `told` are cells that somebody states, `dates` is a reader of days.

    `sheet` is the one that somebody names.

    Errors: TableUnreadable, where no column counts people.
    """
    told = told or {}
    if is_recorded(table):
        return _read_as_recorded(table, ids, files, told)
    across = find_across(table)
    table = _without_totals(lay_across(table, across) if across else table)
    seen = look(table)
    numbers = [each for each in seen if each.role == "number" and not (across and _sums_up(each))]
    if not numbers or list_equipment(seen):
        raise TableUnreadable(file=table.file, problem=_say_why(table, seen), advice=ADVICE)
    days = _find_days(table, seen, dates)
    shared = _share(table, seen, days, told.get("conflict", "")) | _state(told)
    settled = settle_measures(numbers, is_told="measure" in shared)
    settled = [replace(each, party=_party_in(each.name, told.get("conflict", ""))) for each in settled]
    mapping = Mapping(
        title=f"{table.file}, as guessed",
        ids=ids,
        files=tuple(files),
        shape=Shape(across=across or None, sheet=sheet),
        cells=shared,
        figures=tuple(FigureDeclared(cells=cells) for cells in make_figures(table, settled, shared)),
    )
    asked = list(_ask(table, days, shared))
    asked += [MEASURE] if "measure" not in shared and not all(each.measure for each in settled) else []
    return Guess(mapping, list(_tell(seen, settled, days)), asked)


def _ask(table: Table, days: Table_of[str, DayStyle], shared: Cells) -> Iterator[str]:
    """Yield what a person must be asked of the days, and of cells that no column fills."""
    yield from (style.question for style in days.values() if style.question)
    yield from (DOWN.format(column=name) for name in days if _stands_once_for_several(table.rows[name]))
    yield from (question for column, question in ASKED.items() if not shared.get(column))


def _without_totals(table: Table) -> Table:
    """Leave out records that sum others: “Total” stands in their column of days."""
    counted = table.rows[~table.is_total]
    return replace(table, rows=counted) if len(counted) else table


def _stands_once_for_several(days: pd.Series) -> bool:
    """Say whether a column of days begins with one and leaves some out below."""
    empty = states_nothing(days)
    return bool(empty.any()) and not empty.iloc[0]


def _sums_up(seen: Seen) -> bool:
    """Say whether a column beside those of days is taken for their total: it names nothing that it counts."""
    return seen.name != CELL and not seen.measure


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
    if equipment := list_equipment(seen):
        return EQUIPMENT_ONLY.format(columns=", ".join(equipment))
    unread = [each.name for each in seen if measure_said(each.name) and texts_of(table.rows[each.name])]
    if unread:
        return UNREAD.format(columns=", ".join(unread), found=_first_unread(table, unread))
    reason = NO_NUMBERS if len(table.rows) else NO_RECORDS
    return reason.format(columns=", ".join(table.columns))


def _first_unread(table: Table, columns: Sequence[str]) -> str:
    """Return the first cell of some columns that states no number of people."""
    texts = [text for name in columns for text in texts_of(table.rows[name])]
    return next((text for text in texts if not share_of_numbers([text])), texts[0])


def _find_days(table: Table, seen: Sequence[Seen], dates: str) -> dict[str, DayStyle]:
    """Decide for each column of days how they are written, unless somebody says so."""
    columns = [each.name for each in seen if each.role in DAYS]
    if dates:
        return {name: DayStyle(dates, "as told") for name in columns}
    return {name: decide_days(list(table.rows[name])) for name in columns}


def _share(table: Table, seen: Sequence[Seen], days: Table_of[str, DayStyle], conflict: str) -> Cells:
    """Return the cells that every figure has, from the first column of each role."""
    cells: Cells = {}
    for each in seen:
        if each.role in TEXTS:
            cells.setdefault(each.role, Cell(column=(each.name,)))
        elif each.name in days:
            role = "covers_until" if each.role == "day" else each.role
            reader = days[each.name].reader
            cells.setdefault(role, Cell(column=(each.name,), read=reader))
            if reader in BEGINS and role == "covers_until":
                cells.setdefault("covers_from", Cell(column=(each.name,), read=BEGINS[reader]))
        elif each.role in ("measure", "population"):
            said = measure_said if each.role == "measure" else population_said
            cells.setdefault(each.role, _translate(table, each.name, said))
        elif each.role == "party":
            cells.setdefault(each.role, _name_parties(table, each.name, conflict))
    if isinstance(address := cells.get("address"), Cell):
        cells["address"] = address.model_copy(update={"read": "address"})
    measure, told = cells.get("measure"), "population" in cells or any(each.population for each in seen)
    if isinstance(measure, Cell) and not told:
        cells |= _name_people(table, measure.column[0])
    return cells


def _name_people(table: Table, name: str) -> Cells:
    """Read whom the numbers count from the words that say how, where any names people: civilians killed."""
    people = {text: population_said(text) for text in texts_of(table.rows[name])}
    if not any(people.values()):
        return {}
    words = {text: said or "unstated" for text, said in people.items()}
    return {"population": Cell(column=(name,), words=words)}


def _translate(table: Table, name: str, said: Callable[[str], str]) -> Cell:
    """Map each text of a column of words; one without a meaning is refused until somebody says it."""
    words = {text: meaning for text in texts_of(table.rows[name]) if (meaning := said(text))}
    return Cell(column=(name,), words=words)


def _name_parties(table: Table, name: str, conflict: str) -> Cell:
    """Map each text of a column of sides to a party of the conflict, or to a word where it has no file."""
    known = conflict_of(conflict)
    if not known.is_filed:
        return Cell(column=(name,), read="slug")
    meant = _words_of(known)
    texts = texts_of(table.rows[name])
    return Cell(
        column=(name,), words={text: meant[text.casefold()] for text in texts if text.casefold() in meant}
    )


def _words_of(known: Conflict) -> dict[str, str]:
    """Return what the file of a conflict calls its parties, in small letters, and which each is."""
    meant = {word.casefold(): party for word, party in known.file.other_words.items()}
    for party, declared in known.parties.items():
        named = getattr(declared, "name", "")
        meant |= {word.casefold(): party for word in (party, declared.adjective, named) if word}
    return meant


def _party_in(header: str, conflict: str) -> str:
    """Return the party that a header names, by the words of the conflict's file; none where it names two."""
    known = conflict_of(conflict)
    if not known.is_filed:
        return ""
    words = _words_of(known)
    named = {
        party
        for word, party in words.items()
        if party in known.parties and says(header, rf"{re.escape(word)}\b")
    }
    return named.pop() if len(named) == 1 else ""


def _state(told: Table_of[str, str]) -> Cells:
    return {column: Cell(text=text) if NAMED.search(text) else text for column, text in told.items()}


def _tell(
    seen: Sequence[Seen], settled: Sequence[Seen], days: Table_of[str, DayStyle]
) -> Iterator[tuple[str, str, str]]:
    """Tell of each column what it is taken for, and why."""
    kept, used = {each.name: each for each in settled}, set[str]()
    for each in (kept.get(one.name, one) for one in seen):
        name = {ACROSS: "the headings of days", CELL: "the cells under them"}.get(each.name, each.name)
        if each.role == "number" and each.name not in kept:
            yield name, "not brought in", "its header does not say what it counts"
        elif each.role == "number":
            counted = " ".join(filter(None, (each.measure or "a number", each.population, each.party)))
            yield name, f"{each.bound}: {counted}", "a running total" if each.is_cumulative else ""
        elif each.role == "identifying":
            yield name, "not brought in", "it would identify a person, a unit or a spot on the map"
        else:
            role = {"day": "covers_until"}.get(each.role, each.role)
            if role and role not in used:
                yield name, role, days[each.name].because if each.name in days else ""
            else:
                yield name, "not brought in", "another column tells it" if role else ""
            used.add(role)
