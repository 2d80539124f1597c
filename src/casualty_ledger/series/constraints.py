"""Constraints: what must hold between numbers of one event, one region, one period and one captivity.

A part is at most its whole, and so are parts together that count nobody twice: towns in a region, events in
a longer period, women and men and children. A count that was told before a part of it grew binds nothing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from casualty_ledger.ledger.identity import PEOPLE, everybody
from casualty_ledger.ledger.incidents import name_event
from casualty_ledger.series.incidents import SPOT
from casualty_ledger.series.infeasible import Bounds, Constraint
from casualty_ledger.series.moments import READ, Said, order_of, read_said
from casualty_ledger.series.scope_gaps import explains
from casualty_ledger.vocabulary import Basis, Measure, Population

TOLLS = (Measure.KILLED, Measure.INJURED, Measure.CASUALTIES)
PART, PLACES, FLOWS = "part", "places", "flows"
KNOWN = [*READ, *SPOT, *PEOPLE, "measure", "basis", "event"]
KNOWN += ["covers_from", "covers_until", "verification"]


class Known(NamedTuple):
    """A figure as it takes part in a constraint."""

    said: Said
    figure: Mapping[Any, Any]
    first: date | None
    last: date | None


def list_constraints(placed: pd.DataFrame) -> tuple[list[Constraint], dict[str, Bounds]]:
    """Return what must hold between these figures (as `place_things` returns them), and their bounds."""
    columns = list(dict.fromkeys([*KNOWN, "conflict", "incident"]))
    whole = everybody(placed) & ~placed["is_part"] & (placed["population"] != Population.CHILDREN)
    known = [_know(figure) for figure in placed[columns].to_dict("records")]
    wholes = [each for each, is_whole in zip(known, whole, strict=True) if is_whole]
    parts = [each for each, is_whole in zip(known, whole, strict=True) if not is_whole]
    constraints = [*_people(wholes, parts), *_places(wholes), *_captivity(known)]
    bounds = {each.said.figure_id: Bounds(each.said.lower, each.said.open_upper) for each in known}
    return constraints, bounds


def _know(figure: Mapping[Any, Any]) -> Known:
    days = (figure["covers_from"], figure["covers_until"])
    first, last = (None if pd.isna(day) else day.date() for day in days)
    return Known(read_said(figure), figure, first, last)


def _people(wholes: Iterable[Known], parts: Iterable[Known]) -> Iterator[Constraint]:
    """Children, women or men of an event are at most all its people, as told then or later."""
    about = defaultdict(list)
    for whole in wholes:
        about[_event_key(whole)].append(whole)
    for part in parts:
        for whole in about.get(_event_key(part), ()):
            if _binds(whole.said, part.said) and _is_of(part, whole):
                yield Constraint(PART, whole.said.figure_id, (part.said.figure_id,))


def _event_key(known: Known) -> tuple[Any, ...]:
    figure = known.figure
    days = () if figure["event"] else (known.first, known.last)
    place = tuple(figure[name] for name in SPOT)
    basis = figure["basis"]
    return (
        figure["conflict"],
        figure["measure"],
        figure["party"],
        basis,
        figure["event"],
        figure["incident"],
        place,
        days,
    )


def _is_of(part: Known, whole: Known) -> bool:
    """Say whether a part may be of this whole: it names no other number as its whole."""
    said = part.said.whole
    civil = (Population.CHILDREN, Population.CIVILIAN)
    same = part.figure["population"] == whole.figure["population"]
    kin = same or (
        part.figure["population"] in civil and whole.figure["population"] in (*civil, Population.MIXED)
    )
    return kin and (said is None or said == whole.said.value)


def _binds(whole: Said, part: Said) -> bool:
    """Say whether a count was told when the part was known: at once with it, or later."""
    if whole.open_upper == math.inf or part.lower <= 0 or explains(whole, part):
        return False
    return order_of(whole, part) in (0, 1)


def _places(wholes: Iterable[Known]) -> Iterator[Constraint]:
    """What happened in the towns of a region in some days is at most what happened in all of it."""
    counted = defaultdict(list)
    holding = []
    for known in wholes:
        if known.figure["measure"] in TOLLS and known.first is not None:
            if known.figure["event"] and known.figure["basis"] == Basis.PERIOD:
                counted[_people_key(known)].append(known)
            bounded = known.said.open_upper < math.inf and known.last is not None
            if bounded and not known.said.is_narrow and not name_event(known.said.scope):
                holding.append(known)
    for told in counted.values():
        told.sort(key=lambda each: (each.first or date.min, each.said.figure_id))
    for whole in holding:
        yield from _in_it(whole, counted.get(_people_key(whole), []))


def _people_key(known: Known) -> tuple[Any, ...]:
    figure = known.figure
    return (figure["conflict"], figure["measure"], figure["population"], figure["party"])


def _in_it(whole: Known, told: list[Known]) -> Iterator[Constraint]:
    """Bind a count by the events within its place and days, each by its highest number told by then."""
    within: list[Known] = []
    for part in told[_first_from(told, whole.first) :]:
        if part.first is None or whole.last is None or part.first > whole.last:
            break
        if part.last is None or part.last > whole.last or not _lies_in(part, whole):
            continue
        if _binds(whole.said, part.said):
            within.append(part)
    towns = _one_a_town(within)
    if towns and sum(each.lower for each in towns) > whole.said.open_upper:
        yield Constraint(PLACES, whole.said.figure_id, tuple(each.figure_id for each in towns))


def _first_from(told: list[Known], first: date | None) -> int:
    low, high = 0, len(told)
    while low < high:
        middle = (low + high) // 2
        if (told[middle].first or date.min) < (first or date.min):
            low = middle + 1
        else:
            high = middle
    return low


def _lies_in(part: Known, whole: Known) -> bool:
    """Say whether a part's place lies within the whole's, or is it in fewer days."""
    inner, outer = part.figure, whole.figure
    if inner["figure_id"] == outer["figure_id"] or (
        inner["event"] == outer["event"] != "" and inner["site"] == outer["site"]
    ):
        return False
    if outer["site"]:
        return inner["site"] == outer["site"] and inner["town"] == outer["town"] != ""
    if outer["town"]:
        return inner["town"] == outer["town"]
    if outer["region"]:
        return inner["region"] == outer["region"]
    return bool(outer["whole"]) and not inner["whole"] and bool(inner["region"] or inner["town"])


def _one_a_town(told: Iterable[Known]) -> list[Said]:
    """Keep one number of a town and day, the highest: its attacks may be told apart, or all in one."""
    best: dict[tuple[Any, ...], Said] = {}
    for known in told:
        key = (known.figure["region"], known.figure["town"], known.figure["whole"], known.first)
        if key not in best or known.said.lower > best[key].lower:
            best[key] = known.said
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
            if later and _same_captives(flow, each) and not explains(flow.said, each.said):
                yield Constraint(FLOWS, flow.said.figure_id, (each.said.figure_id,))


def _is_total(known: Known) -> bool:
    place = any(known.figure[name] for name in SPOT[1:])
    return known.figure["basis"] == Basis.CUMULATIVE and not known.said.is_part and not place


def _same_captives(one: Known, other: Known) -> bool:
    same = ("conflict", "claimant", "party")
    return all(one.figure[name] == other.figure[name] for name in same)
