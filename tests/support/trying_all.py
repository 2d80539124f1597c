"""Everything that a report makes of an edition, made in this process: no notebook runs, nothing is written.

The cells of the topic notebooks are run as they stand, at a desk that keeps nothing, so that a new cell is
tried, too. Pictures are drawn where asked for; drawing is most of the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from unittest import mock

import nbformat
import pandas as pd
from paths import HOME

from casualty_ledger import desk
from casualty_ledger.charts.frame import Chart, NoChart
from casualty_ledger.project import Project
from casualty_ledger.publishing.document import Brief, Picture, sentences_of
from casualty_ledger.publishing.figures_table import FiguresTable
from casualty_ledger.publishing.references import References
from casualty_ledger.publishing.trace import trace_brief
from casualty_ledger.publishing.week.brief import compose_brief, compose_without_changes
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.record import describe_brief
from casualty_ledger.wording.table_words import words_of_table

TOPICS = ("02_civilian_casualties", "03_military_losses", "04_prisoners_of_war")
NOWHERE = Project(HOME, Path("nowhere"), Path("nowhere"))


@dataclass(frozen=True)
class TrialDesk(desk.Desk):
    """A desk that makes what a notebook shows, and keeps none of it."""

    draws: bool = False

    def keep(self, chart: Chart | NoChart) -> Any:
        """Read the chart's table, and draw it where asked for."""
        if isinstance(chart, Chart):
            assert [sentence.text for sentence in sentences_of(Picture(chart))]
            assert chart.alt
            assert not self.draws or chart.figure.axes

    def table(self, figures: pd.DataFrame, name: str, caption: str = "", empty: str = "") -> Any:
        """Set the table as a page has it."""
        assert {"row", *figures.columns} == set(figures.columns)
        return FiguresTable(figures, *words_of_table(name, caption, empty))._repr_html_()

    def tally(self, figures: pd.DataFrame, by: tuple[str, ...], name: str) -> Any:
        """Set the tally as a page has it."""
        return super().tally(figures, by, name)._repr_html_()


def try_all(edition: Edition, *, draws: bool = False) -> Brief:
    """Make everything that a report of this edition shows; return its brief."""
    trial = TrialDesk(NOWHERE, edition, Path("nowhere"), draws)
    with mock.patch.object(desk, "open_desk", lambda *_, **__: trial):
        for topic in TOPICS:
            told: dict[str, Any] = {}
            for cell in cells_of(topic):
                exec(compile(cell, topic, "exec"), told)
    brief = compose_brief(edition)
    assert References.of(edition.figures, brief.cited()).entries or not brief.cited()
    trace_brief(brief, edition.figures)
    describe_brief(brief, edition, compose_without_changes)
    return brief


@lru_cache
def cells_of(topic: str) -> list[str]:
    """Return the code cells of a notebook."""
    notebook = nbformat.read(HOME / "notebooks" / f"{topic}.ipynb", as_version=4)
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]
