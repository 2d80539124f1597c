"""Parts: which rows say of themselves that they are counted inside another figure.

"Children are a subset" makes the children the part, "of which 9,877 in one area" the 9,877; a note that
speaks of other numbers speaks of them alone.
"""

from __future__ import annotations

import re

import pandas as pd

from casualty_ledger.ledger.distinct import Distinct

# What Arrow looks for first; the words around it decide.
TRACE = r"\b(?:subset|part of|included in|within|inside|among)\b"
OTHERS = re.compile(
    r"\b(?P<who>\w+) (?:are|is|were|was) (?:all |both |also )?(?:an? |the )?"
    r"(?:subset|part of|included|among|within)",
    re.IGNORECASE,
)
OF_ITSELF = re.compile(
    r"\bsubset\b|\bincluded in\b"
    r"|\bpart of (?!the (?:city|region|country|oblast|town|territory)\b(?! (?:day|figure|total|toll)))"
    r"|\b(?:within|inside|among) (?:the |these |those |more than |over |about |at least )*\d",
    re.IGNORECASE,
)
# A note says so of its own row where it begins with it.
NOTE_BEGINS = re.compile(
    r"(?:\w+ ){0,1}subset\b(?! or\b)|part of (?:the |about |more than )?(?:\d|\w+ (?:total|figure|day|toll))",
    re.IGNORECASE,
)
DOUBTED = re.compile(
    r"\b(?:not|may be|perhaps) (?:among|within|inside|included in|part of|a subset)\b", re.IGNORECASE
)
IT = ("it", "this", "figure", "number", "toll", "row")


def says_part(column: str, texts: Distinct) -> pd.Series:
    """Say for each row whether the text of this column tells that the row is a part."""
    rule = _note_says if column == "note" else _row_says
    parts = {text for text in texts.matching(f"(?i){TRACE}") if any(map(rule, text.split(";")))}
    return texts.among(parts)


def _row_says(phrase: str) -> bool:
    others = OTHERS.search(phrase)
    if others and others["who"].casefold() not in IT:
        return False
    return bool(OF_ITSELF.search(phrase)) and not DOUBTED.search(phrase)


def _note_says(phrase: str) -> bool:
    return bool(NOTE_BEGINS.match(phrase.strip())) and not OTHERS.search(phrase)
