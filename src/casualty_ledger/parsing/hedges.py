"""Hedges to bounds: what "at least 20" or "about 500" says about the number, and no more.

A bound that the words do not give stays absent; absent is not zero and not infinity in disguise.
The table is that of the field's practice: at least N is [N, …), more than N is [N+1, …),
about N is N give or take its rounding, up to N is [0, N].
"""

from __future__ import annotations

from dataclasses import dataclass

from casualty_ledger.errors import BoundsCross
from casualty_ledger.parsing.counts import granularity
from casualty_ledger.vocabulary import Hedge


@dataclass(frozen=True)
class Interval:
    """Lower and upper bound of a count; either may be absent. `soft` bounds are approximate."""

    lower: int | None
    upper: int | None
    soft: bool = False


IN_WORDS: dict[Hedge, Interval] = {
    Hedge.SEVERAL: Interval(3, 9, soft=True),
    Hedge.DOZENS: Interval(20, 99),
    Hedge.HUNDREDS: Interval(200, 999),
    Hedge.THOUSANDS: Interval(2000, 9999),
    Hedge.UNQUANTIFIED: Interval(None, None),
}


def bound(hedge: Hedge, value: int | None) -> Interval:
    """Return the bounds that `hedge` gives to `value`.

    >>> bound(Hedge.AT_LEAST, 485)
    Interval(lower=485, upper=None, soft=False)
    >>> bound(Hedge.ABOUT, 209940)
    Interval(lower=209930, upper=209950, soft=True)
    """
    if hedge in IN_WORDS:
        return IN_WORDS[hedge]
    if value is None:
        return Interval(None, None)
    if hedge in (Hedge.ABOUT, Hedge.NEARLY):
        step = granularity(value)
        above = value + step if hedge is Hedge.ABOUT else value - 1
        return Interval(max(value - step, 0), max(above, 0), soft=True)
    return _hard_bounds(hedge, value)


def _hard_bounds(hedge: Hedge, value: int) -> Interval:
    if hedge is Hedge.AT_LEAST:
        return Interval(value, None)
    if hedge is Hedge.MORE_THAN:
        return Interval(value + 1, None)
    return Interval(0 if hedge is Hedge.UP_TO else value, value)


def check_order(lower: int | None, value: int | None, upper: int | None) -> None:
    """Raise where the bounds cross or the number lies outside them.

    Errors: BoundsCross.
    """
    known = [number for number in (lower, value, upper) if number is not None]
    if known != sorted(known):
        raise BoundsCross(lower=lower, value=value, upper=upper)
