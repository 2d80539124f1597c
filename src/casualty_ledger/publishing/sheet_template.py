"""A blank sheet of figures as a workbook: every column of the format, with the words to choose from.

All its cells are text, so that a spreadsheet makes no date of `2023-06` and no number of `007`: what is
typed is what is read back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.publishing.codebook import describe_columns
from casualty_ledger.publishing.workbook import MADE, OPTIONS, fit_text
from casualty_ledger.recorded_words import SHEET_WORDS
from casualty_ledger.schema import OPTIONAL_COLUMNS, REQUIRED_COLUMNS, SHEET_COLUMNS, Appearances
from casualty_ledger.sources.registry import Register
from casualty_ledger.vocabulary import Party, Side
from casualty_ledger.whole_files import writing

FIGURES, WORDS = "figures", "words"
# So many rows have drop-downs; more may be typed below them.
ROWS = 2000
# Names are offered and may be others; words are those of the list.
OFFERED = ("claimant", "publisher", "conflict", "claimant_side", "party")
ID = "an id that no other row has, without blanks; it never changes"
NEEDED = "Needed in every row: "
NOT_LISTED = "Choose a word of the list, or leave the cell empty."
UNUSUAL = "This is none of the names known here. Keep it if it is right."
LONGEST_TITLE, LONGEST_PROMPT = 32, 255
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
        sheet, words = (book.add_worksheet(name) for name in (FIGURES, WORDS))
        _lay_out(sheet, _list_words(words, lists), text, heads)
        _fill(sheet, rows, text)


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


def _list_words(sheet: Any, lists: Mapping[str, list[str]]) -> dict[str, str]:
    """Write all words into one row of a hidden sheet, and return where those of each column stand.

    A sheet of one row is no table: whoever reads the workbook back finds the figures alone.
    """
    places, at = {}, 0
    for column, words in lists.items():
        for word in words:
            sheet.write_string(0, at, word)
            at += 1
        first, last = (xl_col_to_name(place, col_abs=True) for place in (at - len(words), at - 1))
        places[column] = f"={WORDS}!{first}$1:{last}$1"
    sheet.hide()
    return places


def _lay_out(sheet: Any, places: Mapping[str, str], text: Any, heads: Mapping[bool, Any]) -> None:
    """Head every column, say what it holds when one of its cells is chosen, and offer its words."""
    purposes = {each["name"]: str(each["description"]) for each in describe_columns(Appearances)}
    for at, column in enumerate((*SHEET_COLUMNS, *OPTIONAL_COLUMNS)):
        sheet.set_column(at, at, WIDTH, text)
        sheet.write_string(0, at, column, heads[column in REQUIRED_COLUMNS])
        needed = NEEDED if column in REQUIRED_COLUMNS else ""
        purpose = f"{needed}{purposes.get(column, ID)}"
        sheet.data_validation(1, at, ROWS, at, _validation(column, purpose, places.get(column, "")))
    sheet.freeze_panes(1, 1)


def _validation(column: str, purpose: str, place: str) -> dict[str, Any]:
    """Return what a spreadsheet checks of a column: the words of a list, or nothing."""
    told = {"input_title": column[:LONGEST_TITLE], "input_message": purpose[:LONGEST_PROMPT]}
    if not place:
        return {"validate": "any", **told}
    offered = column in OFFERED
    return {
        "validate": "list",
        "source": place,
        "error_type": "information" if offered else "stop",
        "error_title": column[:LONGEST_TITLE],
        "error_message": UNUSUAL if offered else NOT_LISTED,
        "ignore_blank": True,
        **told,
    }


def _fill(sheet: Any, rows: Iterable[Mapping[Any, Any]], text: Any) -> None:
    for number, row in enumerate(rows, start=1):
        for at, column in enumerate((*SHEET_COLUMNS, *OPTIONAL_COLUMNS)):
            if row[column]:
                sheet.write_string(number, at, fit_text(row[column]), text)
