"""Mixed wholes: how many of other people a number holds, as its claimant tells in a part of it.

"52 came back, two of them civilians" is no dispute with who counts the fifty soldiers among them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from casualty_ledger.ledger.statements import whole_of
from casualty_ledger.vocabulary import PARTS_OF_CIVILIANS

OF_ONE_COUNT = ["conflict", "claimant", "measure", "party", "covers_from", "covers_until"]


def find_others_within(placed: pd.DataFrame, wholes: pd.DataFrame) -> pd.Series:
    """Return the placed parts of each whole that are of other people than it; children are of any people."""
    part = placed["is_part"] & placed["value"].notna() & ~placed["population"].isin(PARTS_OF_CIVILIANS)
    told = defaultdict[Any, list[tuple[str, int]]](list)
    for key, people, value, scope, overlaps in _counts(placed[part]):
        whole = whole_of(scope, overlaps)
        if whole is not None:
            told[key, whole].append((people, value))
    found = [
        frozenset(number for whose, number in told.get((key, value), ()) if whose != people)
        for key, people, value, *_ in _counts(wholes)
    ]
    return pd.Series(found, index=wholes.index, dtype="object")


def _counts(figures: pd.DataFrame) -> Iterator[tuple[tuple[Any, ...], str, int, str, str]]:
    keys = figures[OF_ONE_COUNT].itertuples(index=False, name=None)
    people, scopes, overlaps = (figures[name].astype("str") for name in ("population", "scope", "overlaps"))
    values = figures["value"].astype("Int64").fillna(-1).astype(int)
    return zip(keys, people, values, scopes, overlaps, strict=True)
