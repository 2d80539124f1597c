"""Colour schemes of a picture: drawn on white, and by its own style sheet dark where the page is dark.

Every style of the drawing becomes a class, written once. A style sheet gives each class its colours, and
other ones where the reader prefers dark. What reads no such rule (Typst, an editor) has the light picture.
"""

from __future__ import annotations

import re
from functools import cache

STYLE = re.compile(r' style="([^"]*)"')
# The ground of a hatch, whose colour matplotlib writes as an attribute.
GROUND = re.compile(r'(<rect[^>]*) fill="(#[0-9a-f]{6})"/>')
COLOUR = re.compile(r"#[0-9a-f]{6}")
PAINT = re.compile(r"(?:fill|stroke):#[0-9a-f]{6}")
# The paper of a page, light and dark: publishing/templates/page/page.css.
WHITE, NIGHT = "#ffffff", "#14191f"
DARKEST, LIGHTEST = 9.0, 96.0


def follow_scheme(svg: str) -> str:
    """Return an SVG of matplotlib with its styles as classes that have dark colours too.

    >>> follow_scheme('<svg><style></style><path style="fill: #ffffff"/></svg>')[12:]
    '.c0{fill:#ffffff}@media(prefers-color-scheme:dark){.c0{fill:#14191f}}</style><path class="c0"/></svg>'
    """
    names: dict[str, str] = {}
    styled = GROUND.sub(r'\1 style="fill: \2"/>', svg)
    classed = STYLE.sub(lambda found: f' class="{names.setdefault(found[1], f"c{len(names):x}")}"', styled)
    styles = {name: style.replace(": ", ":").replace("; ", ";") for style, name in names.items()}
    light = "".join(f".{name}{{{style}}}" for name, style in styles.items())
    painted = {name: PAINT.findall(style) for name, style in styles.items()}
    dark = "".join(f".{name}{{{darken(';'.join(paints))}}}" for name, paints in painted.items() if paints)
    return classed.replace("</style>", f"{light}@media(prefers-color-scheme:dark){{{dark}}}</style>", 1)


def darken(style: str) -> str:
    """Return a style with each colour as it stands on dark paper."""
    return COLOUR.sub(lambda found: dark_of(found[0]), style)


@cache
def dark_of(colour: str) -> str:
    """Return a colour in its own hue and as far from dark paper as it was from white.

    >>> dark_of("#ffffff"), dark_of("#000000")
    ('#14191f', '#f4f4f4')
    """
    # With its package comes scipy, which nothing needs that draws no chart.
    from seaborn.external import husl

    if colour == WHITE:
        return NIGHT
    hue, saturation, lightness = husl.hex_to_husl(colour)
    return str(husl.husl_to_hex(hue, saturation, min(DARKEST + 100 - lightness, LIGHTEST)))
