"""Within: which incident is counted in the number of a wider one, and is no further incident beside it.

A region's number holds those of its towns, and a country's number those of its places: so the record says, or
one claimant tells of both for the same days. Nothing is added up either way.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, cast

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.statements import whole_of
from casualty_ledger.week.tolls import IncidentFigure, Toll, size_of

if TYPE_CHECKING:
    from casualty_ledger.week.incidents import Incident

# "Part of the oblast total" names whose number it is in, and no number.
PART_OF_REGION = re.compile(r"\b(?:part|subset) of the (?:oblast|region|province|governorate|state)\b")
PLACES = re.compile(r", | and ")
OF_DISTRICT = re.compile(r"(.+) (?:district|hromada|raion|county|municipality)")
# "In addition to the 33", "apart from the two": told beside the wider number, not in it.
BESIDE = ("in addition to", "apart from", "not included in")


def place_within(incidents: list[Incident]) -> list[Incident]:
    """Say of each incident in which wider one it is counted, and give that one the parts told of it alone."""
    candidates = _Candidates.of(incidents)
    found = []
    for each in incidents:
        wider = (event for event in candidates.wider(each) if _may_hold(event, each))
        holding = (event for event in wider if _is_in(each, event))
        district = (event for event in candidates.districts(each) if _is_of_district(each, event))
        summed = (event for event in candidates.sums(each) if _is_summed_in(each, event))
        event = next(chain(holding, district, summed), None)
        found.append(each if event is None else replace(each, inside=event))
    return _give_parts(found)


class _Candidates(NamedTuple):
    """Incidents by what a wider one shares with those in it: to compare each with each costs the square."""

    by_region: dict[str, list[Incident]]
    by_town: dict[str, list[Incident]]
    by_day: dict[tuple[str, object], list[Incident]]

    @classmethod
    def of(cls, incidents: list[Incident]) -> _Candidates:
        by_region: dict[str, list[Incident]] = {each.region: [] for each in incidents}
        by_town: dict[str, list[Incident]] = defaultdict(list)
        by_day: dict[tuple[str, object], list[Incident]] = defaultdict(list)
        for each in incidents:
            if each.is_everywhere:
                for events in by_region.values():
                    events.append(each)
            elif _is_region(each):
                by_region[each.region].append(each)
            for town in dict.fromkeys((each.place, _town_of(each.place), *PLACES.split(each.place))):
                by_town[town].append(each)
            if OF_DISTRICT.fullmatch(each.place):
                by_day[each.region, each.first["covers_from"]].append(each)
        return cls(by_region, by_town, by_day)

    def wider(self, incident: Incident) -> list[Incident]:
        """Return those of a whole country, and those of the incident's region, in their order."""
        return self.by_region[incident.region]

    def districts(self, incident: Incident) -> Iterable[Incident]:
        """Return those of the town that its district is named for, or of a district of its town."""
        names = dict.fromkeys((incident.place, _town_of(incident.place)))
        return chain(*(self.by_town[name] for name in names))

    def sums(self, incident: Incident) -> Iterable[Incident]:
        """Return those that name its town among others, and the districts of its region on its first day."""
        return chain(
            self.by_town[incident.place], self.by_day[incident.region, incident.first["covers_from"]]
        )


def _town_of(place: str) -> str:
    """Return the town for which a district is named; of any other place its name."""
    named = OF_DISTRICT.fullmatch(place)
    return named[1] if named else place


def _is_region(incident: Incident) -> bool:
    spot = incident.spot
    return bool(spot.region) and not spot.town


def _may_hold(event: Incident, incident: Incident) -> bool:
    """Say whether an incident lies in area and days of a wider one, and harmed the same side's people."""
    if event is incident or incident.is_everywhere or event.of_captives != incident.of_captives:
        return False
    one, other = incident.first, event.first
    if one["party"] != other["party"]:
        return False
    if one["covers_from"] < other["covers_from"] or one["covers_until"] > other["covers_until"]:
        return False
    return event.is_everywhere or (event.region == incident.region and not _is_region(incident))


def _is_of_district(incident: Incident, event: Incident) -> bool:
    """Say whether a town and the district named for it tell of the same days; the lower number is inside."""
    if event.is_everywhere or incident.of_captives != event.of_captives:
        return False
    town, district = sorted((incident.place, event.place), key=len)
    one, other = incident.first, event.first
    if town == district or _town_of(district) != town or one["party"] != other["party"]:
        return False
    same_days = all(one[day] == other[day] for day in ("covers_from", "covers_until"))
    return same_days and incident.region == event.region and incident.weight < event.weight


