"""A mapping as it is declared: how to read somebody's table. Its keys are documented here.

`docs/mapping_file.md` is written from these models. What a mapping leaves out is not stated, never a default.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pyarrow as pa
import pyarrow.compute as pc
from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.parsing.safe_yaml import Day, Declared, Text
from casualty_ledger.schema import OPTIONAL_COLUMNS, SHEET_COLUMNS

MAPPED = (*SHEET_COLUMNS, *OPTIONAL_COLUMNS)
# Where the words of a mapping leave a text unsaid: the row is refused, kept as it is, or left empty.
Otherwise = Literal["refuse", "keep", "leave_empty"]
# An empty cell or an absent key: nothing was stated there, or the series was no longer kept. Never 0.
Absent = Literal["not_stated", "not_tracked"]


def _is_mapped(name: str) -> str:
    if name not in MAPPED:
        raise ValueError(f"{name!r} is no column of a recorded sheet{did_you_mean(name, MAPPED)}")
    return name


def _is_pattern(pattern: str) -> str:
    """Hold a pattern to the search that takes no longer for a hostile text: Arrow's, with one group."""
    try:
        pc.extract_regex(pa.array(["a"]), f"(?P<found>{pattern})")
    except pa.ArrowInvalid as error:
        raise ValueError(f"{pattern!r} is no pattern: {error}") from None
    return pattern


def _as_list(written: Any) -> Any:
    return [written] if isinstance(written, str) else written


SheetColumn = Annotated[str, AfterValidator(_is_mapped)]
Pattern = Annotated[Text, AfterValidator(_is_pattern)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_as_list)]


class Cell(Declared):
    """How a cell of a recorded sheet is read from a record: from which columns, and what is made of them."""

    column: Texts = Field(
        default=(), description="the column, or several of which the first that is filled counts"
    )
    text: str = Field(default="", description="a text with columns in braces instead: “{Year}-W{Week}”")
    find: Pattern | None = Field(default=None, description="what to take of the text: a pattern (RE2)")
    nothing: Texts = Field(default=(), description="texts that state nothing: NA, -, n/a")
    words: dict[str, str] = Field(
        default_factory=dict, description="what stands there, and the word of the ledger that it means"
    )
    otherwise: Otherwise = Field(
        default="refuse", description="a text that `words` does not list: refuse, keep, or leave_empty"
    )
    read: Text | None = Field(default=None, description="how to read it: a reader of the list below")
    since: Day | None = Field(default=None, description="of the reader days_since: the day that is 0")

    @model_validator(mode="after")
    def _reads_something(self) -> Cell:
        if bool(self.column) == bool(self.text):
            raise ValueError("a cell is read from `column` or from `text`, one of them")
        return self


Cells = dict[SheetColumn, str | Cell]


class Filter(Declared):
    """Which records are read, and why the others are left out: they are counted, with this reason."""

    column: Text = Field(description="the column that decides")
    keep: Texts = Field(default=(), description="read only the records in which one of these stands")
    leave_out: Texts = Field(default=(), description="leave out the records in which one of these stands")
    leave_out_matching: Pattern | None = Field(
        default=None, description="leave out the records whose text holds this pattern (RE2)"
    )
    because: str = Field(
        default="",
        description="why these records are left out, in a sentence: it is told with their number. Without "
        "one, only those are told that no figure reads",
    )


class FigureDeclared(Declared):
    """One figure of each record: a wide table has several, and each says what is its own."""

    cells: Cells = Field(description="cells that are its own; they go before those of the mapping")
    only: tuple[Filter, ...] = Field(default=(), description="of which records it is read")
    absent: Absent = Field(
        default="not_stated",
        description="what an empty cell or an absent key means: not_stated, or not_tracked (never 0)",
    )


class Shape(Declared):
    """How the file is written, where that cannot be seen."""

    records: str = Field(default="", description="of JSON: the way to the records, joined by dots")
    key: Text = Field(
        default="key", description="of JSON: a name for what the records are kept under, such as a day"
    )
    sheet: str = Field(default="", description="of a workbook: the sheet")
    header_row: int | None = Field(default=None, ge=1, description="the last row of the header, from 1")
    encoding: str = Field(default="", description="the encoding of a text file")
    across: Pattern | None = Field(
        default=None,
        description="a pattern of the names of columns that are headed by days, months or years: each of "
        "their cells becomes a record, its header in `#across` and the cell in `#cell`",
    )
    down: Texts = Field(
        default=(),
        description="columns of which an empty cell means what stands above it, as a day that is "
        "written once for several records",
    )
    totals: Literal["refuse", "keep"] = Field(
        default="refuse", description="a record that begins with “Total”: it is refused, or kept"
    )


class Trust(Declared):
    """A source whose clear proposals pass without a person, by rule; nothing that contradicts does."""

    because: Text = Field(description="why nobody needs to look")
    role: Text = Field(description="who decided so, by role, no name")
    sheet: Text = Field(description="the recorded sheet that they join")


class Mapping(Declared):
    """A mapping, `data/mappings/<source>.yml`."""

    title: Text = Field(description="what the table holds, for readers")
    publisher_page: str = Field(default="", description="the page on which the source describes its data")
    address: str = Field(default="", description="where the file itself is, https only")
    licence: str = Field(default="", description="the licence of the figures, as stated there")
    credit: str = Field(default="", description="whom to name")
    about: dict[Text, Text] = Field(
        default_factory=dict,
        description="what the source says of its data (methodology, caveats, update frequency), kept as is",
    )
    defects: tuple[Text, ...] = Field(
        default=(), description="known defects of the source, and what becomes of each"
    )
    files: tuple[Text, ...] = Field(
        default=(), description="patterns of file names by which this mapping is recognised: russia_*.json"
    )
    ids: Annotated[Text, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{1,9}$")] = Field(
        description="how the ids of its figures begin: capital letters and digits, such as GSU"
    )
    shape: Shape = Field(default=Shape(), description="how the file is written, where it cannot be seen")
    cells: Cells = Field(description="the cells of every figure: a text, or how to read it")
    only: tuple[Filter, ...] = Field(default=(), description="which records are read")
    one_thing: Texts = Field(
        default=(),
        description="columns that tell one thing from another: records alike in them, of which the "
        "numbers differ, are listed",
    )
    figures: Annotated[tuple[FigureDeclared, ...], Field(min_length=1)] = Field(
        description="the figures of each record, one entry each"
    )
    trusted: Trust | None = Field(default=None, description="proposals that pass by rule")
