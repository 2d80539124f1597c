"""Tolls in words: the range over all who report it, each end traced; and who they are, in few words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Side, Verification
from casualty_ledger.week.incidents import Incident, name_place
from casualty_ledger.week.tolls import Toll, size_of
from casualty_ledger.wording.claimant_names import begin_with, with_article
from casualty_ledger.wording.labels import label_count
from casualty_ledger.wording.traced_text import Sentence, Span

# A name of more words than these is told by its side in a headline.
SHORT_NAME = 3
MOST_WORDS_OF_A_PLACE = 4
NEAR = (" near ", " and ", " on ")


def range_of(toll: Toll) -> Sentence:
    """Say a toll as the range over its sources: "34", "4–5", "57 to at least 112".

    An end is said as most of the sources say that give its number.
    """
    low, high = _end(toll, size_of(toll.lowest)), _end(toll, size_of(toll.highest))
    if size_of(toll.lowest) == size_of(toll.highest):
        return Sentence((high,))
    dash = "–" if low.text[:1].isdigit() and high.text[:1].isdigit() else " to "
    return Sentence((low, Span(dash), high))


def _end(toll: Toll, size: int) -> Span:
    said = [label_count(figure) for figure in toll.figures if size_of(figure) == size]
    usual = max(reversed(said), key=said.count)
    return Span(usual, tuple(str(each["figure_id"]) for each in toll.figures if label_count(each) == usual))


def begin(sentence: Sentence) -> Sentence:
    """Begin a sentence with a capital letter."""
    first, *others = sentence.spans
    return Sentence((replace(first, text=capital(first.text)), *others))


def short_place(place: str) -> str:
    """Name a place as short as a headline needs it.

    >>> short_place("Pidhorodne hromada near Dnipro")
    'Pidhorodne hromada'
    """
    said = name_place(place)
    for word in NEAR:
        said = said.partition(word)[0]
    return " ".join(said.split()[:MOST_WORDS_OF_A_PLACE])


def name_spot(incident: Incident) -> str:
    """Name where an incident was, as short as a headline needs it."""
    place = short_place(incident.place)
    return f"all of {place}" if incident.is_everywhere else place


def at_spot(incident: Incident) -> str:
    """Say where an incident was: in a town, or across a whole country."""
    place = short_place(incident.place)
    return f"across {place}" if incident.is_everywhere else f"in {place}"


def who_says(figures: Iterable[ReportedFigure], *, begins: bool = False) -> str:
    """Say in few words who gives a number: a side’s sources say, or a body of its own name says."""
    stated = list(figures)
    name, is_many = _name(stated)
    estimated = all(figure["verification"] == Verification.MODEL_ESTIMATE for figure in stated)
    verb = "estimate" if estimated else "say"
    said = f"{name} {verb}{'' if is_many else 's'}"
    if all(figure["verification"] == Verification.INDIVIDUALLY_VERIFIED for figure in stated):
        said = f"{name} verified"
    return capital(said) if begins else said


def _name(stated: list[ReportedFigure]) -> tuple[str, bool]:
    """Name the sources, and say whether they are many."""
    claimants = list(dict.fromkeys(str(figure["claimant"]) for figure in stated))
    sides = {str(figure["claimant_side"]) for figure in stated}
    conflict = conflict_of(str(stated[0]["conflict"]))
    if len(claimants) == 1:
        name = claimants[0].partition(" (")[0]
        if len(name.split()) <= SHORT_NAME:
            return with_article(name), name.endswith(("officials", "authorities", "media"))
    fighting = {side for side in sides if conflict.is_side(side)}
    if len(sides) == 1:
        (side,) = sides
        kind = conflict.adjective_of(side) or KINDS.get(side, "")
        if len(claimants) == 1:
            return (f"{_article(kind)} {kind} source" if kind else "a source"), False
        return f"{kind} sources".strip(), True
    return ("both sides", True) if len(fighting) == len(sides) == 2 else ("several sources", True)


KINDS: dict[str, str] = {
    Side.UN: "UN",
    Side.THIRD_STATE: "foreign",
    Side.INDEPENDENT: "independent",
    Side.MEDIA: "media",
}


def _article(kind: str) -> str:
    return "an" if kind[:1] in "AEIOaeio" else "a"


def name_side(figure: ReportedFigure) -> str:
    """Name the side that speaks, for a headline; a body of no side by its own name."""
    conflict = conflict_of(str(figure["conflict"]))
    side = str(figure["claimant_side"])
    return (
        capital(conflict.name_side(side)) if conflict.is_side(side) else begin_with(str(figure["claimant"]))
    )


def listed_claimants(claimants: Iterable[str], most: int = 2) -> str:
    """Name sources, the first few and how many more."""
    named = list(claimants)
    more = f" and {len(named) - most} more" if len(named) > most else ""
    return "; ".join(named[:most]) + more
