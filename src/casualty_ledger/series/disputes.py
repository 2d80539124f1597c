"""Disputes: figures about one thing whose numbers cannot all be so, found whatever the spelling of the place.

A thing is an event with its people and measure, a total of one last day, a level on a day or a period. Which
numbers of it are in conflict is told in `rivals.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.distinct import number_distinct
from casualty_ledger.ledger.identity import PEOPLE, everybody, lacks_days
from casualty_ledger.ledger.rows import rows_of
from casualty_ledger.series.definitions import losses_called_deaths
from casualty_ledger.series.incidents import SPOT, find_spots, name_incidents
from casualty_ledger.series.mixed_wholes import find_others_within
from casualty_ledger.series.moments import PLACED, READ, Said, read_said
from casualty_ledger.series.rivals import (
    clash_of_counts,
    clash_of_levels,
    clash_of_tolls,
    clash_of_totals,
    may_be_earlier,
)
from casualty_ledger.vocabulary import (
    LEVEL_MEASURES,
    PARTS_OF_CIVILIANS,
    Basis,
    Caveat,
    DatePrecision,
    Measure,
    Party,
)

Clash = Callable[[Sequence[Said]], Iterator[tuple[Said, Said]]]
TOLLS = (Measure.KILLED, Measure.INJURED, Measure.CASUALTIES, Measure.DIED_IN_CAPTIVITY)
TOLL, LEVEL, COUNT, TOTAL = "toll", "level", "count", "total"
CLASHES: dict[str, Clash] = {
    TOLL: clash_of_tolls,
    LEVEL: clash_of_levels,
    COUNT: clash_of_counts,
    TOTAL: clash_of_totals,
}
# What makes two statements about one thing, beside where and when.
ADDED = r"\bin addition to\b"
NO_COUNTS = (Caveat.RELAY_ERROR, Caveat.PLANNED, Caveat.WITHDRAWN, Caveat.REPLACED)
SAME = ["conflict", "measure", *PEOPLE, "basis", "rate_unit"]


def disputed(figures: pd.DataFrame, placed: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return figures whose numbers of one thing are in conflict, numbered by `dispute`.

    Of an event those are returned that are in conflict, of a total for one last day every number said.
    `placed` spares placing them again (see `place_things`).
    """
    if len(figures) < 2:
        return figures.iloc[:0].assign(dispute=0)
    stated = place_things(figures) if placed is None else placed
    bounds = [_sure(stated["lower"], 0), _sure(stated["upper"], np.inf)]
    lowest, highest = (each.groupby(stated["thing"]) for each in bounds)
    differ = lowest.transform("max") > highest.transform("min")
    if not differ.any():
        return figures.iloc[:0].assign(dispute=0)
    apart = stated[[*READ, *PLACED, "thing", "kind"]][differ]
    apart = apart.assign(others_within=find_others_within(stated, stated[differ]))
    said = pd.Series([read_said(figure) for figure in rows_of(apart)], index=apart.index)
    things = said.groupby(apart["thing"].to_numpy(), sort=True)
    kinds = apart.groupby("thing")["kind"].first()
    sets = [ids for thing, told in things for ids in _conflicts(kinds[int(str(thing))], told.tolist())]
    numbers = [(figure_id, number) for number, ids in enumerate(sets) for figure_id in ids]
    found = pd.DataFrame(numbers, columns=["figure_id", "dispute"])
    return found.merge(stated[figures.columns], on="figure_id", how="left")[[*figures.columns, "dispute"]]


def _sure(numbers: pd.Series, missing: float) -> pd.Series:
    return numbers.astype("Float64").fillna(missing).astype(float)


