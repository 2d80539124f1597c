"""A blank sheet of figures as a workbook: every column of the format, with the words to choose from.

All its cells are text, so that a spreadsheet makes no date of `2023-06` and no number of `007`: what is
typed is what is read back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import xlsxwriter

from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.publishing.codebook import describe_columns
from casualty_ledger.publishing.workbook import MADE, OPTIONS, fit_text
from casualty_ledger.recorded_words import SHEET_WORDS
from casualty_ledger.schema import OPTIONAL_COLUMNS, REQUIRED_COLUMNS, SHEET_COLUMNS, Appearances
from casualty_ledger.sources.registry import Register
from casualty_ledger.vocabulary import Party, Side
from casualty_ledger.whole_files import writing

FIGURES, WORDS, COLUMNS = "figures", "words", "columns"
# So many rows have drop-downs; more may be typed below them.
ROWS = 2000
# Names are offered and may be others; words are those of the list.
OFFERED = ("claimant", "publisher", "conflict", "claimant_side", "party")
ID = "an id that no other row has, without blanks; it never changes"
NEEDED = "Needed in every row."
CHOOSE = "Choose from the list"
WIDTH = 18


def write_template(
    path: Path,
    register: Register,
    conflicts: Mapping[str, Conflict],
    rows: Iterable[Mapping[Any, Any]] = (),
) -> None:
    """Write a sheet of figures, with drop-downs of the words, the names and the parties known.

    It is blank, or holds recorded rows, each by the names of its columns. Errors: CannotWrite.
    """
    lists = list_choices(register, conflicts)
    with writing(path) as neighbour, xlsxwriter.Workbook(neighbour, OPTIONS) as book:
        book.set_properties({"created": MADE})
        text = book.add_format({"num_format": "@"})
        heads = {
            True: book.add_format({"bold": True, "num_format": "@", "bg_color": "#dbe5ef"}),
            False: book.add_format({"num_format": "@", "bg_color": "#eeeeee"}),
        }
        sheets = [book.add_worksheet(name) for name in (FIGURES, COLUMNS, WORDS)]
        _lay_out(sheets[0], lists, text, heads)
        _fill(sheets[0], rows, text)
        _describe(sheets[1], text)
        _list_words(sheets[2], lists, text)


def list_choices(register: Register, conflicts: Mapping[str, Conflict]) -> dict[str, list[str]]:
    """Return the words and names that a column of a sheet offers, by column."""
    names = {
        "claimant": sorted({source.name for source in register.claimants.values()}),
        "publisher": sorted(register.publishers),
        "conflict": sorted(conflicts),
    }
    sides = [side for conflict in conflicts.values() for side in conflict.sides]
    parties = [party for conflict in conflicts.values() for party in conflict.parties]
    declared = {
        "claimant_side": list(dict.fromkeys([*sides, *Side.words()])),
        "party": list(dict.fromkeys([*parties, str(Party.BOTH)])),
    }
    lists = SHEET_WORDS | declared | names
    return {column: [word for word in words if word] for column, words in lists.items() if any(words)}


def _lay_out(sheet: Any, lists: Mapping[str, list[str]], text: Any, heads: Mapping[bool, Any]) -> None:
    for at, column in enumerate((*SHEET_COLUMNS, *OPTIONAL_COLUMNS)):
        sheet.set_column(at, at, WIDTH, text)
        sheet.write_string(0, at, column, heads[column in REQUIRED_COLUMNS])
        if column in lists:
            sheet.data_validation(1, at, ROWS, at, _validation(column, lists))
    sheet.freeze_panes(1, 1)


def _fill(sheet: Any, rows: Iterable[Mapping[Any, Any]], text: Any) -> None:
    for number, row in enumerate(rows, start=1):
        for at, column in enumerate((*SHEET_COLUMNS, *OPTIONAL_COLUMNS)):
            if row[column]:
                sheet.write_string(number, at, fit_text(row[column]), text)


def _validation(column: str, lists: Mapping[str, list[str]]) -> dict[str, Any]:
    place = xlsxwriter.utility.xl_col_to_name(list(lists).index(column))
    return {
        "validate": "list",
        "source": f"={WORDS}!${place}$2:${place}${len(lists[column]) + 1}",
        "error_type": "information" if column in OFFERED else "stop",
        "error_title": CHOOSE,
        "error_message": f"The sheet {WORDS} lists what {column} may hold.",
        "ignore_blank": True,
    }


def _describe(sheet: Any, text: Any) -> None:
    """Say what each column holds."""
    purposes = {each["name"]: str(each["description"]) for each in describe_columns(Appearances)}
    rows = [
        (column, purposes.get(column, ID), NEEDED if column in REQUIRED_COLUMNS else "")
        for column in (*SHEET_COLUMNS, *OPTIONAL_COLUMNS)
    ]
    for row, cells in enumerate([("name of the column", "what it holds", ""), *rows]):
        for at, cell in enumerate(cells):
            sheet.write_string(row, at, cell, text)
    sheet.set_column(0, 0, WIDTH + 4, text)
    sheet.set_column(1, 1, 80, text)


def _list_words(sheet: Any, lists: Mapping[str, list[str]], text: Any) -> None:
    for at, (column, words) in enumerate(lists.items()):
        sheet.set_column(at, at, WIDTH, text)
        for row, word in enumerate([f"words of {column}", *words]):
            sheet.write_string(row, at, word, text)
