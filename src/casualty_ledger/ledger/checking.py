"""Checking: sheets are read before they join, and every problem is told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.clean import find_problems
from casualty_ledger.ledger.privacy.mentions import Mention, read_mention
from casualty_ledger.ledger.privacy.surroundings import Says
from casualty_ledger.parsing.near_words import NearNames, nearest
from casualty_ledger.sources.registry import Register, Source
from casualty_ledger.vocabulary import Side

# A name with so many rows is no slip itself, and one with so many times fewer may be meant for it.
FREQUENT, RARER = 5, 3


def check_rows(rows: pd.DataFrame, register: Register, *, beside: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return one row per problem of rows that were read or typed: sheet, row, row_id, column, found, reason.

    `beside` holds rows whose ids are taken already.
    """
    listed = find_problems(rows, register).listing()
    return listed if beside is None else with_taken(listed, rows, beside)


def with_taken(listed: pd.DataFrame, rows: pd.DataFrame, beside: pd.DataFrame) -> pd.DataFrame:
    """Return the problems of rows and, for each whose id a row beside them has, that one too."""
    known = rows["id"].isin(beside["id"]) & (rows["id"] != "")
    if not known.any():
        return listed
    taken = rows[known]
    twice = taken[["sheet", "row"]].assign(
        row_id=taken["id"],
        column="id",
        found=taken["id"],
        reason="This id stands in a sheet of the ledger already. Give each row its own.",
    )
    return pd.concat([listed, twice], ignore_index=True)


def find_strangers(
    rows: pd.DataFrame, register: Register, *, beside: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the names that the register does not know, once each: sheet, row, rows, column, found, near.

    Such a name is accepted as it stands; `near` is the registered or frequent spelling from which it differs
    by a letter, or by what the eye passes over; it never speaks for another side. `beside` holds the rows of
    the ledger, which make a name frequent. A name that is refused, because its bearer was harmed or is
    held, is not told.
    """
    before = rows.iloc[:0] if beside is None else beside
    known = {"claimant": register.claimants, "publisher": register.publishers}
    found = [each for name in known for each in _strangers(rows, before[name], name, known[name])]
    return pd.DataFrame(found, columns=["sheet", "row", "rows", "column", "found", "near"])


def _strangers(
    rows: pd.DataFrame, before: pd.Series, column: str, known: Mapping[str, Source]
) -> Iterator[dict[str, object]]:
    unknown = rows[~rows[column].isin(list(known)) & (rows[column] != "")]
    said = pd.concat([before, rows[column]]).value_counts()
    frequent = [name for name in said.index[said >= FREQUENT] if name and name not in known]
    names = NearNames([*known, *frequent])
    for name, alike in unknown.groupby(column, sort=False):
        if read_mention(str(name), Says.WHO) == Mention.HARMED:
            continue
        first = alike.iloc[0]
        meant = (
            near
            for near in names.find(str(name))
            if (near in known or said[near] >= RARER * said[name])
            and not (column == "claimant" and _is_of_another_side(first, known.get(near)))
        )
        yield {
            "sheet": first["sheet"],
            "row": first["row"],
            "rows": len(alike),
            "column": column,
            "found": name,
            "near": next(meant, ""),
        }


def find_unheard(
    conflicts: Iterable[Conflict],
    rows: pd.DataFrame,
    register: Register,
    *,
    beside: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the claimants whom only a conflict's file names: sheet, conflict, found, near.

    A conflict without rows is not asked about, nor a registered name: its first row may be still to come.
    """
    every = rows if beside is None else pd.concat([beside, rows])
    heard = every["claimant"].map(lambda spelling: register.claimant(spelling).name)
    by_conflict = heard.groupby(every["conflict"].str.strip().str.lower()).unique()
    registered = {source.name for source in register.claimants.values()}
    found = [
        {"sheet": f"{each.name}.yml", "conflict": each.name, "found": name}
        | {"near": _meant(name, register, [*by_conflict[each.name], *registered])}
        for each in conflicts
        if each.name in by_conflict.index
        for name in dict.fromkeys(each.file.claimants())
        if name not in registered and name not in by_conflict[each.name]
    ]
    return pd.DataFrame(found, columns=["sheet", "conflict", "found", "near"])


def _meant(name: str, register: Register, known: Iterable[str]) -> str:
    """Return the registered name of which a name is another spelling, else the nearest known one."""
    source = register.claimant(name)
    return source.name if source.is_registered else nearest(name, known, at_least=0.8)


def _is_of_another_side(row: pd.Series, near: Source | None) -> bool:
    """Say whether a registered claimant speaks for another side than a row says of its own."""
    said = row["claimant_side"] or Side.UNSTATED
    side = conflict_of(row["conflict"]).file.other_words.get(said, said)
    return near is not None and Side.UNSTATED not in (side, near.side) and side != near.side