def place_things(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures that can be compared, in order, with spot, event, `kind` and the `thing` numbered.

    Rates, statements without a number, periods without days, plans, what a relay garbled and what is told
    in addition to another number are left out.
    """
    said = figures[["lower", "value", "upper"]].notna().any(axis=1)
    apart = figures["overlaps"].str.contains(ADDED) | figures["scope"].str.contains(ADDED)
    apart |= losses_called_deaths(figures)
    wanted = (
        said & ~_has(figures, *NO_COUNTS) & ~apart & (figures["basis"] != Basis.RATE) & ~lacks_days(figures)
    )
    stated = figures[wanted].reset_index(drop=True)
    stated = stated.assign(of_no_day=_is_of_no_day(stated), covers_until=_assume_last_day(stated))
    vague = stated["date_precision"].isin([DatePrecision.MONTH, DatePrecision.YEAR])
    said_before = vague & (stated["published_on"] < stated["covers_until"])
    # A number for a month that was said before its end counts until the day on which it was said.
    until = stated["covers_until"].mask(said_before, stated["published_on"])
    stated = stated.assign(covers_until=until, is_vague=vague & ~said_before)
    spots = find_spots(stated)
    placed = pd.concat([stated, spots], axis=1).assign(event=name_incidents(stated, spots))
    placed = placed.assign(
        kind=_kinds(placed),
        page_whole=_find_wholes(placed),
        page_killed=_find_beside(placed, Measure.KILLED, Measure.INJURED),
        page_injured=_find_beside(placed, Measure.INJURED, Measure.KILLED),
    )
    dated = (placed["kind"] != TOTAL) | placed["covers_until"].notna()
    placed = placed if dated.all() else placed[dated]
    return placed.assign(thing=_number_things(placed))


def _assume_last_day(stated: pd.DataFrame) -> pd.Series:
    """Let a total whose last day is not stated be of the day of another claimant's beside it on the page.

    That one counts for the day on which it was published: a number of weeks before says nothing of the day.
    Where there is none, the total counts until the day on which it was published itself.
    """
    total = (stated["basis"] == Basis.CUMULATIVE) & (stated["address"] != "")
    beside = ("conflict", "measure", *PEOPLE, "place", "admin1", "address", "published_on")
    page = number_distinct(stated[name] for name in beside)
    fresh = stated["published_on"] - stated["covers_until"] <= pd.Timedelta(days=1)
    dated = stated["covers_until"].where(total & fresh)
    last = dated.groupby(page)
    own = dated.notna().groupby(number_distinct([page, stated["claimant"]])).transform("any")
    only = last.transform("first").where(total & ~own & (last.transform("nunique") == 1))
    of_a_day = stated["published_precision"].isin([DatePrecision.DAY, DatePrecision.INFERRED_DAY])
    told = stated["published_on"].where((stated["basis"] == Basis.CUMULATIVE) & of_a_day)
    return stated["covers_until"].fillna(only).fillna(told)


def _is_of_no_day(figures: pd.DataFrame) -> pd.Series:
    """Say which totals may be of an earlier day than the one for which they count: it is not certain."""
    until, published = figures["covers_until"], figures["published_on"]
    inferred = _has(figures, Caveat.DAY_INFERRED) & (until == published)
    return (figures["basis"] == Basis.CUMULATIVE) & (until.isna() | inferred)


def _find_wholes(placed: pd.DataFrame) -> pd.Series:
    """Return, for a part that names no whole, the one that its claimant gives beside it on the page."""
    part = (placed["is_part"] | placed["population"].isin(PARTS_OF_CIVILIANS)) & (placed["event"] != "")
    beside = ("claimant", "address", "published_on", "event", "measure", "site")
    whole = ~part & everybody(placed) & (placed["address"] != "")
    told = placed["value"].where(whole).groupby(number_distinct(placed[name] for name in beside))
    return told.transform("first").where(part & (told.transform("nunique") == 1))


def _find_beside(placed: pd.DataFrame, counted: Measure, wanted: Measure) -> pd.Series:
    """Return, for what is `wanted` of an event, how many its claimant `counted` with them.

    That is what stands beside it on the page, else the one number of its day where none has an order in it.
    A minimum of killed tells nothing of when it was told.
    """
    whole = ~placed["is_part"] & everybody(placed) & (placed["event"] != "")
    exact = (placed["lower"] == placed["value"]) & (placed["upper"] == placed["value"])
    told = placed["value"].where(whole & exact.fillna(False).astype(bool) & (placed["measure"] == counted))
    of_day = ("claimant", "published_on", "event", "population", "site", "published_sequence")
    on_page = (*of_day, "address")
    groups = [told.groupby(number_distinct(placed[name] for name in names)) for names in (on_page, of_day)]
    page, day = (each.transform("first").where(each.transform("nunique") == 1) for each in groups)
    day = day.where(placed["published_sequence"].isna())
    return page.where(placed["address"] != "").fillna(day).where(whole & (placed["measure"] == wanted))


def _has(figures: pd.DataFrame, *caveats: Caveat) -> pd.Series:
    found = [figures["caveats"].str.contains(str(each), regex=False) for each in caveats]
    return pd.concat(found, axis=1).any(axis=1)


def _kinds(placed: pd.DataFrame) -> np.ndarray:
    event = (placed["event"] != "").to_numpy()
    toll = placed["measure"].isin(TOLLS).to_numpy()
    level = (
        placed["measure"].isin(LEVEL_MEASURES).to_numpy() & event
        | (placed["basis"] == Basis.STOCK).to_numpy()
    )
    # A total of one day alone is read hour by hour, like an event's toll.
    of_a_day = placed["covers_from"].eq(placed["covers_until"]).to_numpy() & toll
    total = (placed["basis"] == Basis.CUMULATIVE).to_numpy() & ~of_a_day
    return np.select([total, level, toll], [TOTAL, LEVEL, TOLL], COUNT)


def _number_things(placed: pd.DataFrame) -> np.ndarray:
    """Number what each figure is about: an event under its name, everything else by place and days."""
    event = placed["event"] != ""
    where = [placed[name].mask(event, "") for name in SPOT[:-1]]
    days = [_assume_start(placed).mask(event), placed["covers_until"].mask(event)]
    about = [placed[name] for name in SAME if name != "party"]
    facts = [*about, placed["event"], placed["site"], placed["incident"].mask(event, ""), *where, *days]
    numbers = pd.Series(number_distinct(facts), index=placed.index)
    return number_distinct([numbers, _assume_party(_widest_party(placed), numbers)])


def _widest_party(placed: pd.DataFrame) -> pd.Series:
    """Let a formation be compared with the wider party among whose people its own are."""
    named = list(zip(placed["conflict"], placed["party"], strict=True))
    widest = {name: conflict_of(name[0]).widest(name[1]) for name in set(named)}
    return pd.Series([widest[name] for name in named], index=placed.index, dtype="str")


def _assume_start(placed: pd.DataFrame) -> pd.Series:
    """Let a total whose start is not stated be compared with the longest one of its subject and last day."""
    keys = [placed[name] for name in (*SAME, *SPOT, "covers_until")]
    longest = placed["covers_from"].groupby(number_distinct(keys)).transform("min")
    return placed["covers_from"].fillna(longest.where(placed["basis"] == Basis.CUMULATIVE))


def _assume_party(party: pd.Series, numbers: pd.Series) -> pd.Series:
    """Let a figure of an unstated party be compared with those of the only party named of its thing."""
    named = party.mask(party == Party.UNSTATED)
    groups = named.groupby(numbers, sort=False)
    only = groups.transform("first").where(groups.transform("nunique") == 1)
    return named.fillna(only).fillna(str(Party.UNSTATED))


def _conflicts(kind: str, said: list[Said]) -> list[list[str]]:
    """Return the sets of one thing's figures that are in conflict, each in the order of the figures."""
    pairs = [(high.figure_id, low.figure_id) for high, low in CLASHES[kind](said)]
    if kind == TOTAL and pairs:
        once = {
            (each.claimant, each.value, each.lower, each.upper): each.figure_id for each in reversed(said)
        }
        in_conflict = {figure_id for pair in pairs for figure_id in pair}
        kept = [each for each in said if each.figure_id in once.values()]
        return [
            [each.figure_id for each in kept if each.figure_id in in_conflict or not _is_older(each, kept)]
        ]
    return [[each.figure_id for each in said if each.figure_id in ids] for ids in _components(pairs)]


def _is_older(low: Said, said: Sequence[Said]) -> bool:
    """Say whether a total is below another only because it may be an earlier state of it."""
    return any(high.lower > low.upper and may_be_earlier(low, high, said) for high in said)


def _components(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Join pairs that share a figure."""
    sets: list[set[str]] = []
    for pair in pairs:
        touching = [each for each in sets if not each.isdisjoint(pair)]
        sets = [each for each in sets if each.isdisjoint(pair)] + [set(pair).union(*touching)]
    return sets
