"""The id of a proposal: from what it states, so that the same figure proposed again is known again."""

from __future__ import annotations

import hashlib

import numpy as np
import pandas as pd

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
# Twelve hexadecimal digits of an id; each text counts by eight bytes of its digest.
BYTES, DIGITS = 8, 12
STEP, MOST = np.uint64(0x9E3779B97F4A7C15), np.uint64(16 ** (16 - DIGITS))


def name_proposals(rows: pd.DataFrame, prefix: str) -> pd.Series:
    """Return an id for each row, from its prefix and what it states.

    >>> rows = pd.DataFrame([dict.fromkeys(STATED, "")] * 3).assign(value=["20", "20", "21"])
    >>> ids = name_proposals(rows, "OCHA")
    >>> ids[0][:5], ids.nunique()
    ('OCHA-', 2)
    """
    mixed = np.zeros(len(rows), dtype=np.uint64)
    for column in STATED:
        mixed = _stir(mixed * STEP + _digests(rows[column]))
    names = [f"{prefix}-{number:0{DIGITS}x}" for number in (mixed // MOST).tolist()]
    return pd.Series(pd.array(names, dtype="str"), index=rows.index)


def _digests(texts: pd.Series) -> np.ndarray:
    """Return a number for each text, the same wherever and whenever it is asked."""
    which, distinct = pd.factorize(texts)
    found = [hashlib.blake2b(text.encode(), digest_size=BYTES).digest() for text in distinct.tolist()]
    return np.frombuffer(b"".join(found), dtype="<u8")[which]


def _stir(numbers: np.ndarray) -> np.ndarray:
    """Let every bit of a number bear on every other."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(numbers ^ (numbers >> np.uint64(31)))
