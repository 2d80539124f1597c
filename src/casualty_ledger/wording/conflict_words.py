"""The words of a conflict's file in the language that is spoken; as the file has them where it gives none."""

from __future__ import annotations

from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Party
from casualty_ledger.wording.language import now_spoken, phrase, translate


def say_text(conflict: Conflict, text: str) -> str:
    """Say a text of a conflict's file: its title, a monitor's short name, "to the North".

    >>> say_text(conflict_of("russia_ukraine"), "to Ukraine")
    'to Ukraine'
    """
    return conflict.say(text, now_spoken().code)


def say_side(conflict: Conflict, side: str) -> str:
    """Name a side: "the North"."""
    return say_text(conflict, conflict.name_side(side))


def say_adjective(conflict: Conflict, party: str, *, of_one: bool = False) -> str:
    """Say the adjective of a party, as it stands beside one or several; nothing where none is known.

    >>> say_adjective(conflict_of("russia_ukraine"), "both")
    'Ukrainian and Russian'
    """
    adjective = conflict.adjective_of(party)
    if party == Party.BOTH and adjective:
        first, last = (say_adjective(conflict, side, of_one=of_one) for side in conflict.sides)
        return phrase("{first} and {last}", first=first, last=last)
    return conflict.say(adjective, now_spoken().code, of_one=of_one)


def say_forces(conflict: Conflict, party: str) -> str:
    """Name the forces of a party: "Northern forces"."""
    return say_text(conflict, conflict.forces_of(party))


def say_place(conflict: Conflict, place: str) -> str:
    """Name a place as the language does: as the conflict's file says of the whole, else of each part.

    >>> say_place(conflict_of("russia_ukraine"), "Kyiv (hospital)")
    'Kyiv (hospital)'
    """
    base, bracket, inside = place.partition(" (")
    whole = _say_part(conflict, place)
    if whole != place or not bracket:
        return whole if whole != place else _say_parts(conflict, place)
    return f"{_say_parts(conflict, base)} ({_say_parts(conflict, inside.removesuffix(')'))})"


def _say_parts(conflict: Conflict, listed: str) -> str:
    whole = _say_part(conflict, listed)
    if whole != listed:
        return whole
    return ", ".join(_say_part(conflict, part) for part in listed.split(", "))


def _say_part(conflict: Conflict, part: str) -> str:
    said = conflict.say_place(part, now_spoken().code)
    said = translate(part) if said == part else said
    both = part.split(" and ")
    if said != part or len(both) != 2:
        return said
    first, last = (_say_part(conflict, one) for one in both)
    # Two names in two languages would be no name.
    known = first != both[0] and last != both[1]
    return phrase("{first} and {last}", first=first, last=last) if known else part


def name_place_of(figure: ReportedFigure) -> str:
    """Name the place of a figure, or else its region."""
    return say_place(conflict_of(str(figure["conflict"])), str(figure["place"] or figure["admin1"]))


def where_beside(figure: ReportedFigure) -> str:
    """Say the place of a figure behind what it counts; of a whole country, nothing."""
    everywhere = conflict_of(str(figure["conflict"])).is_everywhere(str(figure["place"] or figure["admin1"]))
    return "" if everywhere else f", {name_place_of(figure)}"
