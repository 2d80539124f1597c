"""Disputed figures: the same thing, not the same number. Shown side by side, never averaged."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.rows import figures_of, rows_by
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.document import Block, Section, Table
from casualty_ledger.publishing.week.cutting import LOSSES, MOST_ITEMS, MOST_ROWS, cut_items, cut_table
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.claimed_scopes import counts_verified
from casualty_ledger.series.definitions import definition_traps, word_of_relay
from casualty_ledger.series.disagreements import read_dispute
from casualty_ledger.vocabulary import Reading
from casualty_ledger.wording.claimant_names import begin_with, short_claimant, with_article
from casualty_ledger.wording.counted import label_counted
from casualty_ledger.wording.labels import label_counted_days, label_publication, label_where_and_when
from casualty_ledger.wording.language import mark, phrase, translate
from casualty_ledger.wording.measures import name_measure
from casualty_ledger.wording.sentences import claims, either, join, listed, number, numbers_of
from casualty_ledger.wording.traced_text import Sentence, recorded, sentence, words

TWO_NUMBERS = mark("one claimant, more than one number; cause unknown")
ONE_RESTATED = mark("one claimant, restated")
RIVALS = mark("rival claimants")
RIVALS_OF_DAYS = mark("rival claimants, published on different days")


def compose_disputes(edition: Edition) -> Section | None:
    """Compose the section on disputed figures, and on numbers that are printed under several words."""
    found = edition.disputes
    blocks: list[Block] = []
    if things := list(found["dispute"].unique()):
        first = found[found["dispute"].isin(things[:MOST_ROWS])]
        blocks.append(cut_table(tabulate_disputes(first), LOSSES, of=len(things)))
    # What has no room is counted and never put in words: a full week has thousands of them.
    told = pd.concat([edition.in_week, edition.learned], ignore_index=True)
    if traps := [trap for trap, _ in definition_traps(told)]:
        blocks.append(cut_items(tuple(map(_say_trap, traps[:MOST_ITEMS])), LOSSES, of=len(traps)))
    return Section(translate("Disputed figures"), tuple(blocks)) if blocks else None


def tabulate_disputes(found: pd.DataFrame) -> Table:
    """Set disputes as a table: one row per thing, every claimant's number in it."""
    rows = []
    for _, told in found.groupby("dispute", sort=False):
        said = figures_of(told)
        thing = f"{capital(label_counted(said[0]))}: {label_where_and_when(said[0])}"
        rows.append((words(thing), claims(said), _gap(told, said)))
    return Table(
        translate(
            "Same word, place and kind of people, for days that are or may be the same; different numbers"
        ),
        (translate("What"), translate("Who says which number"), translate("Why they may differ")),
        tuple(rows),
        widths=(2.2, 3.6, 3),
    )


def _gap(told: pd.DataFrame, said: list[ReportedFigure]) -> Sentence:
    """Say why the numbers may differ, and of which the days are not known to be the same."""
    return join([_reason(told, said), *_open_ends(said)])


def _open_ends(said: list[ReportedFigure]) -> list[Sentence]:
    """Name whose last day is not stated, where another one's is: the days may be others."""
    opened = [each for each in said if pd.isna(each["covers_until"])]
    if len(opened) == len(said):
        return []
    ends = {
        short_claimant(str(each["claimant"])): phrase(
            "end not stated; published {day}", day=label_publication(each)
        )
        for each in opened
    }
    return [words(f"{claimant}: {end}") for claimant, end in ends.items()]


def _reason(told: pd.DataFrame, said: list[ReportedFigure]) -> Sentence:
    same_day = told["published_on"].nunique() == 1
    if told["claimant"].nunique() == 1:
        return sentence(TWO_NUMBERS if same_day else ONE_RESTATED)
    twice = told.groupby("claimant")["value"].nunique().gt(1).any()
    also = [sentence("one claimant gives more than one number")] if twice else []
    if read_dispute(said) is Reading.SCOPE:
        return join([_name_scopes(said), *also])
    rivals = sentence(RIVALS if same_day else RIVALS_OF_DAYS)
    return join([rivals, *also, sentence("cause unknown")])


def _name_scopes(said: list[ReportedFigure]) -> Sentence:
    """Name what each claimant counts, every number in its words traced to its own figure."""
    scopes = []
    for own in rows_by([row for row in said if row["scope"] or counts_verified(row)], "claimant"):
        texts = {row["scope"]: _say_scope(row) for row in reversed(own)}
        scopes.append(words(f"{short_claimant(own[0]['claimant'])}: ") + join(texts.values(), " / "))
    return sentence("different scope. {scopes}", scopes=join(scopes))


def _say_scope(figure: ReportedFigure) -> Sentence:
    if counts_verified(figure):
        return words(translate("verified cases only"))
    return recorded(figure["scope"], str(figure["figure_id"]))


def _say_trap(trap: pd.DataFrame) -> Sentence:
    """Say one trap: the claimant, the number, and who prints it under which word."""
    claimant = begin_with(trap["claimant"].iloc[0])
    if len(trap) == 1:
        figure = figures_of(trap)[0]
        said = recorded(word_of_relay(figure), str(figure["figure_id"]))
        return sentence(
            "{claimant} counts {count} “losses” ({days}), which {publisher} prints as {measure}: "
            "losses are a measure of their own.",
            claimant=claimant,
            count=number(figure),
            days=_days(trap),
            publisher=with_article(str(figure["publishers"]).split("; ")[0]),
            measure=said if said.text else name_measure(str(figure["measure"])),
        )
    parts = []
    for measure, same in trap.groupby("measure", sort=False):
        publishers = listed(list(dict.fromkeys(same["publishers"].str.split("; ").explode())), most=3)
        parts.append(
            phrase("as {measure} by {publishers}", measure=name_measure(str(measure)), publishers=publishers)
        )
    return sentence(
        "One number, several words: {claimant}’s {counts} ({days}) is printed {prints}.",
        claimant=claimant,
        counts=merge_numbers(trap),
        days=_days(trap),
        prints=", ".join(parts),
    )


def _days(trap: pd.DataFrame) -> str:
    """Say the days that a number covers, each once."""
    days = [label_counted_days(row) for row in figures_of(trap)]
    return listed(list(dict.fromkeys(days)))


def merge_numbers(trap: pd.DataFrame) -> Sentence:
    """Say the number of a trap as firmly as each print has it, every print behind it."""
    return either(numbers_of(figures_of(trap)))
