"""Text in which every number leads to its figures.

A number in print is a `Span` that carries the ids of the figures behind it and, if it was derived, how.
A number that counts figures, rows or names rather than people has no figure behind it; its `how` says
what was counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter

from casualty_ledger.wording.language import mark, translate, write_number

# How a number came to stand in a text that was recorded with a figure.
AS_RECORDED = mark("as recorded with the figure")
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


def sentence(message: str, /, **said: object) -> Sentence:
    """Say a phrase in the language that is spoken, each blank filled with text or with another sentence.

    >>> sentence("{count} since {day}", count=words("12"), day="4 June 2023").text
    '12 since 4 June 2023'
    """
    return fill(translate(message), **said)


def fill(template: str, /, **said: object) -> Sentence:
    """Fill the blanks of a phrase that is translated already, each with text or with another sentence.

    What is said in plain words stays together as one run of them.
    """
    spans: list[Span] = []
    plain = ""
    for literal, name, _, _ in Formatter().parse(template):
        filled = said[name] if name is not None else ""
        plain += literal
        if isinstance(filled, Sentence):
            spans += [Span(plain)] if plain else []
            spans += filled.spans
            plain = ""
        else:
            plain += str(filled)
    return Sentence((*spans, Span(plain)) if plain else tuple(spans))


def counted(number: int, how: str) -> Sentence:
    """Make a number that counts figures, rows or names, and say what it counts."""
    return Sentence((Span(write_number(number), (), how),))


def recorded(text: str, figure_id: str, how: str = AS_RECORDED) -> Sentence:
    """Make a sentence of a text recorded with a figure: each number in it leads to that figure.

    >>> [span.text for span in recorded("part of 165,000", "ml-1").spans if span.figure_ids]
    ['165,000']
    """
    spans: list[Span] = []
    at = 0
    for found in DIGITS.finditer(text):
        spans.append(Span(text[at : found.start()]))
        spans.append(Span(found.group(), (figure_id,), translate(how)))
        at = found.end()
    return Sentence(tuple(span for span in (*spans, Span(text[at:])) if span.text))
