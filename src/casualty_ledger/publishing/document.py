"""The document: what a brief consists of, apart from how it is set.

A number in print is a `Span` that carries the ids of the figures behind it and, if it was derived, how.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from casualty_ledger.charts.frame import Chart, NoChart


@dataclass(frozen=True)
class Span:
    """A run of words, or a number with the figures behind it."""

    text: str
    figure_ids: tuple[str, ...] = ()
    how: str = ""


@dataclass(frozen=True)
class Sentence:
    """Spans in reading order."""

    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)

    def __add__(self, other: Sentence) -> Sentence:
        """Join two runs of spans."""
        return Sentence((*self.spans, *other.spans))


def words(text: str) -> Sentence:
    """Make a sentence without numbers that need a source."""
    return Sentence((Span(text),))


@dataclass(frozen=True)
class Paragraph:
    """Sentences that belong together."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Bullets:
    """A list of sentences."""

    items: tuple[Sentence, ...]


@dataclass(frozen=True)
class Table:
    """A table with a caption; `widths` are the shares of the columns in print."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class Picture:
    """A chart in print, with the figures that it draws."""

    chart: Chart
    figure_ids: tuple[str, ...] = ()


Block = Paragraph | Bullets | Table | Picture


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Brief:
    """A week's brief, whole."""

    title: str
    edition: str
    period: str
    vintage: str
    next_issue: str
    bottom_line: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    notes: tuple[Sentence, ...]
    cite_as: str
    licence: str
    language: str = field(default="en")

    def cited(self) -> tuple[str, ...]:
        """Return the ids of every figure cited, once each, in reading order."""
        blocks: list[Block] = [Bullets(self.bottom_line)]
        for section in self.sections:
            blocks += section.blocks
        blocks.append(Bullets(self.notes))
        return tuple(dict.fromkeys(figure for block in blocks for figure in cited_in(block)))


def cited_in(block: Block) -> Iterator[str]:
    """Yield the ids of the figures that a block cites, in reading order."""
    if isinstance(block, Picture):
        yield from block.figure_ids
        return
    for sentence in sentences_of(block):
        for span in sentence.spans:
            yield from span.figure_ids


def sentences_of(block: Block) -> Iterator[Sentence]:
    """Yield the sentences of a block, cell by cell in a table."""
    if isinstance(block, Paragraph):
        yield from block.sentences
    elif isinstance(block, Bullets):
        yield from block.items
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row


def picture_or_words(chart: Chart | NoChart, figure_ids: tuple[str, ...] = ()) -> Block:
    """Place a chart, or the sentence that stands for it."""
    if isinstance(chart, NoChart):
        return Paragraph((words(chart.sentence),))
    return Picture(chart, figure_ids)
