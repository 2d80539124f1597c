"""Noted misprints: numbers that a relay garbled, as the record says, beside the number that it names.

A note on the page that says what a number really is, or with which it conflicts, tells more than its digits.
A number that its own note calls an error of print is told even where the record holds no other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from casualty_ledger.ledger.caveats import is_garbled
from casualty_ledger.ledger.distinct import Distinct
from casualty_ledger.ledger.identity import PEOPLE
from casualty_ledger.ledger.rows import rows_of
from casualty_ledger.parsing.counts import read_digits
from casualty_ledger.series.scope_gaps import numbers_of

ABOUT = ("conflict", "measure", *PEOPLE, "place", "admin1", "covers_from", "covers_until", "basis")
NEEDED = [*ABOUT, "figure_id", "value", "note"]
# Such a note leaves it to the digits.
OF_DIGITS = re.compile(r"\b(?:digit\w*|misprint|typo)\b", re.IGNORECASE)

_ERROR = r"(?:error|misprint|typo)"
TRACE = rf"(?i)\b{_ERROR}\b|\bgarbled\b|\b(?:printed|mislabelled) as\b|\belsewhere is\b"
# "Relay misprint: 40 printed for 4,040": what the number is in truth.
IS_ERROR = re.compile(rf"(?:relay|headline|page) {_ERROR}: (?=.*\d)")
# "So 598,000 looks like a relay error", "130 elsewhere is the other side's": which number is meant is named.
NAMED = re.compile(
    rf"(\d[\d,]*) (?:(?:is|looks like) (?:\w+ )*{_ERROR}\b|elsewhere is\b)|\bgarbled (\d[\d,]*)"
)
# "The relay says killed; he spoke of casualties: almost certainly a relay error".
CONCLUDED = re.compile(rf": (?:[a-z]+ ){{0,3}}relay {_ERROR}\b")
# "Injured printed as killed": the label is wrong where it is the number's own.
LABELLED = re.compile(r"\b(?:printed|mislabelled) as (\w+)$")


def find_noted(figures: pd.DataFrame) -> Iterator[tuple[Mapping[Any, Any], list[Mapping[Any, Any]]]]:
    """Yield each garbled figure, with those of its people, place and days whose number its note names."""
    doubtful = is_garbled(figures) & figures["value"].notna()
    if not doubtful.any():
        return
    noted = list(rows_of(figures.loc[doubtful, NEEDED]))
    asked = {_about(each) for each in noted}
    told = defaultdict[tuple[Any, ...], list[Mapping[Any, Any]]](list)
    for each in rows_of(figures.loc[~doubtful & figures["value"].notna(), NEEDED]):
        if _about(each) in asked:
            told[_about(each)].append(each)
    for each in noted:
        named = numbers_of(str(each["note"])) - {int(each["value"])}
        others = [other for other in told[_about(each)] if int(other["value"]) in named]
        if others and not OF_DIGITS.search(str(each["note"])):
            yield each, others


def _about(figure: Mapping[Any, Any]) -> tuple[Any, ...]:
    return tuple(None if pd.isna(figure[name]) else figure[name] for name in ABOUT)


def find_called_errors(figures: pd.DataFrame) -> Iterator[Mapping[Any, Any]]:
    """Yield each figure whose own note says that its number is an error of print."""
    traced = Distinct.of(figures["note"]).contains(TRACE) & figures["value"].notna()
    for figure in rows_of(figures.loc[traced, ["figure_id", "value", "measure", "note"]]):
        if any(_calls_error(phrase.strip(), figure) for phrase in str(figure["note"]).split(";")):
            yield figure


def _calls_error(phrase: str, figure: Mapping[Any, Any]) -> bool:
    if named := [read_digits(digits) for pair in NAMED.findall(phrase) for digits in pair if digits]:
        return int(figure["value"]) in named
    label = LABELLED.search(phrase.partition(":")[0])
    return bool(
        IS_ERROR.match(phrase)
        or CONCLUDED.search(phrase)
        or (label and label[1].casefold() == figure["measure"])
    )
