"""A ladder of statements: who gives which number in the week, one row each."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.frame import Chart, NoChart, compose
from casualty_ledger.charts.statements import STATEMENTS
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.publishing.week.captions import caption_of
from casualty_ledger.publishing.week.chart_columns import said_of
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.titles import lead, of_highest
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.wording.claimant_names import name_claimant
from casualty_ledger.wording.conflict_words import where_beside
from casualty_ledger.wording.labels import label_figure
from casualty_ledger.wording.language import translate


def draw_ladder(
    edition: Edition, figures: pd.DataFrame, title: str, *, name: str, empty: str
) -> Chart | NoChart:
    """Draw statements one under another, each with its claimant; `empty` says that there are none."""
    stated = figures[figures["value"].notna() | figures["upper"].notna()].reset_index(drop=True)
    if stated.empty:
        return NoChart(name, empty)
    excludes = translate("statements without a number; nothing is added up")
    caption = caption_of(edition, stated, title, excludes=excludes)
    table = said_of(stated, label=[_label(row) for row in figures_of(stated)])
    caption = lead(caption, stated, of_highest(table))
    return compose(STATEMENTS, table, caption, name=name)


def _label(figure: ReportedFigure) -> str:
    counted = label_figure({**figure, "value": 2}, "").strip()
    return f"{name_claimant(figure['claimant'])}\n{counted}{where_beside(figure)}"
