"""The document: what a brief consists of, apart from how it is set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from casualty_ledger.charts.frame import Chart, NoChart
from casualty_ledger.publishing.chart_table import tabulate_chart
from casualty_ledger.publishing.text_blocks import (
    Bullets,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Rest,
    Table,
    sentences_in,
)
from casualty_ledger.wording.language import mark, translate, write_number
from casualty_ledger.wording.traced_text import Sentence, Span, words

__all__ = [
    "HOW_TO_READ",
    "IN_SENTENCES",
    "Block",
    "Brief",
    "Bullets",
    "FrontPage",
    "KeyFigure",
    "KeyFigures",
    "Paragraph",
    "Picture",
    "Rest",
    "Section",
    "Table",
    "cited_in",
    "picture_or_words",
    "printed_in",
    "sentences_of",
    "spans_of",
]


# Of a number that more figures state, paper names so many; the page and the trace name them all.
MOST_ON_PAPER = 4
IN_SENTENCES = mark("The week in sentences")
HOW_TO_READ = mark("How to read and cite this brief")


@dataclass(frozen=True)
class Picture:
    """A chart in print, with the table behind it."""

    chart: Chart

    @cached_property
    def table(self) -> Table:
        """The table behind the chart, every number traced."""
        return tabulate_chart(self.chart)

    @cached_property
    def labels(self) -> Sentence:
        """The numbers printed in the chart."""
        return Sentence(tuple(Span(*drawn) for drawn in self.chart.traced))


Block = Paragraph | Bullets | KeyFigures | Table | Picture


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class FrontPage:
    """What a reader knows after a minute: the finding, the key figures, and what is behind them."""

    headline: Sentence
    standfirst: Sentence
    key_figures: KeyFigures
    sections: tuple[Section, ...]

    def parts(self) -> Iterator[tuple[str, Block]]:
        """Yield every block with the heading that it stands under, in reading order."""
        yield translate("Headline"), Paragraph((self.headline, self.standfirst))
        yield translate("Key figures"), self.key_figures
        for section in self.sections:
            for block in section.blocks:
                yield section.heading, block


@dataclass(frozen=True)
class Brief:
    """A week's brief, whole."""

    title: str
    edition: str
    period: str
    vintage: str
    next_issue: str
    front: FrontPage
    bottom_line: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    notes: tuple[Sentence, ...]
    cite_as: str
    licence: str
    language: str = field(default="en")

    def parts(self) -> Iterator[tuple[str, Block]]:
        """Yield every block with the heading that it stands under, in reading order."""
        yield from self.front.parts()
        yield translate(IN_SENTENCES), Bullets(self.bottom_line)
        for section in self.sections:
            for block in section.blocks:
                yield section.heading, block
        yield translate(HOW_TO_READ), Bullets(self.notes)

    def cited(self) -> tuple[str, ...]:
        """Return the ids of every figure cited, once each: first those on paper, in reading order."""
        everywhere = (figure for _, block in self.parts() for figure in cited_in(block))
        return tuple(dict.fromkeys((*self.cited_on_paper(), *everywhere)))

    def cited_on_paper(self) -> tuple[str, ...]:
        """Return the ids of the figures cited in print, where no table stands behind a chart."""
        return tuple(dict.fromkeys(figure for _, block in self.parts() for figure in printed_in(block)))

    def spans(self) -> Iterator[Span]:
        """Yield every number that says where it comes from, in reading order."""
        for _, block in self.parts():
            yield from spans_of(block)


def cited_in(block: Block) -> Iterator[str]:
    """Yield the ids of the figures that a block cites, in reading order."""
    for span in spans_of(block):
        yield from span.figure_ids


def printed_in(block: Block) -> Iterator[str]:
    """Yield the ids of the figures that a block cites in print: of a picture, those that it labels."""
    sentences = (block.labels,) if isinstance(block, Picture) else sentences_of(block)
    for sentence in sentences:
        for span in sentence.spans:
            # A number that counts sources is checked by counting them.
            counts_them = span.text == write_number(len(span.figure_ids))
            yield from span.figure_ids if counts_them else span.figure_ids[:MOST_ON_PAPER]


def spans_of(block: Block) -> Iterator[Span]:
    """Yield the numbers of a block that say where they come from, in reading order."""
    for sentence in sentences_of(block):
        yield from (span for span in sentence.spans if span.is_number)


def sentences_of(block: Block) -> Iterator[Sentence]:
    """Yield the sentences of a block; of a picture, its labels and the cells of its table."""
    if isinstance(block, Picture):
        yield block.labels
        yield from sentences_in(block.table)
    else:
        yield from sentences_in(block)


def picture_or_words(chart: Chart | NoChart) -> Block:
    """Place a chart, or the sentence that stands for it."""
    if isinstance(chart, NoChart):
        return Paragraph((words(chart.sentence),))
    return Picture(chart)
