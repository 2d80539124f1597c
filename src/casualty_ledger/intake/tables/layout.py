"""Layout: which rows of a grid name its columns, and which hold titles, tags, totals or notes.

A header is the block of rows in words above the first row that states something: a number or a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError, UnreadableDate
from casualty_ledger.intake.guessing.words import ROLES, first_said, measure_said
from casualty_ledger.intake.stated import NOTHING, Stated, read_stated
from casualty_ledger.ledger.distinct import Distinct
from casualty_ledger.parsing.vague_dates import MONTH_OF, parse_vague_date
from casualty_ledger.sources.headers import INVISIBLE, is_tags

# A header lies no deeper than this, and has no more rows than this.
HEADER_WITHIN, MOST_HEADER_ROWS = 30, 4
# So many rows are looked at to tell what stands in all of them.
SHOWN_ROWS = 60
YEAR = re.compile(r"(?:1[789]|20|21)\d\d")
# A cell that states a number or a day in digits: 20, ~1 200, 20+, 12–15, 485 people, 03.06.2023.
STATES = re.compile(r"[^\w\s]{0,2}\s?\d[\d\s.,:/%+*\u00a0\u202f–—-]*(?:[^\W\d]+\.?)?")
SHORT_MONTH = re.compile(r"(?P<month>[^\W\d_]+)\.?[ .'’/-]\d{2,4}")
MONTH_NAMES = frozenset(MONTH_OF)
TOTAL = re.compile(
    r"(?i:(?:grand |sub)?totals?|sum|overall|всього|усього|разом|загалом|підсумок|сума|итого|всего|сумма)"
    r"(?:[\s:,(].{0,30})?"
)
DATED = re.compile(r"\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}[-/.]\d{4}")
FEWEST_ACROSS = 3
# The first words of a record stand in one of so many columns.
LABELS = 4
NAMELESS = "column {number}"


@dataclass(frozen=True)
class Header:
    """Which rows of a grid name its columns (none where `names` are made up), and where records begin."""

    names: list[str]
    first: int
    begin: int
    has_tags: bool = False


def is_statement(cell: str) -> bool:
    """Say whether a cell states a number or a day, and so stands below a header.

    >>> [is_statement(cell) for cell in ("at least 20", "03.06.2023", "Mar-03", "485 people")]
    [True, True, True, True]
    >>> [is_statement(cell) for cell in ("2023", "Killed", "admin 1", "Killed in May 2023", "багато")]
    [False, False, False, False, False]
    """
    text = cell.strip()
    if not text or YEAR.fullmatch(text):
        return False
    has_digits = any(map(str.isdigit, text))
    return has_digits and (
        bool(STATES.fullmatch(text)) or _is_day_in_words(text.lower()) or _is_number_in_words(text)
    )


def _is_day_in_words(text: str) -> bool:
    """Say whether a text is a day or a month with its name: 4 June, Mar-03, червень 2023."""
    short = SHORT_MONTH.fullmatch(text)
    if short and short["month"] in MONTH_NAMES:
        return True
    try:
        parse_vague_date(text, year=2000)
    except UnreadableDate:
        return False
    return True


def _is_number_in_words(text: str) -> bool:
    """Say whether a text is a number with a hedge before it: at least 20, близько 30; or a hedge alone."""
    try:
        return read_stated(text) != Stated()
    except CasualtyLedgerError:
        return False


def find_header(grid: Sequence[Sequence[str]], at: int | None = None) -> Header:
    """Find the header of a grid by its first rows; `at` is its last row where somebody says so (from 0)."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in grid]
    usual = median([count for count in filled if count > 1] or [1])
    last = _last_row(grid, filled, usual) if at is None else at
    if last is None:
        begin = next((row for row, count in enumerate(filled) if count >= max(1, usual / 2)), 0)
        width = max(map(len, grid), default=0)
        return Header([NAMELESS.format(number=number + 1) for number in range(width)], begin, begin)
    rows = [last]
    while len(rows) < MOST_HEADER_ROWS and rows[0] > 0 and _groups(grid[rows[0] - 1], grid[last]):
        rows.insert(0, rows[0] - 1)
    below = last + 1
    has_tags = below < len(grid) and is_tags(grid[below])
    return Header(_name_columns([grid[row] for row in rows]), rows[0], below + has_tags, has_tags)


