"""Measures in words: as a table names them, beside a count, and in a sentence that somebody said.

A loss stands in quotation marks and is never called a death.
"""

from __future__ import annotations

from typing import NamedTuple

from casualty_ledger.vocabulary import Measure
from casualty_ledger.wording.counts import ADDED_TO_LIST, IN_EXCHANGES, TO_BE_EXCHANGED
from casualty_ledger.wording.language import mark, translate


class MeasureWords(NamedTuple):
    """The words of one measure. In the braces stand the count, the people and what agrees with them."""

    name: str
    counted: str
    clause: str


MEASURES: dict[str, MeasureWords] = {
    Measure.KILLED: MeasureWords(
        mark("killed"),
        mark("{count} {people} killed"),
        mark("{count} {people} {were} killed"),
    ),
    Measure.INJURED: MeasureWords(
        mark("injured"),
        mark("{count} {people} injured"),
        mark("{count} {people} {were} injured"),
    ),
    Measure.CASUALTIES: MeasureWords(
        mark("killed or injured"),
        mark("{count} {people} killed or injured"),
        mark("{count} {people} {were} killed or injured"),
    ),
    Measure.LOSSES: MeasureWords(
        mark("“losses”"),
        mark("{count} {owner} “losses” {beside}"),
        mark("{count} {people} {were} {lost}"),
    ),
    Measure.IRRECOVERABLE: MeasureWords(
        mark("killed, missing or captured"),
        mark("{count} {people} killed, missing or captured"),
        mark("{count} {people} {were} killed, missing or captured"),
    ),
    Measure.MISSING: MeasureWords(
        mark("missing"),
        mark("{count} {people} missing"),
        mark("{count} {people} {were} missing"),
    ),
    Measure.NAMED_DEAD: MeasureWords(
        mark("dead by name"),
        mark("{count} {people} confirmed dead by name"),
        mark("{count} {people} {were} confirmed dead by name"),
    ),
    Measure.DIED_OF_HUNGER: MeasureWords(
        mark("died of hunger"),
        mark("{count} {people} dead of hunger"),
        mark("{count} {people} died of hunger"),
    ),
    Measure.DIED_OF_DISEASE: MeasureWords(
        mark("died of disease"),
        mark("{count} {people} dead of disease"),
        mark("{count} {people} died of disease"),
    ),
    Measure.DIED_OF_HUNGER_OR_DISEASE: MeasureWords(
        mark("died of hunger or disease"),
        mark("{count} {people} dead of hunger or disease"),
        mark("{count} {people} died of hunger or disease"),
    ),
    Measure.EXCESS_DEATHS: MeasureWords(
        mark("excess deaths"),
        mark("{count} excess deaths {beside}"),
        mark("the deaths of {count} {people} {were} above the expected number"),
    ),
    Measure.REMAINS_REPATRIATED: MeasureWords(
        mark("bodies handed over"),
        mark("{count} bodies handed over {beside}"),
        mark("the {bodies} of {count} {people} {were} handed over"),
    ),
    Measure.HOSPITALISED: MeasureWords(
        mark("in hospital"),
        mark("{count} {people} in hospital"),
        mark("{count} {people} {were} in hospital"),
    ),
    Measure.CAPTURED: MeasureWords(
        mark("captured"),
        mark("{count} {people} captured"),
        mark("{count} {people} {were} captured"),
    ),
    Measure.SURRENDERED: MeasureWords(
        mark("surrendered"),
        mark("{count} {people} surrendered"),
        mark("{count} {people} surrendered"),
    ),
    Measure.EXCHANGED: MeasureWords(
        mark("exchanged"),
        mark("{count} {people} returned in an exchange"),
        mark("{count} {people} {were} returned in an exchange"),
    ),
    Measure.RELEASED_OTHERWISE: MeasureWords(
        mark("returned outside an exchange"),
        mark("{count} {people} returned outside an exchange"),
        mark("{count} {people} {were} returned outside an exchange"),
    ),
    Measure.HELD: MeasureWords(
        mark("held"),
        mark("{count} {people} held"),
        mark("{count} {people} {were} held"),
    ),
    Measure.REGISTERED_BY_ICRC: MeasureWords(
        mark("registered by the ICRC"),
        mark("{count} {people} registered by the ICRC"),
        mark("{count} {people} {were} registered by the ICRC"),
    ),
    Measure.DIED_IN_CAPTIVITY: MeasureWords(
        mark("died in captivity"),
        mark("{count} {people} died in captivity"),
        mark("{count} {people} died in captivity"),
    ),
    Measure.EXECUTED_ALLEGED: MeasureWords(
        mark("allegedly executed"),
        mark("{count} {people} allegedly executed"),
        mark("{count} {people} {were} allegedly executed"),
    ),
    Measure.EXECUTED_VERIFIED: MeasureWords(
        mark("executed, verified"),
        mark("{count} {people} executed, verified"),
        mark("{count} {people} {were} executed"),
    ),
    Measure.VISITED: MeasureWords(
        mark("visited"),
        mark("{count} {people} visited"),
        mark("{count} {people} {were} visited"),
    ),
    Measure.INTERVIEWED: MeasureWords(
        mark("interviewed"),
        mark("{count} {people} interviewed"),
        mark("{count} {people} {were} interviewed"),
    ),
    Measure.DETAINED: MeasureWords(
        mark("detained"),
        mark("{count} {people} detained"),
        mark("{count} {people} {were} detained"),
    ),
    Measure.DEPORTED: MeasureWords(
        mark("deported or abducted"),
        mark("{count} {people} deported or abducted"),
        mark("{count} {people} {were} deported or abducted"),
    ),
    Measure.RETURNED: MeasureWords(
        mark("returned"),
        mark("{count} deported {people} brought back"),
        mark("{count} deported {people} {were} brought back"),
    ),
    Measure.SEXUAL_VIOLENCE: MeasureWords(
        mark("subjected to sexual violence"),
        mark("{count} {people} subjected to sexual violence"),
        mark("{count} {people} {were} subjected to sexual violence"),
    ),
}


# Words for what is no measure of its own: how much a list of the dead grew, a total of exchanges, a plan.
WORDS = MEASURES | {
    IN_EXCHANGES: MeasureWords(
        mark("exchanged"),
        mark("{count} {people} returned in exchanges"),
        mark("{count} {people} {were} returned in exchanges"),
    ),
    TO_BE_EXCHANGED: MeasureWords(
        mark("to be exchanged"),
        mark("{count} {people} to be returned in an exchange"),
        mark("{count} {people} {were} to be returned in an exchange"),
    ),
    ADDED_TO_LIST: MeasureWords(
        mark("names added to the list of the dead"),
        mark("{count} {people} added to the list of the dead, whenever they died"),
        mark("{count} {people} {were} added to the list of the dead"),
    ),
}


def name_measure(measure: str) -> str:
    """Name a measure as a table does.

    >>> name_measure("losses")
    '“losses”'
    """
    return translate(WORDS[measure].name)
