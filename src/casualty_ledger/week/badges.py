"""How sure a number of several statements is, in one plain word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Hedge, Verification

CHECKED = (
    Verification.INDIVIDUALLY_VERIFIED,
    Verification.VISUALLY_CONFIRMED,
    Verification.CORROBORATED,
    Verification.ACKNOWLEDGED_BY_PERPETRATOR,
)

# The kind of claimant that the register gives to the sides where they speak together.
JOINT_STATEMENT = "joint_statement"
# The kind that it gives to groups of fighters and whoever leads them: they speak for themselves.
ARMED_GROUP = "armed_group"


class Badge(StrEnum):
    """How sure a number is."""

    VERIFIED = "verified"
    PARTLY_VERIFIED = "partly verified"
    ESTIMATE = "estimate"
    DISPUTED = "disputed"
    ONE_SIDE = "one side says"
    BOTH_SIDES = "both sides say"
    NOT_VERIFIED = "not verified"


def badge_of(figures: Iterable[ReportedFigure], *, is_disputed: bool = False) -> Badge:
    """Return how sure a number is that these figures state.

    Verified and estimate need every figure to be one; a number of one side is its word, of the sides that
    fight together, or in a statement of theirs, both sides' word; what other sources say stands as not
    verified. Of which one is checked the number is nobody's word alone.
    """
    stated = list(figures)
    if is_disputed:
        return Badge.DISPUTED
    if all(figure["verification"] in CHECKED for figure in stated):
        return Badge.VERIFIED
    if any(figure["verification"] in CHECKED for figure in stated):
        return Badge.PARTLY_VERIFIED
    if all(figure["verification"] == Verification.MODEL_ESTIMATE for figure in stated):
        return Badge.ESTIMATE
    sides = {str(figure["claimant_side"]) for figure in stated if _fights(figure)}
    if len(sides) > 1 or any(figure["claimant_kind"] == JOINT_STATEMENT for figure in stated):
        return Badge.BOTH_SIDES
    return Badge.ONE_SIDE if sides else Badge.NOT_VERIFIED


def sides_contradict(figures: Iterable[ReportedFigure]) -> bool:
    """Say whether two sides give different exact numbers of one thing, and none that both give."""
    given: dict[str, set[int]] = defaultdict(set)
    for figure in figures:
        if _fights(figure) and figure["hedge"] == Hedge.EXACT and not pd.isna(figure["value"]):
            given[str(figure["claimant_side"])].add(int(figure["value"]))
    return len(given) > 1 and not set.intersection(*given.values())


def _fights(figure: ReportedFigure) -> bool:
    is_side = conflict_of(str(figure["conflict"])).is_side(str(figure["claimant_side"]))
    return is_side and figure["claimant_kind"] != ARMED_GROUP
