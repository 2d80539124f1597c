"""Colours: apart for the colour-blind and in grey, and of the same weight for every side."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from casualty_ledger.charts.palette import COLOURS, MARKERS, colour_of

# Viénot, Brettel and Mollon (1999): what a dichromat sees, in linear RGB.
SEEN = {
    "protanopia": [[0.1124, 0.8876, 0.0], [0.1124, 0.8876, 0.0], [0.004, -0.004, 1.0]],
    "deuteranopia": [[0.2928, 0.7072, 0.0], [0.2928, 0.7072, 0.0], [-0.0223, 0.0223, 1.0]],
}
BELLIGERENTS = ("ukraine", "russia")


def linear(colour: str) -> np.ndarray:
    rgb = np.array(to_rgb(colour))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    return float(linear(colour) @ [0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize("sight", SEEN)
def test_the_belligerents_stay_apart_for_the_colour_blind(sight: str):
    """
    What a dichromat sees of the two sides' colours differs clearly.
    """
    one, other = (np.array(SEEN[sight]) @ linear(COLOURS[side]) for side in BELLIGERENTS)

    assert np.linalg.norm(one - other) > 0.2


def test_every_side_reads_on_white():
    """
    Each colour has a contrast of at least 4.5 to 1 on white, as WCAG 2.2 asks of text.
    """
    contrasts = {side: 1.05 / (luminance(colour) + 0.05) for side, colour in COLOURS.items()}

    assert min(contrasts.values()) >= 4.5, contrasts


def test_the_belligerents_have_the_same_weight():
    """
    In grey print neither belligerent is drawn darker than the other by more than a tenth.
    """
    one, other = (luminance(COLOURS[side]) for side in BELLIGERENTS)

    assert abs(one - other) < 0.1


def test_sides_differ_by_marker_as_well_as_colour():
    """
    No two sides that a chart may show share a marker, so that grey print tells them apart.
    """
    shown = [side for side in MARKERS if side != "unstated"]

    assert all(MARKERS[one] != MARKERS[other] for one, other in combinations(shown, 2))


def test_an_unknown_side_is_drawn_as_unstated():
    """
    A side that the palette does not know has the colour of an unstated one.
    """
    assert colour_of("atlantis") == COLOURS["unstated"]
