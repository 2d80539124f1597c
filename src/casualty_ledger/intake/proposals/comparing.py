"""Comparing: each proposal beside what the ledger has, by the rules by which the ledger merges figures."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd

from casualty_ledger.ledger.caveats import find_parts
from casualty_ledger.ledger.distinct import number_distinct
from casualty_ledger.ledger.figures import tell_statements
from casualty_ledger.ledger.identity import SERIES, STATEMENT, SUBJECT
from casualty_ledger.schema import Appearances, columns_of
from casualty_ledger.vocabulary.word import Word

COLUMNS = ["id", "beside", "row_ids", "says"]
NUMBERS = ("lower", "value", "upper", "hedge")
DAYS = ("covers_from", "covers_until")
MOST = 3
SAID = ["claimant", "published_on", *NUMBERS]


class Beside(Word):
    """What a proposal is beside what the ledger has."""

    NEW = "new", "the ledger has nothing of this"
    SAME = "same_figure", "the ledger has this statement: another appearance of one figure"
    RESTATED = "restated", "its claimant said another number of the same, on another day"
    CONTRADICTS = "contradicts", "bounds that do not meet: by its claimant on the same day, or by another"
    DIFFERS = "differs", "another number of the same, although the bounds meet"
    READ_BEFORE = (
        "read_before",
        "its cell of the file was accepted, read otherwise: undo that, or reject this",
    )
    REFUSED = "refused", "the ledger would refuse it as it stands"


def compare(proposed: pd.Series, told: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Say of each proposal what it is beside the ledger. Columns: COLUMNS, one row a proposal.

    `proposed` has their ids, `told` the appearances that they would be, `known` those of the ledger.
    `row_ids` are the rows of the ledger that one is held against, the first few, and `says` their numbers.
    A statement of the same claimant goes before one of another.
    """
    listed = pd.DataFrame({"id": proposed, "beside": str(Beside.REFUSED), "row_ids": "", "says": ""})
    listed = listed.set_index("id")
    listed.loc[told["row_id"], "beside"] = str(Beside.NEW)
    for beside, partners in _hold_against(known, told):
        open_rows = listed["beside"].loc[partners.index].isin([str(Beside.NEW)])
        found = partners[open_rows.to_numpy()]
        listed.loc[found.index, "beside"] = str(beside)
        listed.loc[found.index, ["row_ids", "says"]] = found.to_numpy()
    return listed.reset_index()[COLUMNS]


def _hold_against(known: pd.DataFrame, told: pd.DataFrame) -> list[tuple[Beside, pd.DataFrame]]:
    if known.empty or told.empty:
        return []
    both = pd.concat([known, told], ignore_index=True)
    return _hold(both, np.arange(len(both)) >= len(known))


def _hold(both: pd.DataFrame, is_new: np.ndarray) -> list[tuple[Beside, pd.DataFrame]]:
    """Return for each way of being beside something the proposals of which it holds, with their partners."""
    statements = tell_statements(both, find_parts(both))
    which = np.empty_like(statements.numbers)
    which[statements.order] = statements.numbers
    columns = {name: both[name] for name in columns_of(Appearances)} | statements.names
    series = number_distinct(columns[name] for name in (*SERIES, *DAYS))
    day = number_distinct(
        [*(columns[name] for name in (*SERIES, *DAYS)), both["published_on"], both["published_sequence"]]
    )
    subject = number_distinct(columns[name] for name in SUBJECT)
    number = number_distinct(both[name] for name in STATEMENT)
    return [
        (Beside.SAME, _partners(both, is_new, which)),
        (Beside.CONTRADICTS, _partners(both, is_new, day, number, meet=False)),
        (Beside.DIFFERS, _partners(both, is_new, day, number, meet=True)),
        (Beside.RESTATED, _partners(both, is_new, series, number)),
        (Beside.CONTRADICTS, _partners(both, is_new, subject, number, meet=False)),
        (Beside.DIFFERS, _partners(both, is_new, subject, number, meet=True)),
    ]


def _partners(
    both: pd.DataFrame,
    is_new: np.ndarray,
    alike: np.ndarray,
    unlike: np.ndarray | None = None,
    *,
    meet: bool | None = None,
) -> pd.DataFrame:
    """Return for each proposal the recorded rows with the same number in `alike`, another in `unlike`.

    `meet` asks for those whose bounds meet, or do not. Indexed by the proposal's id; columns row_ids, says.
    """
    old = pd.DataFrame({"alike": alike[~is_new], "place": np.flatnonzero(~is_new)})
    new = pd.DataFrame({"alike": alike[is_new], "place": np.flatnonzero(is_new)})
    pairs = new.merge(old, on="alike", suffixes=("", "_old"))
    if unlike is not None:
        pairs = pairs[unlike[pairs["place"]] != unlike[pairs["place_old"]]]
    if meet is not None:
        pairs = pairs[_meet(both, pairs) == meet]
    pairs = pairs[pairs.groupby("place").cumcount() < MOST]
    rows = both.iloc[pairs["place_old"].to_numpy()]
    said = pd.DataFrame(
        {
            "id": both["row_id"].to_numpy()[pairs["place"]],
            "row_ids": rows["row_id"].to_numpy(),
            "says": [_say(row) for row in rows[SAID].to_dict("records")],
        }
    )
    return said.groupby("id", sort=False).agg({"row_ids": " ".join, "says": "; ".join})


def _meet(both: pd.DataFrame, pairs: pd.DataFrame) -> np.ndarray:
    """Say of each pair whether the bounds meet; an absent bound is open."""
    lower, upper = (
        both[name].astype("float64").fillna(absent).to_numpy()
        for name, absent in (("lower", -np.inf), ("upper", np.inf))
    )
    new, old = pairs["place"].to_numpy(), pairs["place_old"].to_numpy()
    return np.asarray(np.maximum(lower[new], lower[old]) <= np.minimum(upper[new], upper[old]))


def _say(row: dict[Hashable, Any]) -> str:
    """Say a recorded number with its claimant and day of publication."""
    value = row["value"]
    bounds = f"{_count(row['lower'])}–{_count(row['upper'])}"
    number = bounds if pd.isna(value) else _count(value)
    day = row["published_on"]
    published = "undated" if pd.isna(day) else f"{day:%Y-%m-%d}"
    return f"{row['claimant']}: {row['hedge']} {number} ({published})"


def _count(number: Any) -> str:
    return "…" if pd.isna(number) else f"{number:,}"
