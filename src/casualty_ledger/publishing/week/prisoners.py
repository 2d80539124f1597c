"""Prisoners of war in the week: returns by direction, who was taken, who is held. Numbers only."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.labels import label_days, label_publication
from casualty_ledger.publishing.claimant_names import begin_with
from casualty_ledger.publishing.document import (
    Block,
    Section,
    Sentence,
    Table,
    picture_or_words,
    recorded,
    words,
)
from casualty_ledger.publishing.week import pictures, tables
from casualty_ledger.publishing.week.cutting import PRISONERS, cut_items, cut_table
from casualty_ledger.publishing.week.edition import Edition, captive
from casualty_ledger.publishing.week.say import covered, what, who_said
from casualty_ledger.series.statements import standing
from casualty_ledger.vocabulary import Basis


def compose_prisoners(edition: Edition) -> Section | None:
    """Compose the section on prisoners of war, if anything was said of them."""
    blocks: list[Block] = []
    returned = tables.exchanges_in_week(edition)
    if len(returned):
        blocks.append(picture_or_words(pictures.draw_recent_exchanges(edition)))
        blocks.append(
            cut_table(tabulate_captivity(returned, "Returned in the week, one direction a row"), PRISONERS, 8)
        )
    said = tables.captivity_statements(edition)
    if len(said):
        blocks.append(cut_items(tuple(say_captives(row) for _, row in said.iterrows()), PRISONERS))
    totals = running_captivity(edition)
    if len(totals):
        blocks.append(
            cut_table(tabulate_captivity(totals, "Running totals of captivity given in the week"), PRISONERS)
        )
    return Section("Prisoners of war", tuple(blocks)) if blocks else None


def running_captivity(edition: Edition) -> pd.DataFrame:
    """Return running totals of captivity given for days of the week."""
    told = captive(edition.in_week)
    stated = told[told["basis"] == Basis.CUMULATIVE]
    return standing(stated) if len(stated) else stated


def say_captives(figure: pd.Series) -> Sentence:
    """Say one statement about prisoners, with what it may overlap."""
    where = f" in {figure['place']}" if figure["place"] else ""
    overlap = f"; {figure['overlaps']}" if figure["overlaps"] else ""
    said = words(f"{begin_with(figure['claimant'])}: ") + what(figure) + words(where)
    days = label_days(figure["covers_from"], figure["covers_until"])
    beside = recorded(f"{overlap}.", str(figure["figure_id"]))
    return said + words(f" ({days}; published {label_publication(figure)})") + beside


def tabulate_captivity(figures: pd.DataFrame, caption: str) -> Table:
    """Set figures of captivity as a table."""
    rows = tuple((what(row), covered(row), who_said(row)) for _, row in figures.iterrows())
    return Table(caption, ("Number", "Days", "Reported by, published"), rows, widths=(3, 2, 3))
