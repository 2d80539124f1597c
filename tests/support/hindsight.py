"""Sheets without what became known later: for tests that nothing can leak from the future."""

import re
from datetime import date

import pandas as pd

from casualty_ledger.parsing.dates import parse_date

# The hour that a page prints is known with the page.
HOURS_ONLY = re.compile(
    r"(?:(?:page|time|headline|toll|state|said|as|of|at|about|around|after|by) )*\d?\d:\d\d"
)


def without_what_came_later(rows: pd.DataFrame, day: date) -> pd.DataFrame:
    """Delete from the sheets every row, note and relation that became known after `day`."""
    last = {
        column: rows[column].map(_last_day)
        for column in ("published_on", "note_known_on", "overlaps_known_on")
    }
    hours = rows["note"].map(_tells_hours_only)
    last["note_known_on"] = last["note_known_on"].where(
        last["note_known_on"].notna() | ~hours, last["published_on"]
    )
    kept = rows[last["published_on"].map(lambda known: known is None or known <= day)].copy()
    for text in ("note", "overlaps"):
        known = last[f"{text}_known_on"].loc[kept.index]
        # A text without a day of its own is known in hindsight only.
        later = known.map(lambda known: known is None or known > day)
        kept.loc[later, [text, f"{text}_known_on"]] = ""
    return kept


def _tells_hours_only(note: str) -> bool:
    said = (re.sub(r" on \d+ [A-Z][a-z]+$", "", phrase) for phrase in note.split("; "))
    return bool(note) and all(HOURS_ONLY.fullmatch(phrase) for phrase in said)


def _last_day(text: str) -> date | None:
    stated = parse_date(text)
    return stated.last if stated else None
