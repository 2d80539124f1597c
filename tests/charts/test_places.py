"""Places for labels."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from casualty_ledger.charts.places import Places, spread


def axes():
    ax = Figure(figsize=(4, 3)).add_subplot()
    ax.set_xlim(0, 10)
    ax.set_ylim(0, 100)
    return ax


@pytest.mark.parametrize("wanted", [[5.0] * 6, [1, 2, 3, 50, 51], [99, 100, 98], [30]])
def test_labels_are_moved_apart_and_stay_inside(wanted):
    """
    However close they are wanted, labels end up a gap apart, in their order, inside their bounds.
    """
    placed = spread(wanted, 4, 0, 100)
    in_order = np.array(placed)[np.argsort(wanted, kind="stable")]

    assert np.diff(in_order).min(initial=4) >= 4 - 1e-9
    assert min(placed) >= 0
    assert max(placed) <= 100


def test_labels_with_room_stay_where_they_are_wanted():
    """
    Nothing moves that need not.
    """
    assert spread([10, 50, 90], 4, 0, 100) == [10, 50, 90]


def test_two_labels_never_get_one_place():
    """
    The second label of a point goes elsewhere; when all places are taken a label is left out.
    """
    places = Places(axes())
    labels = [places.label(5, 50, "209,940") for _ in range(40)]
    drawn = [label for label in labels if label is not None]

    assert 2 <= len(drawn) < 40
    assert len({label.xyann for label in drawn}) == len(drawn)


def test_the_room_of_an_open_arrow_is_kept_free():
    """
    A label above "at least 50" does not lie on its arrow.
    """
    above = {"value": 50, "lower": 50, "upper": pd.NA}
    plain, arrowed = Places(axes()), Places(axes())
    arrowed.take_said(5, above)
    one, other = (places.label(5, 50, "50", around=((0, 1), (1, 1))) for places in (plain, arrowed))

    assert one.get_ha() == "center"
    assert other.get_ha() == "left"
