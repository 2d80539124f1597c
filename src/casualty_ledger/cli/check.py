"""`casualty-ledger check`: sheets are read before they join."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

# As `ledger.refusals` calls the column of a problem that is the row itself.
WHOLE_ROW = "row"
# So many problems of one kind are told row by row.
ALIKE = 5
NO_FILE = (
    "The conflict {name!r} ({count}) has no file: its parties are shown as they are recorded. "
    "Write data/conflicts/{name}.yml: casualty-ledger conflict new {name}"
)
DAMAGED = "{sheet}, row {row} ({row_id}): {reason}"
PERSON = "{sheet}, row {row} ({row_id}), column {column}: {reason}"
PROBLEM = "{sheet}, row {row} ({row_id}), column {column}: found {found!r}. {reason}"
QUESTION = "{sheet}, row {row} ({row_id}), column {column}: found {found!r}. {why} {advice}"
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
    raw: Raw = "",
) -> None:
    """Read sheets before they join: all problems and questions at once, exit code 1 if a row is refused."""
    from casualty_ledger.conflicts.known import learn_conflicts
    from casualty_ledger.ledger.checking import check_rows, find_strangers
    from casualty_ledger.ledger.corrections import read_corrections
    from casualty_ledger.ledger.privacy.gate import find_possible_persons
    from casualty_ledger.ledger.questions.asking import ask
    from casualty_ledger.sources.recorded_sheets import list_sheets, open_each, read_sheets
    from casualty_ledger.sources.registry import read_register

    project = Project.at(raw=raw)
    register = read_register(project.sources)
    known = learn_conflicts(project)
    paths = [Path(sheet) for sheet in sheets or []] or list_sheets(project.recorded)
    joined = any(path.resolve().parent == project.recorded.resolve() for path in paths)
    beside = None if joined else read_sheets(project.recorded)
    opened = open_each(paths)
    rows = opened.rows
    problems = check_rows(rows, register, beside=beside)
    corrected = {each.id for each in read_corrections(project.corrections)}
    questions = ask(rows, register, beside=beside, corrected=corrected, today=date.today())
    told = [
        *_tell_sheets(opened),
        *_tell_conflicts(rows, known),
        *_tell_problems(problems),
        *_tell_persons(find_possible_persons(rows, register)),
        *_tell_questions(questions),
        *_tell_strangers(find_strangers(rows, register, beside=beside)),
    ]
    for line in told:
        out_console.print(line, highlight=False, markup=False)
    read, wrong = len(paths) - len(opened.left_out), len(problems[["sheet", "row"]].drop_duplicates())
    out_console.print(_say_total(read, wrong, len(questions)), highlight=False)
    if wrong or opened.left_out:
        raise typer.Exit(1)


def _say_total(sheets: int, rows: int, questions: int) -> str:
    asked = f"; {say_count(questions, 'question')}" if questions else ""
    return f"{say_count(sheets, 'sheet')} checked; {say_count(rows, 'row')} would be refused{asked}."


def _tell_sheets(opened: Sheets) -> Iterator[str]:
    """Tell which sheets cannot be read, and what was supposed or skipped in those that can."""
    yield from map(str, opened.left_out)
    for sheet, remarks in opened.remarks.items():
        yield f"{sheet}: {'; '.join(remarks)}."


def _tell_conflicts(rows: pd.DataFrame, known: Mapping[str, Conflict]) -> Iterator[str]:
    """Tell which conflicts have no file: their rows are kept, in neutral words."""
    named = rows["conflict"].str.strip().str.lower()
    for name in sorted(set(named) - {"", *known}):
        count = say_count(int((named == name).sum()), "row")
        yield NO_FILE.format(name=name, count=count)


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


def _tell_strangers(strangers: pd.DataFrame) -> Iterator[str]:
    """Tell who is not registered: such a row is kept, but a misspelt name stands beside the right one."""
    near = strangers["near"] != ""
    for stranger in strangers[near].to_dict("records"):
        more = stranger["rows"] - 1
        where = "{sheet}, row {row}".format_map(stranger)
        where += f" and {say_count(more, 'more row')}" if more else ""
        yield MEANT.format_map(stranger | {"where": where})
    for _, unknown in strangers[~near].groupby(["sheet", "column"], sort=False):
        names = [repr(name) for name in unknown["found"].head(ALIKE)]
        names += [f"{len(unknown) - ALIKE:,} more"] if len(unknown) > ALIKE else []
        yield STRANGERS.format_map(unknown.iloc[0].to_dict() | {"names": ", ".join(names)})
