"""Refusals: every reason for which a recorded row cannot join the ledger, kept beside it.

A row with several problems is refused once, with all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.parsing.dates import parse_date
from casualty_ledger.schema import Refusals, columns_of

FOUND_LIMIT = 80


@dataclass
class Problems:
    """The problems found so far in a frame of recorded rows."""

    rows: pd.DataFrame
    found: list[pd.DataFrame] = field(default_factory=list)

    def note(
        self, wrong: pd.Series, column: str, reasons: pd.Series | str, *, found: str | None = None
    ) -> None:
        """Note a problem in `column` of the rows where `wrong` holds, with what stands there or `found`."""
        if wrong.any():
            rows = self.rows.loc[wrong, ["sheet", "row", "id"]].rename(columns={"id": "row_id"})
            seen = self.rows.loc[wrong, column].str.slice(0, FOUND_LIMIT) if found is None else found
            reason = reasons if isinstance(reasons, str) else reasons[wrong]
            self.found.append(rows.assign(column=column, found=seen, reason=reason))

    def parse(self, column: str, parser: Callable[[str], Any]) -> pd.Series:
        """Parse each distinct text of `column` once; note those that the parser refuses."""
        texts = self.rows[column]
        which, distinct = pd.factorize(texts)
        parsed = np.empty(len(distinct), dtype=object)
        reasons: dict[Hashable, str] = {}
        for number, text in enumerate(distinct):
            try:
                parsed[number] = parser(text)
            except CasualtyLedgerError as error:
                reasons[text] = str(error)
        if reasons:
            self.note(texts.isin(list(reasons)), column, texts.map(reasons).astype(object))
        return pd.Series(parsed[which], index=texts.index, dtype=object)

    def refused(self) -> pd.Series:
        """Say for each row whether it is refused."""
        indices = [frame.index for frame in self.found]
        wrong = indices[0].append(indices[1:]) if indices else pd.Index([])
        return pd.Series(self.rows.index.isin(wrong), index=self.rows.index)

    def listing(self) -> pd.DataFrame:
        """Return one row per problem: sheet, row, row_id, column, found, reason."""
        columns = ["sheet", "row", "row_id", "column", "found", "reason"]
        if not self.found:
            return pd.DataFrame(columns=columns)
        listed = pd.concat(self.found).sort_values(["sheet", "row"], kind="stable", ignore_index=True)
        return listed[columns]

    def table(self) -> pd.DataFrame:
        """Return one row per refused row, its reasons joined."""
        if not self.found:
            return Refusals.validate(pd.DataFrame({name: [] for name in columns_of(Refusals)}))
        problems = pd.concat(self.found)
        problems["published_on"] = self.rows.loc[problems.index, "published_on"].map(_readable_day)
        grouped = problems.groupby(["sheet", "row", "row_id"], sort=True, dropna=False)
        refused = grouped.agg(
            column=("column", "; ".join),
            found=("found", "; ".join),
            reason=("reason", " ".join),
            published_on=("published_on", "first"),
        ).reset_index()
        return Refusals.validate(refused[columns_of(Refusals)])


def _readable_day(text: str) -> pd.Timestamp:
    try:
        stated = parse_date(text)
    except CasualtyLedgerError:
        return pd.NaT  # type: ignore[return-value]
    return pd.Timestamp(stated.last) if stated else pd.NaT  # type: ignore[return-value]
