"""What a notebook shows: charts with the table behind them and prose, every number with its card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from casualty_ledger.charts.frame import Chart
from casualty_ledger.publishing.cards import cards_of, mark_cards
from casualty_ledger.publishing.document import Picture, Sentence, spans_of
from casualty_ledger.publishing.markup import mark_behind, mark_sentence


@dataclass(frozen=True)
class ShownChart:
    """A chart as it stands in a notebook and in a page: picture, caption, table and cards."""

    chart: Chart
    figures: pd.DataFrame

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, Any]]:
        shown, facts = self.chart._repr_mimebundle_()
        picture = Picture(self.chart)
        spans = list(spans_of(picture))
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
