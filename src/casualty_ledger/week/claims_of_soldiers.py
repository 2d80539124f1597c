"""Claims of soldiers: what a side says of soldiers of the other one, where it says so, or where they were."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.conflicts.conflict import UNSTATED
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.populations import find_populations
from casualty_ledger.vocabulary import Interest, Measure, Population


def of_the_other_side(figures: pd.DataFrame) -> pd.Series:
    """Say which figures are a side's word on the others' soldiers.

    Where a row leaves open whose soldiers they were, a place of another side tells.
    """
    soldiers = figures["population"] == Population.ARMED_FORCES
    open_ones = soldiers & (figures["party"] == UNSTATED)
    claimed = soldiers & (figures["interest"] == Interest.ENEMY_LOSS)
    if not open_ones.any():
        return claimed
    there = [_is_of_another(figure) for figure in figures_of(figures[open_ones])]
    return claimed | pd.Series(there, index=figures.index[open_ones]).reindex(figures.index, fill_value=False)


def _is_of_another(figure: ReportedFigure) -> bool:
    conflict, side = conflict_of(str(figure["conflict"])), str(figure["claimant_side"])
    there = conflict.whose_place(str(figure["place"]), str(figure["admin1"]))
    return conflict.is_side(side) and conflict.is_side(there) and there != side


def claims_by_event(local: pd.DataFrame) -> dict[str, list[ReportedFigure]]:
    """Return what a side says of the other one's soldiers, by `event`.

    Losses count where they stand against civilians of one attack: those of a day at the front do not.
    """
    claims: dict[str, list[ReportedFigure]] = {}
    stated = local[["lower", "value", "upper"]].notna().any(axis=1) & ~_are_losses_of_no_attack(local)
    said = local[of_the_other_side(local) & stated & (local["event"] != "")]
    for event, figure in zip(said["event"], figures_of(said), strict=True):
        claims.setdefault(str(event), []).append(figure)
    return claims


def _are_losses_of_no_attack(local: pd.DataFrame) -> pd.Series:
    lost = local["measure"] == Measure.LOSSES
    beside = local[local["event"].isin(local.loc[lost, "event"])]
    found = find_populations(beside) if lost.any() else ()
    return lost & ~local["figure_id"].isin({id_ for said, _ in found for id_ in said["figure_id"]})
