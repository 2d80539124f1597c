"""What was said of military losses in a week: figures chosen and ordered, none of them added up."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.publishing.week.edition import Edition, military, once
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.statements import standing
from casualty_ledger.series.totals import last_totals
from casualty_ledger.vocabulary import Basis, Interest, Measure, Verification
from casualty_ledger.wording.language import mark

RELATIONS = (
    mark("the side itself"),
    mark("the other side"),
    mark("counted by name or case"),
    mark("third parties"),
)


# Of people of several sides, or of whom nobody says whose they are.
A_SIDE = mark("a side of the conflict")


MILITARY_MEASURES = (
    Measure.KILLED,
    Measure.INJURED,
    Measure.CASUALTIES,
    Measure.LOSSES,
    Measure.IRRECOVERABLE,
    Measure.MISSING,
    Measure.NAMED_DEAD,
    Measure.REMAINS_REPATRIATED,
)


# What a cell of losses holds, in its order: bodies handed over are no losses of the week.
LOSS_MEASURES = (
    Measure.KILLED,
    Measure.IRRECOVERABLE,
    Measure.LOSSES,
    Measure.CASUALTIES,
    Measure.INJURED,
    Measure.MISSING,
)


def stated_losses(said: pd.DataFrame) -> pd.DataFrame:
    """Return the statements that give a number of soldiers lost, and none in doubt.

    Cell, tile and list of what is lacking ask here, so that none says that there is a number where another
    says that there is none.
    """
    stated = said[said["measure"].isin(LOSS_MEASURES)]
    stated = stated[stated[["lower", "value", "upper"]].notna().any(axis=1)]
    return stated[~is_doubtful(stated)] if len(stated) else stated


@once
def military_statements(edition: Edition) -> pd.DataFrame:
    """Return what was said about military losses in the week, with `relation`: said by whom of whom.

    Of a running total only the last in the week is kept. A number in doubt that came out before the week is
    no news of it.
    """
    said = pd.concat([military(edition.in_week), military(edition.context)], ignore_index=True)
    old = is_doubtful(said) & (said["published_on"] < pd.Timestamp(edition.week.monday))
    said = said[said["measure"].isin(MILITARY_MEASURES) & ~old]
    totals = last_totals(said).drop(columns="counted_until")
    others = standing(said[said["basis"] != Basis.CUMULATIVE])
    kept = pd.concat([totals, others[totals.columns]], ignore_index=True)
    kept = kept.assign(relation=pd.Series(map(_relation, figures_of(kept)), dtype="str"))
    order = {relation: rank for rank, relation in enumerate((*RELATIONS, A_SIDE))}
    ranked = kept.assign(rank=kept["relation"].map(order))
    ranked = ranked.sort_values(["party", "rank", "covers_from"], kind="stable", ignore_index=True)
    return ranked.drop(columns="rank")


def _relation(figure: ReportedFigure) -> str:
    if figure["verification"] == Verification.INDIVIDUALLY_VERIFIED:
        return RELATIONS[2]
    if figure["verification"] == Verification.BELLIGERENT_OTHER:
        return A_SIDE
    if figure["interest"] == Interest.OWN_LOSS:
        return RELATIONS[0]
    return RELATIONS[1] if figure["interest"] == Interest.ENEMY_LOSS else RELATIONS[3]
