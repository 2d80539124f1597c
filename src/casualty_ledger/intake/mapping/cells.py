"""Cells: what a mapping makes of a column, once for each distinct text (docs/decisions/0009)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.intake.mapping import spans as spans  # registers its readers
from casualty_ledger.intake.mapping.model import Cell
from casualty_ledger.intake.mapping.readers import find_reader
from casualty_ledger.intake.tables.table import Table
from casualty_ledger.ledger.distinct import firsts_of, number_distinct, spread_texts, tell_apart
from casualty_ledger.ledger.privacy.withholding import WITHHELD, WITHHELD_REASON, identify
from casualty_ledger.ledger.texts import as_texts, may_hold
from casualty_ledger.parsing.near_words import did_you_mean_one

NAMED = re.compile(r"\{([^{}]+)\}")
LINES = r"\s*[\r\n]\s*"
FOUND_LIMIT = 80
# What of a cell says where it is read, not what is made of it.
SOURCE = {"column", "text", "find", "nothing"}
Maker = Callable[[str], str]


class NoSuchColumn(CasualtyLedgerError):
    """A mapping that reads a column which the table has not."""

    template = "{file} has no column {found!r}, which the mapping reads for {cell}. Its columns: {allowed}."


class NotMapped(CasualtyLedgerError):
    """A text for which a mapping has no word."""

    template = "The mapping has no word for {found!r}{hint}. Add it to `words`, or say otherwise: keep."


@dataclass
class Wrong:
    """The cells that could not be read so far: which rows, what stands there, and why."""

    found: list[pd.DataFrame] = field(default_factory=list)

    def note(self, column: str, reasons: pd.Series, texts: pd.Series) -> None:
        """Note the rows that have a reason; what stands there is withheld where it may identify a person."""
        wrong = reasons != ""
        if not wrong.any():
            return
        noted = pd.DataFrame({"found": texts[wrong].str.slice(0, FOUND_LIMIT), "reason": reasons[wrong]})
        personal = identify(texts[wrong])
        noted.loc[personal, ["found", "reason"]] = [WITHHELD, WITHHELD_REASON]
        self.found.append(noted.assign(column=column))

    def rows(self) -> pd.Index:
        """Return the rows of which any cell could not be read."""
        indices = [frame.index for frame in self.found]
        return indices[0].append(indices[1:]).unique() if indices else pd.Index([])


def read_cell(
    table: Table, cell: Cell, column: str, rows: pd.Index, wrong: Wrong, makers: dict[str, Maker]
) -> pd.Series:
    """Return the texts of a recorded column for some rows of a table.

    `makers` are kept for columns that are read alike: the days of a table stand in several.
    Errors: NoSuchColumn, UnknownWord (no such reader).
    """
    said = say_source(table, cell, rows)
    if not (cell.words or cell.read):
        return said
    how = cell.model_dump_json(exclude=SOURCE)
    if how not in makers:
        makers[how] = cache(_make(cell))
    return read_each(said, makers[how], column, wrong)


def say_source(table: Table, cell: Cell, rows: pd.Index) -> pd.Series:
    """Return what stands in the columns that a cell is read from; what states nothing is empty."""
    if cell.text:
        said = _fill_in(table, cell.text, rows)
    else:
        said, *others = (_without(_stand(table, name, rows), cell.nothing) for name in cell.column)
        for other in others:
            said = said.mask(said == "", other)
    if cell.find:
        found = pc.extract_regex(as_texts(said.array), f"(?P<found>{cell.find})")
        taken = pc.struct_field(found, "found").fill_null("")
        said = pd.Series(taken.to_pandas().to_numpy(), index=rows, dtype="str")
    return _on_one_line(_without(said, cell.nothing))


def _on_one_line(said: pd.Series) -> pd.Series:
    """Join the lines of a cell, which a sheet cannot hold."""
    texts = as_texts(said.array)
    if not may_hold(texts, b"\r\n"):
        return said
    return pd.Series(pc.replace_substring_regex(texts, LINES, " ").to_pandas().to_numpy(), said.index, "str")


def _stand(table: Table, name: str, rows: pd.Index) -> pd.Series:
    column = table.column(name)
    return column if rows is table.rows.index or rows.equals(column.index) else column.loc[rows]


def _without(texts: pd.Series, nothing: Sequence[str]) -> pd.Series:
    return texts.mask(texts.isin(nothing), "") if nothing else texts


def _fill_in(table: Table, template: str, rows: pd.Index) -> pd.Series:
    """Fill columns into a text, once for each distinct combination; a record that lacks one says nothing."""
    names = NAMED.findall(template)
    facts = [table.column(name).loc[rows] for name in names]
    numbers = number_distinct(facts)
    first = firsts_of(numbers)
    kinds = zip(*(fact.iloc[first].tolist() for fact in facts), strict=True)
    parts = NAMED.split(template)[::2]
    said = [_join(parts, kind) if all(kind) else "" for kind in kinds]
    return pd.Series(np.array([*said, ""], dtype=object)[numbers], index=rows, dtype="str")


def _join(parts: Sequence[str], kind: Sequence[str]) -> str:
    return "".join(part + fact for part, fact in zip(parts, [*kind, ""], strict=True))


def _make(cell: Cell) -> Maker:
    """Return what is made of one text: its word, then what a reader reads."""
    read = find_reader(cell.read) if cell.read else None

    def make(text: str) -> str:
        word = _translate(cell, text) if cell.words else text
        return read(word, cell) if read and word else word

    return make


def _translate(cell: Cell, text: str) -> str:
    if text in cell.words:
        return cell.words[text]
    if text == "" or cell.otherwise == "leave_empty":
        return ""
    if cell.otherwise == "keep":
        return text
    raise NotMapped(found=text, hint=did_you_mean_one(text, {word: word for word in cell.words}))


def read_each(said: pd.Series, make: Maker, column: str, wrong: Wrong) -> pd.Series:
    """Make something of each distinct text once; those that cannot be read are noted and left empty."""
    which, texts = tell_apart(said)
    made: list[str] = []
    reasons: list[str] = []
    for text in texts.tolist():
        try:
            made.append(make(text))
            reasons.append("")
        except CasualtyLedgerError as error:
            made.append("")
            reasons.append(str(error))
    if any(reasons):
        told = pd.Series(np.array(reasons, dtype=object)[which], index=said.index, dtype="str")
        wrong.note(column, told, said)
    return spread_texts(made, which, said.index)


def check_columns(table: Table, cell: Cell, column: str) -> None:
    """Raise where a cell is read from a column that the table has not.

    Errors: NoSuchColumn.
    """
    names = [*cell.column, *NAMED.findall(cell.text)]
    absent = [name for name in names if not table.has(name)]
    if absent and (cell.text or len(absent) == len(names)):
        allowed = ", ".join(table.columns)
        raise NoSuchColumn(file=table.file, found=absent[0], cell=column, allowed=allowed)
