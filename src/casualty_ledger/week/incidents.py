"""Incidents: what every source says of one event, taken together, and whether they agree.

An incident is what happened to people at one place in the same few days, or to a whole country in one
attack. Nothing is added up: each source keeps its own number, and the toll is the range of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.conflicts.places import Spot
from casualty_ledger.ledger.caveats import is_garbled
from casualty_ledger.ledger.identity import whole
from casualty_ledger.ledger.rows import figures_of, rows_by
from casualty_ledger.ledger.statements import whole_of
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.incidents import NIGHT, find_spots, name_incidents
from casualty_ledger.series.statements import order_statements
from casualty_ledger.vocabulary import (
    CIVIL_POPULATIONS,
    HARM_MEASURES,
    Basis,
    Measure,
    Population,
    Verdict,
)
from casualty_ledger.week.claims_of_soldiers import claims_by_event
from casualty_ledger.week.conflicting import find_conflicts
from casualty_ledger.week.same_attacks import join_same_attacks
from casualty_ledger.week.sites import (
    counts_all_of_its_own,
    counts_one_spot,
    is_one_of,
    join_spelled_sites,
    name_one_site,
)
from casualty_ledger.week.tolls import IncidentFigure, Toll, size_of, toll_of
from casualty_ledger.week.verdicts import judge
from casualty_ledger.week.within import place_within

# Deaths of people who were held are counted in a word of their own.
DEATHS = (Measure.KILLED, Measure.DIED_IN_CAPTIVITY)
CAPTIVES = (Population.PRISONERS_OF_WAR, Population.CIVILIAN_DETAINEES)
PEOPLE = (*CIVIL_POPULATIONS, Population.MIXED, Population.UNSTATED)
WHOLES = (Population.CIVILIAN, Population.MIXED, Population.UNSTATED)
# A count of more days than these is a sum of many events.
MOST_DAYS = 7
NO_TOLL = "compiled"
PART_OF_A_NAME = re.compile(r"\s*(?:[,(;]|\bincl(?:\.|uding\b)).*")
# "One town, another and other cities" lists places; "a country (one town and another)" is not all of it.
LISTED = re.compile(r"[^(,]+,[^(]* and (?:other |[A-Z])")
# "Rescuers only", "recreation base only", "in addition to the 33": no count of all who were harmed.
SOME_ONLY = r"(?:^|; )(?!not |verified |identified )[^;]* only(?:;|$)|\bin addition to\b"
# "A town (one block only)": a count of less than what happened there.
ONLY = re.compile(r"\bonly$")
TOWNS_OF = re.compile(r"\((?:[A-Z][\w'-]+(?: [A-Z][\w'-]+)?(?:, | and |\)))+$")


@dataclass(frozen=True)
class Incident:
    """One event with everything that is said of it; `rivals` count soldiers where others count people.

    `conflicts` are numbers of it that cannot all be so, and `exceeded` those that are less than their parts
    (see `week.conflicting`); `inside` is the wider incident in whose number it is counted (see
    `week.within`); `overtaken` are lower numbers that came out before the week, and `before` is the incident
    as last week's brief held it (see `week.late`).
    """

    figures: tuple[IncidentFigure, ...]
    rivals: tuple[ReportedFigure, ...] = ()
    conflicts: tuple[frozenset[str], ...] = ()
    exceeded: frozenset[str] = frozenset()
    inside: Incident | None = None
    overtaken: tuple[ReportedFigure, ...] = ()
    before: Incident | None = None

    @cached_property
    def first(self) -> ReportedFigure:
        """A count of everybody that names place and days of the event: the longest name, then most days."""
        return max(self.figures, key=_how_much_is_named)

    @cached_property
    def place(self) -> str:
        """The place, without what is said of it in brackets or behind a comma."""
        return name_place(str(self.first["place"]))

    @cached_property
    def spot(self) -> Spot:
        """Where it happened, under whatever spelling."""
        return _find_spot(self.first, str(self.first["place"]))

    @cached_property
    def region(self) -> str:
        """The region that its place is recorded in: "a town and its region" is of that one."""
        return _find_spot(self.first, "").region or self.spot.region

    @cached_property
    def is_everywhere(self) -> bool:
        """Whether it is one attack on a whole country: what is counted at single places is part of it."""
        whole = conflict_of(str(self.first["conflict"])).is_everywhere(self.place)
        return whole and not TOWNS_OF.search(str(self.first["place"]))

    @cached_property
    def of_captives(self) -> bool:
        """Whether it happened to people who were held; what happened to others there is another incident."""
        return self.first["population"] in CAPTIVES

    @cached_property
    def killed(self) -> Toll | None:
        """What is said of the killed, and of those who died while they were held."""
        return toll_of(self.figures, *DEATHS)

    @cached_property
    def injured(self) -> Toll | None:
        """What is said of the injured."""
        return toll_of(self.figures, Measure.INJURED)

    @cached_property
    def harmed(self) -> Toll | None:
        """What is said of the killed and injured in one number."""
        return toll_of(self.figures, Measure.CASUALTIES)

    @property
    def tolls(self) -> tuple[Toll, ...]:
        """The tolls of which anything is said."""
        return tuple(toll for toll in (self.killed, self.injured, self.harmed) if toll)

    @cached_property
    def weight(self) -> tuple[int, int]:
        """How many were harmed, for ranking: the killed first."""
        killed, injured, harmed = (
            toll.size if toll else 0 for toll in (self.killed, self.injured, self.harmed)
        )
        return killed, max(injured, harmed)

    @property
    def claimants(self) -> tuple[str, ...]:
        """Who gives a number that stands, each once."""
        standing = (figure for toll in self.tolls for figure in (*toll.figures, *toll.children))
        return tuple(dict.fromkeys(str(figure["claimant"]) for figure in standing))

    @cached_property
    def verdict(self) -> Verdict:
        """Whether those who report it agree."""
        return judge(self)


def _how_much_is_named(figure: IncidentFigure) -> tuple[bool, int, pd.Timedelta, str]:
    days = figure["covers_until"] - figure["covers_from"]
    return bool(figure["counts_all"]), len(str(figure["place"])), days, str(figure["figure_id"])


def _find_spot(figure: ReportedFigure, place: str) -> Spot:
    return conflict_of(str(figure["conflict"])).find_spot(place, str(figure["admin1"]))


def find_incidents(figures: pd.DataFrame) -> list[Incident]:
    """Set figures of harm together that speak of one event; those with most people harmed come first.

    `figures` are reported figures of any kind; what counts no people harmed at a place within a week is
    left out, and so are sums that media made.
    """
    local = figures[is_local(figures)].reset_index(drop=True)
    people = local["population"].isin((*PEOPLE, *CAPTIVES)) & (local["measure"] != Measure.LOSSES)
    harm = people & local[["lower", "value", "upper"]].notna().any(axis=1) & ~is_garbled(local)
    if not harm.any():
        return []
    local = local.assign(event=name_events(local))
    ordered = order_statements(local[harm])
    named = ordered["event"].where(ordered["event"] != "", ordered["figure_id"])
    some = (ordered["scope"] + "; " + ordered["overlaps"]).str.contains(SOME_ONLY).astype(bool)
    site = name_one_site(ordered["scope"], named)
    some |= (site != "") | counts_one_spot(ordered, named)
    wholes = whole(ordered) | counts_all_of_its_own(ordered, figures)
    counts_all = wholes & ordered["population"].isin((*WHOLES, *CAPTIVES)) & ~some
    ordered = ordered.assign(counts_all=counts_all, named=named, site=site)
    soldiers = claims_by_event(local)
    conflicts, exceeded = find_conflicts(ordered, local[harm])
    found = []
    for told in rows_by(figures_of(ordered, IncidentFigure), "named"):
        ids = {figure["figure_id"] for figure in told}
        own = tuple(each for each in conflicts if not each.isdisjoint(ids))
        claims = tuple(soldiers.get(told[0]["named"], ()))
        found.append(Incident(tuple(told), claims, own, exceeded & ids))
    ranked = sorted(_without_sites(found), key=lambda each: each.weight, reverse=True)
    return place_within(_without_other_days(ranked))


def _without_sites(incidents: list[Incident]) -> list[Incident]:
    """Leave out sites of an event that is told as a whole at their place."""
    together = defaultdict[str, list[Incident]](list)
    for incident in incidents:
        together[incident.place].append(incident)
    return [each for each in incidents if not any(_is_site_of(each, event) for event in together[each.place])]


def _is_site_of(site: Incident, event: Incident) -> bool:
    """Say whether the record calls numbers of a site part of those of a whole event at the same place."""
    one, whole_event = site.first, event.first
    if one["covers_from"] > whole_event["covers_until"] or one["covers_until"] < whole_event["covers_from"]:
        return False
    if ONLY.search(str(one["incident"])):
        return not ONLY.search(str(whole_event["incident"]))
    if is_one_of(str(one["incident"]), str(whole_event["incident"])):
        return True
    if site.weight >= event.weight:
        return False
    counts, own = ({size_of(told) for toll in each.tolls for told in toll.figures} for each in (event, site))
    parts = (figure for figure in site.figures if figure["is_part"])
    return any(whole_of(figure["scope"], figure["overlaps"]) in counts - own for figure in parts)


def _without_other_days(incidents: list[Incident]) -> list[Incident]:
    """Leave of a source that counts a whole country every day the day on which most people were harmed."""
    kept: list[Incident] = []
    told: set[tuple[str, str, bool]] = set()
    for incident in incidents:
        who = {(claimant, incident.place, incident.of_captives) for claimant in incident.claimants}
        if not incident.is_everywhere or not told.issuperset(who):
            kept.append(incident)
        told |= who if incident.is_everywhere else set()
    return kept


def is_local(figures: pd.DataFrame) -> pd.Series:
    """Say which figures count people harmed at a place within a few days, or in a country in one attack.

    Losses of soldiers are no harm of people told apart, but may stand against it.
    """
    days = (figures["covers_until"] - figures["covers_from"]).dt.days
    longest = [
        _most_days(str(conflict), name_place(str(place)))
        for conflict, place in zip(figures["conflict"], figures["place"], strict=True)
    ]
    local = (
        (figures["basis"] == Basis.PERIOD)
        & (days < pd.Series(longest, index=figures.index, dtype="int64"))
        & figures["measure"].isin({*HARM_MEASURES, *DEATHS, Measure.LOSSES})
    )
    return local & (figures["claimant_kind"] != NO_TOLL)


def _most_days(conflict: str, place: str) -> int:
    """Return how many days a count at a place has at most: of a whole country, those of one attack on it."""
    if not place:
        return 0
    return NIGHT if conflict_of(conflict).is_everywhere(place) else MOST_DAYS


def name_place(place: str) -> str:
    """Name a place without what is said of it in brackets or behind a comma.

    >>> name_place("Kyiv, Desnianskyi district"), name_place("Mariupol (drama theatre)")
    ('Kyiv', 'Mariupol')
    >>> name_place("Ukraine incl. occupied regions")
    'Ukraine'
    """
    listed = LISTED.match(place)
    return (place.partition(" (")[0] if listed else PART_OF_A_NAME.sub("", place)) or place


def name_events(local: pd.DataFrame) -> pd.Series:
    """Name the event of each figure; two sites or attacks of one town that are both named are two events."""
    spots = find_spots(local)
    event = name_incidents(local, spots)
    named = join_spelled_sites(spots["site"], event) + "/" + local["incident"]
    named = named.mask(named == "/")
    several = named.groupby(event).transform("nunique") > 1
    held = local["population"].isin(CAPTIVES).map({True: "|held", False: ""})
    return (
        join_same_attacks(local, event + ("|" + named).where(several & (event != ""), "").fillna("")) + held
    )
