"""Judging: the problems of a row while it is typed, as `check_recorded` finds them of the whole row.

Of a row that differs in one cell from the one before, all else has been judged already.
"""

from __future__ import annotations

from itertools import chain
from typing import Any

import pandas as pd

from casualty_ledger.ledger.privacy.gate import withhold_ids
from casualty_ledger.ledger.recording import TYPED_RULES, list_beside
from casualty_ledger.ledger.refusals import Problems
from casualty_ledger.ledger.rules import RULES, Rule
from casualty_ledger.sources.registry import Register

# Every problem is told with these.
TOLD_WITH = ("sheet", "row", "id")


class RowJudge:
    """Judges row after row of a form; a rule looks again only where a cell that it reads is another one."""

    def __init__(self, register: Register, recorded: pd.DataFrame) -> None:
        """Judge by a register, beside the recorded rows; nothing has been judged yet."""
        self.register, self.recorded = register, recorded
        self.places = {name: recorded.groupby(name).indices for name in ("id", "address")}
        self.looked: dict[Rule, tuple[list[Any], list[pd.DataFrame]]] = {}

    def find(self, row: pd.DataFrame) -> pd.DataFrame:
        """Return the problems of one row, also beside those recorded, as `check_recorded` lists them."""
        problems = Problems(row)
        withhold_ids(problems)
        cells = problems.rows.iloc[0].to_dict()
        for rule in (*RULES, *TYPED_RULES):
            texts = [cells[column] for column in (*TOLD_WITH, *rule.columns)]
            if self.looked.get(rule, ([],))[0] == texts:
                problems.found += self.looked[rule][1]
            else:
                before = len(problems.found)
                rule.look(problems, self.register)
                self.looked[rule] = texts, problems.found[before:]
        return list_beside(problems, row, self.register, self.beside(row))

    def beside(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return the recorded rows that can be in the way of new ones: those of their ids and their pages."""
        found = [known.get(text, ()) for name, known in self.places.items() for text in rows[name].tolist()]
        return self.recorded.iloc[sorted(set(chain(*found)))]
