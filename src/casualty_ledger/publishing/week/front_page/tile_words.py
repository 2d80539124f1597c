"""What tiles of key figures say in the same words: how old and how sure a number is, or that none is."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.publishing.week.chart_columns import known_day
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Measure
from casualty_ledger.week.badges import badge_of
from casualty_ledger.week.incidents import Incident
from casualty_ledger.week.tolls import Toll
from casualty_ledger.wording.badges import name_badge
from casualty_ledger.wording.claimant_lists import figures_as_told, sources_of
from casualty_ledger.wording.claimant_names import short_claimant
from casualty_ledger.wording.conflict_words import say_adjective
from casualty_ledger.wording.language import mark, mark_counted, translate, translate_counted
from casualty_ledger.wording.measures import name_measure
from casualty_ledger.wording.sentences import and_more, checked, join
from casualty_ledger.wording.tolls import range_of
from casualty_ledger.wording.traced_text import Sentence, counted, fill, words

NOTHING = Sentence(())
SOURCES = mark_counted("told by {count} source", "told by {count} sources")
OF_SIDE = mark_counted("told by {count} source, {adjective}", "told by {count} sources, all {adjective}")
OLD = mark_counted("{said}, {count} day old", "{said}, {count} days old")
SINCE_EVENT = mark_counted("{said}; {count} day before this brief", "{said}; {count} days before this brief")
NO_FIGURE = mark("no figure recorded")


def say_age(edition: Edition, day: pd.Timestamp, said: str, *, of_event: bool = False) -> Sentence:
    """Say how many days lie between the last day counted and the day of the brief; hindsight has none.

    Of an event they are not the age of what was said of it.
    """
    days = (known_day(edition) - day).days
    if edition.vintage.day is None or pd.isna(day) or days < 0:
        return words(said)
    age = translate_counted(*(SINCE_EVENT if of_event else OLD), days)
    how = translate("days from the last day counted to this brief")
    return fill(age, said=said, count=counted(days, how))


def compared(difference: float, ways: tuple[str, str, str]) -> str:
    """Choose of three ways to say it the one for fewer, for as many or for more than before."""
    return ways[1 + (difference > 0) - (difference < 0)]


def say_none(what: str) -> Sentence:
    """Say that no figure of something is recorded."""
    return words(f"{what}: {translate(NO_FIGURE)}")


def say_badge(figures: Sequence[ReportedFigure], *, is_disputed: bool = False) -> str:
    """Say how sure a number of these figures is, and whose word it is."""
    return name_badge(badge_of(figures, is_disputed=is_disputed), figures)


def say_who(toll: Toll) -> str:
    """Name the first who gives a tile's number, and count the others: as many as `say_firmness` counts."""
    claimants = list(dict.fromkeys(str(figure["claimant"]) for figure in figures_as_told(toll)))
    return and_more(short_claimant(claimants[0]), len(claimants) - 1)


def say_firmness(toll: Toll) -> Sentence:
    """Say how many give a tile's number, whether all are of one side, and whether anybody verified it.

    Who gives another number of the same incident makes this one no firmer.
    """
    told = figures_as_told(toll)
    number, conflict = len({figure["claimant"] for figure in told}), conflict_of(str(told[0]["conflict"]))
    sides = {str(figure["claimant_side"]) for figure in told}
    adjective = say_adjective(conflict, sides.pop(), of_one=number == 1) if len(sides) == 1 else ""
    said = translate_counted(*(OF_SIDE if adjective else SOURCES), number)
    count = sources_of(told, translate("sources whose number of it stands"))
    sources = fill(said, count=count, adjective=adjective) if adjective else fill(said, count=count)
    return join([sources, words(checked(told))])


def say_injured_too(incident: Incident) -> Sentence:
    """Say how many were injured, and who says so where nobody who gives the number of the killed does."""
    if not incident.injured:
        return say_none(name_measure(Measure.INJURED))
    also = translate_counted("{count} injured", "{count} injured", incident.injured.size)
    said = fill(also, count=range_of(incident.injured))
    claimants = dict.fromkeys(str(figure["claimant"]) for figure in figures_as_told(incident.injured))
    killed = figures_as_told(incident.killed) if incident.killed else ()
    if not killed or claimants.keys() & {str(figure["claimant"]) for figure in killed}:
        return said
    return said + words(f" ({and_more(short_claimant(next(iter(claimants))), len(claimants) - 1)})")