def _last_row(grid: Sequence[Sequence[str]], filled: list[int], usual: float) -> int | None:
    """Return the last row of the header: of the rows in words right above the records, the fullest.

    A row that is fuller than half a usual one counts; one that goes on with the header above it is its last.
    """
    wordy = [_is_wordy(cells) for cells in grid]
    full = [count >= max(1, usual / 2) for count in filled]
    begin = next((row for row in range(len(grid)) if full[row] and not wordy[row]), len(grid))
    if begin > HEADER_WITHIN:
        begin = next((row + 1 for row in range(len(grid)) if full[row]), 0)
    while begin > 0 and (is_tags(grid[begin - 1]) or not filled[begin - 1]):
        begin -= 1
    first = begin
    while first > 0 and wordy[first - 1] and (full[first - 1] or _stands_under(grid, first - 1, wordy, full)):
        first -= 1
    if first == begin:
        return begin if _goes_across(grid, begin) else None
    last = max(range(first, begin), key=lambda row: (filled[row], -row))
    while last + 1 < begin and _is_second_header(grid[last], grid[last + 1]):
        last += 1
    return last


def _stands_under(grid: Sequence[Sequence[str]], row: int, wordy: list[bool], full: list[bool]) -> bool:
    """Say whether a row of few words goes on with the row above it, as under a heading of a few columns."""
    above = row - 1
    return above >= 0 and wordy[above] and full[above] and _is_second_header(grid[above], grid[row])


def _is_wordy(cells: Sequence[str]) -> bool:
    """Say whether a row may name columns: nothing in it states anything, and it holds no tags."""
    return not any(map(is_statement, cells)) and not is_tags(cells)


def _goes_across(grid: Sequence[Sequence[str]], row: int) -> bool:
    """Say whether a row names columns by days, months or years that follow each other from left to right."""
    if row + 1 >= len(grid):
        return False
    pairs = [(name, cell) for name, cell in zip(grid[row], grid[row + 1], strict=False) if is_statement(name)]
    names = [name for name, _ in pairs]
    dated = all(_is_dated(name) for name in names)
    counted = not any(_is_dated(cell) for _, cell in pairs)
    return len(set(names)) == len(names) >= FEWEST_ACROSS and dated and counted and bool(grid[row][0].strip())


def _is_dated(cell: str) -> bool:
    """Say whether a cell is put as a day or a month is: with a name of a month, or in parts."""
    text = cell.strip().lower()
    return bool(DATED.fullmatch(text)) or _is_day_in_words(text)


def _is_second_header(above: Sequence[str], below: Sequence[str]) -> bool:
    """Say whether a row in words goes on with the header above it: that one has groups, or gaps to fill."""
    names = [cell.strip() for cell in above]
    gaps = sum(
        not name and index < len(below) and bool(below[index].strip()) for index, name in enumerate(names)
    )
    return gaps > 0 or len(set(filter(None, names))) < len(list(filter(None, names)))


def _groups(above: Sequence[str], header: Sequence[str]) -> bool:
    """Say whether a row above a header groups its columns: it spans them, and states nothing."""
    filled = [index for index, cell in enumerate(above) if cell.strip()]
    if not filled or any(map(is_statement, above)):
        return False
    width = max((index for index, cell in enumerate(header) if cell.strip()), default=0) + 1
    gaps = any(not above[index].strip() for index in range(filled[0], min(width, len(above))))
    repeats = len({above[index] for index in filled}) < len(filled)
    return (gaps or repeats) and filled[-1] >= width / 2 and (len(filled) > 1 or filled[0] > 0)


