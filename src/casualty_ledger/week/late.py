"""Late: an incident of earlier days that the week tells of, seen with all that is known of it.

What a week brings of an earlier event is often one number. Who else told of it, how many were injured and
whether the numbers agree is in what came out before, or in hindsight after.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.week.incidents import WHOLES, Incident, find_incidents, is_local, name_events
from casualty_ledger.week.tolls import size_of

if TYPE_CHECKING:
    from typing_extensions import ReadOnly


def with_all_known(
    incidents: list[Incident], told: pd.DataFrame, figures: pd.DataFrame, monday: pd.Timestamp
) -> list[Incident]:
    """Return the incidents found in what was `told`, those that began before `monday` with all `figures`."""
    late = [each for each in incidents if each.first["covers_from"] < monday]
    if not late:
        return incidents
    known = _known_of(late, figures)
    overtaken = _overtaken(known[known["figure_id"].isin(told["figure_id"])], known, monday)
    left = {str(each["figure_id"]) for each in overtaken}
    events = dict(zip(known["figure_id"], known["event"], strict=True))
    known = known[~known["figure_id"].isin({*told["figure_id"], *left})]
    ids = {id_ for each in incidents for id_ in _ids(each)}
    together = pd.concat([told, known[told.columns]], ignore_index=True)
    found = [each for each in find_incidents(together) if ids & _ids(each)] if len(known) else incidents
    return [_with_overtaken(each, overtaken, events) for each in found]


def _with_overtaken(incident: Incident, overtaken: list[_Known], events: dict[str, str]) -> Incident:
    """Give an incident what was counted of it before the week, the lowest first."""
    own = {events.get(id_, "") for id_ in _ids(incident)} - {""}
    before = sorted((each for each in overtaken if each["event"] in own), key=size_of)
    return replace(incident, overtaken=tuple(before)) if before else incident


def held_before(incident: Incident, figures: pd.DataFrame, monday: pd.Timestamp) -> Incident | None:
    """Return an incident of earlier days as last week's brief held it, which went out on `monday`.

    It told of the days before it and of what came out in them; what came out on its own day was in it.
    """
    first, week = incident.first, pd.Timedelta(weeks=1)
    if first["covers_until"] >= monday:
        return None
    known = _known_of([incident], figures)
    known = known[known["published_on"] <= monday]
    if first["covers_until"] < monday - week and not (known["published_on"] >= monday - week).any():
        return None
    return next((each for each in find_incidents(known) if each.place == incident.place and each.tolls), None)


def _known_of(late: list[Incident], figures: pd.DataFrame) -> pd.DataFrame:
    """Return all that is known of the events of these incidents, also of soldiers there, with its `event`."""
    ids = {id_ for each in late for id_ in _ids(each)}
    first = min(each.first["covers_from"] for each in late)
    last = max(each.first["covers_until"] for each in late)
    local = figures[(figures["covers_from"] <= last) & (figures["covers_until"] >= first)]
    local = local[is_local(local)].reset_index(drop=True)
    local = local.assign(event=name_events(local))
    wanted = set(local.loc[local["figure_id"].isin(ids), "event"]) - {""}
    return local[local["event"].isin(wanted)]


class _Known(ReportedFigure):
    """A figure with its event."""

    event: ReadOnly[str]


def _overtaken(told: pd.DataFrame, known: pd.DataFrame, monday: pd.Timestamp) -> list[_Known]:
    """Return what came out before `monday` and is lower than every number `told` of the same.

    A toll is read day after day and rises: its first readings are no low end of what is told of it now. What
    the other side said is its own word, and stays.
    """
    now: dict[tuple[str, ...], list[_Known]] = defaultdict(list)
    for figure in figures_of(told, _Known):
        now[_what_it_counts(figure)].append(figure)
    before = figures_of(known[known["published_on"] < monday], _Known)
    return [
        figure
        for figure in before
        if (later := now.get(_what_it_counts(figure)))
        and all(size_of(figure) < size_of(each) and not _are_rivals(figure, each) for each in later)
    ]


def _what_it_counts(figure: _Known) -> tuple[str, ...]:
    population = str(figure["population"])
    people = "" if population in WHOLES and not figure["is_part"] else population
    return figure["event"], str(figure["measure"]), people, str(figure["sex"]), str(figure["subgroup"])


def _are_rivals(one: ReportedFigure, other: ReportedFigure) -> bool:
    is_side = conflict_of(str(one["conflict"])).is_side
    sides = {str(figure["claimant_side"]) for figure in (one, other)}
    return len(sides) > 1 and all(map(is_side, sides))


def _ids(incident: Incident) -> set[str]:
    return {str(figure["figure_id"]) for figure in incident.figures}
