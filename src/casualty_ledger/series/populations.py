"""Populations: events of which one claimant counts civilians and another soldiers. Nothing is netted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.identity import EVENT
from casualty_ledger.series.incidents import NIGHT, find_spots
from casualty_ledger.series.statements import standing
from casualty_ledger.vocabulary import Basis, Measure, Party, Population

WHAT = "one claimant counts civilians, another soldiers"
# How soldiers are counted where no number of their dead alone is given.
OF_SOLDIERS = (Measure.LOSSES, Measure.CASUALTIES)
SOLDIERS_ONLY = re.compile(r"\bonly (?:military|soldiers|servicemen|service personnel|troops|militants)\b")


def find_populations(figures: pd.DataFrame) -> Iterator[tuple[pd.DataFrame, str]]:
    """Yield the figures of each such event, and what the disagreement is."""
    stated = figures[
        figures["population"].isin([Population.CIVILIAN, Population.ARMED_FORCES])
        & (figures["basis"] == Basis.PERIOD)
        & (figures["place"] != "")
        & figures["value"].notna()
        & ~figures["is_part"]
    ]
    yield from _across_measures(stated)
    events = [*EVENT, "measure"]
    several = stated.groupby(events, dropna=False, sort=False)["population"].transform("nunique") > 1
    stands = standing(stated[several])
    told = stands.assign(whose=_assume_party(stands))
    for _, said in told.groupby([*events, "whose"], dropna=False, sort=False):
        of_whom = said.groupby("claimant", sort=False)["population"].agg(set)
        if said["population"].nunique() > 1 and not any(len(whom) > 1 for whom in of_whom):
            yield said, WHAT


def _across_measures(stated: pd.DataFrame) -> Iterator[tuple[pd.DataFrame, str]]:
    """Yield one attack’s soldiers lost, as one side says of the other, and civilians killed, as that says.

    A town or a site and a day or a night are one attack; a region’s are many.
    """
    soldiers = (stated["population"] == Population.ARMED_FORCES) & stated["measure"].isin(OF_SOLDIERS)
    soldiers &= stated["party"] != stated["claimant_side"]
    civilians = (stated["population"] == Population.CIVILIAN) & (stated["measure"] == Measure.KILLED)
    short = (stated["covers_until"] - stated["covers_from"]).dt.days < NIGHT
    told = stated[(soldiers | civilians) & short]
    both = told.groupby([*EVENT], dropna=False, sort=False)["population"].transform("nunique") > 1
    if not both.any():
        return
    stands = standing(told[both])
    spots = find_spots(stands)
    sides = zip(stands["conflict"], stands["claimant_side"], strict=True)
    of_sides = pd.Series([conflict_of(name).is_side(side) for name, side in sides], index=stands.index)
    stands = stands[of_sides & (spots[["town", "site"]] != "").any(axis=1)]
    for _, said in stands.groupby([*EVENT], dropna=False, sort=False):
        of_whom = said.groupby("claimant_side", sort=False)["population"].agg(set)
        if said["population"].nunique() > 1 and not any(len(whom) > 1 for whom in of_whom):
            yield said, WHAT


def says_soldiers_only(figure: Mapping[Any, Any]) -> bool:
    """Say whether a claimant denies that civilians were among the dead: none, "only military personnel".

    >>> says_soldiers_only({"population": "civilian", "value": 0, "note": "only military personnel killed"})
    True
    """
    none = (
        figure["population"] == Population.CIVILIAN and not pd.isna(figure["value"]) and not figure["value"]
    )
    return none and SOLDIERS_ONLY.search(str(figure["note"])) is not None


def _assume_party(stands: pd.DataFrame) -> pd.Series:
    """Let a figure of an unstated party be compared with those of the only party named of its event."""
    named = stands["party"].mask(stands["party"] == Party.UNSTATED)
    groups = named.groupby([stands[column] for column in (*EVENT, "measure")], dropna=False, sort=False)
    only = groups.transform("first").where(groups.transform("nunique") == 1)
    return named.fillna(only).fillna(str(Party.UNSTATED))
