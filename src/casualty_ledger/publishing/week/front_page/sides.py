"""Both sides in one strip: what each said of its own soldiers lost and of the other's, or nothing.

Silence is said in the same words for every side.
"""

from __future__ import annotations

import math

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.rows import figures_of, rows_by
from casualty_ledger.ledger.statements import whole_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.document import Table
from casualty_ledger.publishing.week.civilian.incidents import MOST_INCIDENTS
from casualty_ledger.publishing.week.cutting import LOSSES, NAMES
from casualty_ledger.publishing.week.edition import MILITARY, Edition, military
from casualty_ledger.publishing.week.losses.section import LossStatement, in_words, say_measures
from casualty_ledger.publishing.week.losses.tables import LOSS_MEASURES, military_statements, stated_losses
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.weeks import IN_WEEK, is_published_within
from casualty_ledger.vocabulary import Basis, Interest
from casualty_ledger.week.claims_of_soldiers import of_the_other_side
from casualty_ledger.week.own_losses import VAGUE, has_no_day
from casualty_ledger.week.tolls import size_of
from casualty_ledger.wording.claimant_names import short_claimant
from casualty_ledger.wording.conflict_words import name_place_of, say_side
from casualty_ledger.wording.labels import (
    begins_late,
    has_vague_end,
    label_counted_days,
    label_end,
    label_owner,
    label_short_days,
)
from casualty_ledger.wording.language import mark, mark_counted, phrase, translate, translate_counted
from casualty_ledger.wording.measures import name_measure
from casualty_ledger.wording.sentences import join, number, published
from casualty_ledger.wording.traced_text import Sentence, counted, fill, sentence, words

SILENT = mark("no figure recorded for this week")
EARLIER = mark_counted(
    "no figure recorded for this week; {count} about earlier days below",
    "no figure recorded for this week; {count} about earlier days below",
)
MOST_STATEMENTS = 2
DAYS_OF_WEEKS = 45
MORE_NUMBERS = mark_counted("{count} more number, {page}", "{count} more numbers, {page}")
CAPTION = mark("Soldiers lost: what each side said of itself and of the other (“losses” are not deaths)")
OF_SEVERAL = mark("Soldiers lost: what each side said of itself and of the others (“losses” are not deaths)")
COLUMNS = (mark("Who says so"), mark("Of its own losses"), mark("Of the other’s losses"))
OTHERS = mark("Of the others’ losses")
RANKS = {str(measure): rank for rank, measure in enumerate(LOSS_MEASURES)}


def tabulate_sides(edition: Edition) -> Table | None:
    """Set a row for each side: its word on its own losses, and on those of the others.

    Where nothing of any soldiers was ever recorded, there is no strip: its silence would tell nothing.
    """
    sides = edition.conflict.sides
    if not sides or not edition.figures["population"].isin(MILITARY).any():
        return None
    rows = tuple(_row(edition, side) for side in sides)
    several = len(sides) > 2
    columns = (*COLUMNS[:2], OTHERS) if several else COLUMNS
    caption = translate(OF_SEVERAL if several else CAPTION)
    return Table(caption, tuple(map(translate, columns)), rows, (0.8, 3, 3), cited_by_cell=True)


def told_of_soldiers(edition: Edition) -> list[ReportedFigure]:
    """Return what page 1 tells of soldiers over the strip: no tile or cell of it may deny that.

    It may be of another week: what a side claims of the other's soldiers in an incident that came out in
    this one, and what a side newly said of its own losses.
    """
    facts = edition.facts
    rivals = (rival for each in facts.incidents[:MOST_INCIDENTS] for rival in each.rivals[:1])
    return [*rivals, *facts.own_losses[:1]]


def parties_told(edition: Edition) -> tuple[set[str], set[str]]:
    """Return the parties of whose losses the strip tells, and those of whose losses anybody does."""
    told = [*figures_of(stated_losses(military_statements(edition))), *told_of_soldiers(edition)]
    by_sides = (figure for figure in told if figure["interest"] in (Interest.OWN_LOSS, Interest.ENEMY_LOSS))
    return {str(figure["party"]) for figure in by_sides}, {str(figure["party"]) for figure in told}


def _row(edition: Edition, side: str) -> tuple[Sentence, ...]:
    said, told = military_statements(edition), edition.figures
    above = {str(figure["figure_id"]) for figure in told_of_soldiers(edition)}
    beside = told[told["figure_id"].isin(above - set(said["figure_id"]))]
    shown = pd.concat([said, beside], ignore_index=True)
    learned = military(edition.newly_published)
    cells = (
        _statements(_of(shown, side, interest), _of(learned, side, interest), above)
        for interest in (Interest.OWN_LOSS, Interest.ENEMY_LOSS)
    )
    return words(capital(say_side(edition.conflict, side))), *cells


def _of(said: pd.DataFrame, side: str, interest: str) -> pd.DataFrame:
    """Return the statements of a side about its own losses or the others', with a number that stands."""
    of_others = of_the_other_side(said)
    about = of_others if interest == Interest.ENEMY_LOSS else ~of_others & (said["interest"] == interest)
    return stated_losses(said[(said["claimant_side"] == side) & about])


