"""What is told: every row that the ledger would accept, as it was recorded and as it is read."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from casualty_ledger.ledger.caveats import find_parts
from casualty_ledger.ledger.clean import read_rows
from casualty_ledger.ledger.distinct import Distinct
from casualty_ledger.ledger.incidents import name_incidents
from casualty_ledger.sources.registry import Register

SAID = "said_"
# A recorder who writes one of these has seen what is odd, and has answered.
ANSWERED = (
    r"(?i)\b(?:misprint|typo|relay error|transposed|garbled?|lower than|recount(?:ed)?|withdrawn|revised)\b"
)


@dataclass(frozen=True)
class Told:
    """The rows to ask about and those beside them, with what is needed to ask.

    `rows` holds the columns as they are read, and each as it was recorded under `said_…`;
    `asked` says which rows are asked about, the others are what came before.
    """

    rows: pd.DataFrame
    register: Register
    today: date | None

    @cached_property
    def counted(self) -> pd.DataFrame:
        """The rows with a number of their own: no part of another, and not explained by their recorder."""
        rows = self.rows
        return rows[rows["value"].notna() & ~rows["is_part"] & ~rows["is_answered"]]


def read_told(
    rows: pd.DataFrame,
    register: Register,
    *,
    beside: pd.DataFrame | None,
    corrected: Container[str],
    today: date | None,
) -> Told:
    """Read the rows to ask about after those beside them, and leave out what would be refused.

    A row that a declared correction names, or whose note explains its number, is answered.
    """
    before = rows.iloc[:0] if beside is None else beside
    recorded = pd.concat([before, rows], ignore_index=True)
    read, refused = read_rows(recorded, register)
    said = recorded.drop(columns=["sheet", "row"]).add_prefix(SAID)
    same = recorded[["sheet", "row", *(name for name in recorded if name not in read)]]
    told = pd.concat([same.loc[:, ~same.columns.duplicated()], read, said], axis=1)
    told = told.assign(
        row_id=recorded["id"],
        asked=recorded.index >= len(before),
        is_part=find_parts(recorded),
        is_answered=Distinct.of(recorded["note"]).contains(ANSWERED) | _named(recorded["id"], corrected),
        last_day=read["covers_until"].fillna(read["published_on"]),
    )[~refused]
    return Told(told.assign(incident=name_incidents(told)), register, today)


def write(numbers: pd.Series) -> pd.Series:
    """Write numbers with their thousands apart, to stand in a sentence."""
    return numbers.map("{:,}".format).astype("str")


def _named(ids: pd.Series, corrected: Container[str]) -> pd.Series:
    return pd.Series([name in corrected for name in ids], index=ids.index, dtype=bool)
