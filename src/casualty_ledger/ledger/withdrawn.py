"""Withdrawn: to which rows a withdrawal belongs. "The second child was withdrawn" speaks of children."""

from __future__ import annotations

import re

import pandas as pd

from casualty_ledger.ledger.distinct import Distinct
from casualty_ledger.vocabulary import Measure, Population

TRACE = r"\b(?:withdrawn|retracted)\b"
# Of whom a phrase says so; it is said of rows that count these.
CHILDREN = re.compile(r"\bchild(?:ren)?\b", re.IGNORECASE)
DEAD = re.compile(r"\b(?:deaths?|dead|killed)\b", re.IGNORECASE)
INJURED = re.compile(r"\b(?:injur\w+|wounded)\b", re.IGNORECASE)


def says_withdrawn(rows: pd.DataFrame, texts: Distinct) -> pd.Series:
    """Say for each row whether its text tells that its own number was taken back."""
    said = {text: _phrase(text) for text in texts.matching(f"(?i){TRACE}")}
    found = texts.among(said)
    if not said:
        return found
    whose = {
        CHILDREN: rows["population"] == Population.CHILDREN,
        DEAD: rows["measure"] == Measure.KILLED,
        INJURED: rows["measure"] == Measure.INJURED,
    }
    for words, is_own in whose.items():
        found &= ~texts.among(text for text, phrase in said.items() if words.search(phrase)) | is_own
    return found


def _phrase(text: str) -> str:
    phrases = re.split(r"[;,]", text)
    return next(phrase for phrase in phrases if re.search(TRACE, phrase, re.IGNORECASE))
