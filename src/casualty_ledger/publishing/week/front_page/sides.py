"""Both sides in one strip: what each said of its own soldiers lost and of the other's, or nothing.

Silence is said in the same words for every side.
"""

from __future__ import annotations

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.ledger.rows import figures_of, rows_by
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.document import Table
from casualty_ledger.publishing.week.edition import MILITARY, Edition
from casualty_ledger.publishing.week.losses.section import LossStatement, in_words, say_of_measure
from casualty_ledger.publishing.week.losses.tables import military_statements
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Basis, Interest, Measure
from casualty_ledger.wording.claimant_names import short_claimant
from casualty_ledger.wording.conflict_words import name_place_of, say_side
from casualty_ledger.wording.labels import (
    has_vague_end,
    label_counted_days,
    label_end,
    label_owner,
    label_short_days,
)
from casualty_ledger.wording.language import mark, phrase, translate
from casualty_ledger.wording.sentences import join
from casualty_ledger.wording.traced_text import Sentence, counted, sentence, words

SILENT = mark("no figure recorded for this week")
MOST_STATEMENTS = 2
CAPTION = mark("Soldiers lost: what each side said of itself and of the other (“losses” are not deaths)")
OF_SEVERAL = mark("Soldiers lost: what each side said of itself and of the others (“losses” are not deaths)")
COLUMNS = (mark("Who says so"), mark("Of its own losses"), mark("Of the other’s losses"))
OTHERS = mark("Of the others’ losses")
RANKS = {
    str(measure): rank
    for rank, measure in enumerate(
        (Measure.KILLED, Measure.IRRECOVERABLE, Measure.LOSSES, Measure.CASUALTIES, Measure.INJURED)
    )
}


def tabulate_sides(edition: Edition) -> Table | None:
    """Set a row for each side: its word on its own losses, and on those of the others.

    Where nothing of any soldiers was ever recorded, there is no strip: its silence would tell nothing.
    """
    sides = edition.conflict.sides
    if not sides or not edition.figures["population"].isin(MILITARY).any():
        return None
    said = military_statements(edition)
    rows = tuple(_row(edition, side, said[said["claimant_side"] == side]) for side in sides)
    several = len(sides) > 2
    columns = (*COLUMNS[:2], OTHERS) if several else COLUMNS
    caption = translate(OF_SEVERAL if several else CAPTION)
    return Table(caption, tuple(map(translate, columns)), rows, (0.8, 3, 3), cited_by_cell=True)


def _row(edition: Edition, side: str, said: pd.DataFrame) -> tuple[Sentence, ...]:
    own = said[said["interest"] == Interest.OWN_LOSS]
    others = said[said["interest"] == Interest.ENEMY_LOSS]
    return words(capital(say_side(edition.conflict, side))), _statements(own), _statements(others)


def _statements(said: pd.DataFrame) -> Sentence:
    """Say the widest statements, the killed first, each claimant once for its days; the rest is counted."""
    stated = said[said["measure"].isin(RANKS) & said[["lower", "value", "upper"]].notna().any(axis=1)]
    stated = stated[~is_doubtful(stated)] if len(stated) else stated
    if stated.empty:
        return words(translate(SILENT))
    total = (stated["basis"] == Basis.CUMULATIVE) & (stated["place"] == "")
    keyed = stated.assign(local=~total, rank=stated["measure"].map(RANKS))
    ordered = figures_of(in_words(keyed.sort_values(["local", "rank"], kind="stable")), LossStatement)
    groups = rows_by(ordered, "claimant", "party", "place", "covers_from", "covers_until", "basis")
    told = [_statement(group) for group in groups[:MOST_STATEMENTS]]
    left = sum(len(group) for group in groups[MOST_STATEMENTS:])
    return join([*told, _more(left)] if left else told)


def _more(left: int) -> Sentence:
    how = translate("further statements, in the table of losses")
    return sentence("{count} more below", count=counted(left, how))


def _statement(told: list[LossStatement]) -> Sentence:
    """Say one claimant's numbers of one party: parts of its people stand apart, other fighters by name."""
    first = told[0]
    measures = [say_of_measure(same) for same in rows_by(told, "said_as", "measure", "subgroup")]
    if str(first["party"]) not in conflict_of(str(first["conflict"])).sides and label_owner(first):
        measures[0] = words(f"{label_owner(first)} ") + measures[0]
    where = ", ".join(part for part in (name_place_of(first), _days(first)) if part)
    return words(f"{short_claimant(str(first['claimant']))}: ") + join(measures, ", ") + words(f" ({where})")


def _days(figure: ReportedFigure) -> str:
    last = figure["covers_until"]
    is_total = figure["basis"] == Basis.CUMULATIVE and not pd.isna(last)
    if has_vague_end(figure):
        return phrase("total to {day}", day=label_end(figure)) if is_total else label_counted_days(figure)
    if is_total:
        return phrase("total to {day}", day=label_short_days(last, last))
    return label_short_days(figure["covers_from"], last)
