"""Interest, verification and the Admiralty grade: rules that anybody can check, the same for both sides.

Reliability follows from the kind of body and its interest, credibility from who has checked the figure.
What cannot be judged is F and 6; no rule pretends to more.
"""

from __future__ import annotations

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.vocabulary import (
    CIVIL_POPULATIONS,
    MONITOR_KINDS,
    Credibility,
    Interest,
    Population,
    Reliability,
    Verification,
)

CIVIL = (*CIVIL_POPULATIONS, Population.CIVILIAN_DETAINEES)

RELIABILITY_OF_KIND: dict[str, Reliability] = {
    "un_body": Reliability.B,
    "humanitarian_organisation": Reliability.B,
    "monitor": Reliability.B,
    "research_body": Reliability.C,
    "third_state_government": Reliability.C,
    "news_outlet": Reliability.C,
    "social_media": Reliability.F,
    "compiled": Reliability.F,
    "joint_statement": Reliability.F,
    "unnamed": Reliability.F,
    "unregistered": Reliability.F,
}

RELIABILITY_OF_INTEREST: dict[Interest, Reliability] = {
    Interest.OWN_LOSS: Reliability.C,
    Interest.ENEMY_LOSS: Reliability.D,
    Interest.THIRD_PARTY: Reliability.C,
    Interest.MONITOR: Reliability.B,
}

CREDIBILITY: dict[Verification, Credibility] = {
    Verification.ACKNOWLEDGED_BY_PERPETRATOR: Credibility.ONE,
    Verification.CORROBORATED: Credibility.ONE,
    Verification.INDIVIDUALLY_VERIFIED: Credibility.TWO,
    Verification.VISUALLY_CONFIRMED: Credibility.TWO,
    Verification.MODEL_ESTIMATE: Credibility.THREE,
    Verification.CONTESTED: Credibility.FOUR,
    Verification.DISCOUNTED: Credibility.FIVE,
    Verification.RETRACTED: Credibility.FIVE,
    Verification.SINGLE_SOURCE: Credibility.SIX,
    Verification.BELLIGERENT_OWN: Credibility.SIX,
    Verification.BELLIGERENT_ENEMY: Credibility.SIX,
    Verification.BELLIGERENT_OTHER: Credibility.SIX,
}


def find_interest(
    conflict: str, side: str, kind: str, party: str, population: str, in_own_area: bool
) -> Interest:
    """Say what the claimant has to do with the people counted.

    `in_own_area` says that claimant or place tell of an area that the side holds: of civilians, those
    there are its own people too, whatever party the sheet names, or none.

    >>> str(find_interest("russia_ukraine", "ukraine", "military_command", "russia", "armed_forces", False))
    'enemy_loss'
    """
    known = conflict_of(conflict)
    belongs_to = known.side_of(party)
    if kind in MONITOR_KINDS:
        return Interest.MONITOR
    if not known.is_side(side):
        return Interest.THIRD_PARTY
    if belongs_to == side or (population in CIVIL and in_own_area):
        return Interest.OWN_LOSS
    if not belongs_to:
        return Interest.THIRD_PARTY
    return Interest.ENEMY_LOSS


def find_verification(recorded: Verification | None, is_side: bool, interest: Interest) -> Verification:
    """Say who has checked the figure: what was recorded, else a side's word or a single source."""
    if recorded is not None:
        return recorded
    if is_side and interest is Interest.OWN_LOSS:
        return Verification.BELLIGERENT_OWN
    if is_side and interest is Interest.ENEMY_LOSS:
        return Verification.BELLIGERENT_ENEMY
    if is_side and interest is Interest.THIRD_PARTY:
        return Verification.BELLIGERENT_OTHER
    return Verification.SINGLE_SOURCE


def grade_reliability(kind: str, interest: Interest) -> Reliability:
    """Grade the claimant (A to F) by its kind, or for a side's own bodies by its interest."""
    return RELIABILITY_OF_KIND.get(kind) or RELIABILITY_OF_INTEREST[interest]


def grade_credibility(verification: Verification) -> Credibility:
    """Grade the figure (1 to 6) by who has checked it."""
    return CREDIBILITY[verification]
