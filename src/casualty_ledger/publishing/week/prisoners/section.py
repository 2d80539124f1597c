"""Prisoners of war in the week: returns by direction, who was taken, who is held. Numbers only."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.publishing.document import Block, Section, Table, picture_or_words
from casualty_ledger.publishing.week.cutting import PRISONERS, cut_items, cut_table
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.prisoners.charts import draw_recent_exchanges
from casualty_ledger.publishing.week.prisoners.sentences import say_captives
from casualty_ledger.publishing.week.prisoners.tables import (
    captivity_statements,
    exchanges_in_week,
    running_captivity,
)
from casualty_ledger.series.prisoners import Returned, directions_of, hold_civilians
from casualty_ledger.vocabulary import Population
from casualty_ledger.wording.directions import say_direction
from casualty_ledger.wording.labels import label_where_and_when
from casualty_ledger.wording.language import mark, translate
from casualty_ledger.wording.sentences import what, who_said
from casualty_ledger.wording.traced_text import Sentence, sentence, words

RETURNED = mark("Returned in the week, one direction a row")
RETURNED_BOTH = mark("Returned in the week, one direction a row where a source told them apart")


def compose_prisoners(edition: Edition) -> Section | None:
    """Compose the section on prisoners of war, if anything was said of them."""
    blocks: list[Block] = []
    returned = exchanges_in_week(edition)
    if len(returned):
        blocks.append(picture_or_words(draw_recent_exchanges(edition)))
        blocks.append(
            cut_table(
                tabulate_captivity(
                    returned, translate(RETURNED if (directions_of(returned) != "").all() else RETURNED_BOTH)
                ),
                PRISONERS,
                8,
            )
        )
    said = captivity_statements(edition)
    if len(said):
        blocks.append(cut_items(tuple(say_captives(row) for row in figures_of(said)), PRISONERS))
    totals = running_captivity(edition)
    if len(totals):
        blocks.append(
            cut_table(
                tabulate_captivity(
                    totals,
                    translate(
                        "Running totals of captivity that end in this week, or came out in it without an end"
                    ),
                ),
                PRISONERS,
            )
        )
    return Section(translate("Prisoners of war"), tuple(blocks)) if blocks else None


def _how_many(row: Returned) -> Sentence:
    """Say how many of whom; prisoners are not said to be so where civilians are among them."""
    counted = what(row)
    # No word of a side stands in "civilian detainees": where they came back to would be left open.
    if row["population"] == Population.CIVILIAN_DETAINEES and row["direction"]:
        counted = sentence("{count} {direction}", count=counted, direction=say_direction(row["direction"]))
    held = row["with_civilians"] and row["population"] == Population.PRISONERS_OF_WAR
    return sentence("{counted} (civilians are among them)", counted=counted) if held else counted


def tabulate_captivity(figures: pd.DataFrame, caption: str) -> Table:
    """Set figures of captivity as a table."""
    told = figures.assign(direction=directions_of(figures), day=figures["covers_until"])
    told = told.assign(with_civilians=hold_civilians(told))
    rows = tuple(
        (_how_many(row), words(label_where_and_when(row)), who_said(row))
        for row in figures_of(told, Returned)
    )
    columns = (translate("Number"), translate("Where and when"), translate("Reported by, published"))
    return Table(caption, columns, rows, widths=(3, 2, 3))
