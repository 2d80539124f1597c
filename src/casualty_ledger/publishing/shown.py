"""What a notebook shows: charts with the table behind them and prose, every number with its card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from casualty_ledger.charts.frame import Chart
from casualty_ledger.conflicts.conflict import UNSTATED, as_recorded
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.cards import cards_of, mark_cards
from casualty_ledger.publishing.document import Picture, Table, spans_of
from casualty_ledger.publishing.marked_text import mark_text
from casualty_ledger.publishing.markup import mark_behind, mark_sentence, mark_table
from casualty_ledger.wording.language import translate
from casualty_ledger.wording.traced_text import Sentence, counted, words


@dataclass(frozen=True)
class ShownChart:
    """A chart as it stands in a notebook and in a page: picture, caption, table and cards."""

    chart: Chart
    figures: pd.DataFrame

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, Any]]:
        shown, facts = self.chart._repr_mimebundle_()
        picture = Picture(self.chart)
        # Numbers in the picture open no card; those of the table behind it do.
        spans = list(spans_of(picture.table))
        cards = cards_of(self.figures, (figure for span in spans for figure in span.figure_ids))
        facts["image/svg+xml"] |= {"behind": mark_behind(picture) + mark_cards(spans, cards)}
        return shown, facts


@dataclass(frozen=True)
class ShownSentences:
    """Sentences as they stand in a notebook and in a page: every traced number opens its card."""

    sentences: tuple[Sentence, ...]
    figures: pd.DataFrame

    def _repr_html_(self) -> str:
        spans = [span for sentence in self.sentences for span in sentence.spans if span.is_number]
        cards = cards_of(self.figures, (figure for span in spans for figure in span.figure_ids))
        said = "".join(f"<p>{mark_sentence(sentence)}</p>" for sentence in self.sentences)
        return said + mark_cards(spans, cards)

    def __repr__(self) -> str:
        """Show the words where HTML is not shown."""
        return "\n".join(sentence.text for sentence in self.sentences)


def _name(kind: str, by: str, figures: pd.DataFrame) -> str:
    """Name a kind as a reader would: a party by its adjective, in the first place of a cell."""
    adjective = conflict_of(str(figures["conflict"].iloc[0])).adjective_of(kind) if by == "party" else ""
    said = adjective or as_recorded(kind)
    return capital(translate("not stated") if said in ("", UNSTATED) else said)


@dataclass(frozen=True)
class ShownTally:
    """How many statements there are of each kind, as they stand in a notebook and in a page."""

    figures: pd.DataFrame
    by: tuple[str, ...]
    caption: str
    empty: str

    def _repr_html_(self) -> str:
        if self.figures.empty:
            return f'<p class="no-chart">{mark_text(self.empty)}</p>'
        sizes = self.figures.groupby(list(self.by), sort=False).size()
        rows = tuple(
            (
                *(words(_name(str(kind), by, self.figures)) for kind, by in zip(kinds, self.by, strict=True)),
                counted(int(size), translate("statements")),
            )
            for *kinds, size in sizes.reset_index().itertuples(index=False)
        )
        columns = (*(name.capitalize() for name in self.by), translate("Statements"))
        return mark_table(Table(self.caption, columns, rows, (1.0,) * len(columns)))

    def __repr__(self) -> str:
        """Show the caption where HTML is not shown."""
        return self.caption if len(self.figures) else self.empty
