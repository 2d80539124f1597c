"""Criteria: what a selection was chosen by, as it was asked."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import pandas as pd

from casualty_ledger.explore.choices import KINDS
from casualty_ledger.explore.spans import Span


@dataclass(frozen=True)
class Criteria:
    """Words by kind, and the days; what is not named is not restricted."""

    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    span: Span | None = field(default=None)

    def of(self, kind: str) -> tuple[str, ...]:
        """Return the words of one kind, none where it is not restricted."""
        return dict(self.words).get(kind, ())

    def with_words(self, kind: str, words: Iterable[str]) -> Criteria:
        """Return criteria with the words of one kind in place of those before; none lifts the restriction."""
        kept = dict(self.words) | {kind: tuple(words)}
        return replace(self, words=tuple((name, kept[name]) for name in KINDS if kept.get(name)))

    def lift(self, name: str) -> Criteria:
        """Return criteria without the restriction of one kind, or of the days in one unit."""
        if name in KINDS:
            return self.with_words(name, ())
        return self.without_days() if self.span is not None and self.span.unit == name else self

    def without_days(self) -> Criteria:
        """Return the same criteria for all days."""
        return replace(self, span=None)

    def choose(self, figures: pd.DataFrame) -> pd.DataFrame:
        """Return the figures that meet every criterion, in the ledger's order."""
        return figures[self.meets(figures)].reset_index(drop=True)

    def meets(self, figures: pd.DataFrame) -> pd.Series:
        """Say for each figure whether it meets every criterion."""
        meets = pd.Series(True, index=figures.index)
        for kind, words in self.words:
            meets &= figures[kind].isin(words)
        if self.span is not None:
            meets &= self.span.holds(figures)
        return meets

    @property
    def text(self) -> str:
        """The criteria in words."""
        named = [f"{kind} {' or '.join(words)}" for kind, words in self.words]
        if self.span is not None:
            named.append(f"{self.span.unit} {self.span.name.replace('/', ' to ')}")
        return "; ".join(named)

    @property
    def arguments(self) -> list[str]:
        """The criteria as the arguments of `select`.

        >>> Criteria().with_words("measure", ["losses"]).arguments
        ['measure="losses"']
        """
        named = [f"{kind}={_spell(words)}" for kind, words in self.words]
        return [*named, f'{self.span.unit}="{self.span.name}"'] if self.span is not None else named


EVERYTHING = Criteria()


def _spell(words: tuple[str, ...]) -> str:
    """Spell words as Python does, in double quotes whatever they hold."""
    spelled = [json.dumps(word, ensure_ascii=False) for word in words]
    return spelled[0] if len(spelled) == 1 else f"[{', '.join(spelled)}]"
