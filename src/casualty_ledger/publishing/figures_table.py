"""Figures as a table that a page can show: who says what, when, how sure, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd

from casualty_ledger.charts.labels import label_count, label_day, label_figure, label_until
from casualty_ledger.publishing.references import safe_address
from casualty_ledger.vocabulary import Caveat

COLUMNS = ("What was said", "Where", "Days counted", "Reported by", "Published", "Grade", "Caveats", "Source")
DEFINITIONS = {str(caveat): caveat.definition for caveat in Caveat}


@dataclass(frozen=True)
class FiguresTable:
    """A table of reported figures that shows itself in a notebook and in a page."""

    figures: pd.DataFrame
    caption: str
    empty: str

    def _repr_html_(self) -> str:
        if self.figures.empty:
            return f'<p class="no-chart">{escape(self.empty)}</p>'
        head = "".join(f'<th scope="col">{column}</th>' for column in COLUMNS)
        rows = "".join(_row(figure) for _, figure in self.figures.iterrows())
        return (
            f'<div class="table" role="region" tabindex="0" aria-label="{escape(self.caption)}"><table>'
            f"<caption>{escape(self.caption)} ({len(self.figures)})</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        )

    def __repr__(self) -> str:
        """Show the table as text where HTML is not shown."""
        return f"{self.caption} ({len(self.figures)})" if len(self.figures) else self.empty


def _row(figure: pd.Series) -> str:
    cells = (
        escape(str(figure["place"]) or "–"),
        escape(label_until(figure)),
        escape(str(figure["claimant"])),
        escape(label_day(figure["published_on"])),
        escape(f"{figure['reliability']}{figure['credibility']}"),
        escape("; ".join(DEFINITIONS[caveat] for caveat in str(figure["caveats"]).split())) or "–",
        _source(figure),
    )
    said = escape(label_figure(figure, label_count(figure)))
    return f'<tr><th scope="row">{said}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'


def _source(figure: pd.Series) -> str:
    row = escape(f"{figure['row_ids'].split()[0]} in {figure['sheet']}")
    publisher = escape(str(figure["publishers"].split("; ")[0]))
    address = safe_address(str(figure["address"]))
    link = f'<a href="{escape(address)}">{publisher}</a>' if address else publisher
    return f"{link} ({row})"
