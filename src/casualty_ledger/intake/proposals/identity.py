"""The id of a proposal: from what it states, so that the same figure proposed again is known again."""

from __future__ import annotations

import hashlib

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from casualty_ledger.ledger.distinct import TEXT, as_texts

# What a proposal states; its notes, its address and where it stood in a file may change.
STATED = (
    "published_on",
    "conflict",
    "claimant",
    "publisher",
    "party",
    "population",
    "measure",
    "measure_as_said",
    "place",
    "admin1",
    "incident",
    "covers_from",
    "covers_until",
    "basis",
    "rate_unit",
    "value",
    "lower",
    "upper",
    "hedge",
    "verification",
    "scope",
)
DIGITS = 6


def name_proposals(rows: pd.DataFrame, prefix: str) -> pd.Series:
    """Return an id for each row, from its prefix and what it states.

    >>> rows = pd.DataFrame([dict.fromkeys(STATED, "")] * 3).assign(value=["20", "20", "21"])
    >>> ids = name_proposals(rows, "OCHA")
    >>> ids[0][:5], ids.nunique()
    ('OCHA-', 2)
    """
    said = pc.binary_join_element_wise(
        *(as_texts(rows[name].array) for name in STATED), pa.scalar("\x1f", TEXT)
    )
    which, texts = pd.factorize(pd.Series(said.to_pandas()))
    names = [f"{prefix}-{_digest(text)}" for text in texts]
    return pd.Series(pd.array(names, dtype="str").take(which), index=rows.index)


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=DIGITS).hexdigest()
