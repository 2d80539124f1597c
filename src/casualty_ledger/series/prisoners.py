"""Prisoners of war: exchanges by direction, and who says how many are held or were taken.

The two directions of an exchange are two counts; a total of both is a third thing and never split.
Plans and promises are not exchanges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.distinct import Distinct, firsts_of, number_distinct
from casualty_ledger.ledger.statements import whole_of
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Basis, Caveat, Measure, Population

if TYPE_CHECKING:
    from typing_extensions import ReadOnly

EXCHANGE_PART = r"\bexchanged? part of\b"
RETURNS = (Measure.EXCHANGED, Measure.RELEASED_OTHERWISE)


def is_event(figures: pd.DataFrame) -> pd.Series:
    """Say which figures tell of something that happened, not of a plan."""
    planned = figures["caveats"].str.split().map(set).map(lambda said: str(Caveat.PLANNED) in said)
    return ~planned.astype(bool)


class Returned(ReportedFigure):
    """A count of people returned: in which direction, and on which day."""

    direction: ReadOnly[str]
    day: ReadOnly[pd.Timestamp]


def exchanges(figures: pd.DataFrame) -> pd.DataFrame:
    """Return returns of prisoners on a day, one direction each, with `direction` and `day`."""
    chosen = figures[
        figures["measure"].isin(RETURNS)
        & (figures["basis"] == Basis.PERIOD)
        & figures["covers_until"].notna()
        & (figures["covers_from"] == figures["covers_until"])
        & is_event(figures)
    ]
    chosen = chosen.assign(direction=directions_of(chosen), day=chosen["covers_until"])
    return chosen[chosen["direction"] != ""].reset_index(drop=True)


def count_prisoners(returned: pd.DataFrame) -> pd.Series:
    """Say which returns count prisoners of war: alone, or else with others where nobody counts them alone.

    `returned` is a table of `exchanges`.
    """
    alone = (returned["population"] == Population.PRISONERS_OF_WAR) & ~returned["is_part"]
    together = (returned["population"] == Population.MIXED) & ~returned["is_part"]
    keys = pd.MultiIndex.from_frame(returned[["conflict", "direction", "day"]])
    return alone | (together & ~keys.isin(keys[alone]))


def hold_other_returns(returned: pd.DataFrame) -> pd.Series:
    """Say which returns hold people returned otherwise: another row is their exchange part, or the other one.

    `returned` is a table of `exchanges`.
    """
    part = returned["scope"] + "; " + returned["overlaps"]
    otherwise = returned["measure"] == Measure.RELEASED_OTHERWISE
    is_part = part.str.contains(EXCHANGE_PART, case=False) | otherwise
    parts = returned.loc[is_part, ["conflict", "direction", "day"]].itertuples(index=False, name=None)
    wholes = {(*row, whole_of(text, "")) for row, text in zip(parts, part[is_part], strict=True)}
    keys = returned[["conflict", "direction", "day", "value"]].itertuples(index=False, name=None)
    return pd.Series([key in wholes for key in keys], index=returned.index, dtype=bool)


def directions_of(figures: pd.DataFrame) -> pd.Series:
    """Say for each figure where its people returned: "to the North"; nothing where that is unknown."""
    kinds = number_distinct([figures["conflict"], figures["party"]])
    first = figures.iloc[firsts_of(kinds)]
    pairs = zip(first["conflict"].tolist(), first["party"].tolist(), strict=True)
    return Distinct([_direction(*pair) for pair in pairs], kinds, figures.index).each(str)


def _direction(name: str, party: str) -> str:
    conflict = conflict_of(name)
    side = conflict.side_of(party)
    return conflict.returns.get(side, f"to {conflict.name_side(side)}" if side else "")


def captures_and_stocks(figures: pd.DataFrame) -> pd.DataFrame:
    """Return who says how many were taken (a flow) or are held (a level); never added together."""
    chosen = figures["measure"].isin([Measure.CAPTURED, Measure.SURRENDERED, Measure.HELD])
    return figures[chosen].reset_index(drop=True)
