"""Incidents: figures about one event, whoever reports it and under whatever spelling of the place.

Figures are of one incident where they name one place and their days lie within each other; a count that
goes on from the same first day is the same event, further on. Two named events in one town on a day are two.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.distinct import Distinct, firsts_of, number_distinct
from casualty_ledger.vocabulary import Basis, Measure

# An attack and the night after it; whatever lasts longer goes on from its first day.
NIGHT = 2
LONGEST = 40
OF_EVENTS = (Basis.PERIOD, Basis.INCREMENT)
WITHOUT_PLACE = (Measure.EXCHANGED, Measure.RELEASED_OTHERWISE, Measure.RETURNED, Measure.REMAINS_REPATRIATED)
SPOT = ("whole", "region", "town", "site")


def find_spots(figures: pd.DataFrame) -> pd.DataFrame:
    """Return where each figure counts, by keys to compare by. Columns: whole, region, town, site."""
    facts = [figures["conflict"], figures["place"], figures["admin1"]]
    numbers = number_distinct(facts)
    kinds = zip(*(fact.iloc[firsts_of(numbers)].tolist() for fact in facts), strict=True)
    spots = [conflict_of(conflict).find_spot(place, region) for conflict, place, region in kinds]
    columns = {
        name: Distinct([spot[level] for spot in spots], numbers, figures.index).each(str)
        for level, name in enumerate(SPOT)
    }
    table = pd.DataFrame(columns, index=figures.index)
    return table.assign(region=_join_regions(figures["conflict"], table))


def _join_regions(conflict: pd.Series, spots: pd.DataFrame) -> pd.Series:
    """Give a town one region where a source names none, or more than the one in which it lies."""
    named = spots[spots["town"] != ""].assign(conflict=conflict)
    kinds = named.drop_duplicates(["conflict", "town", "region"])
    several = kinds[kinds.duplicated(["conflict", "town"], keep=False)]
    joined: dict[tuple[str, str, str], str] = {}
    for (name, town), regions in several.groupby(["conflict", "town"], sort=False)["region"]:
        spelled = [str(each) for each in regions]
        joined |= {(str(name), str(town), each): _widest(each, spelled) for each in spelled}
    keys = zip(conflict, spots["town"], spots["region"], strict=True)
    return pd.Series([joined.get(key, key[2]) for key in keys], index=spots.index, dtype="str")


def _widest(region: str, others: list[str]) -> str:
    """Return the longest name that holds this region's own; of none named, the only one there is."""
    stem = region.removesuffix(" region")
    holding = [each for each in others if stem and stem in each]
    named = [each for each in others if each]
    if stem:
        return max(holding, key=len)
    whole = [each for each in named if all(one.removesuffix(" region") in each for one in named)]
    return max(whole, key=len, default="")


def name_incidents(figures: pd.DataFrame, spots: pd.DataFrame) -> pd.Series:
    """Return the incident of each figure, empty where it tells of no one event.

    An incident is named after its conflict, place, first day and recorded name, the same in every vintage.
    """
    until = figures["covers_until"].fillna(figures["covers_from"])
    length = (until - figures["covers_from"]).dt.days
    placed = (spots[["whole", "region", "town"]] != "").any(axis=1) | figures["measure"].isin(WITHOUT_PLACE)
    local = placed & figures["basis"].isin(OF_EVENTS) & (length <= LONGEST) & ~_whole_months(figures)
    keys = figures["conflict"] + "|" + spots["whole"] + "|" + spots["region"] + "|" + spots["town"]
    # The days of a whole region hold many events: only the same days are the same count.
    days = figures["covers_from"].dt.strftime("%Y-%m-%d") + until.dt.strftime("/%Y-%m-%d")
    keys = keys.mask((spots["town"] == "") & (spots["whole"] == ""), keys + "|" + days.fillna(""))
    events = pd.DataFrame({"key": keys, "first": figures["covers_from"], "last": until})[local]
    starts = {key: _begin(told) for key, told in _grouped(events.drop_duplicates()).items()}
    first = [starts[key][begin, end] for key, begin, end in events.itertuples(index=False, name=None)]
    named = events["key"] + "|" + pd.Series(first, index=events.index, dtype="str")
    told = figures["incident"].where(figures["measure"].isin(WITHOUT_PLACE), "")
    apart = _told_apart(named, figures["incident"]) + told[named.index]
    return (named + apart).map(_digest).reindex(figures.index, fill_value="")


def _grouped(days: pd.DataFrame) -> dict[str, list[tuple[Any, Any]]]:
    told = defaultdict[str, list[tuple[Any, Any]]](list)
    for key, first, last in days.itertuples(index=False, name=None):
        told[key].append((first, last))
    return told


def _begin(days: Iterable[tuple[Any, Any]]) -> dict[tuple[Any, Any], str]:
    """Say on which day the event began that is told with each first and last day."""
    ordered = sorted(days, key=lambda each: (each[0], -each[1].value))
    short = [each for each in ordered if (each[1] - each[0]).days < NIGHT]
    began: dict[tuple[Any, Any], str] = {}
    opened: list[tuple[Any, Any]] = []
    for first, last in short:
        holding = [each for each in opened if each[0] <= first and last <= each[1]]
        if not holding:
            opened.append((first, last))
        began[first, last] = f"{(holding[-1] if holding else (first, last))[0]:%Y-%m-%d}"
    return began | {each: f"{each[0]:%Y-%m-%d}" for each in ordered if each not in began}


def _whole_months(figures: pd.DataFrame) -> pd.Series:
    first, last = figures["covers_from"], figures["covers_until"]
    return (first.dt.day == 1) & last.dt.is_month_end.fillna(False).astype(bool)


def _told_apart(named: pd.Series, incident: pd.Series) -> pd.Series:
    """Return the recorded name of each incident where an event's place and days are those of another, too."""
    told = incident[named.index]
    several = told.mask(told == "").groupby(named).transform("nunique") > 1
    return ("|" + told).where(several, "")


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:12]
