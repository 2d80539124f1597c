"""The PNG of a chart is its SVG in dots: the same shapes, in the promised size."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from casualty_ledger.charts.raster import rasterize

# Two inches by one: red on the left, blue on the right.
TWO_HALVES = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100">'
    '<rect width="100" height="100" fill="#ff0000"/>'
    '<rect x="100" width="100" height="100" fill="#0000ff"/></svg>'
)


@pytest.fixture(scope="module")
def picture() -> Image.Image:
    return Image.open(io.BytesIO(rasterize(TWO_HALVES, 2.0)))


def test_two_inches_are_400_dots(picture: Image.Image) -> None:
    assert picture.size == (400, 200)


def test_the_file_says_how_dense_its_dots_are(picture: Image.Image) -> None:
    assert picture.info["dpi"] == pytest.approx((200, 200), abs=0.1)


def test_shapes_stand_where_the_drawing_puts_them(picture: Image.Image) -> None:
    drawn = picture.convert("RGB")
    assert drawn.getpixel((198, 100)) == (255, 0, 0)
    assert drawn.getpixel((202, 100)) == (0, 0, 255)


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert rasterize(TWO_HALVES, 2.0) == rasterize(TWO_HALVES, 2.0)
