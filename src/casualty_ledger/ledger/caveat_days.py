"""The day of each caveat: a warning is known from the day of the text or the row that gives it.

Text that somebody added later (a note, a relation, a declared flag) has a day of its own. Where that day is
not recorded, the warning is known in hindsight only, and in no dated vintage.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from casualty_ledger.ledger.caveats import SAID, from_the_record
from casualty_ledger.ledger.distinct import Distinct
from casualty_ledger.ledger.parts import says_part
from casualty_ledger.ledger.renamed import (
    RENAMED,
    SAID_IN,
    counts_deaths_of_soldiers,
    has_killed_parts,
)
from casualty_ledger.ledger.withdrawn import says_withdrawn
from casualty_ledger.vocabulary import Caveat

COLUMNS = ["row_id", "caveat", "known_on", "given_by"]
# Each column that may give a warning, and the column that says since when it was known.
GIVEN_BY = {
    "method": "published_on",
    "scope": "published_on",
    "overlaps": "overlaps_known_on",
    "note": "note_known_on",
}


def list_caveats(appearances: pd.DataFrame) -> pd.DataFrame:
    """List every caveat of every appearance with the first day on which it was known. Columns: COLUMNS.

    `given_by` names the column that gives it, or `record` where it follows from the row as such.
    """
    found = pd.concat([*_from_record(appearances), *_from_texts(appearances)], ignore_index=True)
    earliest = found.sort_values(["row_id", "caveat", "known_on"], kind="stable", na_position="last")
    return earliest.drop_duplicates(["row_id", "caveat"], ignore_index=True)[COLUMNS]


def _from_record(rows: pd.DataFrame) -> Iterator[pd.DataFrame]:
    for caveat, holds in from_the_record(rows).items():
        since = "flag_known_on" if caveat is Caveat.FLAGGED else "published_on"
        yield _table(rows[holds], caveat, since, "record")


def _from_texts(rows: pd.DataFrame) -> Iterator[pd.DataFrame]:
    for column, since in GIVEN_BY.items():
        texts = rows.loc[rows[column] != "", column]
        told, distinct = rows.loc[texts.index], Distinct.of(texts)
        withdrawn = says_withdrawn(told, distinct)
        yield _table(told[withdrawn], Caveat.WITHDRAWN, since, column)
        parts = says_part(column, distinct)
        yield _table(rows.loc[parts[parts].index], Caveat.PART, since, column)
        if column in SAID_IN:
            renamed = counts_deaths_of_soldiers(rows) & rows[column].str.contains(RENAMED, case=False)
            renamed &= ~has_killed_parts(rows, renamed)
            yield _table(rows[renamed], Caveat.LOSSES_RENAMED, since, column)
        for caveat, pattern in SAID.items():
            matching = texts[texts.str.contains(pattern, case=False)]
            yield _table(rows.loc[matching.index], caveat, since, column)


def _table(rows: pd.DataFrame, caveat: Caveat, since: str, given_by: str) -> pd.DataFrame:
    known = {"row_id": rows["row_id"], "known_on": rows[since]}
    return pd.DataFrame(known).assign(caveat=str(caveat), given_by=given_by)
