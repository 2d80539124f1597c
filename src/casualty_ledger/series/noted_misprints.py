"""Noted misprints: numbers that a relay garbled, as the record says, beside the number that it names.

A note on the page that says what a number really is, or with which it conflicts, tells more than its digits.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from casualty_ledger.ledger.caveats import is_garbled
from casualty_ledger.ledger.identity import PEOPLE
from casualty_ledger.ledger.rows import rows_of
from casualty_ledger.series.scope_gaps import numbers_of

ABOUT = ("conflict", "measure", *PEOPLE, "place", "admin1", "covers_from", "covers_until", "basis")
NEEDED = [*ABOUT, "figure_id", "value", "note"]
# Such a note leaves it to the digits.
OF_DIGITS = re.compile(r"\b(?:digit\w*|misprint|typo)\b", re.IGNORECASE)


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
