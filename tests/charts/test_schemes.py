"""Colour schemes: a picture is dark by its own style sheet, and the light picture stays as it was."""

from casualty_ledger.charts.raster import rasterize
from casualty_ledger.charts.schemes import dark_of, follow_scheme

STYLED = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><defs><style>*{{}}</style></defs>'
    '<path d="M 0 0 L 99 0 L 99 99 Z" {}/><path d="M 100 0 L 199 0 L 199 99 Z" {}/></svg>'
)
SVG = STYLED.format('style="fill: #00488c; stroke: none"', 'style="fill: none; stroke: #b0471d"')


def test_a_style_is_written_once_and_is_dark_in_the_dark():
    """
    Two marks of one style share a class; its paint has a rule for dark, and no style stands on a mark.
    """
    same = 'style="fill: #00488c"'
    svg = follow_scheme(STYLED.format(same, same))

    assert svg.count('class="c0"') == 2
    assert svg.count(".c0{") == 2
    assert "style=" not in svg
    assert dark_of("#00488c") in svg


def test_the_ground_of_a_hatch_is_dark_in_the_dark():
    """
    What may still change is hatched, and as bright on dark paper as the bars beside it.
    """
    svg = follow_scheme(STYLED.format("", "").replace("<path", '<rect x="0" y="0" fill="#00488c"/><path', 1))

    assert 'fill="#00488c"' not in svg
    assert dark_of("#00488c") in svg


def test_a_picture_in_dots_is_the_light_one():
    """
    PNG and PDF are set from the rules for light: the same dots as before the styles were classes.
    """
    assert rasterize(follow_scheme(SVG), 1) == rasterize(SVG, 1)
