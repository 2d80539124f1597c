"""Recording: more rows for a sheet kept by hand, checked like every other and appended safely.

The bytes of the rows before it stay as they are; the sheet is written whole or not at all; a second
writer waits; what is recorded already, or would run in a spreadsheet, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.ledger.appending import KEPT, UnknownColumn, with_rows, without_rows
from casualty_ledger.ledger.checking import with_taken
from casualty_ledger.ledger.clean import try_rows
from casualty_ledger.ledger.distinct import number_distinct
from casualty_ledger.ledger.refusals import Problems
from casualty_ledger.ledger.rules import Rule
from casualty_ledger.ledger.storage import FORMULA, is_plain
from casualty_ledger.locks import locked
from casualty_ledger.project import Project
from casualty_ledger.schema import OPTIONAL_COLUMNS, SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import list_sheets, open_each, read_sheet
from casualty_ledger.sources.registry import Register, read_register
from casualty_ledger.whole_files import write_bytes

WAIT_SECONDS = 15.0
# So many problems of rows that are recorded together are told.
TOLD = 5
STATED_ONCE = [
    "published_on",
    "claimant",
    "publisher",
    "party",
    "population",
    "measure",
    "place",
    "covers_from",
    "covers_until",
    "basis",
    "value",
    "lower",
    "upper",
    "hedge",
    "verification",
    "incident",
    "address",
]
# Those in which one thing is written in one way, and which tell most rows apart.
STATED_ALIKE = ["address", "place", "measure", "covers_until"]
STARTS_A_FORMULA = rf"^[{re.escape(FORMULA.decode())}]"
SHEET_NAME = re.compile(r"[^\W_][\w-]{0,59}")
RUNS = "A cell that starts with =, +, - or @ would run as a formula in a spreadsheet. Begin with a word."
ONE_LINE = "A cell holds one line of text. Leave out line breaks."
TWICE = "The same figure of the same page is recorded already as {id} in {sheet}. Nothing is recorded twice."
SUGGESTED = re.compile(r"(?P<letters>.*?)(?P<digits>[0-9]+)")


class NoSuchSheet(CasualtyLedgerError):
    """A sheet that the project does not have."""

    template = "There is no sheet {found!r}. The sheets: {allowed}."


class SheetMisnamed(CasualtyLedgerError):
    """A text that should name a new sheet and cannot."""

    template = "{found!r} cannot name a sheet. Write letters, digits, - and _, such as my_source."


class FigureRefused(CasualtyLedgerError):
    """A row that would not join the ledger; `facts["problems"]` lists everything that is wrong."""

    template = "Nothing was recorded. {problems}"


class SheetBusy(CasualtyLedgerError):
    """Somebody else is writing to the sheets."""

    template = "Somebody else is recording in {folder} just now. Try again in a moment."


def make_row(sheet: str, stated: Mapping[str, str]) -> pd.DataFrame:
    """Return one recorded row, as `read_sheet` would, from what was stated; the rest is empty.

    Errors: UnknownColumn.
    """
    unknown = [column for column in stated if column not in SHEET_COLUMNS]
    if unknown:
        raise UnknownColumn(found=unknown[0], allowed=", ".join(SHEET_COLUMNS))
    cells = {column: str(stated.get(column, "")).strip(" ") for column in SHEET_COLUMNS}
    cells |= dict.fromkeys(OPTIONAL_COLUMNS, "") | {"sheet": sheet}
    return pd.DataFrame({column: [cell] for column, cell in cells.items()}, dtype="str").assign(row=2)


def check_recorded(rows: pd.DataFrame, register: Register, beside: pd.DataFrame) -> pd.DataFrame:
    """Return every problem of new rows beside those recorded: sheet, row, row_id, column, found, reason.

    The checks are those of `casualty-ledger check`, and three of a row that is typed or proposed: it starts
    no formula, keeps to one line, and says nothing that is recorded already.
    """
    return try_recorded(rows, register, beside)[0]


def try_recorded(
    rows: pd.DataFrame, register: Register, beside: pd.DataFrame
) -> tuple[pd.DataFrame, Callable[[], pd.DataFrame]]:
    """Return what `check_recorded` does, and what makes appearances of the rows, which are read once."""
    problems, make = try_rows(rows, register)
    note_unsafe(problems, register)
    return list_beside(problems, rows, register, beside), make


def note_unsafe(problems: Problems, register: Register) -> None:
    """Note every cell that would run as a formula or has several lines."""
    for rule in TYPED_RULES:
        rule.look(problems, register)


def list_beside(
    problems: Problems, rows: pd.DataFrame, register: Register, beside: pd.DataFrame
) -> pd.DataFrame:
    """Return the problems of new rows as listed, and what is wrong with them beside those recorded."""
    listed = problems.listing()
    if len(beside) + len(rows) < 2:
        return listed
    listed = with_taken(listed, rows, beside)
    twins = _twins(rows, register, beside)
    return pd.concat([listed, twins], ignore_index=True) if len(twins) else listed


def _keep_safe(column: str) -> Rule:
    return Rule((column,), lambda problems, _: _note_unsafe_in(column, problems))


def _note_unsafe_in(column: str, problems: Problems) -> None:
    texts = problems.distinct(column)
    if is_plain(texts.texts):
        return
    for pattern, reason in ((STARTS_A_FORMULA, RUNS), (r"[\r\n\x00]", ONE_LINE)):
        problems.note(texts.contains(pattern), column, reason)


# What a row that is typed or proposed must keep beside what every row must.
TYPED_RULES = tuple(map(_keep_safe, KEPT))


def _twins(rows: pd.DataFrame, register: Register, beside: pd.DataFrame) -> pd.DataFrame:
    """Return one row per row that says what another says already, of the same page."""
    beside = beside[np.logical_and.reduce([beside[name].isin(rows[name]) for name in STATED_ALIKE])]
    if len(beside) + len(rows) < 2:
        return beside
    said = [_by_registered_name(each, register)[STATED_ONCE] for each in (beside, rows)]
    numbers = number_distinct([column for _, column in pd.concat(said, ignore_index=True).items()])
    first = pd.Series(range(len(numbers))).groupby(numbers).transform("first").to_numpy()[len(beside) :]
    both = pd.concat([beside[["id", "sheet"]], rows[["id", "sheet"]]], ignore_index=True)
    repeated = first < np.arange(len(beside), len(beside) + len(rows))
    twins = both.iloc[first[repeated]].to_dict("records")
    told = rows.loc[repeated, ["sheet", "row"]].assign(row_id=rows.loc[repeated, "id"], column="value")
    reasons = [TWICE.format_map(twin) for twin in twins]
    return told.assign(found=rows.loc[repeated, "value"], reason=pd.Series(reasons, told.index, dtype="str"))


def _by_registered_name(rows: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Spell claimants and publishers as registered, and numbers without marks between thousands."""
    names = {text: register.claimant(text).name for text in rows["claimant"].unique()}
    printed = {text: register.publisher(text).name for text in rows["publisher"].unique()}
    counts = {name: rows[name].str.replace(r"[,\s]", "", regex=True) for name in ("value", "lower", "upper")}
    return rows.assign(
        claimant=rows["claimant"].map(names), publisher=rows["publisher"].map(printed), **counts
    )


