"""Recording: one more row for a sheet kept by hand, checked like every other and appended safely.

The bytes of the rows before it stay as they are; the sheet is written whole or not at all; a second
writer waits; what is recorded already, or would run in a spreadsheet, is refused.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError, SheetUnreadable
from casualty_ledger.ledger.checking import check_rows
from casualty_ledger.ledger.storage import FORMULA
from casualty_ledger.locks import locked
from casualty_ledger.project import Project
from casualty_ledger.schema import OPTIONAL_COLUMNS, SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import list_sheets, open_sheet, read_sheet, read_sheets
from casualty_ledger.sources.registry import Register, read_register
from casualty_ledger.whole_files import write_bytes

WAIT_SECONDS = 15.0
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
    "address",
]
RUNS = "A cell that starts with =, +, - or @ would run as a formula in a spreadsheet. Begin with a word."
ONE_LINE = "A cell holds one line of text. Leave out line breaks."
TWICE = "The same figure of the same page is recorded already as {id} in {sheet}. Nothing is recorded twice."
SUGGESTED = re.compile(r"(?P<letters>.*?)(?P<digits>[0-9]+)")


class NoSuchSheet(CasualtyLedgerError):
    """A sheet that the project does not have."""

    template = "There is no sheet {found!r}. The sheets: {allowed}."


class UnknownColumn(CasualtyLedgerError):
    """A column that a sheet does not have."""

    template = "A sheet has no column {found!r}. Its columns: {allowed}."


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
    cells |= dict.fromkeys(OPTIONAL_COLUMNS, "")
    return pd.DataFrame([cells]).astype("str").assign(sheet=sheet, row=2)


def check_recorded(row: pd.DataFrame, register: Register, beside: pd.DataFrame) -> pd.DataFrame:
    """Return every problem of one row beside those recorded: sheet, row, row_id, column, found, reason.

    The checks are those of `casualty-ledger check`, and three of a row that is typed: it starts no
    formula, keeps to one line, and says nothing that is recorded already.
    """
    listed = check_rows(row, register, beside=beside)
    typed = [*_unsafe_cells(row), *_recorded_already(row, register, beside)]
    where = {"sheet": row["sheet"].iloc[0], "row": row["row"].iloc[0], "row_id": row["id"].iloc[0]}
    more = pd.DataFrame([where | problem for problem in typed], columns=listed.columns)
    return pd.concat([each for each in (listed, more) if len(each)] or [listed], ignore_index=True)


def _unsafe_cells(row: pd.DataFrame) -> Iterator[dict[str, str]]:
    for column in SHEET_COLUMNS:
        text = str(row[column].iloc[0])
        for pattern, reason in ((rf"[{re.escape(FORMULA.decode())}]", RUNS), (r".*[\r\n\x00]", ONE_LINE)):
            if re.match(pattern, text, re.DOTALL):
                yield {"column": column, "found": text[:80], "reason": reason}


def _recorded_already(
    row: pd.DataFrame, register: Register, beside: pd.DataFrame
) -> Iterator[dict[str, str]]:
    own, others = _by_registered_name(row, register), _by_registered_name(beside, register)
    same = (others[STATED_ONCE] == own[STATED_ONCE].iloc[0]).all(axis=1)
    for twin in beside[same].head(1).to_dict("records"):
        yield {"column": "value", "found": row["value"].iloc[0], "reason": TWICE.format_map(twin)}


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


def append_row(project: Project, sheet: str, stated: Mapping[str, str]) -> pd.DataFrame:
    """Check one row and append it to a sheet; return it as recorded, with its `sheet` and `row`.

    Errors: NoSuchSheet, UnknownColumn, FigureRefused, SheetBusy, SheetUnreadable, CannotWrite.
    """
    path = find_sheet(project, sheet)
    row = make_row(path.name, stated)
    with _alone(project.recorded):
        beside = read_sheets(project.recorded)
        problems = check_recorded(row, read_register(project.sources), beside)
        if len(problems):
            told = " ".join(f"{each['column']}: {each['reason']}" for each in problems.to_dict("records"))
            raise FigureRefused(problems=told)
        write_bytes(path, _with_row(path, row))
    return read_sheet(path).tail(1).reset_index(drop=True)


def find_sheet(project: Project, name: str) -> Path:
    """Return the path of a sheet by its name, with or without `.csv`; a link is followed.

    Errors: NoSuchSheet, FolderMissing.
    """
    sheets = {path.stem: path for path in list_sheets(project.recorded)}
    if name.removesuffix(".csv") not in sheets:
        raise NoSuchSheet(found=name, allowed=", ".join(f"{stem}.csv" for stem in sheets))
    return sheets[name.removesuffix(".csv")].resolve()


def _with_row(path: Path, row: pd.DataFrame) -> bytes:
    """Return the bytes of a sheet with one more line, in its own order of columns and its own line end."""
    before = path.read_bytes()
    layout = open_sheet(path).layout
    left = [column for column in SHEET_COLUMNS if column not in layout.columns and row[column].iloc[0]]
    if left:
        raise UnknownColumn(found=left[0], allowed=", ".join(filter(None, layout.columns)))
    end = "\r\n" if "\r\n".encode(layout.encoding) in before else "\n"
    line = io.StringIO()
    cells = [row[column].iloc[0] if column else "" for column in layout.columns]
    csv.writer(line, lineterminator=end, delimiter=layout.delimiter).writerow(cells)
    between = "" if before.endswith("\n".encode(layout.encoding)) else end
    return before + _encode(path.name, between + line.getvalue(), layout.encoding)


def _encode(sheet: str, text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        problem = f"it is saved as {encoding}, which has no letter {text[error.start]!r}"
        raise SheetUnreadable(file=sheet, problem=problem, advice="Save it as UTF-8.") from None


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder of the sheets while one row is checked and written.

    Errors: SheetBusy.
    """
    try:
        with locked(folder, patience=WAIT_SECONDS):
            yield
    except TimeoutError:
        raise SheetBusy(folder=f"{folder.parent.name}/{folder.name}") from None
