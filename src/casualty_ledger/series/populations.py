"""Populations: events of which one claimant counts civilians and another soldiers. Nothing is netted."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from casualty_ledger.ledger.identity import EVENT
from casualty_ledger.series.statements import standing
from casualty_ledger.vocabulary import Basis, Party, Population

WHAT = "one claimant counts civilians, another soldiers"


def find_populations(figures: pd.DataFrame) -> Iterator[tuple[pd.DataFrame, str]]:
    """Yield the figures of each such event, and what the disagreement is."""
    stated = figures[
        figures["population"].isin([Population.CIVILIAN, Population.ARMED_FORCES])
        & (figures["basis"] == Basis.PERIOD)
        & (figures["place"] != "")
        & figures["value"].notna()
        & ~figures["is_part"]
    ]
    events = [*EVENT, "measure"]
    several = stated.groupby(events, dropna=False, sort=False)["population"].transform("nunique") > 1
    stands = standing(stated[several])
    told = stands.assign(whose=_assume_party(stands))
    for _, said in told.groupby([*events, "whose"], dropna=False, sort=False):
        of_whom = said.groupby("claimant", sort=False)["population"].agg(set)
        if said["population"].nunique() > 1 and not any(len(whom) > 1 for whom in of_whom):
            yield said, WHAT


def _assume_party(stands: pd.DataFrame) -> pd.Series:
    """Let a figure of an unstated party be compared with those of the only party named of its event."""
    named = stands["party"].mask(stands["party"] == Party.UNSTATED)
    groups = named.groupby([stands[column] for column in (*EVENT, "measure")], dropna=False, sort=False)
    only = groups.transform("first").where(groups.transform("nunique") == 1)
    return named.fillna(only).fillna(str(Party.UNSTATED))
