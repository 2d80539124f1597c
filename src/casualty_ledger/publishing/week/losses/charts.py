"""Charts of military losses: running totals by whose word, weekly increments, and statements."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.frame import Chart, NoChart, compose
from casualty_ledger.charts.losses import losses_of
from casualty_ledger.publishing.week.captions import caption_of, credit
from casualty_ledger.publishing.week.chart_columns import (
    THINNED,
    ends_of,
    in_words,
    said_of,
    since,
    thin,
    totals_to_week,
)
from casualty_ledger.publishing.week.edition import Edition, military
from casualty_ledger.publishing.week.losses.tables import RELATIONS, military_statements
from casualty_ledger.publishing.week.losses.titles import of_losses
from casualty_ledger.publishing.week.statement_ladder import draw_ladder
from casualty_ledger.publishing.week.titles import lead
from casualty_ledger.vocabulary import Basis, Caveat, Interest, Measure, Verification
from casualty_ledger.wording.conflict_words import say_forces
from casualty_ledger.wording.language import mark, phrase, translate

MIXES = (Measure.KILLED, Measure.LOSSES, Measure.CASUALTIES, Measure.IRRECOVERABLE, Measure.NAMED_DEAD)
NOT_DRAWN = mark("parts, places, formations, wounded alone, losses printed as deaths; nothing is added up")
RENAMED = (Caveat.OTHER_WORD, Caveat.LOSSES_RENAMED)


def draw_losses(edition: Edition) -> Chart | NoChart:
    """Draw running totals of every side's losses, by whose word, on one scale."""
    totals = losses_figures(edition)
    if totals.empty:
        none = translate("This ledger has recorded no total of military losses up to this week.")
        return NoChart("losses", none)
    caption = caption_of(
        edition,
        totals,
        phrase("Military losses{since}, by whose word: running totals as stated", since=since(edition)),
        excludes=f"{translate(NOT_DRAWN)}; {translate(THINNED)}",
    )
    table = said_of(
        totals,
        whose=[say_forces(edition.conflict, party) for party in totals["party"]],
        relation=relation_of(totals),
        measure=totals["measure"],
        day=totals["day"],
        day_label=in_words(totals["day"]),
    )
    table = table.assign(labelled=ends_of(table, ["whose", "relation"]))
    sides = [say_forces(edition.conflict, side) for side in sides_shown(edition, totals)]
    caption = lead(credit(caption, table), totals, of_losses(table, sides))
    return compose(losses_of(sides), table, caption, name="losses", height=1.25 * len(sides))


def sides_shown(edition: Edition, totals: pd.DataFrame) -> list[str]:
    """List the sides with a row of panels; of a conflict without a file, the parties as recorded."""
    return edition.conflict.by_losses or list(dict.fromkeys(totals["party"]))


def losses_figures(edition: Edition) -> pd.DataFrame:
    """Return running totals of deaths and of wider mixes of every side's armed forces, with `day`."""
    told = military(edition.figures)
    own = told["party"].map(lambda party: edition.conflict.side_of(party) == party).astype(bool)
    told = told[(told["basis"] == Basis.CUMULATIVE) & told["measure"].isin(MIXES) & own]
    told = told[~_is_renamed(told)]
    line = ["claimant", "measure", "party"]
    totals = totals_to_week(edition, told).drop_duplicates([*line, "day"], keep="last", ignore_index=True)
    return thin(totals, edition, line)


def _is_renamed(figures: pd.DataFrame) -> pd.Series:
    """Find numbers of deaths of which it is known that the claimant used another word than its relay."""
    warned = [figures["caveats"].str.contains(str(each), regex=False) for each in RENAMED]
    return (warned[0] & (figures["measure"] == Measure.KILLED)) | warned[1]


def relation_of(figures: pd.DataFrame) -> pd.Series:
    """Say by whose word each figure stands: a count by name goes before who made it."""
    own = figures["interest"] == Interest.OWN_LOSS
    enemy = figures["interest"] == Interest.ENEMY_LOSS
    named = (figures["verification"] == Verification.INDIVIDUALLY_VERIFIED) | (
        figures["measure"] == Measure.NAMED_DEAD
    )
    itself, other, by_name, third = RELATIONS
    relation = pd.Series(third, index=figures.index)
    return relation.mask(enemy, other).mask(own, itself).mask(named, by_name)


def draw_military(edition: Edition) -> Chart | NoChart:
    """Draw who says what about military losses in the week, each statement by itself."""
    return draw_ladder(
        edition,
        military_statements(edition),
        translate("Military losses: who says what, each measure by itself"),
        name="military_statements",
        empty=translate("This ledger has recorded no figure of military losses for days of this week."),
    )
