"""Verdicts: whether those who report an incident agree, by the last word of each."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd

from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Verdict, Verification
from casualty_ledger.week.tolls import Toll, stated

if TYPE_CHECKING:
    from casualty_ledger.week.incidents import Incident

DENIED = (Verification.CONTESTED, Verification.DISCOUNTED, Verification.RETRACTED)


def judge(incident: Incident) -> Verdict:
    """Say whether those who report an incident agree."""
    told = [figure for toll in incident.tolls for figure in toll.figures]
    if _counts_soldiers(incident, told) or any(figure["verification"] in DENIED for figure in told):
        return Verdict.DISPUTED
    if _is_in_conflict(incident):
        return Verdict.DISPUTED
    if len({figure["claimant"] for figure in told}) < 2:
        return Verdict.ONE_SOURCE
    if any(_differ(toll) for toll in incident.tolls):
        return Verdict.DIFFER
    shared = any(len({figure["claimant"] for figure in toll.figures}) > 1 for toll in incident.tolls)
    return Verdict.AGREE if shared else Verdict.ONE_SOURCE_EACH


def _counts_soldiers(incident: Incident, told: list[ReportedFigure]) -> bool:
    """Say whether a side counts soldiers where others count people: who counts both disputes neither."""
    count_people = {figure["claimant_side"] for figure in told}
    return any(claim["claimant_side"] not in count_people for claim in incident.rivals)


def _is_in_conflict(incident: Incident) -> bool:
    """Say whether two numbers that stand cannot both be so, or one is less than parts of it are together.

    Those of children alone dispute no toll.
    """
    standing = {str(figure["figure_id"]) for toll in incident.tolls for figure in toll.figures}
    apart = any(len(standing & conflict) > 1 for conflict in incident.conflicts)
    return apart or not standing.isdisjoint(incident.exceeded)


def _differ(toll: Toll) -> bool:
    """Say whether two sources of a toll give different numbers: "at least 8" beside "8" is one."""
    return any(
        one["claimant"] != other["claimant"] and _number_of(one) != _number_of(other)
        for one, other in combinations(toll.figures, 2)
    )


def _number_of(figure: ReportedFigure) -> tuple[str, ...]:
    """Return the number itself, whatever its hedge; of a range or a word its bounds."""
    return stated(figure) if pd.isna(figure["value"]) else (str(figure["value"]),)
