"""Comparing: what upstream changed between two snapshots of a feed without saying so.

A new record is news; a record that says something else now, that is gone, or that was put among earlier
ones, is a change in silence. Cells that may name a person are not shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from casualty_ledger.intake.feeds.problems import FeedRefused
from casualty_ledger.intake.importing import open_tables
from casualty_ledger.intake.mapping.model import Mapping
from casualty_ledger.ledger.privacy.withholding import identify
from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.parsing.plain_text import inert, shorten
from casualty_ledger.sources.headers import HARMFUL, normalize

CHANGED, GONE, LATE = "changed", "gone", "added among earlier records"
COLUMNS = ["change", "key", "column", "before", "now"]
NAMED_AS_KEYS = re.compile(
    r"(?:^|[_ ])(?:id|key|date|day|week|month|year|period|uuid)(?:$|[_ ])|code$|(?-i:[a-z]ID$)", re.IGNORECASE
)
MOST_KEYS = 5
DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?")
WITHHELD, WHOLE = "(withheld)", "whole record"
LONGEST = 80


@dataclass(frozen=True)
class Difference:
    """What changed in silence, how many records are new, and by which key they were told apart."""

    changes: pd.DataFrame
    new: int
    key: tuple[str, ...]


def read_records(path: Path, mapping: Mapping) -> pd.DataFrame:
    """Return the records of a snapshot, every cell as text, "" where nothing stands.

    Errors: TableUnreadable.
    """
    tables, _ = open_tables(path, mapping)
    return pd.concat([table.rows for table in tables], ignore_index=True).fillna("").astype("str")


def compare(feed: str, before: pd.DataFrame, now: pd.DataFrame, key: Sequence[str] = ()) -> Difference:
    """Compare the records of two snapshots. `changes` has the columns COLUMNS.

    Records are told apart by the columns `key`, else by those that name each record in both, else by all
    they say. Errors: FeedRefused, where there is no such column.
    """
    shared = [column for column in before.columns if column in now.columns]
    for asked in key:
        if asked not in shared:
            hint = did_you_mean(asked, shared)
            raise FeedRefused(feed=feed, problem=f"it has no column {asked!r} in both snapshots{hint}")
    keys = tuple(key) or find_key(before[shared], now[shared])
    if not keys:
        return _compare_whole(before, now)
    left, right = (table.set_index(_name(table, keys)) for table in (before, now))
    both = left.index.intersection(right.index, sort=False)
    changed = [_differ(column, left.loc[both], right.loc[both]) for column in _all_columns(left, right)]
    gone = left.index.difference(right.index, sort=False)
    new = right.index.difference(left.index, sort=False)
    late = _among_earlier(left.index, new)
    table = pd.concat([*changed, _list(GONE, gone), _list(LATE, late)], ignore_index=True)
    return Difference(_withhold(table), len(new) - len(late), keys)


def find_key(before: pd.DataFrame, now: pd.DataFrame) -> tuple[str, ...]:
    """Find what names each record: one column if there is one, an id or a day first, else the first few.

    A column of numbers names none, unless it is called an id or a day: what is counted may be corrected.
    """
    named = [name for name in before.columns if NAMED_AS_KEYS.search(str(name))]
    texts = [name for name in before.columns if name not in named and not _is_number(before[name])]
    several = [name for name in before.columns if name in (*named, *texts)]
    tries: list[tuple[str, ...]] = [(name,) for name in (*named, *texts)]
    tries += [tuple(several[:n]) for n in range(2, min(len(several), MOST_KEYS) + 1)]
    for names in tries:
        if all(_is_unique(table, names) for table in (before, now)):
            return names
    return ()


def _is_number(column: Any) -> bool:
    filled = column[column != ""]
    return bool(filled.str.fullmatch(r"[-+]?[\d.,\s]+(?:e[-+]?\d+)?").all())


def _is_unique(table: pd.DataFrame, names: tuple[str, ...]) -> bool:
    filled = (table[list(names)] != "").any(axis=1).all()
    return bool(filled) and not table.duplicated(list(names)).any()


def _name(table: pd.DataFrame, keys: Sequence[str]) -> pd.Series:
    """Name each record by its keys; of several of one name, the later ones with a number."""
    names = _join(table, keys)
    again = names.groupby(names).cumcount() + 1
    return names.mask(again > 1, names + " (" + again.astype("str") + ")")


def _join(table: pd.DataFrame, names: Sequence[str]) -> pd.Series:
    """Put several columns into one text."""
    joined = table[names[0]]
    for name in names[1:]:
        joined = joined + " | " + table[name]
    return joined.rename("key")


def _all_columns(left: pd.DataFrame, right: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys([*left.columns, *right.columns]))


def _differ(column: str, left: pd.DataFrame, right: pd.DataFrame) -> pd.DataFrame:
    """List the records in which a column says something else; one that a snapshot has not is empty there."""
    before, now = (
        table[column] if column in table.columns else pd.Series("", index=table.index, dtype="str")
        for table in (left, right)
    )
    differs = before != now
    told = {"change": CHANGED, "key": before.index[differs], "column": column}
    return pd.DataFrame({**told, "before": before[differs].to_numpy(), "now": now[differs].to_numpy()})


def _list(change: str, keys: pd.Index) -> pd.DataFrame:
    return pd.DataFrame({"change": change, "key": list(keys), "column": WHOLE, "before": "", "now": ""})


def _among_earlier(known: pd.Index, new: pd.Index) -> pd.Index:
    """Return the new records of days that were past already; of other keys nobody knows what is early."""
    dated = [str(each) for each in known if DAY.fullmatch(str(each))]
    if len(dated) < len(known) or not dated:
        return new[:0]
    return new[[bool(DAY.fullmatch(str(each))) and str(each) <= max(dated) for each in new]]


def _compare_whole(before: pd.DataFrame, now: pd.DataFrame) -> Difference:
    """Compare records that nothing names: those that are no more there, however often."""
    columns = _all_columns(before, now)
    whole = (table.reindex(columns=columns, fill_value="") for table in (before, now))
    left, right = (_join(table, columns).value_counts() for table in whole)
    less = left.sub(right, fill_value=0)
    gone = less[less > 0]
    keys = [each for each, count in gone.items() for _ in range(int(count))]
    return Difference(_withhold(_list(GONE, pd.Index(keys))), int(-less[less < 0].sum()), ())


def _withhold(changes: pd.DataFrame) -> pd.DataFrame:
    """Make the cells fit to be shown: on one line, short, and without what may name a person."""
    shown = changes[COLUMNS].astype("str")
    harmful = shown["column"].map(lambda name: bool(HARMFUL.search(normalize(name).replace("_", " "))))
    for column in ("key", "before", "now"):
        names = identify(shown[column]).to_numpy(dtype=bool) | (harmful.to_numpy() & (column != "key"))
        plain = shown[column].map(lambda text: shorten(" ".join(inert(text).split()), LONGEST))
        shown[column] = plain.mask(names & (shown[column] != "").to_numpy(), WITHHELD)
    return shown
