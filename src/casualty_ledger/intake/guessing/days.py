"""Days of a column as a whole: 03/06/2023 is decided by the days around it, or it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.intake.guessing.words import YEARS, says
from casualty_ledger.intake.mapping.cells import NAMED
from casualty_ledger.intake.mapping.model import Cell
from casualty_ledger.intake.mapping.readers import NUMBERED, READERS
from casualty_ledger.intake.mapping.spans import find_span
from casualty_ledger.intake.stated import NOTHING
from casualty_ledger.intake.tables.table import Table
from casualty_ledger.parsing.weeks import WEEK

# One way of reading must make the days lie so many times closer together than the other.
CLOSER = 3
# Where one cell tells the last day that is counted, it tells the first one too.
BEGINS = {"week_last_day": "week_first_day", "span_last_day": "span_first_day"}
BARE = Cell(column=("day",))
# A day in three columns: how each is headed, and the most that it may state.
PARTS = {YEARS: 2200, "i?month|місяць|месяц": 12, "i?day\\b|день|число": 31}
STATED_DAYS = ("published_on", "covers_from", "covers_until", "retrieved_on")


class DayStyle(NamedTuple):
    """How the days of a column are read, what decided it, and what must be asked."""

    reader: str
    because: str = ""
    question: str = ""


def share_of_days(texts: Sequence[str]) -> float:
    """Return which share of the filled cells of a column are days, months or years."""
    filled = [text for text in texts if text.strip().casefold() not in NOTHING]
    return sum(is_day(text) for text in filled) / len(filled) if filled else 0.0


def is_day(text: str) -> bool:
    """Say whether a text is a day, a week, a span of days, a month or a year, in whatever form."""
    return (
        is_week(text)
        or find_span(text) is not None
        or _read(text, "day_first") is not None
        or _read(text, "month_first") is not None
    )


def is_week(text: str) -> bool:
    """Say whether a text is an ISO week: 2023-W22."""
    return bool(WEEK.fullmatch(text.strip().upper()))


def _read(text: str, reader: str) -> date | None:
    try:
        read = READERS[reader](text, BARE)
    except (CasualtyLedgerError, ValueError):
        return None
    return date.fromisoformat(f"{read}-01-01"[:10] if len(read) < 10 else read) if read else None


def decide_days(texts: Sequence[str]) -> DayStyle:
    """Decide how the days of a column are written, from all of them in their order.

    >>> decide_days(["03/06/2023", "13/06/2023"]).reader, decide_days(["6/3/2023", "6/13/2023"]).reader
    ('day_first', 'month_first')
    >>> decide_days(["01/06/2023", "02/06/2023", "03/06/2023"]).because
    'read so, the days follow each other'
    >>> decide_days(["03/06/2023", "05/09/2023"]).question[:20]
    'May 03/06/2023 be 3 '
    """
    if any(map(is_week, texts)):
        return DayStyle("week_last_day", "the last day of an ISO week")
    if any(map(find_span, texts)):
        return DayStyle("span_last_day", "the last of the days that it names")
    parts = [(text, found) for text in texts if (found := NUMBERED.fullmatch(text.strip()))]
    unclear = [text for text, _ in parts if _is_unclear(text)]
    if not unclear:
        return DayStyle("day")
    clear = [(text, found) for text, found in parts if "." not in text]
    day_first = any(int(found["one"]) > 12 for _, found in clear)
    month_first = any(int(found["two"]) > 12 for _, found in clear)
    if day_first != month_first:
        told = next(text for text, found in clear if max(int(found["one"]), int(found["two"])) > 12)
        return DayStyle("day_first" if day_first else "month_first", f"as in {told}")
    if not day_first and (reader := _follow(texts)):
        return DayStyle(reader, "read so, the days follow each other")
    return DayStyle("day", question=_ask(unclear[0], mixed=day_first))


def find_parts(table: Table) -> str:
    """Return a text with the columns that hold year, month and, if any does, day in numbers; or nothing."""
    found = [
        name
        for words, most in PARTS.items()
        for name in [each for each in table.columns if says(each, words) and _states(table, each, most)][:1]
    ]
    is_dated = len(set(found)) > 1 and says(found[0], YEARS)
    return "-".join(f"{{{name}}}" for name in dict.fromkeys(found)) if is_dated else ""


def _states(table: Table, name: str, most: int) -> bool:
    """Say whether each cell of a column is a whole number, and none is more."""
    texts = [str(text) for text in table.rows[name].unique() if text]
    return bool(texts) and all(text.isdecimal() and int(text) <= most for text in texts)


def state_day(text: str, table: Table, dates: str) -> str | Cell:
    """Return the cell of a day that somebody states, or names columns for; it is read as theirs are.

    Errors: UnreadableDate, AmbiguousDay.
    """
    names = NAMED.findall(text)
    if not names:
        return READERS[dates or "day"](text, BARE)
    alone = list(table.column(names[0])) if text == f"{{{names[0]}}}" else []
    return Cell(text=text, read=dates or decide_days(alone).reader)


def _is_unclear(text: str) -> bool:
    """Say whether a text is one day read day first, and another read month first."""
    meant = {_read(text, reader) for reader in ("day_first", "month_first")}
    return None not in meant and len(meant) > 1


def _follow(texts: Sequence[str]) -> str:
    """Return the reading in which the days follow each other, where they do so in one only."""
    spread = {reader: _spread(texts, reader) for reader in ("day_first", "month_first")}
    near, far = sorted(spread, key=lambda reader: spread[reader])
    return near if spread[near] and spread[near] * CLOSER <= spread[far] else ""


def _spread(texts: Sequence[str], reader: str) -> int:
    """Add up how far each day lies from the one before it."""
    days = [day for text in texts if (day := _read(text, reader))]
    return sum(abs((later - earlier).days) for earlier, later in pairwise(days))


def _ask(text: str, *, mixed: bool) -> str:
    day, month = (_read(text, reader) for reader in ("day_first", "month_first"))
    why = "the column holds days written both ways" if mixed else "nothing in the column tells"
    return (
        f"May {text} be {day:%-d %B %Y} or {month:%-d %B %Y}? {why.capitalize()}. "
        "Say --dates day_first or --dates month_first; until then such days are refused."
    )
