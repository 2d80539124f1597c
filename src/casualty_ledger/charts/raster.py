"""The picture in dots: a chart is drawn once, as SVG, and its PNG is that drawing and no second one."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from typing import Any

import typst

DOTS_PER_INCH = 200
INCHES_PER_METRE = 1 / 0.0254
# The eight bytes that every PNG begins with, and its first part.
HEAD = 8 + 25
SHEET = """
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.picture), format: "svg", width: float(sys.inputs.width) * 1in)
"""


def rasterize(svg: str, width: float) -> bytes:
    """Return an SVG as PNG, `width` inches wide at 200 dots per inch, which the file says of itself."""
    inputs = {"picture": svg, "width": str(width)}
    compiler = typst.Compiler(SHEET.encode(), font_paths=_no_fonts(), sys_inputs=inputs)
    png: Any = compiler.compile(format="png", ppi=DOTS_PER_INCH)
    return bytes(png[:HEAD] + _density() + png[HEAD:])


@cache
def _no_fonts() -> typst.Fonts:
    # The letters of a chart are paths.
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)


def _density() -> bytes:
    """Return the part of a PNG that says how many of its dots make a metre."""
    dots = round(DOTS_PER_INCH * INCHES_PER_METRE)
    told = b"pHYs" + struct.pack(">IIB", dots, dots, 1)
    return struct.pack(">I", len(told) - 4) + told + struct.pack(">I", zlib.crc32(told))
