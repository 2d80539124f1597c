"""Explained names: what stands around a name and tells why it is there, other than harm."""

from __future__ import annotations

from casualty_ledger.ledger.privacy import contexts, place_contexts
from casualty_ledger.ledger.privacy.surroundings import Surroundings
from casualty_ledger.parsing.personal_names import Surety


def is_place(named: Surroundings) -> bool:
    """Say whether a place, a ship or a body bears the name, or is counted in."""
    if named.follows(
        place_contexts.BEFORE_PLACED, place_contexts.NAMESAKE, place_contexts.IN_SHELLING
    ) or named.goes_before(
        place_contexts.PLACED_AFTER,
        place_contexts.IS_SHELLED,
        contexts.COUNTS_HARMED,
        contexts.MANY_HARMED,
        contexts.CITED,
    ):
        return True
    if place_contexts.SAINTED.match(named.words.lower()) or place_contexts.ENDS_IN_KIND.search(
        named.words.lower()
    ):
        return True
    if not named.full and (
        named.follows(contexts.AT_ANOTHER_PLACE)
        or named.goes_before(contexts.COUNTED, contexts.ANOTHER_HARMED)
    ):
        return True
    amid = contexts.AMID_PLACE if named.surety == Surety.CERTAIN else contexts.AT_PLACE
    return named.follows(amid) and not named.goes_before(contexts.OF_KIN)


def speaks(named: Surroundings) -> bool:
    """Say whether the words around a name tell that its bearer says something."""
    if named.follows(contexts.QUOTED, contexts.BYLINE) or named.goes_before(
        contexts.SPEAKING, contexts.WRITES
    ):
        return True
    states = named.goes_before(contexts.TOPIC, contexts.STATED, contexts.COUNTS_AFTER)
    return states and not named.follows(contexts.AFTER_HARM)


def holds_office(named: Surroundings) -> bool:
    """Say whether an office or a body explains a name: its bearer may have been harmed nevertheless."""
    return named.follows(contexts.IN_OFFICE, contexts.FOR_BODY) or named.goes_before(
        contexts.HOLDS_OFFICE, contexts.OWNS
    )
