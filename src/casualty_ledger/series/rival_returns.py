"""Rival counts of one return of prisoners: how far the two sides are apart. No one is preferred."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.vocabulary import Measure

RETURN = ["conflict", "day", "direction"]
COLUMNS = ["day", "direction", "low", "high", "gap", "low_id", "high_id", "low_claimant", "high_claimant"]
AGREED = ["day", "direction", "value", "claimant", "figure_id", "other", "other_id"]


def rival_returns(returns: pd.DataFrame) -> pd.DataFrame:
    """Return the distance of both sides' counts of one exchange, where both stated one. Columns: COLUMNS.

    `returns` are those of series.prisoners.exchanges(), of one population, parts left out. Where a side
    stated several counts, its highest is compared. A hedged count is apart from none: "more than 100"
    contradicts no higher number. Where somebody also counted people returned outside the exchange, the
    counts may differ in scope, and are not compared.
    """
    alone = returns.groupby(RETURN)["measure"].transform("nunique") == 1
    found = [_compare(said) for said in _both_sides(returns[alone])]
    return pd.DataFrame([gap for gap in found if gap], columns=COLUMNS)


def agreed_returns(returns: pd.DataFrame) -> pd.DataFrame:
    """Return the exchanges of which both sides stated the same number. Columns: AGREED.

    `returns` as for `rival_returns`.
    """
    alike = [said for said in _both_sides(returns) if said["value"].nunique() == 1]
    rows = [
        {
            **one[AGREED[:5]],
            "other": other["claimant"],
            "other_id": other["figure_id"],
        }
        for one, other in ((said.iloc[0], said.iloc[-1]) for said in alike)
    ]
    return pd.DataFrame(rows, columns=AGREED)


def _both_sides(returns: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Give of each exchange the highest exact count of each side, where both stated one, the lowest first."""
    exact = (returns["lower"] == returns["value"]) & (returns["upper"] == returns["value"])
    exchanged = returns["measure"] == Measure.EXCHANGED
    counted = returns[speak_for_sides(returns) & exact.fillna(False) & exchanged]
    for _, said in counted.sort_values("value", kind="stable").groupby(RETURN, sort=True):
        highest = said.drop_duplicates("claimant_side", keep="last")
        if len(highest) > 1:
            yield highest


def speak_for_sides(returns: pd.DataFrame) -> pd.Series:
    """Say which returns a belligerent counted."""
    pairs = zip(returns["conflict"].tolist(), returns["claimant_side"].tolist(), strict=True)
    return pd.Series(
        [conflict_of(name).is_side(side) for name, side in pairs], index=returns.index, dtype=bool
    )


def _compare(said: pd.DataFrame) -> dict[str, object]:
    low, high = said.iloc[0], said.iloc[-1]
    if low["value"] == high["value"]:
        return {}
    return {
        "day": low["day"],
        "direction": low["direction"],
        "low": int(low["value"]),
        "high": int(high["value"]),
        "gap": int(high["value"]) - int(low["value"]),
        "low_id": low["figure_id"],
        "high_id": high["figure_id"],
        "low_claimant": low["claimant"],
        "high_claimant": high["claimant"],
    }
