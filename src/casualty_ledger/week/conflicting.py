"""Conflicting: numbers of incidents that cannot all be so, found as those that a brief lists are."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.series.constraints import list_constraints
from casualty_ledger.series.disputes import disputed, place_things
from casualty_ledger.series.infeasible import find_infeasible


def find_conflicts(ordered: pd.DataFrame, harm: pd.DataFrame) -> tuple[list[frozenset[str]], frozenset[str]]:
    """Return sets of figures that cannot all be so, and the wholes that are less than their parts.

    What a claimant has replaced stands against nobody, but tells that it only says the same again.
    """
    standing = harm["figure_id"].isin(ordered.loc[ordered["stands"].astype(bool), "figure_id"])
    placed = place_things(harm[standing])
    found = disputed(harm[standing], placed)
    broken = find_infeasible(*list_constraints(placed))
    listed = {*disputed(harm)["figure_id"]} if len(found) else set[str]()
    sets = [frozenset(ids).intersection(listed) for _, ids in found.groupby("dispute")["figure_id"]]
    return sets, frozenset(each.constraint.whole for each in broken)
