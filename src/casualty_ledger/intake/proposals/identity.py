"""The id of a proposal: from what it states, so that the same figure proposed again is known again."""

from __future__ import annotations

import hashlib

import numpy as np
import pandas as pd
import pyarrow as pa

from casualty_ledger.ledger.distinct import tell_apart

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
STEP = np.uint64(0x9E3779B97F4A7C15)


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
    return pd.Series(pd.array(_spell(mixed, f"{prefix}-".encode()), dtype="str"), index=rows.index)


def _spell(numbers: np.ndarray, prefix: bytes) -> pa.Array:
    """Write the first hexadecimal digits of numbers after a prefix, in one piece."""
    digits = np.frombuffer(numbers.astype(">u8").tobytes().hex().encode(), dtype=np.uint8)
    begun = np.tile(np.frombuffer(prefix, dtype=np.uint8), (len(numbers), 1))
    letters = np.hstack([begun, digits.reshape(len(numbers), 2 * BYTES)[:, :DIGITS]])
    ends = np.arange(len(numbers) + 1, dtype=np.int64) * (len(prefix) + DIGITS)
    return pa.LargeStringArray.from_buffers(len(numbers), pa.py_buffer(ends), pa.py_buffer(letters.tobytes()))


def _digests(texts: pd.Series) -> np.ndarray:
    """Return a number for each text, the same wherever and whenever it is asked."""
    which, distinct = tell_apart(texts)
    found = [hashlib.blake2b(text.encode(), digest_size=BYTES).digest() for text in distinct.tolist()]
    numbers = np.frombuffer(b"".join(found), dtype="<u8")
    return numbers if len(numbers) == 1 else numbers[which]


def _stir(numbers: np.ndarray) -> np.ndarray:
    """Let every bit of a number bear on every other."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(numbers ^ (numbers >> np.uint64(31)))
