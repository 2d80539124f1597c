"""Ladders of statements: who gives which number in the week, one row each."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.frame import Chart, NoChart, compose
from casualty_ledger.charts.labels import label_figure
from casualty_ledger.charts.statements import ROW, STATEMENTS
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.rows import Figure, rows_of
from casualty_ledger.publishing.week import findings, tables
from casualty_ledger.publishing.week.captions import caption_of
from casualty_ledger.publishing.week.drawn import said_of
from casualty_ledger.publishing.week.edition import Edition, civil
from casualty_ledger.series.totals import last_totals


def draw_civilian_totals(edition: Edition) -> Chart | NoChart:
    """Draw who gives which running total of civilians or children in the week."""
    return _draw_ladder(
        edition,
        last_totals(civil(edition.in_week)),
        "Running totals of civilian harm given for days of the week",
        name="civilian_totals",
        empty="This ledger has recorded no running total of civilian harm that ends in this week.",
    )


def draw_military(edition: Edition) -> Chart | NoChart:
    """Draw who says what about military losses in the week, each statement by itself."""
    return _draw_ladder(
        edition,
        tables.military_statements(edition),
        "Military losses: who says what, each measure by itself",
        name="military_statements",
        empty="This ledger has recorded no figure of military losses for days of this week.",
    )


def draw_captives(edition: Edition) -> Chart | NoChart:
    """Draw who says how many prisoners were taken or are held in the week."""
    return _draw_ladder(
        edition,
        tables.captivity_statements(edition),
        "Prisoners of war: taken and held, according to whom",
        name="captivity_statements",
        empty="This ledger has recorded no number of prisoners taken or held in this week.",
    )


def _draw_ladder(
    edition: Edition, figures: pd.DataFrame, title: str, *, name: str, empty: str
) -> Chart | NoChart:
    stated = figures[figures["value"].notna() | figures["upper"].notna()].reset_index(drop=True)
    if stated.empty:
        return NoChart(name, empty)
    caption = caption_of(edition, stated, title, excludes="statements without a number; nothing is added up")
    table = said_of(stated, label=[_label(row) for row in rows_of(stated)])
    caption = findings.lead(caption, stated, findings.of_highest(table))
    return compose(STATEMENTS, table, caption, name=name, height=max(0.6, ROW * len(table)))


def _label(figure: Figure) -> str:
    everywhere = conflict_of(figure["conflict"]).is_everywhere(figure["place"])
    where = "" if everywhere else f", {figure['place']}"
    counted = label_figure({**figure, "value": 2}, "").strip()
    return f"{figure['claimant']}\n{counted}{where}"
