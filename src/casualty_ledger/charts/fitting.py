"""Texts that fit a chart: no name so long, and no character so odd, that the picture cannot be drawn."""

from __future__ import annotations

from hashlib import sha256

import pandas as pd

from casualty_ledger.parsing.plain_text import inert

LONGEST = 160


def fit_text(text: str) -> str:
    """Cut a text that no chart can hold, so that two such texts still differ.

    >>> fit_text("OHCHR"), len(fit_text("w" * 10_000))
    ('OHCHR', 68)
    """
    plain = inert(text)
    if len(plain) <= LONGEST:
        return plain
    return f"{plain[:60]}…{sha256(text.encode(errors='replace')).hexdigest()[:7]}"


def fit_table(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with every text in it cut to fit."""
    fitted = table.copy()
    for column in fitted.select_dtypes(include=["object", "string"]).columns:
        fitted[column] = fitted[column].map(lambda held: fit_text(held) if isinstance(held, str) else held)
    return fitted
