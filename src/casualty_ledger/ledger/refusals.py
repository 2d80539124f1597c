"""Refusals: every reason for which a recorded row cannot join the ledger, kept beside it.

A row with several problems is refused once, with all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from casualty_ledger.declared import as_declared
from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.ledger.distinct import Distinct, firsts_of, join_texts, number_distinct
from casualty_ledger.ledger.privacy.withholding import WITHHELD, WITHHELD_REASON, identify
from casualty_ledger.parsing.dates import parse_date
from casualty_ledger.schema import Refusals, columns_of

FOUND_LIMIT = 80


# Where the problem is the row itself, not one of its cells.
WHOLE_ROW = "row"


@dataclass
class Problems:
    """The problems found so far in a frame of recorded rows.

    Of a row that could not be read as one (`unreadable` says why), nothing else is said.
    """

    rows: pd.DataFrame
    found: list[pd.DataFrame] = field(default_factory=list)
    _distinct: dict[str, Distinct] = field(default_factory=dict, repr=False)
    _unreadable: pd.Series | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Note the rows that could not be read."""
        if "unreadable" in self.rows and (wrong := self.rows["unreadable"] != "").any():
            self.note(wrong, WHOLE_ROW, self.rows["unreadable"], found="")
            self._unreadable = wrong

    def note(
        self, wrong: pd.Series, column: str, reasons: pd.Series | str, *, found: str | None = None
    ) -> None:
        """Note a problem in `column` of the rows where `wrong` holds, with what stands there or `found`.

        What stands there is withheld, with a reason that repeats it, where it may identify a person.
        """
        if self._unreadable is not None:
            wrong = wrong & ~self._unreadable
        if not wrong.any():
            return
        rows = self.rows.loc[wrong, ["sheet", "row", "id"]].rename(columns={"id": "row_id"})
        seen = self.rows.loc[wrong, column].str.slice(0, FOUND_LIMIT) if found is None else found
        reason = reasons if isinstance(reasons, str) else reasons.loc[rows.index]
        noted = rows.assign(column=column, found=seen, reason=reason)
        if found is None and (noted["found"] != "").any():
            personal = identify(self.rows.loc[wrong, column])
            noted.loc[personal, ["found", "reason"]] = [WITHHELD, WITHHELD_REASON]
        self.found.append(noted)

    def distinct(self, column: str) -> Distinct:
        """Tell the distinct texts of a column apart, once."""
        if column not in self._distinct:
            self._distinct[column] = Distinct.of(self.rows[column])
        return self._distinct[column]

    def parse(self, column: str, parser: Callable[[str], Any]) -> Distinct:
        """Parse each distinct text of `column` once; note those that the parser refuses."""
        texts = self.distinct(column)
        parsed: list[Any] = []
        reasons: dict[str, str] = {}
        for text in texts.listed:
            try:
                parsed.append(parser(text))
            except CasualtyLedgerError as error:
                parsed.append(None)
                reasons[text] = str(error)
        if reasons:
            self.note(texts.among(reasons), column, texts.each(lambda text: reasons.get(text, "")))
        return Distinct(parsed, texts.which, texts.index)

    def parse_in(self, conflicts: pd.Series, column: str, parser: Callable[[str, str], Any]) -> Distinct:
        """Parse each distinct text of `column` once for each conflict; note those that the parser refuses."""
        texts = self.rows[column]
        numbers = number_distinct([conflicts, texts])
        first = firsts_of(numbers)
        parsed: list[Any] = []
        reasons: list[str] = []
        for conflict, text in zip(conflicts.iloc[first].tolist(), texts.iloc[first].tolist(), strict=True):
            try:
                parsed.append(parser(conflict, text))
                reasons.append("")
            except CasualtyLedgerError as error:
                parsed.append(None)
                reasons.append(str(error))
        said = Distinct(reasons, numbers, texts.index).each(str)
        self.note(said != "", column, said)
        return Distinct(parsed, numbers, texts.index)

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
            return as_declared(pd.DataFrame({name: [] for name in columns_of(Refusals)}), Refusals)
        problems = pd.concat(self.found)
        problems = problems.sort_values(["sheet", "row", "row_id"], kind="stable")
        numbers = number_distinct([problems.index.to_numpy()])
        rows = problems.iloc[firsts_of(numbers)]
        published = Distinct.of(self.rows.loc[rows.index, "published_on"])
        joined = {
            column: join_texts(problems[column], numbers, between=between).to_numpy()
            for column, between in (("column", "; "), ("found", "; "), ("reason", " "))
        }
        refused = rows.assign(**joined, published_on=published.each(_readable_day, "datetime64[ns]"))
        return as_declared(refused[columns_of(Refusals)].reset_index(drop=True), Refusals)


def _readable_day(text: str) -> pd.Timestamp:
    try:
        stated = parse_date(text)
    except CasualtyLedgerError:
        return pd.NaT  # type: ignore[return-value]
    return pd.Timestamp(stated.last) if stated else pd.NaT  # type: ignore[return-value]
