"""Overtaken: which numbers of one toll were read before a higher one, and are no low end of its range.

A toll that is read at successive hours or days is one running toll, whoever reads it. What the sides that
fight say against each other is no reading of one toll, and a number told later than a higher one is a
revision or a dispute, as is one that its source has lowered.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TypeVar

from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.moments import Said, order_of, read_said
from casualty_ledger.series.scope_gaps import numbers_of

Figure = TypeVar("Figure", bound=ReportedFigure)
# What a page of the same day may say of a number that was told before others.
FIRST = re.compile(
    r"\b(?:first (?:count|figure|number|reports?|toll)|initial(?:ly)?|preliminary"
    r"|earlier (?:count|figure|number|statement|toll))\b"
)
# What a later number says of one before it.
BEFORE = re.compile(r"\b(?:before|earlier(?! than)|previous(?:ly)?|up from|raised from)\b")


def last_words(told: Sequence[Figure], before: Sequence[ReportedFigure] = ()) -> list[Figure]:
    """Leave out numbers of one toll that a higher one has overtaken, or that count some of its people.

    `before` are all that its sources have said of it, those that they replaced too.
    """
    said, steps = [read_said(figure) for figure in told], [read_said(figure) for figure in before]
    return [
        figure
        for figure, low in zip(told, said, strict=True)
        if not any(_is_higher(high, low) and _is_no_end(low, high, steps) for high in said)
    ]


def _is_higher(one: Said, other: Said) -> bool:
    return _size(one) > _size(other)


def _size(said: Said) -> float:
    """Return the number, or the end of the range that is stated."""
    if not math.isnan(said.value):
        return said.value
    return said.upper if said.upper < math.inf else said.lower


def _is_no_end(low: Said, high: Said, steps: Sequence[Said]) -> bool:
    if low.is_narrow and not high.is_narrow:
        return True
    rivals = low.is_side and high.is_side and low.side != high.side
    # What a source sets against the numbers of others is no later reading of them.
    if rivals or high.disputes or _is_lowered(low, high, steps):
        return False
    return is_before(low, high) or _is_met(low, high) or _is_a_step(low, high, steps)


def _is_lowered(low: Said, high: Said, steps: Sequence[Said]) -> bool:
    """Say whether a source lowered its number from the higher one: who repeats that overtakes nothing."""
    own = {each.value for each in steps if each.claimant == low.claimant}
    return low.corrects and high.value in own | numbers_of(low.texts)


def _is_a_step(low: Said, high: Said, steps: Sequence[Said]) -> bool:
    """Say whether a number not told later is one that the source of the higher one gave before that."""
    own = (each for each in steps if each.claimant == high.claimant and each.value == low.value)
    return not _is_later(low, high) and any(_order(each, high) == -1 for each in own)


def _is_met(low: Said, high: Said) -> bool:
    """Say whether a bound holds with a higher number: what a monitor verified is a count of its own."""
    return low.upper == math.inf and not low.is_monitor and high.lower >= low.lower


def _is_later(one: Said, other: Said) -> bool:
    return _order(one, other) == 1 or _by_page(one, other) == 1


def is_before(one: Said, other: Said) -> bool:
    """Say whether one was told before the other: by what orders them, their pages' days, or as the first."""
    if _names_before(other, one):
        return True
    order = _order(one, other)
    if order is None:
        order = _by_page(one, other)
    if order is None or order == 0:
        return bool(FIRST.search(one.texts)) and not FIRST.search(other.texts)
    return order < 0


def _order(one: Said, other: Said) -> int | None:
    """Tell the order as the record does; a day that a page's address tells is the page's day."""
    return order_of(one._replace(is_inferred=False), other._replace(is_inferred=False))


def _by_page(one: Said, other: Said) -> int | None:
    """Tell the order by the days of the pages, where a later page does not print an earlier number."""
    if one.day is None or other.day is None:
        return None
    later = one if one.day > other.day else other
    return None if later.is_earlier else (one.day > other.day) - (one.day < other.day)


def _names_before(later: Said, earlier: Said) -> bool:
    """Say whether the words of a number name another one as told before it: "before that 12 injured"."""
    named = (phrase for phrase in later.texts.split(";") if BEFORE.search(phrase))
    return any(earlier.value in numbers_of(phrase) for phrase in named)
