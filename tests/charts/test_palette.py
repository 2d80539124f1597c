"""Colours: apart for the colour-blind and in grey, and of the same weight for every side."""

from itertools import combinations

import numpy as np
import pytest
from colorspacious import cspace_convert
from matplotlib.colors import to_hex, to_rgb

from casualty_ledger.charts.cells import DARKEST
from casualty_ledger.charts.palette import APART as BESIDE
from casualty_ledger.charts.palette import FAINT, INK, SIDE_COLOURS, WASH, colour_of, drawing, hands_of
from casualty_ledger.charts.schemes import NIGHT, dark_of
from casualty_ledger.conflicts.conflict import Conflict, neutral
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.conflicts.model import ConflictFile, SideDeclared

WAR = hands_of(conflict_of("russia_ukraine"))
COLOURS = {side: hand.colour for side, hand in WAR.items()}
MARKERS = {side: hand.marker for side, hand in WAR.items()}
# A side that is not known shares the grey of the media; its marker differs.
SIDES = [side for side in COLOURS if side != "unstated"]
PAIRS = list(combinations(SIDES, 2))
SIGHTS = ["normal", "deuteranomaly", "protanomaly", "tritanomaly"]
# In CAM02-UCS, two areas are told apart side by side from about 2.
APART = 9


def as_seen(colour: str, sight: str) -> np.ndarray:
    space = {"name": "sRGB1+CVD", "cvd_type": sight, "severity": 100}
    rgb = np.array(to_rgb(colour))
    seen = rgb if sight == "normal" else np.clip(cspace_convert(rgb, space, "sRGB1"), 0, 1)
    return cspace_convert(seen, "sRGB1", "CAM02-UCS")


def lightness(colour: str) -> float:
    return float(cspace_convert(to_rgb(colour), "sRGB1", "CIELab")[0])


def luminance(colour) -> float:
    rgb = np.array(to_rgb(colour))
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize("sight", SIGHTS)
def test_every_two_sides_stay_apart_for_every_eye(sight: str):
    """
    Simulated for full colour blindness of each kind, the colours of any two sides differ clearly.
    """
    distances = {
        pair: np.linalg.norm(as_seen(COLOURS[pair[0]], sight) - as_seen(COLOURS[pair[1]], sight))
        for pair in PAIRS
    }

    assert len(distances) == 15
    assert min(distances.values()) > APART, min(distances, key=distances.get)


def test_every_two_sides_stay_apart_in_grey_print():
    """
    Any two sides differ by five steps of lightness, and by their markers.
    """
    steps = {(a, b): abs(lightness(COLOURS[a]) - lightness(COLOURS[b])) for a, b in PAIRS}

    assert min(steps.values()) > 5, min(steps, key=steps.get)
    assert len({MARKERS[side] for side in MARKERS}) == len(MARKERS)


def test_the_belligerents_have_the_same_weight():
    """
    Neither belligerent is drawn much darker than the other: grey print needs no more.
    """
    one, other = (luminance(COLOURS[side]) for side in ("ukraine", "russia"))

    assert abs(one - other) < 0.1


def test_every_colour_reads_as_text_on_white():
    """
    Each has a contrast of at least 4.5 to 1 on white, as WCAG 2.2 asks of text.
    """
    contrasts = {colour: 1.05 / (luminance(colour) + 0.05) for colour in [*COLOURS.values(), FAINT, INK]}

    assert min(contrasts.values()) >= 4.5, contrasts


@pytest.mark.parametrize("colour", ["#3d4a57", COLOURS["un"]])
def test_numbers_read_on_the_darkest_cell(colour: str):
    """
    The ink has a contrast of 4.5 to 1 on the strongest shade of a cell, light or dark, and on an empty one.
    """
    import seaborn as sns

    darkest = sns.light_palette(colour, as_cmap=True)(1 / DARKEST)[:3]
    lightest = dark_of(to_hex(darkest))

    assert min(luminance(darkest), luminance(WASH)) + 0.05 >= 4.5 * (luminance(INK) + 0.05)
    assert luminance(dark_of(INK)) + 0.05 >= 4.5 * (luminance(lightest) + 0.05)


def test_every_colour_reads_as_text_on_dark_paper():
    """
    Turned for a reader who prefers dark, each has a contrast of at least 4.5 to 1 too.
    """
    paper = luminance(NIGHT) + 0.05
    turned = [dark_of(colour) for colour in [*COLOURS.values(), *SIDE_COLOURS, FAINT, INK]]

    assert min((luminance(colour) + 0.05) / paper for colour in turned) >= 4.5


def war_of(sides: int) -> Conflict:
    declared = {f"side_{n}": SideDeclared(name=f"Side {n}", adjective=f"{n}th") for n in range(sides)}
    return Conflict("made_up", ConflictFile(title="A made-up war", sides=declared))


@pytest.mark.parametrize("sides", [1, 2, 3, 5, 12, 40])
def test_any_number_of_sides_is_told_apart(sides: int):
    """
    However many sides there are, each has a marker of its own, a name and a colour that reads on white.
    """
    drawn = hands_of(war_of(sides))

    assert len(drawn) == sides + len(BESIDE)
    assert len({hand.marker for hand in drawn.values()}) == len(drawn)
    assert all(1.05 / (luminance(hand.colour) + 0.05) >= 4.5 and hand.name for hand in drawn.values())


@pytest.mark.parametrize("sight", SIGHTS)
def test_the_first_five_sides_stay_apart_for_every_eye(sight: str):
    """
    The colours of up to five sides differ clearly from each other and from those who stand apart.
    """
    colours = [*SIDE_COLOURS, *{hand.colour for hand in BESIDE.values()}]
    distances = [
        np.linalg.norm(as_seen(one, sight) - as_seen(other, sight)) for one, other in combinations(colours, 2)
    ]

    assert min(distances) > APART


def test_a_side_without_a_file_is_drawn_by_its_recorded_word():
    """
    Sides that are only recorded are told apart all the same, in an order that does not depend on the rows.
    """
    drawn = hands_of(neutral("nowhere"), ["south", "north", "un"])

    assert (drawn["north"].name, drawn["south"].name) == ("north", "south")
    assert drawn == hands_of(neutral("nowhere"), ["un", "north", "south"])


def test_an_unknown_side_is_drawn_as_unstated():
    """
    A side that the palette does not know has the colour of an unstated one, and no drawing leaks its colours.
    """
    with drawing("russia_ukraine"):
        assert colour_of("ukraine") == COLOURS["ukraine"]
        assert colour_of("atlantis") == COLOURS["unstated"]
    assert colour_of("ukraine") == COLOURS["unstated"]
