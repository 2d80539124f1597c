"""Prisoners of war: exchanges by direction, and who says how many are held or were taken.

The two directions of an exchange are two counts; a total of both is a third thing and never split.
Plans and promises are not exchanges.
"""

from __future__ import annotations

import pandas as pd

from casualty_ledger.vocabulary import SIDE_OF_PARTY, Basis, Caveat, Measure, Party, Side

RETURNS = (Measure.EXCHANGED, Measure.RELEASED_OTHERWISE)
DIRECTIONS = {str(Side.UKRAINE): "to Ukraine", str(Side.RUSSIA): "to Russia"}


def is_event(figures: pd.DataFrame) -> pd.Series:
    """Say which figures tell of something that happened, not of a plan."""
    planned = figures["caveats"].str.split().map(set).map(lambda said: str(Caveat.PLANNED) in said)
    return ~planned.astype(bool)


def exchanges(figures: pd.DataFrame) -> pd.DataFrame:
    """Return returns of prisoners on a day, one direction each, with `direction` and `day`."""
    chosen = figures[
        figures["measure"].isin(RETURNS)
        & figures["party"].isin([str(party) for party in SIDE_OF_PARTY])
        & (figures["basis"] == Basis.PERIOD)
        & figures["covers_until"].notna()
        & (figures["covers_from"] == figures["covers_until"])
        & is_event(figures)
    ].copy()
    sides = chosen["party"].map({str(party): str(side) for party, side in SIDE_OF_PARTY.items()})
    return chosen.assign(direction=sides.map(DIRECTIONS), day=chosen["covers_until"]).reset_index(drop=True)


def both_sides_together(figures: pd.DataFrame) -> pd.DataFrame:
    """Return totals that count both directions in one number."""
    together = figures["measure"].isin(RETURNS) & (figures["party"] == Party.BOTH)
    return figures[together & is_event(figures)].reset_index(drop=True)


def captures_and_stocks(figures: pd.DataFrame) -> pd.DataFrame:
    """Return who says how many were taken (a flow) or are held (a level); never added together."""
    chosen = figures["measure"].isin([Measure.CAPTURED, Measure.SURRENDERED, Measure.HELD])
    return figures[chosen].reset_index(drop=True)
