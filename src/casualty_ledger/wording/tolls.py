"""Tolls in words: the range over all who report it, each end traced; and who they are, in few words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Measure, Side, Verification
from casualty_ledger.week.badges import ARMED_GROUP
from casualty_ledger.week.incidents import Incident, name_place
from casualty_ledger.week.tolls import Toll, hour_of, size_of
from casualty_ledger.wording.claimant_names import with_article
from casualty_ledger.wording.conflict_words import say_adjective, say_place, say_side
from casualty_ledger.wording.labels import SEVERAL, label_count
from casualty_ledger.wording.language import (
    mark,
    mark_counted,
    phrase,
    translate,
    translate_counted,
)
from casualty_ledger.wording.traced_text import Sentence, Span, sentence, words

# A name of more words than these is told by its side in a headline.
SHORT_NAME = 3
MOST_WORDS_OF_A_PLACE = 4
RANGE, FROM = mark("{lower} to {upper}"), mark("from {lower} to {upper}")
BETWEEN_PLACES = re.compile(r", | and ")
NEAR = (" near ", " on ")
# What happened at a spot, by what is counted, and whether it happened to prisoners.
HARM: dict[tuple[str, bool], tuple[str, str]] = {
    (Measure.KILLED, False): mark_counted(
        "{count} killed {spot}, {source}", "{count} killed {spot}, {source}"
    ),
    (Measure.INJURED, False): mark_counted(
        "{count} injured {spot}, {source}", "{count} injured {spot}, {source}"
    ),
    (Measure.CASUALTIES, False): mark_counted(
        "{count} killed or injured {spot}, {source}", "{count} killed or injured {spot}, {source}"
    ),
    (Measure.KILLED, True): mark_counted(
        "{count} prisoners died {spot}, {source}", "{count} prisoners died {spot}, {source}"
    ),
    (Measure.INJURED, True): mark_counted(
        "{count} prisoners injured {spot}, {source}", "{count} prisoners injured {spot}, {source}"
    ),
    (Measure.CASUALTIES, True): mark_counted(
        "{count} prisoners killed or injured {spot}, {source}",
        "{count} prisoners killed or injured {spot}, {source}",
    ),
}


def range_of(toll: Toll) -> Sentence:
    """Say a toll as the range over its sources: "34", "4–5", "57 to at least 112".

    An end is said as most of the sources say that give its number.
    """
    low, high = _end(toll, toll.lowest), _end(toll, toll.highest)
    if size_of(toll.lowest) == size_of(toll.highest):
        return Sentence((high,))
    if low.text[:1].isdigit() and high.text[:1].isdigit():
        return Sentence((low, Span("–"), high))
    # "At least 12 to 15" would put both ends under the hedge of one.
    told = RANGE if low.text[:1].isdigit() else FROM
    return sentence(told, lower=Sentence((low,)), upper=Sentence((high,)))


def say_who_says(toll: Toll, *, by_side: bool = False) -> tuple[Sentence, Sentence]:
    """Return the number that is told first, and who says so: rivals each by their own number.

    No side has said a range that its own number and another one's make, and who denies agrees to nothing.
    """
    last = _rivals(toll)
    if not last:
        return range_of(toll), words(who_says(toll.figures, by_side=by_side))
    first = tuple(each for each in toll.figures if each["claimant_side"] not in _sides(last))
    high, low = Toll(first), Toll(last)
    rival = sentence("{rival} {count}", rival=who_says(low.figures), count=range_of(low))
    return range_of(high), sentence("{source}; {rival}", source=who_says(high.figures), rival=rival)


def is_range_of_rivals(toll: Toll) -> bool:
    """Say whether the range of a toll is one that no side has said: its ends are numbers of rivals."""
    return bool(_rivals(toll))


def _sides(figures: Iterable[ReportedFigure]) -> set[str]:
    return {str(figure["claimant_side"]) for figure in figures}


def _rivals(toll: Toll) -> tuple[ReportedFigure, ...]:
    """Return the numbers of the side with the lowest one, where another side fights it or it denies harm."""
    side = str(toll.lowest["claimant_side"])
    own = tuple(figure for figure in toll.figures if figure["claimant_side"] == side)
    others = tuple(figure for figure in toll.figures if figure["claimant_side"] != side)
    if not others or range_of(Toll(own)).text == range_of(Toll(others)).text:
        return ()
    is_side = conflict_of(str(toll.lowest["conflict"])).is_side
    fight = any(is_side(each) for each in _sides(others)) and is_side(side)
    return own if fight or not size_of(toll.lowest) else ()


def _end(toll: Toll, figure: ReportedFigure) -> Span:
    usual = label_count(figure)
    return Span(usual, tuple(str(each["figure_id"]) for each in toll.figures if label_count(each) == usual))


def begin(said: Sentence) -> Sentence:
    """Begin a sentence with a capital letter."""
    first, *others = said.spans
    return Sentence((replace(first, text=capital(first.text)), *others))


def short_place(conflict: str, place: str) -> str:
    """Name a place as short as a headline needs it; of many places, the first and that there are others.

    >>> short_place("", "Pidhorodne hromada near Dnipro"), short_place("", "Kyiv, Dnipro and other cities")
    ('Pidhorodne hromada', 'Kyiv and elsewhere')
    """
    said = name_place(place)
    for word in NEAR:
        said = said.partition(word)[0]
    first, *others = BETWEEN_PLACES.split(said)
    if others and len(said.split()) >= MOST_WORDS_OF_A_PLACE:
        return phrase("{place} and elsewhere", place=say_place(conflict_of(conflict), first))
    return say_place(conflict_of(conflict), " ".join(said.split()[:MOST_WORDS_OF_A_PLACE]))


def name_spot(incident: Incident) -> str:
    """Name where an incident was, as short as a headline needs it."""
    place = _short_place(incident)
    return phrase("all of {place}", place=place) if incident.is_everywhere else place


def at_spot(incident: Incident) -> str:
    """Say where an incident was: in a town, or across a whole country."""
    place = _short_place(incident)
    if not incident.is_everywhere:
        return phrase("in {place}", place=place)
    across, hour = phrase("across {place}", place=place), hour_of(*incident.tolls)
    return phrase("{place} (by {hour})", place=across, hour=hour) if hour else across


def at_spot_of_region(incident: Incident) -> str:
    """Say where an incident was, with its region where the conflict's file does not know the place.

    A town that the file names is one that readers know, or know to be the only one of its name.
    """
    figure = incident.first
    conflict, region = conflict_of(str(figure["conflict"])), str(figure["admin1"])
    town = conflict.find_spot(incident.place, region).town
    known = {each.name.casefold() for each in conflict.file.places}
    if incident.is_everywhere or not region or not town or town in known:
        return at_spot(incident)
    return phrase("in {place}, {region}", place=_short_place(incident), region=say_place(conflict, region))


def _short_place(incident: Incident) -> str:
    return short_place(str(incident.first["conflict"]), incident.place)


def who_says(figures: Iterable[ReportedFigure], *, by_side: bool = False) -> str:
    """Say in few words who gives a number: a side’s sources say, or a body of its own name says.

    In fewer words still, `by_side`, a source of a side says so, whatever its name.
    """
    stated = list(figures)
    speaker = (_as_side(stated) if by_side else None) or _speaker(stated)
    checks = {figure["verification"] for figure in stated}
    if checks == {Verification.INDIVIDUALLY_VERIFIED}:
        said = speaker.verified
    else:
        said = speaker.estimate if checks == {Verification.MODEL_ESTIMATE} else speaker.say
    return phrase(said, **{speaker.blank: speaker.name})


class Speaker(NamedTuple):
    """Who gives a number, with what is said of somebody who does: so many speak, and so they are named."""

    name: str
    blank: str
    say: str
    estimate: str
    verified: str


# A name stands as it is; in the name of sources of a kind, a language may need a case of its own.
ONE = ("name", mark("{name} says"), mark("{name} estimates"), mark("{name} verified"))
MANY = ("name", mark("{name} say"), mark("{name} estimate"), mark("{name} verified"))
ONE_SOURCE = ("sources", mark("{sources} says"), mark("{sources} estimates"), mark("{sources} verified"))
SOURCES = ("sources", mark("{sources} say"), mark("{sources} estimate"), mark("{sources} verified"))
PLURALS = ("officials", "authorities", "media", "Brigades", "Forces", "sides")


def _as_side(stated: list[ReportedFigure]) -> Speaker | None:
    """Name one source of a side by that alone: no side speaks through each of its people."""
    claimants, conflict = (
        {str(figure["claimant"]) for figure in stated},
        conflict_of(str(stated[0]["conflict"])),
    )
    side = str(stated[0]["claimant_side"])
    if len(claimants) > 1 or not conflict.is_side(side):
        return None
    kind = say_adjective(conflict, side, of_one=True)
    return Speaker(phrase("{kind} source", kind=kind), *ONE_SOURCE)


def say_speaks(figure: ReportedFigure) -> str:
    """Say which side speaks, or which body of no side: "the North says", "foreign officials say"."""
    name = name_side(figure)
    return phrase((MANY if name.partition(" (")[0].endswith(PLURALS) else ONE)[1], name=name)


def _speaker(stated: list[ReportedFigure]) -> Speaker:
    claimants = list(dict.fromkeys(str(figure["claimant"]) for figure in stated))
    if len(claimants) == 1:
        name = claimants[0].partition(" (")[0]
        if len(name.split()) <= SHORT_NAME:
            said = with_article(claimants[0]).partition(" (")[0]
            return Speaker(said, *(MANY if name.endswith(PLURALS) else ONE))
    sides = list(dict.fromkeys(str(figure["claimant_side"]) for figure in stated))
    conflict = conflict_of(str(stated[0]["conflict"]))
    if len(sides) == 1:
        return _of_side(conflict, sides[0], is_one=len(claimants) == 1)
    if len(sides) == 2 and all(conflict.is_side(side) for side in sides):
        return Speaker(translate("both sides"), *MANY)
    return Speaker(translate("several sources"), *SOURCES)


def _of_side(conflict: Conflict, side: str, *, is_one: bool) -> Speaker:
    """Name one source or several of a side, or of a kind."""
    kind = say_adjective(conflict, side, of_one=is_one) or _kind(side, is_one=is_one)
    if not kind:
        return (
            Speaker(translate("a source"), *ONE_SOURCE) if is_one else Speaker(translate("sources"), *SOURCES)
        )
    if not is_one:
        return Speaker(phrase("{kind} sources", kind=kind), *SOURCES)
    if kind[:1] in "AEIOaeio":
        return Speaker(phrase("an {kind} source", kind=kind), *ONE_SOURCE)
    return Speaker(phrase("a {kind} source", kind=kind), *ONE_SOURCE)


# What sources of a kind are called, one and several: a language may tell the two apart.
KINDS: dict[str, tuple[str, str]] = {
    Side.UN: mark_counted("UN", "UN"),
    Side.THIRD_STATE: mark_counted("foreign", "foreign"),
    Side.INDEPENDENT: mark_counted("independent", "independent"),
    Side.MEDIA: mark_counted("media", "media"),
}


def _kind(side: str, *, is_one: bool) -> str:
    return translate_counted(*KINDS[side], 1 if is_one else SEVERAL) if side in KINDS else ""


def name_side(figure: ReportedFigure) -> str:
    """Name the side that speaks, within a sentence; a body of no side, or an armed group, by its own name.

    The head of a group of fighters does not speak for the side on which they fight.
    """
    conflict = conflict_of(str(figure["conflict"]))
    side = str(figure["claimant_side"])
    speaks = conflict.is_side(side) and figure["claimant_kind"] != ARMED_GROUP
    return say_side(conflict, side) if speaks else with_article(str(figure["claimant"]))
