"""Sheets without what became known later: for tests that nothing can leak from the future."""

import re
from datetime import date

import pandas as pd

from casualty_ledger.parsing.dates import parse_date

# What each phrase of a note may tell that was known with its page: an hour that it prints, what it leaves
# out, quotes or corrects, and what else was said on its day.
OF_ITS_PAGE = (
    r"(?:(?:page|time|headline|toll|state|said|as|of|at|about|around|after|by|updated) )*\d?\d:\d\d"
    r"(?: on \d+ [A-Z][a-z]+)?(?:, updated \d?\d:\d\d)?",
    r"preliminary|reported as [a-z]+|undated page|(?:page|relay) undated.*",
    r"reported_on inferred|kept as printed",
    r"(?:after|before) .*\d [A-Z][a-z]+(?: \d{4})? exchange",
    r".* not (?:given|named|shown|stated)(?: (?:by|in|on) (?:its|the) [a-z]+)?",
    r"(?:earlier|first|previous) (?:count|figure|toll|total).* quoted (?:in|on) (?:its|the) (?:same )?page",
    r"(?:the )?(?:page|relay|text)(?: says| prints| words| calls| turns| speaks of) .*",
    # What was said on its day shows that the page is in error.
    r"[A-Z]\w+ (?:said|spoke of) .*relay error|cross-check: .* for that day .*",
    r"(?:downward |explicit |upward )?correction (?:from|of) [\d,/]+(?: after .*)?",
    r".*(?:revised|raised|lowered|corrected)(?: up| down| upwards| downwards)? from [\d,/]+",
    r"revises the earlier [\d,/]+ (?:upwards|downwards)",
)
ON_ITS_DAY = re.compile(r"\b(?:earlier|later) (?:on the|that|the same) (?:day|morning|evening|night)\b")
# Such a phrase leans on another page, or on what came later.
LEANS = re.compile(
    r"\b(?:against|another|but|conflicts?|contradicts?|instead|later|never|other|than|wrong[a-z]*)\b"
)


def without_what_came_later(rows: pd.DataFrame, day: date) -> pd.DataFrame:
    """Delete from the sheets every row, note and relation that became known after `day`."""
    last = {
        column: rows[column].map(_last_day)
        for column in ("published_on", "note_known_on", "overlaps_known_on")
    }
    of_page = rows["note"].map(_tells_of_its_page)
    last["note_known_on"] = last["note_known_on"].where(
        last["note_known_on"].notna() | ~of_page, last["published_on"]
    )
    kept = rows[last["published_on"].map(lambda known: known is None or known <= day)].copy()
    for text in ("note", "overlaps"):
        known = last[f"{text}_known_on"].loc[kept.index]
        # A text without a day of its own is known in hindsight only.
        later = known.map(lambda known: known is None or known > day)
        kept.loc[later, [text, f"{text}_known_on"]] = ""
    return kept


def _tells_of_its_page(note: str) -> bool:
    return bool(note) and all(_is_of_its_page(phrase) for phrase in note.split("; "))


def _is_of_its_page(phrase: str) -> bool:
    if ON_ITS_DAY.search(phrase):
        return True
    return not LEANS.search(phrase) and any(re.fullmatch(kind, phrase) for kind in OF_ITS_PAGE)


def _last_day(text: str) -> date | None:
    stated = parse_date(text)
    return stated.last if stated else None
