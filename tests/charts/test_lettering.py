"""Lettering: one typeface, and text that fits its room."""

from pathlib import Path

import pytest
from matplotlib import style
from matplotlib.font_manager import FontProperties, findfont

from casualty_ledger.charts.frame import STYLE
from casualty_ledger.charts.lettering import LONGEST, fit, inert, register_typefaces, width_of, wrap


@pytest.mark.parametrize(("weight", "cut"), [("normal", "Regular"), ("bold", "Bold")])
def test_charts_are_set_in_the_packaged_typeface(weight, cut: str):
    """
    Each weight that the style asks for is found in the package, not on the machine.
    """
    register_typefaces()
    with style.context(STYLE):
        found = Path(findfont(FontProperties(weight=weight)))

    assert found.name == f"SourceSansPro-{cut}.ttf"
    assert found.parent.parent.name == "typefaces"


@pytest.mark.parametrize("text", ["W" * 10_000, "very " * 4_000, "Іван " * 900, "🙂" * 500])
def test_no_name_is_wider_than_its_room(text: str):
    """
    Text of any length and script is cut to its room, on one line or on two.
    """
    lines = [fit(text, 100, 8), *wrap(text, 100, 8).split("\n")]

    assert len(lines) <= 3
    assert max(width_of(line, 8) for line in lines) <= 100
    assert all(lines)


def test_a_name_that_fits_is_not_touched():
    """
    Short text stays as it is, in Cyrillic as in Latin letters.
    """
    assert fit("Генеральний штаб", 200, 8) == "Генеральний штаб"
    assert wrap("General Staff of Ukraine", 60, 8) == "General Staff of\nUkraine"


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\x00", "\x1b", "\u200b"])
def test_no_hidden_character_is_drawn(hidden: str):
    """
    Overrides of direction and control characters are left out; the rest stays.
    """
    assert inert(f"A{hidden}B") == "AB"


def test_reading_stops_where_nobody_reads():
    """
    A name of ten thousand characters is looked at no further than a chart can show.
    """
    assert len(inert("x" * 10_000)) == LONGEST
