"""Hedges to bounds, by the field's table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualty_ledger.errors import BoundsCross
from casualty_ledger.parsing.hedges import Interval, bound, check_order
from casualty_ledger.vocabulary import Hedge


@pytest.mark.parametrize(
    ("hedge", "value", "interval"),
    [
        (Hedge.EXACT, 22, Interval(22, 22)),
        (Hedge.AT_LEAST, 485, Interval(485, None)),
        (Hedge.MORE_THAN, 210_000, Interval(210_001, None)),
        (Hedge.ABOUT, 209_940, Interval(209_930, 209_950, soft=True)),
        (Hedge.ABOUT, 500, Interval(400, 600, soft=True)),
        (Hedge.NEARLY, 500, Interval(400, 499, soft=True)),
        (Hedge.UP_TO, 80_000, Interval(0, 80_000)),
        (Hedge.SEVERAL, None, Interval(3, 9, soft=True)),
        (Hedge.DOZENS, None, Interval(20, 99)),
        (Hedge.HUNDREDS, None, Interval(200, 999)),
        (Hedge.THOUSANDS, None, Interval(2000, 9999)),
        (Hedge.UNQUANTIFIED, None, Interval(None, None)),
    ],
)
def test_a_hedge_gives_the_bounds_of_the_table(hedge, value, interval):
    """
    Each hedge gives the bounds that the field's table gives it, and no others.
    """
    assert bound(hedge, value) == interval


def test_a_missing_number_has_no_bounds():
    """
    A number that is missing is not zero: it has neither bound.
    """
    assert bound(Hedge.EXACT, None) == Interval(None, None)


@given(st.sampled_from(list(Hedge)), st.integers(min_value=0, max_value=10**7))
def test_bounds_never_cross(hedge: Hedge, value: int):
    """
    Whatever the hedge, a lower bound never exceeds an upper bound.
    """
    interval = bound(hedge, value)

    assert interval.lower is None or interval.upper is None or interval.lower <= interval.upper


def test_crossed_bounds_are_refused():
    """
    A lower bound above the number, or above the upper bound, raises the declared error.
    """
    with pytest.raises(BoundsCross):
        check_order(5, 4, None)
    with pytest.raises(BoundsCross):
        check_order(9, None, 8)
