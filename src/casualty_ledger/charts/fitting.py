"""What fits a chart: so many rows, no name so long, and no character so odd, that it cannot be drawn."""

from __future__ import annotations

from hashlib import sha256

import pandas as pd

from casualty_ledger.parsing.plain_text import inert

LONGEST = 160
# A picture of more rows is longer than a page, or its marks hide one another; its data hold all of them.
MOST_ROWS, MOST_MARKS = 30, 300


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


def first_groups(table: pd.DataFrame, column: str | None = None, *, most: int = MOST_ROWS) -> pd.DataFrame:
    """Return the first rows of a table, as many as fit; of those that go together all or none.

    At least one group is kept, cut where it is alone too long.
    """
    if len(table) <= most:
        return table
    if column is None:
        return table.iloc[:most]
    groups, _ = pd.factorize(table[column])
    whole = int((groups == groups[most]).argmax())
    return table.iloc[: whole or most]


def most_telling(table: pd.DataFrame, *, most: int = MOST_MARKS) -> pd.DataFrame:
    """Return the rows that are labelled in a chart, and of the others the last ones, in their order."""
    if len(table) <= most:
        return table
    labelled = table.get("labelled", pd.Series(False, table.index)).to_numpy(dtype=bool)
    places = pd.Series(range(len(table)))
    order = [*places[labelled], *places[~labelled][::-1]]
    return table.iloc[sorted(order[:most])]
