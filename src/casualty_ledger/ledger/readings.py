"""Readings: how the words of a recorded sheet become the words of the ledger, column by column.

Nothing of what was said is changed here; columns are added beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

import pandas as pd

from casualty_ledger.conflicts.conflict import UNSTATED, Conflict
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.conflicts.reading import is_name, name_like
from casualty_ledger.errors import CasualtyLedgerError, ConflictMisnamed, UnknownInConflict, UnknownWord
from casualty_ledger.ledger.distinct import Distinct, firsts_of, number_distinct
from casualty_ledger.ledger.grades import CIVIL
from casualty_ledger.ledger.refusals import Problems
from casualty_ledger.parsing.near_words import did_you_mean_one
from casualty_ledger.recorded_words import (
    RECORDED_MEASURES,
    RECORDED_POPULATIONS,
    RECORDED_VERIFICATIONS,
    People,
)
from casualty_ledger.sources.registry import UNNAMED_KIND, Source
from casualty_ledger.vocabulary import (
    Basis,
    Hedge,
    Measure,
    Party,
    Side,
    Verification,
)

RETURNED_OUTSIDE_AN_EXCHANGE = r"goodwill transfer|outside an exchange|one-sided transfer|third country"
RECORDED_WORD = re.compile(r"[^\W_]\w{0,39}")
EXECUTED = r"\bexecut(?:ed|ions?)\b"
NO_EXECUTION = r"different concept"
VERIFIED_EXECUTION = r"^UN verification"


Found = TypeVar("Found")
# More words than these are on a page of their own.
MOST_LISTED, WORDS_PAGE = 12, "data/raw/recorded/README.md"


class WordMissing(CasualtyLedgerError):
    """A cell that needs a word of the vocabulary and is empty."""

    template = "No {what} is stated. Allowed: {allowed}."


def look_up(table: Mapping[str, Found], what: str, text: str) -> Found:
    """Return what a recorded word stands for.

    Errors: UnknownWord, WordMissing.
    """
    if text not in table:
        words = [word for word in table if word]
        allowed = ", ".join(words) if len(words) <= MOST_LISTED else f"the words that {WORDS_PAGE} lists"
        if not text:
            raise WordMissing(what=what, allowed=allowed)
        raise UnknownWord(found=text, what=what, hint=did_you_mean_one(text, table), allowed=allowed)
    return table[text]


def parse_measure(text: str) -> Measure:
    """Return the measure that a recorded word stands for; losses stay losses."""
    return look_up(RECORDED_MEASURES, "measure", text)


def parse_population(text: str) -> People:
    """Return the people that a recorded word stands for."""
    return look_up(RECORDED_POPULATIONS, "population", text)


def parse_verification(text: str) -> Verification | None:
    """Return who has checked a figure, or None where the recorded word does not say."""
    return look_up(RECORDED_VERIFICATIONS, "verification", text)


def parse_hedge(text: str) -> Hedge:
    """Return the hedge of this name."""
    return look_up({str(hedge): hedge for hedge in Hedge}, "hedge", text)


def parse_basis(text: str) -> Basis:
    """Return the basis of this name."""
    return look_up({str(basis): basis for basis in Basis}, "basis", text)


def parse_conflict(text: str) -> str:
    """Return the name of a conflict; a row that names none is of an unstated one.

    Errors: ConflictMisnamed.

    >>> parse_conflict("Russia_Ukraine "), parse_conflict("")
    ('russia_ukraine', 'unstated')
    """
    name = text.strip().lower() or UNSTATED
    if name != UNSTATED and not is_name(name):
        raise ConflictMisnamed(found=text, meant=name_like(text))
    return name


def parse_party(conflict: str, text: str) -> str:
    """Return a party of a conflict as it is recorded, or nothing where none is.

    Errors: UnknownWord, where the conflict's file has no such party.
    """
    known = conflict_of(conflict)
    return _look_up_in(known, [*known.parties, *Party.words()], "party", text) if text else ""


def parse_side(conflict: str, text: str) -> str:
    """Return the side on which a claimant speaks in a conflict, as it is recorded.

    Errors: UnknownWord, where the conflict's file has no such side.
    """
    known = conflict_of(conflict)
    return _look_up_in(known, [*known.sides, *Side.words()], "side", text) if text else str(Side.UNSTATED)


def registered_side(conflict: str, who: Source) -> str:
    """Return the side on which the register says that a claimant speaks; "" where it says none.

    A name that anybody may bear has none, and a side of one war says nothing of another.
    """
    is_known = who.side in conflict_of(conflict).sides or who.side in Side.words()
    is_told = who.side != Side.UNSTATED and who.kind != UNNAMED_KIND
    return who.side if is_known and is_told else ""


def _look_up_in(conflict: Conflict, words: Iterable[str], what: str, text: str) -> str:
    table = {word: word for word in words}
    table |= {word: stands for word, stands in conflict.file.other_words.items() if stands in table}
    if text in table:
        return table[text]
    if conflict.is_filed:
        facts = {
            "conflict": conflict.name,
            "hint": did_you_mean_one(text, table),
            "allowed": ", ".join(table),
        }
        raise UnknownInConflict(found=text, what=what, **facts)
    if not RECORDED_WORD.fullmatch(text):
        raise UnknownWord(found=text, what=what, hint="", allowed="small letters, digits and _")
    return text


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


def read_parties(recorded: pd.Series, people: pd.DataFrame, problems: Problems) -> pd.Series:
    """Let the place decide whose civilians were harmed, where no party is recorded.

    Of anybody else nobody knows whose people they are. Columns of `people`: conflict, population.
    """
    facts = [people["conflict"].fillna(UNSTATED), problems.rows["place"], problems.rows["admin1"]]
    numbers = number_distinct(facts)
    kinds = zip(*(fact.iloc[firsts_of(numbers)].tolist() for fact in facts), strict=True)
    whose = [conflict_of(conflict).whose_place(place, region) for conflict, place, region in kinds]
    by_place = Distinct(whose, numbers, recorded.index).each(str)
    decided = by_place.where(people["population"].isin(CIVIL), str(Party.UNSTATED))
    return recorded.mask(recorded.fillna("") == "", decided)


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
