"""Names as the ledger has them: places of a conflict's file, claimants of the register; else nominatives."""

from __future__ import annotations

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.intake.articles.candidate import NARRATOR, Candidate
from casualty_ledger.intake.articles.forms import nominative
from casualty_ledger.sources.registry import Register

NO_REGISTER = Register({}, {})


def place_in_ledger(candidate: Candidate, language: str) -> str:
    """Return the place of a candidate as the file of its conflict names it, else in the nominative."""
    place = candidate.place or ""
    own = conflict_of(candidate.conflict).name_place(place)
    return own if own != place or not place else nominative(place, language)


def claimant_in_ledger(candidate: Candidate, language: str, register: Register) -> str:
    """Return the claimant of a candidate as the register names it, else in the nominative; "" for nobody."""
    if candidate.claimant == NARRATOR:
        return ""
    plain = nominative(candidate.claimant, language)
    found = (register.claimant(each) for each in (candidate.claimant, plain))
    return next((source.name for source in found if source.is_registered), plain)
