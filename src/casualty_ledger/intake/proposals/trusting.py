"""Trusting: what a mapping declares trusted passes without a person, where nothing speaks against it."""

from __future__ import annotations

from casualty_ledger.intake.mapping.model import Mapping
from casualty_ledger.intake.proposals.comparing import Beside
from casualty_ledger.intake.proposals.deciding import Accepted, accept
from casualty_ledger.intake.proposals.review import review
from casualty_ledger.project import Project

CLEAR = (str(Beside.NEW), str(Beside.SAME))


def pass_by_rule(project: Project, batch: str, mapping: Mapping) -> Accepted | None:
    """Accept the clear proposals of a batch whose mapping is trusted; None where it is not.

    What restates or contradicts a figure of the ledger waits for a person, and so does what the checks
    refuse. Errors: those of `accept`.
    """
    if mapping.trusted is None:
        return None
    held = review(project, batch)
    clear = held["id"][held["beside"].isin(CLEAR)].tolist()
    if not clear:
        return None
    rule = mapping.trusted
    return accept(project, batch, rule.sheet, role=rule.role, ids=clear, because=f"by rule: {rule.because}")
