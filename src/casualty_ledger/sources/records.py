"""Records: the text of a sheet cut into rows and cells, counted as a spreadsheet counts them.

A cell may go on over a line break. One that holds so many marks between cells that it must hold rows was
opened by a stray quote: its first line is told as damaged, and the lines after it are rows of their own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
# So many lines may one record have, and so many characters may one cell have in a spreadsheet.
MOST_LINES = 100
LONGEST_CELL = 32_767

CELLS = "This row has {found} cells and the header has {expected}. {advice}"
SHORT = "It may be cut off: write it whole, with an empty cell for what is not stated."
LONG = "A cell that holds the mark between cells must stand in quotes."
QUOTE = 'A quote (") opens a cell in this row and no quote closes it there. Close it, or take it out.'
LONG_CELL = "A cell of this row holds {found:,} characters, a spreadsheet no more than {most:,}. Shorten it."
NUL = "This row holds the character number 0, which no text has. Take it out."


class Record(NamedTuple):
    """One row as it stands in the file: its number (the first row is 1), its cells, and what is damaged."""

    row: int
    cells: list[str]
    damage: str = ""

    def is_blank(self) -> bool:
        """Say whether every cell is empty."""
        return not any(cell and not cell.isspace() for cell in self.cells)


@dataclass(frozen=True)
class Lines:
    """The lines of a sheet, with the mark that stands between its cells."""

    lines: Sequence[str]
    delimiter: str

    @classmethod
    def of(cls, text: str, delimiter: str) -> Lines:
        """Cut a text into its lines, whatever ends them."""
        return cls(list(io.StringIO(text, newline="")), delimiter)

    def head(self, most: int) -> list[Record]:
        """Return the first records as they come, whatever they are."""
        found: list[Record] = []
        start = 0
        while start < len(self.lines) and len(found) < most:
            cells, taken = self._take(start)
            found.append(Record(len(found) + 1, cells))
            start += taken
        return found

    def below(self, header: Record, columns: int) -> Iterator[Record]:
        """Return every record below the header, those of the wrong shape with what is damaged."""
        start = sum(self._take_each(header.row))
        row = header.row
        while start < len(self.lines):
            row += 1
            cells, taken = self._take(start)
            if taken > 1 and self._is_swallowed(start, taken, cells, columns):
                cells, taken, damage = self._cut(self.lines[start : start + 1])[0], 1, QUOTE
            else:
                damage = _find_damage(cells, columns)
            start += taken
            yield Record(row, cells, damage)

    def _take_each(self, rows: int) -> Iterator[int]:
        start = 0
        for _ in range(rows):
            taken = self._take(start)[1]
            start += taken
            yield taken

    def _take(self, start: int) -> tuple[list[str], int]:
        """Return the cells of the record that starts at a line, and how many lines it has."""
        line = self.lines[start]
        if '"' not in line:
            return line.rstrip("\r\n").split(self.delimiter), 1
        return self._cut(self.lines[start : start + MOST_LINES])

    def _cut(self, lines: Sequence[str], *, strict: bool = False) -> tuple[list[str], int]:
        csv.field_size_limit(max(csv.field_size_limit(), sum(map(len, lines))))
        reader = csv.reader(lines, delimiter=self.delimiter, strict=strict)
        return next(reader), reader.line_num

    def _is_swallowed(self, start: int, taken: int, cells: list[str], columns: int) -> bool:
        try:
            self._cut(self.lines[start : start + taken], strict=True)
        except csv.Error:
            return True
        marks = sum(cell.count(self.delimiter) for cell in cells if "\n" in cell or "\r" in cell)
        return len(cells) != columns or marks >= (taken - 1) * (columns - 1)


def _find_damage(cells: list[str], columns: int) -> str:
    if len(cells) != columns and any(cell.strip() for cell in cells):
        advice = SHORT if len(cells) < columns else LONG
        return CELLS.format(found=len(cells), expected=columns, advice=advice)
    longest = max(map(len, cells), default=0)
    if longest > LONGEST_CELL:
        return LONG_CELL.format(found=longest, most=LONGEST_CELL)
    return NUL if any("\0" in cell for cell in cells) else ""
