"""Sums: the few that mean something. Every other one raises an error that names the right call.

Figures add up only within one claimant, measure, people and place, for periods that do not overlap,
and never parts with wholes, levels with flows, or rates with anything.
"""

from __future__ import annotations

import pandas as pd

from casualty_ledger.errors import ForbiddenSum
from casualty_ledger.ledger.identity import check_one_conflict, open_minimums
from casualty_ledger.vocabulary import Basis, Measure, Relation

ONE_OF_EACH = {
    "claimant": ("they come from rival claimants", "Compare them with compare()."),
    "population": ("they count different populations", "Show them side by side."),
    "sex": ("they count women, men or everybody", "Show them side by side."),
    "age_group": ("they count children, adults or everybody", "Show them side by side."),
    "party": ("they count the people of different parties", "Show them side by side."),
    "place": ("they count different places, which may overlap", "Choose the claimant's own total."),
}
BOUNDS = ("lower", "value", "upper")


def add_up(figures: pd.DataFrame) -> dict[str, object]:
    """Return lower, value and upper of a sum of figures; a bound that one lacks, the sum lacks.

    Errors: ForbiddenSum, where the sum would mean nothing.
    """
    check_sum(figures)
    tolls = open_minimums(figures)
    return {bound: _total(tolls[bound]) for bound in BOUNDS}


def add_increment(total: pd.Series, increment: pd.Series, relations: pd.DataFrame) -> dict[str, object]:
    """Return lower, value and upper of a total with the increment that names it.

    `relations` is the table of `find_relations`. Errors: ForbiddenSum, where the increment does not say
    that it adds to this total.
    """
    named = relations[
        (relations["figure_id"] == increment["figure_id"]) & (relations["relation"] == Relation.ADDS_TO)
    ]
    if total["figure_id"] not in set(named["other_id"]):
        reason = f"{increment['figure_id']} does not say that it adds to {total['figure_id']}"
        raise ForbiddenSum(reason=reason, advice="See find_relations() for the totals that it names.")
    both = open_minimums(pd.DataFrame([total, increment]))
    return {bound: _total(both[bound]) for bound in BOUNDS}


def check_sum(figures: pd.DataFrame) -> None:
    """Raise where these figures must not be added.

    Errors: ForbiddenSum.
    """
    check_one_conflict(figures)
    _check_measures(figures)
    for column, (reason, advice) in ONE_OF_EACH.items():
        if figures[column].nunique() > 1:
            found = ", ".join(sorted(map(str, figures[column].unique())))
            raise ForbiddenSum(reason=f"{reason} ({found})", advice=advice)
    _check_bases(figures)
    if figures["is_part"].any():
        advice = "Leave out the parts: figures[~figures['is_part']]."
        raise ForbiddenSum(reason="a part is already counted inside its whole", advice=advice)
    _check_periods(figures)


def _check_measures(figures: pd.DataFrame) -> None:
    measures = set(figures["measure"])
    if len(measures) < 2:
        return
    if Measure.LOSSES in measures:
        reason = "losses are an undefined mix and no part of any other measure"
        raise ForbiddenSum(reason=reason, advice="Show them beside the others, in quotation marks.")
    found = ", ".join(sorted(measures))
    raise ForbiddenSum(reason=f"they count different measures ({found})", advice="Show them side by side.")


def _check_bases(figures: pd.DataFrame) -> None:
    bases = set(figures["basis"])
    if Basis.RATE in bases:
        raise ForbiddenSum(reason="a rate is not a toll", advice="Quote it with its unit.")
    if Basis.INCREMENT in bases and len(figures) > 1:
        reason = "an increment adds only to the total that it names"
        raise ForbiddenSum(reason=reason, advice="Call add_increment(total, increment, relations).")
    if bases & {Basis.CUMULATIVE, Basis.STOCK} and len(figures) > 1:
        advice = "For what a total adds, call increments_of()."
        raise ForbiddenSum(reason="a running total or a level holds what came before it", advice=advice)


def _check_periods(figures: pd.DataFrame) -> None:
    ordered = figures.sort_values("covers_from")
    unknown = ordered[["covers_from", "covers_until"]].isna().any(axis=None)
    overlap = (ordered["covers_from"] <= ordered["covers_until"].shift()).any()
    if len(figures) > 1 and (unknown or overlap):
        reason = "their days overlap, or are not known" if overlap else "their days are not known"
        raise ForbiddenSum(reason=reason, advice="Keep the statement that stands: standing().")


def _total(numbers: pd.Series) -> object:
    return pd.NA if numbers.isna().any() else int(numbers.sum())
