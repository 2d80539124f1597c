"""Page notes: notes that need no day of their own, as they were known with the page that they stand beside.

Each phrase of such a note tells what the page itself prints, or leaves out; what was said before it, which it
corrects; or what else was said on its day. A phrase of any other kind may tell what came later.
"""

from __future__ import annotations

import re

import pandas as pd

from casualty_ledger.ledger.distinct import Distinct

_HOUR = r"(?:[01]?\d|2[0-3]):[0-5]\d(?: on \d{1,2} [A-Z][a-z]+)?"
_PRINTED = rf"(?:(?:page time|headline toll|updated|state|as of|said|at|about|around|after|by) )*{_HOUR}"
_NUMBER = r"\d[\d,/]*"
_TURNED = r"(?:revised|raised|lowered|corrected)(?: (?:up|down)(?:wards?)?)?"
_DAY = r"(?:day|morning|evening|night)"
# What sets a page beside another one, or beside what came later.
_BEYOND = (
    r"(?![^;]*\b(?:other|another|later|than|against|but|instead|never|wrong\w*|conflicts?|contradicts?)\b)"
)
_PHRASES = (
    rf"{_PRINTED}(?:, updated {_HOUR})?",
    r"preliminary|reported as \w+|reported_on inferred",
    r"(?:before|after) (?:the )?\d{1,2} [A-Z][a-z]+(?: \d{4})? exchange",
    r"(?:page|relay) undated(?: in [\w ]+)?|undated page",
    rf"{_BEYOND}[\w, ]*\bnot (?:stated|named|given|shown)(?: (?:on|by|in) (?:the|its) \w+)?",
    r"(?:earlier|previous|first) (?:count|toll|total|figure)[\w ]* quoted on the (?:same )?page",
    rf"{_BEYOND}(?:the )?(?:page|relay|text)(?: says| prints| words| calls| turns| speaks of) [^;]+",
    # What the speaker said, and what others gave for that day, shows an error of the page.
    rf"{_BEYOND}[A-Z]\w+ (?:said|spoke of) [^;]+: (?:[a-z]+ ){{0,3}}relay error",
    rf"{_BEYOND}cross-check: [^;]+ for that day [^;]+|kept as printed",
    rf"(?:(?:down|up)ward |explicit )?correction (?:of|from) {_NUMBER}(?: after [\w ]+)?",
    rf"(?:[a-z]+ )?{_TURNED} from {_NUMBER}(?:, [a-z]+ {_TURNED} from {_NUMBER})*",
    rf"revises the earlier {_NUMBER} (?:up|down)wards",
    rf"[^;]*\b(?:earlier|later) (?:on the|that|the same) {_DAY}\b[^;]*",
)
_PHRASE = rf"(?:{'|'.join(f'(?:{phrase})' for phrase in _PHRASES)})"
OF_THE_PAGE = re.compile(rf"{_PHRASE}(?:; {_PHRASE})*")


def is_of_page(notes: Distinct) -> pd.Series:
    """Say which notes tell nothing but what was known with their page."""
    return notes.among(note for note in notes.listed if note and OF_THE_PAGE.fullmatch(note))
