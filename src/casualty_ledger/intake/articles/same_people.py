"""Whose people a number counts where its sentence tells no place of its own: those counted just before."""

from __future__ import annotations

from casualty_ledger.intake.articles.context import Kept
from casualty_ledger.intake.articles.found import HARM, Found
from casualty_ledger.intake.articles.parties import OWN_WORD, PLACE, SUBJECT, TEXT
from casualty_ledger.intake.articles.places import Place

TOLD, NEAR = (OWN_WORD, SUBJECT), 2


def party_before(
    found: Found, why: str, place: Place | None, claimant: str, at: int, kept: Kept
) -> tuple[str, str] | None:
    """Return the party of the figure before, where only a place carried from elsewhere speaks for another."""
    carried = why == TEXT or (why == PLACE and place is not None and place.sentence is not None)
    if not carried or not kept or found.measure not in HARM or found.number.is_zero:
        return None
    last, where = kept[-1][2], kept[-1][1]
    alike = last.measure in HARM and last.claimant == claimant and last.reasons["party"] in TOLD
    return (last.party, last.reasons["party"]) if alike and at - where <= NEAR else None
