"""Rival counts of one return of prisoners: how far the two sides are apart. No one is preferred."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.vocabulary import Measure

RETURN = ["conflict", "day", "direction"]
COLUMNS = ["day", "direction", "low", "high", "gap", "low_id", "high_id", "low_claimant", "high_claimant"]


def rival_returns(returns: pd.DataFrame) -> pd.DataFrame:
    """Return the distance of both sides' counts of one exchange, where both stated one. Columns: COLUMNS.

    `returns` are those of series.prisoners.exchanges(), of one population, parts left out. Where a side
    stated several counts, its highest is compared. A hedged count is apart from none: "more than 100"
    contradicts no higher number. Where somebody also counted people returned outside the exchange, the
    counts may differ in scope, and are not compared.
    """
    exact = (returns["lower"] == returns["value"]) & (returns["upper"] == returns["value"])
    counted = returns[_speak_for_sides(returns) & exact.fillna(False)]
    alone = counted.groupby(RETURN)["measure"].transform("nunique") == 1
    exchanged = counted[alone & (counted["measure"] == Measure.EXCHANGED)]
    found = [_compare(said) for _, said in exchanged.groupby(RETURN, sort=True)]
    return pd.DataFrame([gap for gap in found if gap], columns=COLUMNS)


def _speak_for_sides(returns: pd.DataFrame) -> pd.Series:
    pairs = zip(returns["conflict"].tolist(), returns["claimant_side"].tolist(), strict=True)
    return pd.Series(
        [conflict_of(name).is_side(side) for name, side in pairs], index=returns.index, dtype=bool
    )


def _compare(said: pd.DataFrame) -> dict[str, object]:
    highest = said.sort_values("value", kind="stable").drop_duplicates("claimant_side", keep="last")
    if len(highest) < 2 or highest["value"].nunique() < 2:
        return {}
    low, high = highest.iloc[0], highest.iloc[-1]
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
