"""Disputed figures: the same thing, not the same number. Shown side by side, never averaged."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.labels import label_figure, label_where_and_when
from casualty_ledger.publishing.document import Block, Paragraph, Section, Sentence, Table, words
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.say import join, number
from casualty_ledger.series.statements import disputed


def compose_disputes(edition: Edition) -> Section:
    """Compose the section on disputed figures."""
    found = disputed(edition.in_week)
    block: Block
    if found.empty:
        block = Paragraph((words("No two figures in the ledger contradict each other in this week."),))
    else:
        block = tabulate_disputes(found)
    return Section("Disputed figures", (block,))


def tabulate_disputes(found: pd.DataFrame) -> Table:
    """Set disputes as a table: one row per thing, every claimant's number in it."""
    rows = []
    for _, told in found.groupby("dispute", sort=False):
        first = told.iloc[0]
        thing = f"{label_figure(first, '').strip()}: {label_where_and_when(first)}"
        rows.append((words(thing), join(_claims(told), "; "), words(_gap(told))))
    return Table(
        "Same place, days, measure and people; different numbers",
        ("What", "Who says which number", "Why they may differ"),
        tuple(rows),
        widths=(2.4, 4, 2),
    )


def _claims(told: pd.DataFrame) -> list[Sentence]:
    claims = []
    for claimant, said in told.groupby("claimant", sort=False):
        numbers = join([number(row) for _, row in said.iterrows()], " and ")
        claims.append(words(f"{claimant}: ") + numbers)
    return claims


def _gap(told: pd.DataFrame) -> str:
    one = told["claimant"].nunique() == 1
    days = told["published_on"].nunique()
    if one:
        return "one claimant, two numbers" if days == 1 else "one claimant, restated"
    twice = told.groupby("claimant")["value"].nunique().gt(1).any()
    if told["upper"].isna().any():
        also = "; one claimant gives two numbers" if twice else ""
        return f"rival claimants; a minimum need not contradict a higher number{also}"
    return "rival claimants" if days == 1 else "rival claimants, published on different days"
