"""Sentences about figures: the claimant first, the count as firmly as it was said, every number traced."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from casualty_ledger.charts.labels import (
    label_count,
    label_day,
    label_days,
    label_figure,
    label_where_and_when,
)
from casualty_ledger.publishing.document import Sentence, Span, recorded, words

SLOT = "\0"


def count_of(figure: Any) -> Span:
    """Return a figure's count as a traced number."""
    return Span(label_count(figure), (str(figure["figure_id"]),))


def number(figure: Any) -> Sentence:
    """Return a figure's count alone."""
    return Sentence((count_of(figure),))


def what(figure: Any) -> Sentence:
    """Say how many of whom: "22 civilians injured", the count traced."""
    before, after = (
        recorded(text, str(figure["figure_id"])) for text in label_figure(figure, SLOT).split(SLOT)
    )
    return before + number(figure) + after


def say(figure: Any) -> Sentence:
    """Say a figure in a sentence of its own."""
    where = label_where_and_when(figure)
    published = label_day(figure["published_on"])
    said = f"{figure['claimant']} reported "
    return words(said) + what(figure) + words(f" ({where}; published {published}).")


def who_said(figure: Any) -> Sentence:
    """Name the claimant with the day of publication."""
    return words(f"{figure['claimant']}, {label_day(figure['published_on'])}")


def covered(figure: Any) -> Sentence:
    """Say which days a figure covers."""
    return words(label_days(figure["covers_from"], figure["covers_until"]))


def join(sentences: Iterable[Sentence], between: str = "; ") -> Sentence:
    """Join sentences into one."""
    spans: list[Span] = []
    for sentence in sentences:
        if spans:
            spans.append(Span(between))
        spans += sentence.spans
    return Sentence(tuple(spans))


def listed(things: list[str], most: int = 3) -> str:
    """List names in words, the first few and how many more.

    >>> listed(["A", "B"]), listed(["A", "B", "C", "D", "E"])
    ('A and B', 'A, B, C and 2 more')
    """
    if not things:
        return "nobody"
    if len(things) > most:
        return f"{', '.join(things[:most])} and {len(things) - most} more"
    return " and ".join([", ".join(things[:-1]), things[-1]] if len(things) > 1 else things)
