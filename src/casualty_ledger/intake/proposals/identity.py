"""The id of a proposal: from what it states, so that the same figure proposed again is known again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache

import numpy as np
import pandas as pd
import pyarrow as pa

from casualty_ledger.ledger.distinct import spread_distinct, tell_apart

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
CUT = np.uint64(4 * (2 * BYTES - DIGITS))
STEP = np.uint64(0x9E3779B97F4A7C15)


def name_proposals(rows: pd.DataFrame, prefix: str) -> pd.Series:
    """Return an id for each row, from its prefix and what it states.

    >>> rows = pd.DataFrame([dict.fromkeys(STATED, "")] * 3).assign(value=["20", "20", "21"])
    >>> ids = name_proposals(rows, "OCHA")
    >>> ids[0][:5], ids.nunique()
    ('OCHA-', 2)
    """
    digest = cache(_digest)
    mixed = np.zeros(len(rows), dtype=np.uint64)
    for column in STATED:
        mixed *= STEP
        mixed += _digests(rows[column], digest)
        _stir(mixed)
    which, numbers = pd.factorize(mixed >> CUT)
    return spread_distinct(_spell(numbers, f"{prefix}-".encode()), which, rows.index)


def _spell(numbers: np.ndarray, prefix: bytes) -> pd.Index:
    """Write numbers as hexadecimal digits after a prefix, in one piece."""
    digits = np.frombuffer(numbers.astype(">u8").tobytes().hex().encode(), dtype=np.uint8)
    begun = np.tile(np.frombuffer(prefix, dtype=np.uint8), (len(numbers), 1))
    letters = np.hstack([begun, digits.reshape(len(numbers), 2 * BYTES)[:, -DIGITS:]])
    ends = np.arange(len(numbers) + 1, dtype=np.int64) * (len(prefix) + DIGITS)
    texts = pa.LargeStringArray.from_buffers(
        len(numbers), pa.py_buffer(ends), pa.py_buffer(letters.tobytes())
    )
    return pd.Index(pd.array(texts, dtype="str"))


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=BYTES).digest()


def _digests(texts: pd.Series, digest: Callable[[str], bytes]) -> np.ndarray:
    """Return a number for each text, the same wherever and whenever it is asked."""
    which, distinct = tell_apart(texts)
    numbers = np.frombuffer(b"".join(map(digest, distinct.tolist())), dtype="<u8")
    return numbers if len(numbers) == 1 else numbers[which]


def _stir(numbers: np.ndarray) -> None:
    """Let every bit of the numbers bear on every other, in place."""
    for bits, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1)):
        numbers ^= numbers >> np.uint64(bits)
        numbers *= np.uint64(factor)
