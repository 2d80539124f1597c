"""Named rows: where a row says of which other row it is a part, its number stands for the id.

An id is the record's own, and means nothing to who reads a number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from casualty_ledger.ledger.distinct import Distinct

TRACE = r"\b(?:part|subset) of \w[\w.]*-"
PART_OF_ROW = re.compile(r"(?<=part of |bset of )\w[\w.]*(?:-[\w.]*\w)+")
# As proposals are named: by their place in a text, or by what they say.
OF_A_PROPOSAL = re.compile(r".*-(?:\d{3}|[0-9a-f]{12})")
SOME_WHOLE = "a larger number"


def name_wholes(rows: pd.DataFrame) -> pd.DataFrame:
    """Return recorded rows whose scope says "part of the 185" where it said "part of" and the id of a row.

    Of a row without a number of its own, or a proposal that is no row, it says "part of a larger number".
    """
    scopes = Distinct.of(rows["scope"])
    named = scopes.matching(TRACE)
    if not named:
        return rows
    numbers = dict(zip(rows["id"], rows["value"], strict=True))
    said = {scope: _name(scope, numbers) for scope in named}
    return rows.assign(scope=scopes.each(lambda scope: said.get(scope, scope)))


def _name(scope: str, numbers: Mapping[str, str]) -> str:
    return PART_OF_ROW.sub(lambda found: _say(found[0], numbers), scope)


def _say(name: str, numbers: Mapping[str, str]) -> str:
    if name not in numbers and not OF_A_PROPOSAL.fullmatch(name):
        return name
    number = numbers.get(name, "")
    return f"the {int(number):,}" if number.isdigit() else SOME_WHOLE
