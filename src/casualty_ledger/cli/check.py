"""`casualty-ledger check`: sheets are read before they join."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casualty_ledger.cli.console import Raw, out_console, say_count
from casualty_ledger.project import Project

if TYPE_CHECKING:
    import pandas as pd

    from casualty_ledger.conflicts.conflict import Conflict
    from casualty_ledger.sources.recorded_sheets import Sheets
    from casualty_ledger.sources.registry import Register

    # What is asked, by what tells it: each table has a sheet, and a row or a conflict.
    Asked = Mapping[Callable[[pd.DataFrame], Iterator[str]], pd.DataFrame]

# As `ledger.refusals` calls the column of a problem that is the row itself.
WHOLE_ROW = "row"
# So many problems of one kind are told row by row.
ALIKE = 5
NO_FILE = (
    "The conflict {name!r} ({count}) has no file{hint}: its parties are shown as they are recorded. "
    "Write data/conflicts/{name}.yml: casualty-ledger conflict new {name}"
)
DAMAGED = "{sheet}, row {row} ({row_id}): {reason}"
PERSON = "{sheet}, row {row} ({row_id}), column {column}: {reason}"
PROBLEM = "{sheet}, row {row} ({row_id}), column {column}: found {found!r}. {reason}"
QUESTION = "{sheet}, row {row} ({row_id}), column {column}: found {found!r}. {why} {advice}"
UNHEARD = "{sheet}: neither a row of the conflict nor sources.yml names the claimant {found!r}"
MEANT = (
    "{where}, column {column}: {found!r} is not registered, and is kept as it stands. Did you mean {near!r}?"
)
STRANGERS = (
    "{sheet}, from row {row} on, column {column}: not registered, and kept as they stand: {names}. "
    "Add to sources.yml who will speak again."
)


def check(
    sheets: Annotated[
        list[str] | None, typer.Argument(help="Sheets to read; default: those of the ledger.")
    ] = None,
    conflict: Annotated[str, typer.Option(help="Only the rows of this conflict; default: all.")] = "",
    raw: Raw = "",
) -> None:
    """Read sheets before they join: all problems and questions at once, exit code 1 if a row is refused."""
    from casualty_ledger.conflicts.choosing import take_conflict
    from casualty_ledger.conflicts.known import learn_conflicts
    from casualty_ledger.ledger.checking import check_rows
    from casualty_ledger.sources.recorded_sheets import list_sheets, open_each, read_sheets
    from casualty_ledger.sources.registry import read_register

    project = Project.at(raw=raw)
    register = read_register(project.sources)
    known = learn_conflicts(project)
    paths = [Path(sheet) for sheet in sheets or []] or list_sheets(project.recorded)
    joined = any(path.resolve().parent == project.recorded.resolve() for path in paths)
    beside = None if joined else read_sheets(project.recorded)
    opened = open_each(paths)
    rows = opened.rows.assign(about=opened.rows["conflict"].str.strip().str.lower())
    if conflict:
        chosen = take_conflict(conflict, rows["about"])
        rows, known = rows[rows["about"] == chosen], {name: known[name] for name in known if name == chosen}
    problems = check_rows(rows, register, beside=beside)
    asked = _ask(project, known, rows, register, beside)
    for line in (
        *_tell_sheets(opened),
        *_tell_conflicts(rows),
        *_tell_problems(problems),
        *_tell_asked(asked),
    ):
        out_console.print(line, highlight=False, markup=False)
    read, wrong = len(paths) - len(opened.left_out), len(problems[["sheet", "row"]].drop_duplicates())
    out_console.print(_say_total(read, wrong, _count_asked(asked, rows)), highlight=False)
    if wrong or opened.left_out:
        raise typer.Exit(1)


def _ask(
    project: Project,
    known: Mapping[str, Conflict],
    rows: pd.DataFrame,
    register: Register,
    beside: pd.DataFrame | None,
) -> Asked:
    """Ask about rows that would be accepted and look odd, and about conflicts' files."""
    from casualty_ledger.ledger.checking import find_strangers, find_unheard
    from casualty_ledger.ledger.corrections import read_corrections
    from casualty_ledger.ledger.privacy.gate import find_possible_persons
    from casualty_ledger.ledger.questions.asking import ask

    corrected = {each.id for each in read_corrections(project.corrections)}
    strangers = find_strangers(rows, register, beside=beside)
    return {
        _tell_unheard: find_unheard(known.values(), rows, register, beside=beside),
        _tell_persons: find_possible_persons(rows, register),
        _tell_questions: ask(rows, register, beside=beside, corrected=corrected, today=date.today()),
        _tell_misspelt: strangers[strangers["near"] != ""],
        _tell_strangers: strangers[strangers["near"] == ""],
    }


