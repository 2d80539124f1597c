"""One attack under two places: a source names the city that another one names a suburb of.

Nothing is guessed: the record of a row says with which other place's attack it is the same.
"""

from __future__ import annotations

import re

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.rows import Row, figures_of

SAME_ATTACK = re.compile(r"\bsame (?:attack|strike|event|incident) as ([A-Z][^;,]*)")


def join_same_attacks(figures: pd.DataFrame, event: pd.Series) -> pd.Series:
    """Give what the record calls the same attack as one at another place, on its days, that one's event."""
    if not any(map(SAME_ATTACK.search, figures["overlaps"])):
        return event
    rows, joined = figures_of(figures), event.tolist()
    named = [(_spot(row), name) for row, name in zip(rows, event, strict=True) if name]
    first = dict(reversed(named))
    for nth, row in enumerate(rows):
        if same := SAME_ATTACK.search(str(row["overlaps"])):
            joined[nth] = first.get(_spot({**row, "place": same[1]}), joined[nth])
    return pd.Series(joined, event.index, dtype="str")


def _spot(row: Row) -> tuple[str, pd.Timestamp, pd.Timestamp]:
    """Return the town of a row, without what it is said to lie near, and its days."""
    place = str(row["place"]).partition(" near ")[0]
    town = conflict_of(str(row["conflict"])).find_spot(place, str(row["admin1"])).town
    return town, row["covers_from"], row["covers_until"]