def suggest_id(rows: pd.DataFrame, sheet: str) -> str:
    """Return the id after the highest of a sheet, which no row of any sheet has.

    >>> rows = pd.DataFrame({"id": ["ml-0098", "ml-0099", "CIV-0001"], "sheet": ["a.csv", "a.csv", "b.csv"]})
    >>> suggest_id(rows, "a.csv")
    'ml-0100'
    """
    found = [SUGGESTED.fullmatch(name) for name in rows.loc[rows["sheet"] == sheet, "id"]]
    numbered = [(match["letters"], match["digits"]) for match in found if match]
    letters = pd.Series([name for name, _ in numbered] or ["row-"]).mode().iloc[0]
    digits = [each for name, each in numbered if name == letters] or ["0000"]
    width, number = max(map(len, digits)), max(map(int, digits))
    taken = set(rows["id"])
    while (name := f"{letters}{number + 1:0{width}d}") in taken:
        number += 1
    return name


def check_beside(project: Project, rows: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Return every problem of new rows beside every sheet that can be read, as `check_recorded` does."""
    return check_recorded(rows, register, open_each(list_sheets(project.recorded)).rows)


def append_row(project: Project, sheet: str, stated: Mapping[str, str]) -> pd.DataFrame:
    """Check one row and append it to a sheet; return it as recorded, with its `sheet` and `row`.

    Errors: NoSuchSheet, UnknownColumn, FigureRefused, SheetBusy, SheetUnreadable, CannotWrite.
    """
    path = find_sheet(project, sheet)
    return append_rows(project, path, make_row(path.name, stated))


def append_rows(project: Project, path: Path, rows: pd.DataFrame) -> pd.DataFrame:
    """Check rows and append all of them to a sheet, or none; return them as recorded.

    A sheet that is not there is begun. Errors: UnknownColumn, FigureRefused, SheetBusy, SheetUnreadable,
    CannotWrite.
    """
    with alone(project.recorded):
        problems = check_beside(project, rows, read_register(project.sources))
        if len(problems):
            raise FigureRefused(problems=_tell(problems, alone=len(rows) == 1))
        write_bytes(path, with_rows(path, rows))
    return read_sheet(path).tail(len(rows)).reset_index(drop=True)


def remove_rows(project: Project, path: Path, rows: pd.DataFrame) -> set[str]:
    """Take rows out of a sheet that stand there as they were appended; return their ids.

    The bytes of the other rows stay as they are. Errors: SheetBusy, SheetUnreadable, CannotWrite.
    """
    with alone(project.recorded):
        kept, removed = without_rows(path, rows)
        if removed:
            write_bytes(path, kept)
    return removed


def _tell(problems: pd.DataFrame, *, alone: bool) -> str:
    said = "{column}: {reason}" if alone else "{row_id}, {column}: {reason}"
    told = [said.format_map(each) for each in problems.head(TOLD).to_dict("records")]
    more = [f"And {len(problems) - TOLD:,} more problems."] if len(problems) > TOLD else []
    return " ".join([*told, *more])


def find_sheet(project: Project, name: str) -> Path:
    """Return the path of a sheet by its name, with or without `.csv`; a link is followed.

    Errors: NoSuchSheet, FolderMissing.
    """
    sheets = {path.stem: path for path in list_sheets(project.recorded)}
    if name.removesuffix(".csv") not in sheets:
        raise NoSuchSheet(found=name, allowed=", ".join(f"{stem}.csv" for stem in sheets))
    return sheets[name.removesuffix(".csv")].resolve()


def begin_sheet(project: Project, name: str) -> Path:
    """Return the path of a sheet by its name, which need not be there yet.

    Errors: SheetMisnamed, FolderMissing.
    """
    stem = name.removesuffix(".csv")
    if not SHEET_NAME.fullmatch(stem):
        raise SheetMisnamed(found=name)
    sheets = {path.stem: path for path in list_sheets(project.recorded)}
    return sheets.get(stem, project.recorded / f"{stem}.csv").resolve()


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder of the sheets while one row is checked and written.

    Errors: SheetBusy.
    """
    try:
        with locked(folder, patience=WAIT_SECONDS):
            yield
    except TimeoutError:
        raise SheetBusy(folder=f"{folder.parent.name}/{folder.name}") from None
