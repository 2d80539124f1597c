"""A guess: a mapping for a table, what it was guessed from, and what a person must be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Mapping as Table_of
from dataclasses import dataclass, field, replace

from casualty_ledger.intake.guessing.across import find_across
from casualty_ledger.intake.guessing.asking import ask
from casualty_ledger.intake.guessing.columns import (
    DAYS,
    Seen,
    list_equipment,
    look,
    share_of_numbers,
    texts_of,
)
from casualty_ledger.intake.guessing.days import (
    BEGINS,
    STATED_DAYS,
    DayStyle,
    decide_days,
    find_parts,
    state_day,
)
from casualty_ledger.intake.guessing.figures import make_figures, settle_measures
from casualty_ledger.intake.guessing.parties import name_parties, party_in
from casualty_ledger.intake.guessing.words import NO_PEOPLE, YEARS, measure_said, population_said, says
from casualty_ledger.intake.mapping.cells import NAMED
from casualty_ledger.intake.mapping.model import MAPPED, Cell, Cells, FigureDeclared, Mapping, Shape
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
LEFT = "not brought in"
FEW_NUMBERS = "few of its cells state a number of people"
EQUIPMENT_ONLY = "it seems to count equipment ({columns}), and only figures of people are brought in"


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
    """Guess how to read a table.

    `told` are cells that somebody states, `dates` is a reader of days, `sheet` one that somebody names.
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
    shared = _share(table, seen, days, told.get("conflict", "")) | _state(told, table, dates)
    settled = settle_measures(numbers, shared.get("measure"))
    settled = [replace(each, party=party_in(each.name, told.get("conflict", ""))) for each in settled]
    mapping = Mapping(
        title=f"{table.file}, as guessed",
        ids=ids,
        files=tuple(files),
        shape=Shape(across=across or None, sheet=sheet),
        cells=shared,
        figures=tuple(FigureDeclared(cells=cells) for cells in make_figures(table, settled, shared)),
    )
    because = list(_tell(seen, settled, days, shared))
    spare = [name for name, role, _ in because if role == LEFT and name in days and not says(name, YEARS)]
    return Guess(mapping, because, list(ask(table, days, shared, settled, spare)))


def _first_of_each(seen: Sequence[Seen]) -> list[Seen]:
    """Return the column that tells each role: the one that is named after it, or else the first."""
    named = sorted(seen, key=lambda each: normalize(each.name) != each.role)
    first = {each.role: each for each in reversed(named)}
    return [each for each in seen if first[each.role] is each]


def _without_totals(table: Table) -> Table:
    """Leave out records that sum others: “Total” stands in their column of days."""
    counted = table.rows[~table.is_total]
    return replace(table, rows=counted) if len(counted) else table


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
        cells=cells | _state(told, table, ""),
        figures=(FigureDeclared(cells={}),),
    )
    return Guess(mapping, [(name, column, "by its name") for column, name in own.items() if column in MAPPED])


def _say_why(table: Table, seen: Sequence[Seen]) -> str:
    persons = [each.name for each in seen if each.role == "identifying" and not says(each.name, NO_PEOPLE)]
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
    """Return the cells that every figure has, from the column that tells each role."""
    cells: Cells = {}
    for each in _first_of_each(seen):
        if each.role in TEXTS:
            read = "address" if each.role == "address" else None
            cells[each.role] = Cell(column=(each.name,), read=read)
        elif each.name in days:
            role = "covers_until" if each.role == "day" else each.role
            reader = days[each.name].reader
            cells.setdefault(role, Cell(column=(each.name,), read=reader))
            if reader in BEGINS and role == "covers_until":
                cells.setdefault("covers_from", Cell(column=(each.name,), read=BEGINS[reader]))
        elif each.role in ("measure", "population"):
            said = measure_said if each.role == "measure" else population_said
            cells[each.role] = _translate(table, each.name, said)
        elif each.role == "party":
            cells[each.role] = name_parties(table, each.name, conflict)
    cells |= _join_days(table, cells.get("covers_until"))
    measure, told = cells.get("measure"), "population" in cells or any(each.population for each in seen)
    if isinstance(measure, Cell) and not told:
        cells |= _name_people(table, measure.column[0])
    return cells


def _join_days(table: Table, until: str | Cell | None) -> Cells:
    """Read the day from columns of years, months and days, unless another column tells it whole."""
    parts = find_parts(table)
    alone = isinstance(until, Cell) and f"{{{until.column[0]}}}" not in parts
    return {} if alone or not parts else {"covers_until": Cell(text=parts, read="day")}


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
    words |= {"": "unstated"} if said is population_said else {}
    return Cell(column=(name,), words=words)


def _state(told: Table_of[str, str], table: Table, dates: str) -> Cells:
    """Return the cells that somebody states; days are read as in a column of days."""
    stated: Cells = {column: Cell(text=text) if NAMED.search(text) else text for column, text in told.items()}
    return stated | {
        column: state_day(told[column], table, dates) for column in STATED_DAYS if column in told
    }


def _tell(
    seen: Sequence[Seen], settled: Sequence[Seen], days: Table_of[str, DayStyle], shared: Cells
) -> Iterator[tuple[str, str, str]]:
    """Tell of each column what it is taken for, and why."""
    kept, used = {each.name: each for each in settled}, {each.name for each in _first_of_each(seen)}
    filled = {
        name: column
        for column, cell in shared.items()
        if isinstance(cell, Cell)
        for name in NAMED.findall(cell.text)
    }
    for each in (kept.get(one.name, one) for one in seen):
        name = {ACROSS: "the headings of days", CELL: "the cells under them"}.get(each.name, each.name)
        if each.name in filled:
            yield name, filled[each.name], ""
        elif each.role == "number" and each.name not in kept:
            yield name, LEFT, "its header does not say what it counts"
        elif each.role == "number":
            counted = " ".join(filter(None, (each.measure or "a number", each.population, each.party)))
            yield name, f"{each.bound}: {counted}", "a running total" if each.is_cumulative else ""
        elif each.role == "identifying":
            yield name, LEFT, "it would identify a person, a unit or a spot on the map"
        else:
            role = {"day": "covers_until"}.get(each.role, each.role)
            if role and each.name in used:
                yield name, role, days[each.name].because if each.name in days else ""
            elif role:
                yield name, LEFT, "another column tells it"
            else:
                yield name, LEFT, FEW_NUMBERS if measure_said(each.name) else ""
