"""Figures as a table that a page can show: who says what, when, how sure, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.parsing.web_addresses import safe_address
from casualty_ledger.publishing.cards import cards_of, mark_cards, mark_number
from casualty_ledger.publishing.marked_text import mark_attribute, mark_text
from casualty_ledger.publishing.markup import mark_sentence
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Caveat
from casualty_ledger.week.tolls import size_of
from casualty_ledger.wording.claimant_names import name_claimant
from casualty_ledger.wording.conflict_words import name_place_of
from casualty_ledger.wording.labels import label_count, label_figure, label_publication, label_until
from casualty_ledger.wording.language import mark, phrase, translate
from casualty_ledger.wording.traced_text import Span, recorded

# A page shows so many rows; the table's data hold all of them.
MOST_ROWS = 40
COLUMNS = (
    mark("What was said"),
    mark("Where"),
    mark("Days counted"),
    mark("Reported by"),
    mark("Published"),
    mark("Grade"),
    mark("Caveats"),
)
ROWS = mark("rows of this table")
DEFINITIONS = {str(caveat): caveat.definition for caveat in Caveat}


@dataclass(frozen=True)
class FiguresTable:
    """A table of reported figures that shows itself in a notebook and in a page.

    `data` is the file that holds all of its rows, beside the page.
    """

    figures: pd.DataFrame
    caption: str
    empty: str
    data: str = ""

    def _repr_html_(self) -> str:
        if self.figures.empty:
            return f'<p class="no-chart">{mark_text(self.empty)}</p>'
        caption = mark_text(self.caption)
        size = _count_rows(len(self.figures))
        head = "".join(f'<th scope="col">{mark_text(column)}</th>' for column in map(translate, COLUMNS))
        shown = self.figures.head(MOST_ROWS)
        told = figures_of(shown)
        numbers = [_number(figure) for figure in told]
        rows = "".join(_row(figure, number) for figure, number in zip(told, numbers, strict=True))
        label = mark_attribute(self.caption)
        return (
            (
                f'<div class="table" role="region" tabindex="0" aria-label="{label}">'
                f'<table class="figures"><caption>{caption} ({size})</caption>'
                f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
            )
            + self._mark_rest()
            + mark_cards(numbers, cards_of(shown, shown["figure_id"]))
        )

    def _mark_rest(self) -> str:
        """Say how many rows a page leaves to the table's data."""
        left = len(self.figures) - MOST_ROWS
        if left <= 0:
            return ""
        said = phrase("and {count} more, in the table’s data", count=_count_rows(left))
        return f'<p class="rest"><a href="{mark_attribute(self.data)}">{said}</a></p>' if self.data else said

    def __repr__(self) -> str:
        """Show the table as text where HTML is not shown."""
        return f"{self.caption} ({len(self.figures)})" if len(self.figures) else self.empty


def _count_rows(number: int) -> str:
    how = mark_attribute(translate(ROWS))
    return f'<span class="counted" title="{how}">{number}</span>'


def _number(figure: ReportedFigure) -> Span:
    return Span(label_figure(figure, label_count(figure)), (str(figure["figure_id"]),))


def _row(figure: ReportedFigure, number: Span) -> str:
    caveats = "; ".join(translate(DEFINITIONS[caveat]) for caveat in str(figure["caveats"]).split())
    cells = (
        (mark_sentence(recorded(name_place_of(figure) or "–", str(figure["figure_id"]))), ""),
        (mark_text(label_until(figure)), _by_day(figure["covers_until"])),
        (mark_text(name_claimant(str(figure["claimant"]))), ""),
        (f"{mark_text(label_publication(figure))}, {_source(figure)}", _by_day(figure["published_on"])),
        (mark_text(f"{figure['reliability']}{figure['credibility']}"), ""),
        (mark_text(caveats or "–"), ""),
    )
    told = "".join(f"<td{order}>{cell}</td>" for cell, order in cells)
    return f'<tr><th scope="row" data-sort="{_by_size(figure)}">{mark_number(number)}</th>{told}</tr>'


def _by_size(figure: ReportedFigure) -> str:
    stated = any(not pd.isna(figure[name]) for name in ("value", "upper", "lower"))
    return str(size_of(figure)) if stated else ""


def _by_day(day: Any) -> str:
    """Return by what a cell that tells of a day is sorted; one of an unknown day stands last."""
    return f' data-sort="{"" if pd.isna(day) else f"{day:%Y%m%d}"}"'


def _source(figure: ReportedFigure) -> str:
    row = mark_text(str(figure["row_ids"]).split()[0])
    publisher = mark_text(str(figure["publishers"]).split("; ")[0])
    address = safe_address(str(figure["address"]))
    link = f'<a href="{mark_attribute(address)}">{publisher}</a>' if address else publisher
    return f'{link} <span class="row">({row})</span>'