def _tell_asked(asked: Asked) -> Iterator[str]:
    """Tell all questions about one sheet, then those about the next."""
    sheets = dict.fromkeys(sheet for table in asked.values() for sheet in table["sheet"])
    for sheet in sheets:
        for tell, table in asked.items():
            yield from tell(table[table["sheet"] == sheet])


def _count_asked(asked: Asked, rows: pd.DataFrame) -> Mapping[str, int]:
    """Count the questions about each conflict; a name like no registered one is only told."""
    about = rows.set_index(["sheet", "row"])["about"].to_dict()
    tables = [table for tell, table in asked.items() if tell is not _tell_strangers]
    told = [row for table in tables for row in table.to_dict("records")]
    return Counter(row.get("conflict") or about.get((row["sheet"], row["row"]), "") for row in told)


def _say_total(sheets: int, rows: int, asked: Mapping[str, int]) -> str:
    """Say how many sheets were read, rows would be refused and questions are asked, of which conflicts."""
    total = say_count(sum(asked.values()), "question")
    each = ", ".join(f"{count:,} in {name or 'no conflict'}" for name, count in sorted(asked.items()))
    said = (f"; {total}: {each}" if len(asked) > 1 else f"; {total}") if asked else ""
    return f"{say_count(sheets, 'sheet')} checked; {say_count(rows, 'row')} would be refused{said}."


def _tell_sheets(opened: Sheets) -> Iterator[str]:
    """Tell which sheets cannot be read, and what was supposed or skipped in those that can."""
    yield from map(str, opened.left_out)
    for sheet, remarks in opened.remarks.items():
        yield f"{sheet}: {'; '.join(remarks)}."


def _tell_conflicts(rows: pd.DataFrame) -> Iterator[str]:
    """Tell which conflicts have no file: their rows are kept, in neutral words."""
    from casualty_ledger.conflicts.known import known_conflicts
    from casualty_ledger.conflicts.reading import is_name
    from casualty_ledger.parsing.near_words import did_you_mean

    known = known_conflicts()
    for name, count in rows["about"].value_counts(sort=False).sort_index().items():
        if is_name(str(name)) and name not in known:
            hint = did_you_mean(str(name), known)
            yield NO_FILE.format(name=name, hint=hint, count=say_count(int(count), "row"))


def _tell_problems(problems: pd.DataFrame) -> Iterator[str]:
    """Tell each problem; of many alike, as in a copy of a whole sheet, the first few and how many more."""
    for (_, column, _), alike in problems.groupby(["sheet", "column", "reason"], dropna=False, sort=False):
        yield from _tell_alike(DAMAGED if column == WHOLE_ROW else PROBLEM, alike)


def _tell_questions(questions: pd.DataFrame) -> Iterator[str]:
    """Ask about rows that would be accepted and look odd."""
    for _, alike in questions.groupby(["sheet", "question"], sort=False):
        yield from _tell_alike(QUESTION, alike)


def _tell_alike(said: str, alike: pd.DataFrame) -> Iterator[str]:
    """Tell the first few rows of a kind, and how many more there are."""
    rows = alike.to_dict("records")
    yield from (said.format_map(row) for row in rows[:ALIKE])
    if more := rows[ALIKE:]:
        count = say_count(len(more), "more row")
        yield f"{more[-1]['sheet']}: {count} like these in {more[-1]['column']}, up to row {more[-1]['row']}."


def _tell_persons(persons: pd.DataFrame) -> Iterator[str]:
    for person in persons.to_dict("records"):
        yield PERSON.format_map(person)


def _tell_unheard(unheard: pd.DataFrame) -> Iterator[str]:
    """Tell which claimants of a conflict's file nobody else names: no total of theirs will be shown."""
    for claimant in unheard.to_dict("records"):
        near = f" (did you mean {claimant['near']!r}?)" if claimant["near"] else ""
        yield UNHEARD.format_map(claimant) + f"{near}."


def _tell_misspelt(strangers: pd.DataFrame) -> Iterator[str]:
    """Tell which names may be registered ones, misspelt: each is kept, and stands beside the right one."""
    for stranger in strangers.to_dict("records"):
        more = stranger["rows"] - 1
        where = "{sheet}, row {row}".format_map(stranger)
        where += f" and {say_count(more, 'more row')}" if more else ""
        yield MEANT.format_map(stranger | {"where": where})


def _tell_strangers(strangers: pd.DataFrame) -> Iterator[str]:
    """Tell who is not registered and like nobody who is."""
    for _, unknown in strangers.groupby(["sheet", "column"], sort=False):
        names = [repr(name) for name in unknown["found"].head(ALIKE)]
        names += [f"{len(unknown) - ALIKE:,} more"] if len(unknown) > ALIKE else []
        yield STRANGERS.format_map(unknown.iloc[0].to_dict() | {"names": ", ".join(names)})
