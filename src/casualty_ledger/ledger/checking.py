"""Checking: sheets are read before they join, and every problem is told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pandas as pd

from casualty_ledger.ledger.clean import find_problems
from casualty_ledger.ledger.privacy.mentions import Mention, Says, read_mention
from casualty_ledger.parsing.near_words import nearest
from casualty_ledger.sources.recorded_sheets import read_each
from casualty_ledger.sources.registry import Register, Source

# Two spellings as alike as this may be meant for one name.
SAME_NAME = 0.85


def check_sheets(
    sheets: Iterable[Path], register: Register, *, beside: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return one row per problem: sheet, row, row_id, column, found, reason.

    `beside` holds rows whose ids are taken already. Errors: SheetUnreadable.
    """
    return check_rows(read_each(sheets), register, beside=beside)


def check_rows(rows: pd.DataFrame, register: Register, *, beside: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return one row per problem of rows that were read or typed: sheet, row, row_id, column, found, reason.

    `beside` holds rows whose ids are taken already.
    """
    listed = find_problems(rows, register).listing()
    if beside is None:
        return listed
    taken = rows[rows["id"].isin(beside["id"]) & (rows["id"] != "")]
    twice = taken[["sheet", "row"]].assign(
        row_id=taken["id"],
        column="id",
        found=taken["id"],
        reason="This id stands in a sheet of the ledger already. Give each row its own.",
    )
    return pd.concat([listed, twice], ignore_index=True)


def find_strangers(rows: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Return the names that the register does not know, once each: sheet, row, rows, column, found, near.

    Such a name is accepted as it stands; `near` is the registered spelling that it may be meant for, or
    nothing. A name that is refused, because its bearer was harmed or is held, is not told.
    """
    known = {"claimant": register.claimants, "publisher": register.publishers}
    found = [stranger for column in known for stranger in _strangers(rows, column, known[column])]
    return pd.DataFrame(found, columns=["sheet", "row", "rows", "column", "found", "near"])


def _strangers(rows: pd.DataFrame, column: str, known: Mapping[str, Source]) -> Iterator[dict[str, object]]:
    unknown = rows[~rows[column].isin(list(known)) & (rows[column] != "")]
    for name, said in unknown.groupby(column, sort=False):
        if read_mention(str(name), Says.WHO) == Mention.HARMED:
            continue
        first = said.iloc[0]
        yield {
            "sheet": first["sheet"],
            "row": first["row"],
            "rows": len(said),
            "column": column,
            "found": name,
            "near": nearest(str(name), known, at_least=SAME_NAME),
        }
