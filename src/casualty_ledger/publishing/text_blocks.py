"""The parts of a text: spans, sentences, and the paragraphs, lists and tables that hold them.

A number in print is a `Span` that carries the ids of the figures behind it and, if it was derived, how.
A number that counts figures, rows or names rather than people has no figure behind it; its `how` says
what was counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casualty_ledger.wording.traced_text import Sentence, words


@dataclass(frozen=True)
class Paragraph:
    """Sentences that belong together."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Rest:
    """What a list or a table leaves to another page of the report: how much, and which page.

    What stands further on in the same brief is under the heading of a `section`. What more is left to `also`
    another page is told with a link of its own: a link leads where its words say.
    """

    said: Sentence
    page: str
    section: str = ""
    also: Rest | None = None


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
    """A table with a caption; `widths` are the shares of the columns in print.

    `cited_by_cell` says that its columns have sources of their own.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]
    widths: tuple[float, ...]
    rest: Rest | None = None
    cited_by_cell: bool = False


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
        if block.rest.also:
            yield block.rest.also.said
