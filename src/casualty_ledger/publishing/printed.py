"""What a brief prints: each number once, with the figures behind it and every part in which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casualty_ledger.publishing.document import Block, Brief, Picture, sentences_of
from casualty_ledger.wording.traced_text import Span


@dataclass(frozen=True)
class Printed:
    """One number in print; `how` says how it was derived, and is empty where it stands as it was said."""

    text: str
    figure_ids: tuple[str, ...]
    how: str
    parts: tuple[str, ...]


def list_printed(brief: Brief) -> tuple[Printed, ...]:
    """List the numbers of `brief` that rest on figures, in reading order, those of its charts included."""
    parts: dict[Span, dict[str, None]] = {}
    for part, span in _spans(brief):
        if span.figure_ids:
            parts.setdefault(span, {})[part] = None
    return tuple(Printed(span.text, span.figure_ids, span.how, tuple(found)) for span, found in parts.items())


def _spans(brief: Brief) -> Iterator[tuple[str, Span]]:
    for part, block in brief.parts():
        yield from ((part, span) for span in _of_block(block))


def _of_block(block: Block) -> Iterator[Span]:
    if isinstance(block, Picture):
        yield from (Span(said, ids, how) for said, ids, how in block.chart.traced)
        return
    for sentence in sentences_of(block):
        yield from sentence.spans
