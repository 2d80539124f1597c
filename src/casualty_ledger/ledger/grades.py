"""Interest, verification and the Admiralty grade: rules that anybody can check, the same for both sides.

Reliability follows from the kind of body and its interest, credibility from who has checked the figure.
What cannot be judged is F and 6; no rule pretends to more.
"""

from __future__ import annotations

import re

from casualty_ledger.vocabulary import (
    MONITOR_KINDS,
    SIDE_OF_PARTY,
    Credibility,
    Interest,
    Party,
    Population,
    Reliability,
    Side,
    Verification,
)

BELLIGERENTS = (Side.UKRAINE, Side.RUSSIA)
CIVIL = (Population.CIVILIAN, Population.CHILDREN, Population.CIVILIAN_DETAINEES)

# Officials of areas that Russia controls speak of people there as their own.
HELD_BY_RUSSIA = re.compile(
    r"\b(DPR|LPR|JCCC|Russian-installed|Moscow-installed|Russian-occupied|Russian-held|"
    r"Russian administrators|Russian-affiliated)\b"
)

RELIABILITY_OF_KIND: dict[str, Reliability] = {
    "un_body": Reliability.B,
    "humanitarian_organisation": Reliability.B,
    "monitor": Reliability.B,
    "research_body": Reliability.C,
    "third_state_government": Reliability.C,
    "news_outlet": Reliability.C,
    "social_media": Reliability.F,
    "compiled": Reliability.F,
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
}


def find_interest(side: str, kind: str, party: str, population: str, whereabouts: str) -> Interest:
    """Say what the claimant has to do with the people counted.

    `whereabouts` is the claimant and the place as recorded: of civilians, a side's own people are
    also those in an area that it holds.

    >>> str(find_interest("ukraine", "military_command", "russia", "armed_forces", ""))
    'enemy_loss'
    """
    if kind in MONITOR_KINDS:
        return Interest.MONITOR
    if side not in BELLIGERENTS or party in (Party.BOTH, Party.UNSTATED):
        return Interest.THIRD_PARTY
    if SIDE_OF_PARTY[party] == side:
        return Interest.OWN_LOSS
    if population in CIVIL and side == Side.RUSSIA and HELD_BY_RUSSIA.search(whereabouts):
        return Interest.OWN_LOSS
    return Interest.ENEMY_LOSS


def find_verification(recorded: Verification | None, side: str, interest: Interest) -> Verification:
    """Say who has checked the figure: what was recorded, else a side's word or a single source."""
    if recorded is not None:
        return recorded
    if side in BELLIGERENTS and interest is Interest.OWN_LOSS:
        return Verification.BELLIGERENT_OWN
    if side in BELLIGERENTS and interest is Interest.ENEMY_LOSS:
        return Verification.BELLIGERENT_ENEMY
    return Verification.SINGLE_SOURCE


def grade_reliability(kind: str, interest: Interest) -> Reliability:
    """Grade the claimant (A to F) by its kind, or for a side's own bodies by its interest."""
    return RELIABILITY_OF_KIND.get(kind) or RELIABILITY_OF_INTEREST[interest]


def grade_credibility(verification: Verification) -> Credibility:
    """Grade the figure (1 to 6) by who has checked it."""
    return CREDIBILITY[verification]
