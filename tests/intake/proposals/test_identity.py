"""The id of a proposal follows from what it states, and stays what it was."""

import hashlib

import numpy as np
import pandas as pd

from casualty_ledger.intake.proposals.identity import STATED, name_proposals


def test_ids_stay_what_they_were():
    """
    A figure that is proposed again next year is known again; so the way from cells to an id is fixed.
    """
    rows = pd.DataFrame([dict.fromkeys(STATED, "")] * 2).assign(value=["20", "21"], place="Куп’янськ")

    assert name_proposals(rows, "OCHA").tolist() == [_spell(row) for row in rows.to_dict("records")]


def _spell(row: dict) -> str:
    """Go the same way for one row in plain whole numbers."""
    most, mixed = 2**64, 0
    for column in STATED:
        digest = hashlib.blake2b(row[column].encode(), digest_size=8).digest()
        mixed = (mixed * 0x9E3779B97F4A7C15 + int.from_bytes(digest, "little")) % most
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9 % most
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB % most
        mixed ^= mixed >> 31
    return f"OCHA-{mixed:016x}"[:17]


def test_no_rows_have_no_ids():
    """
    A table in which nothing can be read is told in sentences, not by a fault.
    """
    rows = pd.DataFrame({name: np.array([], dtype=object) for name in STATED}, dtype="str")

    assert name_proposals(rows, "OCHA").tolist() == []
