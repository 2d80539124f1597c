"""Slim SVG: the same picture in fewer bytes, so that a page of many charts stays light.

Matplotlib names every glyph and clip in full, writes six decimals and indents each line. Here names are
short, points have two decimals, and what nothing refers to has no name.
"""

from __future__ import annotations

import re

DECIMALS = re.compile(r"(?<![\d.])([1-9]\d*\.\d\d)\d+")
NAME = re.compile(r' id="([^"]+)"')
REFERENCE = re.compile(r'#([^")\s]+)(?=["\)])')
BETWEEN = re.compile(r">\s+<")
BREAK = re.compile(r"\n\s*")
STEPS = re.compile(r'(?<= d=")[^"]+')
BESIDE_COMMAND = re.compile(r"\s*([A-Za-z])\s*")
ALONG = re.compile(r'(<use xlink:href="[^"]+") transform="translate\(([-\d.]+)(?: 0)?\)"')


def slim(svg: str) -> str:
    """Return the same picture in fewer bytes.

    >>> slim('<g id="a_long_name">\\n <path d="M 12.345678 1"/>\\n</g>')
    '<g><path d="M12.34 1"/></g>'
    """
    used = set(REFERENCE.findall(svg))
    names = {name: f"n{nth:x}" for nth, name in enumerate(each for each in NAME.findall(svg) if each in used)}
    named = NAME.sub(lambda found: f' id="{names[found[1]]}"' if found[1] in names else "", svg)
    referred = REFERENCE.sub(lambda found: f"#{names.get(found[1], found[1])}", named)
    plain = BREAK.sub(" ", BETWEEN.sub("><", DECIMALS.sub(r"\1", referred)))
    steps = STEPS.sub(lambda found: BESIDE_COMMAND.sub(r"\1", found[0]), plain)
    return ALONG.sub(r'\1 x="\2"', steps)
