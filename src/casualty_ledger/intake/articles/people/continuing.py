"""Whom a number counts that has no word of its own for them: those counted before it."""

from __future__ import annotations

from casualty_ledger.intake.articles.candidate import Candidate
from casualty_ledger.intake.articles.context import Context, Kept
from casualty_ledger.intake.articles.measures.found import Found
from casualty_ledger.intake.articles.numbers.counted import NOTHING
from casualty_ledger.intake.articles.people.parties import (
    CLAIMED,
    NOTHING_SAID,
    OWN_WORD,
    PLACE,
    SUBJECT,
    TEXT,
)
from casualty_ledger.intake.articles.people.people import FIGHTERS, FOLLOWING, IN_CAPTIVITY

# What befalls fighters who are not taken.
IN_FIELD = ("killed", "injured", "missing")
SUCH, NEAR_SUCH = ("such", "таких", "такі", "такие", "подобн", "подібн"), 2
MOST_BACK, FARTHEST_BACK, LEAST_OF_MANY = 3, 2, 100
UNSAID, TOLD = (TEXT, NOTHING_SAID, PLACE, CLAIMED), (OWN_WORD, SUBJECT, CLAIMED)


def counted_before(found: Found, claimant: str, at: int, context: Context, kept: Kept) -> str:
    """Return who was counted just before: in the sentence, or by the same claimant if no place is named."""
    if kept and at - kept[-1][1] <= 1 and are_such(found, at, context):
        return kept[-1][2].population
    if kept and kept[-1][1] == at:
        last = kept[-1][2]
        return "" if last.population == "child" and not _is_about(last, found) else _fighters_of(last, found)
    if any(not place.is_whole for place in context.places[at]):
        return ""
    told = (
        _fighters_of(one, found)
        for _, where, one in reversed(kept[-MOST_BACK:])
        if at - where <= FARTHEST_BACK
        and (one.claimant == claimant or _is_count_of_same(one, found))
        and _is_alike(one, found)
    )
    return next(told, "")


def are_such(found: Found, at: int, context: Context) -> bool:
    """Say whether a number counts such as were told of before: "268 such killings", «семь таких смертей»."""
    words = context.sentences[at].tokens[found.number.last + 1 : found.number.last + 1 + NEAR_SUCH]
    return any(token.low.startswith(SUCH) for token in words)


def _is_count_of_same(one: Candidate, found: Found) -> bool:
    """Say whether somebody else counts the fighters whom an account has counted just before."""
    return one.population in FIGHTERS and one.measure in (found.measure, "losses") and not one.cumulative


def _fighters_of(one: Candidate, found: Found) -> str:
    """Return whom a figure counted; where those were taken prisoner, the killed beside them were fighters."""
    taken = one.population == "pow" and one.measure == "captured" and found.measure in IN_FIELD
    return "military" if taken else one.population


def _is_alike(one: Candidate, found: Found) -> bool:
    """Say whether a bare number may go on to count the people of another: fighters, or its own measure's."""
    return one.population in FIGHTERS or (one.population != "unspecified" and _is_about(one, found))


def _is_about(one: Candidate, found: Found) -> bool:
    """Say whether what is told is about a group of people: those brought home, or a large whole."""
    whole = one.subset_of is None and (one.value or 0) >= LEAST_OF_MANY
    return found.measure in FOLLOWING or (whole and one.measure in ("killed", "injured"))


def continued(
    found: Found, why: str, same: Candidate | None, claimant: str, where: str | None, kept: Kept
) -> Candidate | None:
    """Return the figure before whose people a number without a noun of its own goes on to count.

    `where`: the number's place; fighters of another place are others.
    """
    goes_on = why in UNSAID or (found.measure in IN_CAPTIVITY and why != OWN_WORD)
    if not kept or not goes_on:
        return None
    last = kept[-1][2]
    alike = next((one for _, _, one in reversed(kept[-MOST_BACK:]) if one.measure == found.measure), last)
    told = alike.reasons["party"] in TOLD
    if found.measure in IN_CAPTIVITY and alike.measure == found.measure and told and why in UNSAID:
        return alike
    goes_on = alike.measure == found.measure or alike.population in FIGHTERS
    if why == CLAIMED and goes_on and alike.claimant == claimant:
        return alike
    of_fighters = alike.measure == found.measure and alike.population in FIGHTERS
    if why == NOTHING_SAID and of_fighters:
        return alike
    if _names_people(found):
        return None
    if same and same.claimant == claimant and same.reasons["party"] in TOLD:
        return same
    if of_fighters and told and where in (None, alike.place):
        return alike
    return last if why == NOTHING_SAID else None


def _names_people(found: Found) -> bool:
    return found.counted.population not in ("", "person")


def is_of_third(found: Found, at: int, context: Context) -> bool:
    """Say whether fighters, or a bare number, are of a party beside the sides of whom the text spoke."""
    who = found.counted.population in FIGHTERS or found.counted.kind == NOTHING or found.is_part
    return (who or not _names_people(found)) and bool({at, at - 1} & context.third[1])
