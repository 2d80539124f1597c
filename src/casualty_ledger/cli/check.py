"""`casualty-ledger check`: sheets are read before they join."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


def check(
    sheets: Annotated[
        list[str] | None, typer.Argument(help="Sheets to read; default: those of the ledger.")
    ] = None,
    raw: Raw = "",
) -> None:
    """Read sheets before they join: all problems at once, exit code 1 where a row would be refused."""
    from casualty_ledger.conflicts.known import learn_conflicts
    from casualty_ledger.ledger.checking import check_rows, find_strangers
    from casualty_ledger.ledger.privacy.gate import find_possible_persons
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
    told = [
        *_tell_sheets(opened),
        *_tell_conflicts(rows, known),
        *_tell_problems(problems),
        *_tell_persons(find_possible_persons(rows, register)),
        *_tell_strangers(find_strangers(rows, register)),
    ]
    for line in told:
        out_console.print(line, highlight=False, markup=False)
    refused = problems[["sheet", "row"]].drop_duplicates()
    read = say_count(len(paths) - len(opened.left_out), "sheet")
    wrong = say_count(len(refused), "row")
    out_console.print(f"{read} checked; {wrong} would be refused.", highlight=False)
    if len(refused) or opened.left_out:
        raise typer.Exit(1)


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
    kind = ["sheet", "column", "reason"]
    for (sheet, column, _), alike in problems.groupby(kind, dropna=False, sort=False):
        for problem in alike.head(ALIKE).to_dict("records"):
            yield (DAMAGED if column == WHOLE_ROW else PROBLEM).format_map(problem)
        if len(alike) > ALIKE:
            last = alike["row"].max()
            yield f"{sheet}: {len(alike) - ALIKE} more rows, up to row {last}, have this problem in {column}."


def _tell_persons(persons: pd.DataFrame) -> Iterator[str]:
    for person in persons.to_dict("records"):
        yield PERSON.format_map(person)


def _tell_strangers(strangers: pd.DataFrame) -> Iterator[str]:
    """Tell who is not registered: such a row is kept, but a misspelt name stands beside the right one."""
    for sheet, row, rows, column, found, near in strangers.itertuples(index=False):
        where = f"{sheet}, row {row}" + (f" and {say_count(rows - 1, 'more row')}" if rows > 1 else "")
        hint = f"Did you mean {near!r}?" if near else "Add it to sources.yml if it will speak again."
        yield f"{where}, column {column}: {found!r} is not registered, and is kept as it stands. {hint}"
