"""Late: an incident of earlier days that the week tells of, seen with all that is known of it.

What a week brings of an earlier event is often one number. Who else told of it, how many were injured and
whether the numbers agree is in what came out before, or in hindsight after.
"""

from __future__ import annotations

from collections import defaultdict
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
    known = known[~known["figure_id"].isin([*told["figure_id"], *overtaken])]
    if known.empty:
        return incidents
    ids = {id_ for each in incidents for id_ in _ids(each)}
    together = pd.concat([told, known[told.columns]], ignore_index=True)
    return [each for each in find_incidents(together) if ids & _ids(each)]


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


def _overtaken(told: pd.DataFrame, known: pd.DataFrame, monday: pd.Timestamp) -> list[str]:
    """Return the ids of what came out before `monday` and is lower than every number `told` of the same.

    A toll is read day after day and rises: its first readings are no low end of what is told of it now. What
    the other side said is its own word, and stays.
    """
    now: dict[tuple[str, ...], list[_Known]] = defaultdict(list)
    for figure in figures_of(told, _Known):
        now[_what_it_counts(figure)].append(figure)
    before = figures_of(known[known["published_on"] < monday], _Known)
    return [
        str(figure["figure_id"])
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