def _statements(stated: pd.DataFrame, earlier: pd.DataFrame, above: set[str]) -> Sentence:
    """Say the widest statements, the most days first, and those told above; the rest is counted.

    Each claimant stands once for its days. Where there are none, what came out about `earlier` days is
    counted: it stands further on.
    """
    if stated.empty:
        return _silence(len(earlier))
    ordered = figures_of(in_words(_widest_first(stated)), LossStatement)
    groups = rows_by(ordered, "claimant", "party", "place", "covers_from", "covers_until", "basis")
    # Of claims of single places the first may be a small one: the largest stands beside it.
    at_places = [each for each in ordered if each["place"]]
    largest = _ids(sorted(at_places, key=size_of)[-1:])
    others = groups[MOST_STATEMENTS:]
    shown = [*groups[:MOST_STATEMENTS], *(each for each in others if _ids(each) & (above | largest))]
    left = len(ordered) - sum(map(len, shown))
    told = [_statement(group) for group in shown]
    return join([*told, _more(left)] if left else told)


def _widest_first(stated: pd.DataFrame) -> pd.DataFrame:
    """Order statements by how much they count: everywhere before a place, the most days first."""
    local, total = stated["place"] != "", stated["basis"] == Basis.CUMULATIVE
    days = (stated["covers_until"] - stated["covers_from"]).dt.days.mask(total, math.inf).fillna(-1)
    keyed = stated.assign(local=local, short=-days, rank=stated["measure"].map(RANKS))
    return keyed.sort_values(["local", "short", "rank"], kind="stable", ignore_index=True)


def widest_claim(edition: Edition, side: str) -> ReportedFigure | None:
    """Return what a side claimed in the week of the others' losses, for most days; none where it did not.

    What it said later of longer periods that touch the week is no news of it, in hindsight either; nor is
    what is known by its month only.
    """
    said = military_statements(edition)
    said = said[~has_no_day(said)]
    is_new = said["published_on"] >= edition.facts.monday
    is_new &= (said["kind"] == IN_WEEK) | is_published_within(said, edition.week)
    new = _of(said[is_new], side, Interest.ENEMY_LOSS)
    whole = new[~new["is_part"]]
    return None if whole.empty else figures_of(_widest_first(whole).head(1))[0]


def _ids(figures: list[LossStatement]) -> set[str]:
    return {str(figure["figure_id"]) for figure in figures}


def _silence(earlier: int) -> Sentence:
    if not earlier:
        return words(translate(SILENT))
    how = translate("statements that came out in the week about earlier days")
    return fill(translate_counted(*EARLIER, earlier), count=counted(earlier, how))


def _more(left: int) -> Sentence:
    how = translate("further statements, in the table of losses")
    said = translate_counted(*MORE_NUMBERS, left)
    return fill(said, count=counted(left, how), page=translate(NAMES[LOSSES]))


def _statement(told: list[LossStatement]) -> Sentence:
    """Say one claimant's numbers of one party: parts of its people stand apart, other fighters by name."""
    first = told[0]
    parts = [each for each in told if _is_part_of(each, told)]
    measures = say_measures([each for each in told if each not in parts])
    measures += [
        sentence("of them {measure} {count}", measure=name_measure(each["said_as"]), count=number(each))
        for each in parts
    ]
    if str(first["party"]) not in conflict_of(str(first["conflict"])).sides and label_owner(first):
        measures[0] = words(f"{label_owner(first)} ") + measures[0]
    # Of a number known by its month only nobody knows whether it was said in the week.
    month = published(first) if first["published_precision"] in VAGUE else ""
    where = ", ".join(part for part in (name_place_of(first), _days(first), month) if part)
    return words(f"{short_claimant(str(first['claimant']))}: ") + join(measures, ", ") + words(f" ({where})")


def _is_part_of(part: LossStatement, told: list[LossStatement]) -> bool:
    """Say whether the record calls a number part of one that stands beside it."""
    whole = whole_of(part["scope"], part["overlaps"]) if part["is_part"] else None
    return whole is not None and any(size_of(each) == whole for each in told if not each["is_part"])


def _days(figure: ReportedFigure) -> str:
    last = figure["covers_until"]
    is_total = figure["basis"] == Basis.CUMULATIVE and not pd.isna(last)
    if is_total and begins_late(figure):
        return phrase("total of {days}", days=label_counted_days(figure))
    if has_vague_end(figure):
        return phrase("total to {day}", day=label_end(figure)) if is_total else label_counted_days(figure)
    if is_total:
        return phrase("total to {day}", day=label_short_days(last, last))
    first = figure["covers_from"]
    # The weeks of a year need not name it; of months, nobody knows the year.
    is_long = (last - first).days > DAYS_OF_WEEKS
    return label_counted_days(figure) if is_long else label_short_days(first, last)
