"""Prisoners of war: exchanges by direction, and who says how many are held or were taken.

The two directions of an exchange are two counts; a total of both is a third thing and never split.
Plans and promises are not exchanges.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.distinct import Distinct, firsts_of, number_distinct
from casualty_ledger.ledger.statements import whole_of
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.rival_returns import speak_for_sides
from casualty_ledger.vocabulary import Basis, Caveat, Measure, Population

if TYPE_CHECKING:
    from typing_extensions import ReadOnly

EXCHANGE_PART = r"\bexchanged? part of\b"
# A part that is all the prisoners of its whole, not a rank, a formation or a sex of them.
ALL_PRISONERS = r"(?:exchanged? |military )?(?:part|subset) of the [\d,]+(?: returned)?(?:;.*)?"
NO_SIDE = ""
SAID_OF = ["conflict", "direction", "day"]
RETURNS = (Measure.EXCHANGED, Measure.RELEASED_OTHERWISE)


def is_event(figures: pd.DataFrame) -> pd.Series:
    """Say which figures tell of something that happened, not of a plan."""
    planned = figures["caveats"].str.split().map(set).map(lambda said: str(Caveat.PLANNED) in said)
    return ~planned.astype(bool)


class Returned(ReportedFigure):
    """A count of people returned: in which direction, on which day, and whether it holds civilians."""

    direction: ReadOnly[str]
    day: ReadOnly[pd.Timestamp]
    with_civilians: ReadOnly[bool]


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

    Of a number that holds others, too, its part that is all the prisoners stands for it. `returned` is a
    table of `exchanges`.
    """
    of_war = returned["population"] == Population.PRISONERS_OF_WAR
    holds = hold_others(returned)
    alone = of_war & ((~returned["is_part"] & ~holds) | _are_all_prisoners(returned, holds))
    together = ((returned["population"] == Population.MIXED) | (of_war & holds)) & ~returned["is_part"]
    keys = pd.MultiIndex.from_frame(returned[[*SAID_OF, "measure"]])
    return alone | (together & ~keys.isin(keys[alone]))


def hold_others(returned: pd.DataFrame) -> pd.Series:
    """Say which returns hold others than prisoners exchanged: civilians, or people returned otherwise.

    `returned` is a table of `exchanges`.
    """
    return hold_other_returns(returned) | hold_civilians(returned)


def are_civilians(returned: pd.DataFrame) -> pd.Series:
    """Say which returns count civilians exchanged by themselves, and are part of no other number.

    `returned` is a table of `exchanges`.
    """
    civilians = returned["population"].isin((Population.CIVILIAN, Population.CIVILIAN_DETAINEES))
    exchanged = (returned["measure"] == Measure.EXCHANGED) & returned["value"].notna()
    return civilians & exchanged & ~returned["is_part"]


def hold_other_returns(returned: pd.DataFrame) -> pd.Series:
    """Say which returns hold people returned otherwise: another row is their exchange part, or the other one.

    `returned` is a table of `exchanges`.
    """
    otherwise = returned["measure"] == Measure.RELEASED_OTHERWISE
    said = returned["scope"] + "; " + returned["overlaps"]
    is_part = said.str.contains(EXCHANGE_PART, case=False) | otherwise
    return _are_among(_numbers(returned), _wholes_named(returned[is_part]))


def hold_civilians(returned: pd.DataFrame) -> pd.Series:
    """Say which returns hold civilians: their side gives the number of both, or civilians as a part of it.

    Of the other belligerent the same number is a count of its own, and may be one of prisoners alone.
    """
    sides = returned["claimant_side"].where(speak_for_sides(returned), NO_SIDE)
    mixed = (returned["population"] == Population.MIXED) & ~returned["is_part"]
    civilians = returned["population"] == Population.CIVILIAN_DETAINEES
    both, wholes = _numbers(returned[mixed]), _wholes_named(returned[civilians])
    said_by = [*zip(both, sides[mixed], strict=True), *zip(wholes, sides[civilians], strict=True)]
    relayed = [(number, NO_SIDE) for number, _ in said_by]
    own = pd.Series([*zip(_numbers(returned), sides, strict=True)], returned.index, dtype=object)
    return _are_among(own, [*said_by, *relayed])


def _are_all_prisoners(returned: pd.DataFrame, holds: pd.Series) -> pd.Series:
    """Say which parts are all the prisoners exchanged of a number that holds others, too."""
    said = returned["subgroup"].where(returned["subgroup"] != "", returned["overlaps"])
    part = returned["is_part"] & (returned["measure"] == Measure.EXCHANGED)
    part &= said.str.fullmatch(ALL_PRISONERS, case=False)
    return part & _are_among(_wholes_named(returned), _numbers(returned[holds & ~returned["is_part"]]))


def _numbers(returned: pd.DataFrame) -> pd.Series:
    """Return of each return what it is about, with its number."""
    keys = returned[[*SAID_OF, "value"]].itertuples(index=False, name=None)
    return pd.Series([*keys], returned.index, dtype=object)


def _wholes_named(returned: pd.DataFrame) -> pd.Series:
    """Return of each return what it is about, with the number of which it says that it is a part."""
    keys = returned[SAID_OF].itertuples(index=False, name=None)
    said = zip(keys, returned["scope"], returned["overlaps"], strict=True)
    return pd.Series(
        [(*key, whole_of(scope, other)) for key, scope, other in said], returned.index, dtype=object
    )


def _are_among(keys: pd.Series, others: Iterable[object]) -> pd.Series:
    wanted = set(others)
    return pd.Series([key in wanted for key in keys], keys.index, dtype=bool)


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