def _is_summed_in(incident: Incident, event: Incident) -> bool:
    """Say whether a place is one of several that are told together, or the record puts it in a district's."""
    one, other = incident.first, event.first
    days = other["covers_from"] <= one["covers_from"] and one["covers_until"] <= other["covers_until"]
    apart = one["party"] != other["party"] or event.of_captives != incident.of_captives
    if event is incident or apart or not days or incident.weight >= event.weight:
        return False
    if incident.place in PLACES.split(event.place):
        return incident.place != event.place and _fits(incident, event)
    in_district = OF_DISTRICT.fullmatch(event.place) and event.region == incident.region
    return bool(in_district) and any(_is_part_of(figure, event) for figure in incident.figures)


def _is_in(incident: Incident, event: Incident) -> bool:
    """Say whether the record calls an incident part of a wider one, or one body or side counts both."""
    if is_recorded_in(incident, event):
        return True
    if any(word in str(figure["scope"]) for figure in incident.figures for word in BESIDE):
        return False
    if not _fits(incident, event):
        return False
    # Numbers that are all called parts, of a whole that no row names, are no incident beside the region's.
    if _is_region(event) and all(map(_is_of_unnamed, incident.figures)):
        return True
    if event.is_everywhere:
        is_side = conflict_of(str(event.first["conflict"])).is_side
        return any(map(is_side, _sides(incident) & _sides(event)))
    return not set(incident.claimants).isdisjoint(event.claimants)


def is_recorded_in(incident: Incident, event: Incident) -> bool:
    """Say whether the record calls numbers of an incident parts of those of a wider one."""
    return any(_is_part_of(figure, event) or _is_of_region(figure, event) for figure in incident.figures)


def _is_part_of(figure: IncidentFigure, event: Incident) -> bool:
    whole = whole_of(figure["scope"], figure["overlaps"]) if figure["is_part"] else None
    return whole is not None and any(
        size_of(each) == whole and each["measure"] == figure["measure"] for each in event.figures
    )


def _is_of_region(figure: IncidentFigure, event: Incident) -> bool:
    said = f"{figure['scope']}; {figure['overlaps']}; {figure['note']}"
    return bool(PART_OF_REGION.search(said)) and _is_region(event)


def _is_of_unnamed(figure: IncidentFigure) -> bool:
    return bool(figure["is_part"]) and whole_of(figure["scope"], figure["overlaps"]) is None


def _sides(incident: Incident) -> set[str]:
    return {str(figure["claimant_side"]) for figure in incident.figures}


def _fits(incident: Incident, event: Incident) -> bool:
    """Say whether no number of an incident was at first higher than the one in which it would be counted."""
    pairs = ((incident.killed, event.killed), (incident.injured, event.injured))
    told = [(part, whole) for part, whole in pairs if part is not None]
    return all(whole is not None and _least(incident, part) <= whole.size for part, whole in told)


def _least(incident: Incident, toll: Toll) -> int:
    """Return the lowest number ever told of a toll, those that were overtaken too."""
    measure = toll.lowest["measure"]
    counts = (each for each in incident.figures if each["measure"] == measure and each["counts_all"])
    return min(map(size_of, counts), default=size_of(toll.lowest))


def _give_parts(incidents: list[Incident]) -> list[Incident]:
    """Give a wider incident the children and others of its number who are told at one of its places."""
    given: dict[int, list[IncidentFigure]] = {}
    kept = []
    for each in incidents:
        event = each.inside
        moved = [figure for figure in each.figures if event and _is_of_wider(figure, each, event)]
        left = tuple(figure for figure in each.figures if figure not in moved)
        if event is None or not moved or not any(figure["counts_all"] for figure in left):
            kept.append(each)
            continue
        given.setdefault(id(event), []).extend(moved)
        rest = replace(each, figures=left)
        kept.append(rest if _is_in(rest, event) else replace(rest, inside=None))
    return [*_with_given(kept, given)]


def _is_of_wider(figure: IncidentFigure, own: Incident, event: Incident) -> bool:
    return not figure["counts_all"] and _is_part_of(figure, event) and not _is_part_of(figure, own)


def _with_given(incidents: list[Incident], given: dict[int, list[IncidentFigure]]) -> Iterator[Incident]:
    for each in incidents:
        parts = given.get(id(each))
        # They are told of the wider place: it keeps its name.
        where = {"place": each.first["place"], "admin1": each.first["admin1"]}
        given_here = (cast(IncidentFigure, {**part, **where}) for part in parts or ())
        yield replace(each, figures=(*each.figures, *given_here)) if parts else each
