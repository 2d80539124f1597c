"""The parts of a text: spans, sentences, and the paragraphs, lists and tables that hold them.

A number in print is a `Span` that carries the ids of the figures behind it and, if it was derived, how.
A number that counts figures, rows or names rather than people has no figure behind it; its `how` says
what was counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

DIGITS = re.compile(r"\d[\d,.]*\d|\d")


@dataclass(frozen=True)
class Span:
    """A run of words, or a number with the figures behind it."""

    text: str
    figure_ids: tuple[str, ...] = ()
    how: str = ""

    @property
    def is_number(self) -> bool:
        """Whether it is a number that says where it comes from."""
        return bool(self.figure_ids or self.how)


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


def counted(number: int, how: str) -> Sentence:
    """Make a number that counts figures, rows or names, and say what it counts."""
    return Sentence((Span(f"{number:,}", (), how),))


def recorded(text: str, figure_id: str, how: str = "as recorded with the figure") -> Sentence:
    """Make a sentence of a text recorded with a figure: each number in it leads to that figure.

    >>> [span.text for span in recorded("part of 165,000", "ml-1").spans if span.figure_ids]
    ['165,000']
    """
    spans: list[Span] = []
    at = 0
    for found in DIGITS.finditer(text):
        spans.append(Span(text[at : found.start()]))
        spans.append(Span(found.group(), (figure_id,), how))
        at = found.end()
    return Sentence(tuple(span for span in (*spans, Span(text[at:])) if span.text))


@dataclass(frozen=True)
class Paragraph:
    """Sentences that belong together."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Rest:
    """What a list or a table leaves to another page of the report: how much, and which page."""

    said: Sentence
    page: str


@dataclass(frozen=True)
class Bullets:
    """A list of sentences, and what is left to another page."""

    items: tuple[Sentence, ...]
    rest: Rest | None = None


@dataclass(frozen=True)
class KeyFigure:
    """A number at the top of a brief: what it counts, what it was before, how old and how sure it is.

    `trend` are the values of the weeks before it and its own, none where a week has none.
    """

    label: Sentence
    number: Sentence
    change: Sentence
    age: Sentence
    badge: str
    trend: tuple[float | None, ...] = ()

    @property
    def sentence(self) -> Sentence:
        """The key figure as one sentence."""
        parts = [self.label, words(": "), self.number, words(f" ({self.badge})")]
        for part in (self.change, self.age):
            parts += [words("; "), part] if part.spans else []
        return Sentence(tuple(span for part in parts for span in part.spans))


@dataclass(frozen=True)
class KeyFigures:
    """The key figures of a brief, side by side."""

    items: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Table:
    """A table with a caption; `widths` are the shares of the columns in print."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]
    widths: tuple[float, ...]
    rest: Rest | None = None


TextBlock = Paragraph | Bullets | KeyFigures | Table


def sentences_in(block: TextBlock) -> Iterator[Sentence]:
    """Yield the sentences of a block, cell by cell in a table."""
    if isinstance(block, Paragraph):
        yield from block.sentences
    elif isinstance(block, KeyFigures):
        yield from (each.sentence for each in block.items)
    elif isinstance(block, Bullets):
        yield from block.items
    else:
        for row in block.rows:
            yield from row
    if isinstance(block, (Bullets, Table)) and block.rest:
        yield block.rest.said