def _name_columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Join the rows of a header: what a cell merged over columns says is said of each of them."""
    width = max(map(len, rows))
    cells = [[_tidy(cell) for cell in (*row, *[""] * (width - len(row)))] for row in rows]
    for group in cells[:-1]:
        for index in range(1, width):
            below = any(row[index] for row in cells[cells.index(group) + 1 :])
            group[index] = group[index] or (group[index - 1] if below else "")
    names: list[str] = []
    for number, parts in enumerate(zip(*cells, strict=True), start=1):
        name = " / ".join(dict.fromkeys(filter(None, parts))) or NAMELESS.format(number=number)
        twice = names.count(name) + sum(each.startswith(f"{name} (") for each in names)
        names.append(f"{name} ({twice + 1})" if twice else name)
    return names


def _tidy(cell: str) -> str:
    return " ".join(cell.strip(INVISIBLE).split())


def is_total(cells: Sequence[str]) -> bool:
    """Say whether a record sums others: its first words are those of a total.

    >>> is_total(["Всього", "", "120"]), is_total(["2023-06-04", "Total war", "12"])
    (True, False)
    """
    first = next((cell.strip() for cell in cells if cell.strip()), "")
    return bool(TOTAL.fullmatch(first))


def find_totals(rows: pd.DataFrame) -> pd.Series:
    """Say for each record whether it sums others, by its first words."""
    first = rows.iloc[:, 0]
    for place in range(1, min(LABELS, rows.shape[1])):
        empty = first == ""
        if not empty.any():
            break
        first = first.mask(empty, rows.iloc[:, place])
    return Distinct.of(first).contains(f"^(?:{TOTAL.pattern})$")


def find_headers_below(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the places of records that name columns, where the others state numbers or days.

    >>> find_headers_below([["3 June", "3"], ["4 June", "-"], ["Date", "Injured"], ["5 June", "9"]])
    [2]
    """
    stating = _columns_that_state(rows)
    return [place for place, row in enumerate(rows) if _names_columns(row, stating)]


def may_hold_headers(rows: pd.DataFrame) -> bool:
    """Say at a glance whether records may name columns, for tables too long to look at each of them."""
    stating = _columns_that_state(rows.head(SHOWN_ROWS).to_numpy().tolist())
    return bool(stating) and bool(Distinct.of(rows.iloc[:, stating[0]]).each(_is_word, "bool").any())


def _columns_that_state(rows: Sequence[Sequence[str]]) -> list[int]:
    """List the columns of which most cells state a number or a day; one alone tells nothing."""
    width = min(map(len, rows), default=0)
    columns = [[row[column] for row in rows[:SHOWN_ROWS]] for column in range(width)]
    stating = [place for place, cells in enumerate(columns) if _mostly_state(cells)]
    return stating if len(stating) > 1 else []


def _mostly_state(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip().casefold() not in NOTHING]
    return sum(is_statement(cell) or _is_number_in_words(cell) for cell in filled) * 2 > len(filled)


def _names_columns(row: Sequence[str], stating: Sequence[int]) -> bool:
    cells = [row[column] for column in stating]
    words = set(filter(_is_word, cells))
    if len(words) < 2 or any(map(is_statement, cells)):
        return False
    return sum(bool(first_said(cell, ROLES) or measure_said(cell)) for cell in row) > 1


def _is_word(cell: str) -> bool:
    """Say whether a cell holds words that neither state something nor say that nothing is stated."""
    text = cell.strip()
    is_silent = text.casefold() in NOTHING or any(map(str.isdigit, text)) or TOTAL.fullmatch(text)
    return not is_silent and not _is_number_in_words(text)


def is_note(cells: Sequence[str], width: int) -> bool:
    """Say whether a row below the records is a note to them: words alone in a table of several columns."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return width > 2 and len(filled) == 1 and not is_statement(filled[0]) and not is_total(cells)
