"""Readings: how the words of a recorded sheet become the words of the ledger, column by column.

Nothing of what was said is changed here; columns are added beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

import pandas as pd

from casualty_ledger.errors import UnknownWord
from casualty_ledger.ledger.refusals import Problems
from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.recorded_words import (
    RECORDED_MEASURES,
    RECORDED_POPULATIONS,
    RECORDED_SIDES,
    RECORDED_VERIFICATIONS,
)
from casualty_ledger.vocabulary import (
    Basis,
    Hedge,
    Measure,
    Party,
    Population,
    Side,
    Verification,
)

RETURNED_OUTSIDE_AN_EXCHANGE = r"goodwill transfer|outside an exchange|one-sided transfer|third country"
EXECUTED = r"\bexecut(?:ed|ions?)\b"
NO_EXECUTION = r"different concept"
VERIFIED_EXECUTION = r"^UN verification"
RUSSIA_ANYWHERE = r"\(Russia\)|Russian regions"
RUSSIA_AS_PLACE = r"^Russia$|^Russia \(|^Kursk, Belgorod"
BOTH_IN_PLACE = r"both sides"
UNSTATED_IN_PLACE = r"Russia incl\."


Found = TypeVar("Found")


def look_up(table: Mapping[str, Found], what: str, text: str) -> Found:
    """Return what a recorded word stands for.

    Errors: UnknownWord.
    """
    if text not in table:
        allowed = ", ".join(word for word in table if word)
        raise UnknownWord(found=text, what=what, hint=did_you_mean(text, table), allowed=allowed)
    return table[text]


def parse_measure(text: str) -> Measure:
    """Return the measure that a recorded word stands for; losses stay losses."""
    return look_up(RECORDED_MEASURES, "measure", text)


def parse_population(text: str) -> tuple[Population, str, str]:
    """Return population, sex and subgroup that a recorded word stands for."""
    return look_up(RECORDED_POPULATIONS, "population", text)


def parse_side(text: str) -> Side:
    """Return the side that a recorded word stands for."""
    return look_up(RECORDED_SIDES, "side", text)


def parse_verification(text: str) -> Verification | None:
    """Return who has checked a figure, or None where the recorded word does not say."""
    return look_up(RECORDED_VERIFICATIONS, "verification", text)


def parse_hedge(text: str) -> Hedge:
    """Return the hedge of this name."""
    return look_up({str(hedge): hedge for hedge in Hedge}, "hedge", text)


def parse_basis(text: str) -> Basis:
    """Return the basis of this name."""
    return look_up({str(basis): basis for basis in Basis}, "basis", text)


def parse_party(text: str) -> Party | None:
    """Return the party of this name, or None where none is recorded."""
    return look_up({str(party): party for party in Party}, "party", text) if text else None


def read_measures(problems: Problems, recorded: pd.Series) -> pd.Series:
    """Tell returns outside an exchange, and executions, from what the sheets file them under."""
    method, note = problems.distinct("method"), problems.distinct("note")
    returned = (recorded == Measure.EXCHANGED) & method.contains(RETURNED_OUTSIDE_AN_EXCHANGE)
    said = method.contains(EXECUTED, case=False) | note.contains(EXECUTED, case=False)
    denied = method.contains(NO_EXECUTION) | note.contains(NO_EXECUTION)
    executed = (recorded == Measure.DIED_IN_CAPTIVITY) & said & ~denied
    verified = executed & method.contains(VERIFIED_EXECUTION)
    measures = recorded.mask(returned, str(Measure.RELEASED_OTHERWISE))
    measures = measures.mask(executed, str(Measure.EXECUTED_ALLEGED))
    return measures.mask(verified, str(Measure.EXECUTED_VERIFIED))


def read_parties(problems: Problems, recorded: pd.Series) -> pd.Series:
    """Give civilians whose party is not recorded the country of the place where they were harmed."""
    place, admin1 = problems.distinct("place"), problems.distinct("admin1")
    in_russia = place.contains(f"{RUSSIA_ANYWHERE}|{RUSSIA_AS_PLACE}") | admin1.contains(RUSSIA_ANYWHERE)
    by_place = pd.Series(str(Party.UKRAINE), index=recorded.index, dtype="str")
    by_place = by_place.mask(in_russia, str(Party.RUSSIA))
    for words, party in ((BOTH_IN_PLACE, Party.BOTH), (UNSTATED_IN_PLACE, Party.UNSTATED)):
        by_place = by_place.mask(place.contains(words) | admin1.contains(words), str(party))
    return recorded.fillna(by_place.mask(problems.rows["place"] == "", str(Party.UNSTATED)))


NEARLY = re.compile(r"(?:^|; )(?:relay: |wording is |wording )?(?:nearly|almost|just under) ([0-9][0-9,.]*)")


def read_hedges(problems: Problems, recorded: pd.Series) -> pd.Series:
    """Mend "nearly" recorded as "about" and "N so far" as "exact"; say where there are words but no number.

    "thousands" in the note of a row without a number is a bound of its own.
    """
    rows, note = problems.rows, problems.distinct("note")
    scope = problems.distinct("scope").extract(NEARLY)
    said = scope.where(scope != "", note.extract(NEARLY)).str.replace(r"[,.]", "", regex=True)
    nearly = (said != "") & (said == rows["value"])
    hedges = recorded.mask((recorded == Hedge.ABOUT) & nearly, str(Hedge.NEARLY))
    so_far = problems.distinct("value").contains(r"so far\s*$", case=False)
    hedges = hedges.mask((recorded == Hedge.EXACT) & so_far, str(Hedge.AT_LEAST))
    wordless = (rows["value"] == "") & (rows["lower"] == "") & (rows["upper"] == "")
    hedges = hedges.mask(wordless, str(Hedge.UNQUANTIFIED))
    return hedges.mask(wordless & note.contains(r"^only said thousands"), str(Hedge.THOUSANDS))
