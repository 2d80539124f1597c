"""How many: questions about numbers that look misread.

A number is compared with the earlier ones of its series: the same claimant, measure, people, place and
basis, over about as many days. It is far outside where it is more than ten times the second highest of at
least five earlier ones, or less than a tenth of the second lowest. A place without such a history is
compared with all places: more than five times the second highest of at least twenty. The second and not the
first: one misprint among the earlier ones hides no other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from casualty_ledger.ledger.distinct import number_distinct
from casualty_ledger.ledger.identity import PEOPLE
from casualty_ledger.ledger.questions.told import Told
from casualty_ledger.vocabulary import Basis

EVERYWHERE = ["conflict", "claimant", "measure", *PEOPLE, "basis", "rate_unit", "days"]
WHERE = ["place", "admin1"]
LENGTHS = (4, 11, 46, 400)


@dataclass(frozen=True)
class Rule:
    """How many earlier numbers make a history, and how many times theirs is far."""

    earlier: int
    times: int
    both_ways: bool = True


HERE, ANYWHERE = Rule(5, 10), Rule(20, 5, both_ways=False)


@dataclass
class History:
    """The earlier numbers of a series: how many, and the two lowest and the two highest."""

    size: int = 0
    low: list[int] = field(default_factory=list)
    high: list[int] = field(default_factory=list)

    def add(self, number: int) -> None:
        """Take one more number in."""
        self.size += 1
        self.low = sorted([*self.low, number])[:2]
        self.high = sorted([*self.high, number])[-2:]

    def is_far(self, number: int, rule: Rule) -> bool:
        """Say whether a number is far outside what these have seen."""
        if self.size < rule.earlier:
            return False
        above = number > rule.times * max(self.high[0], 1)
        return above or (rule.both_ways and 0 < number * rule.times < self.low[-1])

    def say(self, where: str) -> str:
        """Say what was seen so far."""
        seen = f"between {self.low[0]:,} and {self.high[-1]:,}"
        return f"The {self.size:,} earlier numbers of this claimant for this measure {where} lie {seen}."


def far_outside(told: Told) -> pd.Series:
    """Find counts far outside what their claimant, measure and place have seen."""
    rows = told.counted
    rows = rows[(rows["basis"] != Basis.CUMULATIVE) & rows["last_day"].notna()]
    rows = rows[
        [
            *EVERYWHERE[:-1],
            "place",
            "admin1",
            "covers_from",
            "covers_until",
            "value",
            "last_day",
            "published_on",
        ]
    ]
    rows = rows.sort_values(["last_day", "published_on"], kind="stable")
    length = (rows["covers_until"] - rows["covers_from"]).dt.days.fillna(-1)
    rows = rows.assign(days=np.digitize(length, LENGTHS))
    everywhere = number_distinct(rows[name] for name in EVERYWHERE)
    here = number_distinct([everywhere, *(rows[name] for name in WHERE)])
    return _compare(rows, here, everywhere)


def _compare(rows: pd.DataFrame, here: np.ndarray, everywhere: np.ndarray) -> pd.Series:
    """Compare each number with those before it, here and everywhere."""
    near: dict[int, History] = defaultdict(History)
    wide: dict[int, History] = defaultdict(History)
    found: dict[int, str] = {}
    for row, number, place, series in zip(rows.index, rows["value"].tolist(), here, everywhere, strict=True):
        if near[place].is_far(number, HERE):
            found[row] = near[place].say("and place")
        elif near[place].size < HERE.earlier and wide[series].is_far(number, ANYWHERE):
            found[row] = wide[series].say("in any place")
        near[place].add(number)
        wide[series].add(number)
    return pd.Series(found, dtype="str")
