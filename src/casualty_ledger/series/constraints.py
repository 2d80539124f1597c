"""Constraints: what must hold between numbers of one event, one region, one period and one captivity.

A part is at most its whole, and so are parts together that count nobody twice: towns in a region, events in
a longer period, women and men and children. A count that was told before a part of it grew binds nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pandas as pd

from casualty_ledger.ledger.identity import PEOPLE, everybody
from casualty_ledger.ledger.incidents import name_event
from casualty_ledger.ledger.rows import rows_of
from casualty_ledger.series.incidents import SPOT
from casualty_ledger.series.infeasible import Bounds, Constraint
from casualty_ledger.series.known import Known, binds, exceeds
from casualty_ledger.series.moments import READ
from casualty_ledger.series.people_of_events import bind_people
from casualty_ledger.series.scope_gaps import explains
from casualty_ledger.vocabulary import HARM_MEASURES, Basis, Measure, Population

PLACES, FLOWS = "places", "flows"
# "Country (11 regions)": which regions are counted is not said, so what lies in one may be left out.
SOME_REGIONS = re.compile(r"\(\D*\d+ \w+\)")
KNOWN = [*READ, *SPOT, *PEOPLE, "measure", "basis", "event", "place"]
KNOWN += ["covers_from", "covers_until", "verification"]


def list_constraints(placed: pd.DataFrame) -> tuple[list[Constraint], dict[str, Bounds]]:
    """Return what must hold between these figures (as `place_things` returns them), and their bounds."""
    columns = list(dict.fromkeys([*KNOWN, "conflict", "incident"]))
    whole = everybody(placed) & ~placed["is_part"] & (placed["population"] != Population.CHILDREN)
    known = [Known(figure) for figure in rows_of(placed[columns])]
    wholes = [each for each, is_whole in zip(known, whole, strict=True) if is_whole]
    parts = [each for each, is_whole in zip(known, whole, strict=True) if not is_whole]
    constraints = [*bind_people(wholes, parts), *_places(wholes), *_captivity(known)]
    used = {name for each in constraints for name in (each.whole, *each.parts)}
    said = [each.said for each in known if each.figure_id in used]
    return constraints, {each.figure_id: Bounds(each.lower, each.open_upper) for each in said}


def _places(wholes: Iterable[Known]) -> Iterator[Constraint]:
    """What happened in the towns of a region in some days is at most what happened in all of it."""
    counted: dict[tuple[Any, ...], list[Known]] = defaultdict(list)
    holding = []
    for known in wholes:
        if known.figure["measure"] in HARM_MEASURES and known.first is not None:
            if known.figure["event"] and known.figure["basis"] == Basis.PERIOD and known.lower > 0:
                for place in _places_around(known):
                    counted[*_people_key(known), *place].append(known)
            wide = known.is_bounded and known.last is not None and _holds_others(known)
            if wide and not name_event(str(known.figure["scope"])):
                holding.append(known)
    for told in counted.values():
        told.sort(key=lambda each: (each.first or date.min, each.figure_id))
    for whole in holding:
        if place := _place_of(whole):
            yield from _in_it(whole, counted.get((*_people_key(whole), *place), []))


def _holds_others(known: Known) -> bool:
    """Say whether other events lie in it: it is of a named region, of a site’s town, or of several days."""
    if SOME_REGIONS.search(str(known.figure["place"])):
        return False
    return not known.figure["site"] or known.first != known.last


def _people_key(known: Known) -> tuple[Any, ...]:
    figure = known.figure
    return (figure["conflict"], figure["measure"], figure["population"], figure["party"])


def _in_it(whole: Known, told: list[Known]) -> Iterator[Constraint]:
    """Bind a count by the events within its place and days, each by its highest number told by then."""
    most = float(whole.figure["upper"])
    within: list[Known] = []
    for part in told[_first_from(told, whole.first) :]:
        if part.first is None or whole.last is None or part.first > whole.last:
            break
        if part.last is not None and part.last <= whole.last and not _is_same(part, whole):
            within.append(part)
    # Most counts are far from their events' numbers, whatever was told when.
    if sum(each.lower for each in _one_a_town(within)) <= most or whole.said.is_narrow:
        return
    towns = _one_a_town(part for part in within if binds(whole.said, part.said))
    if sum(each.lower for each in towns) > whole.said.open_upper:
        yield Constraint(PLACES, whole.figure_id, tuple(each.figure_id for each in towns))


def _first_from(told: list[Known], first: date | None) -> int:
    low, high = 0, len(told)
    while low < high:
        middle = (low + high) // 2
        if (told[middle].first or date.min) < (first or date.min):
            low = middle + 1
        else:
            high = middle
    return low


def _places_around(part: Known) -> Iterator[tuple[str, ...]]:
    """Name every place that holds a part's: the site in its town, the town, the region, the whole."""
    inner = part.figure
    if inner["site"] and inner["town"]:
        yield "site", inner["site"], inner["town"]
    if inner["town"]:
        yield "town", inner["town"]
    if inner["region"]:
        yield "region", inner["region"]
    if not inner["whole"] and (inner["region"] or inner["town"]):
        yield ("whole",)


def _place_of(whole: Known) -> tuple[str, ...]:
    """Name a whole's own place as `_places_around` names it for its parts; empty where it has none."""
    outer = whole.figure
    if outer["site"]:
        return "site", outer["site"], outer["town"]
    if outer["town"]:
        return "town", outer["town"]
    if outer["region"]:
        return "region", outer["region"]
    return ("whole",) if outer["whole"] else ()


def _is_same(part: Known, whole: Known) -> bool:
    """Say whether two figures are one, or are of one event at one site."""
    inner, outer = part.figure, whole.figure
    return bool(
        inner["figure_id"] == outer["figure_id"]
        or (inner["event"] == outer["event"] != "" and inner["site"] == outer["site"])
    )


def _one_a_town(told: Iterable[Known]) -> list[Known]:
    """Keep one number of a town and day, the highest: its attacks may be told apart, or all in one."""
    best: dict[tuple[Any, ...], Known] = {}
    for known in told:
        key = (known.figure["region"], known.figure["town"], known.figure["whole"], known.first)
        if key not in best or known.lower > best[key].lower:
            best[key] = known
    return list(best.values())


def _captivity(known: Iterable[Known]) -> Iterator[Constraint]:
    """Those held, and those returned by then, are at most those whom the same claimant says were taken."""
    of_pow = [each for each in known if each.figure["population"] == Population.PRISONERS_OF_WAR]
    taken = [each for each in of_pow if each.figure["measure"] == Measure.CAPTURED and _is_total(each)]
    for each in of_pow:
        if each.figure["measure"] not in (Measure.HELD, Measure.EXCHANGED) or each.last is None:
            continue
        if each.figure["measure"] == Measure.EXCHANGED and not _is_total(each):
            continue
        for flow in taken:
            later = flow.last is not None and flow.last >= each.last
            above = exceeds(each, flow) and _same_captives(flow, each)
            if later and above and not explains(flow.said, each.said):
                yield Constraint(FLOWS, flow.figure_id, (each.figure_id,))


def _is_total(known: Known) -> bool:
    place = any(known.figure[name] for name in SPOT[1:])
    return known.figure["basis"] == Basis.CUMULATIVE and not known.figure["is_part"] and not place


def _same_captives(one: Known, other: Known) -> bool:
    same = ("conflict", "claimant", "party")
    return all(one.figure[name] == other.figure[name] for name in same)
