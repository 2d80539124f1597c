"""Measures in words: as a table names them, beside a count, and in a sentence that somebody said.

A loss stands in quotation marks and is never called a death.
"""

from __future__ import annotations

from typing import NamedTuple

from casualty_ledger.vocabulary import Measure


class MeasureWords(NamedTuple):
    """The words of one measure. In the braces stand the count, the people and what agrees with them."""

    name: str
    counted: str
    clause: str


MEASURES: dict[str, MeasureWords] = {
    Measure.KILLED: MeasureWords(
        "killed",
        "{count} {people} killed",
        "{count} {people} {were} killed",
    ),
    Measure.INJURED: MeasureWords(
        "injured",
        "{count} {people} injured",
        "{count} {people} {were} injured",
    ),
    Measure.CASUALTIES: MeasureWords(
        "killed or injured",
        "{count} {people} killed or injured",
        "{count} {people} {were} killed or injured",
    ),
    Measure.LOSSES: MeasureWords(
        "“losses”",
        "{count} {owner} “losses” {beside}",
        "{count} {people} {were} {lost}",
    ),
    Measure.IRRECOVERABLE: MeasureWords(
        "killed, missing or captured",
        "{count} {people} killed, missing or captured",
        "{count} {people} {were} killed, missing or captured",
    ),
    Measure.MISSING: MeasureWords(
        "missing",
        "{count} {people} missing",
        "{count} {people} {were} missing",
    ),
    Measure.NAMED_DEAD: MeasureWords(
        "dead by name",
        "{count} {people} confirmed dead by name",
        "{count} {people} {were} confirmed dead by name",
    ),
    Measure.DIED_OF_HUNGER: MeasureWords(
        "died of hunger",
        "{count} {people} dead of hunger",
        "{count} {people} died of hunger",
    ),
    Measure.DIED_OF_DISEASE: MeasureWords(
        "died of disease",
        "{count} {people} dead of disease",
        "{count} {people} died of disease",
    ),
    Measure.DIED_OF_HUNGER_OR_DISEASE: MeasureWords(
        "died of hunger or disease",
        "{count} {people} dead of hunger or disease",
        "{count} {people} died of hunger or disease",
    ),
    Measure.EXCESS_DEATHS: MeasureWords(
        "excess deaths",
        "{count} excess deaths {beside}",
        "the deaths of {count} {people} {were} above the expected number",
    ),
    Measure.REMAINS_REPATRIATED: MeasureWords(
        "bodies handed over",
        "{count} bodies handed over {beside}",
        "the {bodies} of {count} {people} {were} handed over",
    ),
    Measure.HOSPITALISED: MeasureWords(
        "in hospital",
        "{count} {people} in hospital",
        "{count} {people} {were} in hospital",
    ),
    Measure.CAPTURED: MeasureWords(
        "captured",
        "{count} {people} captured",
        "{count} {people} {were} captured",
    ),
    Measure.SURRENDERED: MeasureWords(
        "surrendered",
        "{count} {people} surrendered",
        "{count} {people} surrendered",
    ),
    Measure.EXCHANGED: MeasureWords(
        "exchanged",
        "{count} {people} returned in an exchange",
        "{count} {people} {were} returned in an exchange",
    ),
    Measure.RELEASED_OTHERWISE: MeasureWords(
        "returned outside an exchange",
        "{count} {people} returned outside an exchange",
        "{count} {people} {were} returned outside an exchange",
    ),
    Measure.HELD: MeasureWords(
        "held",
        "{count} {people} held",
        "{count} {people} {were} held",
    ),
    Measure.REGISTERED_BY_ICRC: MeasureWords(
        "registered by the ICRC",
        "{count} {people} registered by the ICRC",
        "{count} {people} {were} registered by the ICRC",
    ),
    Measure.DIED_IN_CAPTIVITY: MeasureWords(
        "died in captivity",
        "{count} {people} died in captivity",
        "{count} {people} died in captivity",
    ),
    Measure.EXECUTED_ALLEGED: MeasureWords(
        "allegedly executed",
        "{count} {people} allegedly executed",
        "{count} {people} {were} allegedly executed",
    ),
    Measure.EXECUTED_VERIFIED: MeasureWords(
        "executed, verified",
        "{count} {people} executed, verified",
        "{count} {people} {were} executed",
    ),
    Measure.VISITED: MeasureWords(
        "visited",
        "{count} {people} visited",
        "{count} {people} {were} visited",
    ),
    Measure.INTERVIEWED: MeasureWords(
        "interviewed",
        "{count} {people} interviewed",
        "{count} {people} {were} interviewed",
    ),
    Measure.DETAINED: MeasureWords(
        "detained",
        "{count} {people} detained",
        "{count} {people} {were} detained",
    ),
    Measure.DEPORTED: MeasureWords(
        "deported or abducted",
        "{count} {people} deported or abducted",
        "{count} {people} {were} deported or abducted",
    ),
    Measure.RETURNED: MeasureWords(
        "returned",
        "{count} deported {people} brought back",
        "{count} deported {people} {were} brought back",
    ),
    Measure.SEXUAL_VIOLENCE: MeasureWords(
        "subjected to sexual violence",
        "{count} {people} subjected to sexual violence",
        "{count} {people} {were} subjected to sexual violence",
    ),
}
