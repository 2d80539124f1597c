"""Keys: which marker is whose, written once above the axes, in the colours of the marks."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.transforms import ScaledTranslation

from casualty_ledger.charts.lettering import width_of
from casualty_ledger.charts.marks import MARK
from casualty_ledger.charts.palette import colour_of, hands, marker_of
from casualty_ledger.vocabulary import Side
from casualty_ledger.wording.language import phrase

SIZE = 8.0
# A level drawn small: wider than high.
LEVEL = ((-1.4, -0.8), (1.4, -0.8), (1.4, 0.8), (-1.4, 0.8))


def key_sides(
    ax: Axes, sides: Iterable[str], *, up: float = 8.0, as_levels: Collection[str] = ()
) -> list[Artist]:
    """Name the sides that speak in the axes, right-aligned `up` points above it.

    Those of which only levels are drawn, and no mark, are keyed by one.
    """
    named, told = hands(), set(sides)
    speaking = [side for side in named if side in told]
    artists: list[Artist] = []
    right = 0.0
    for side in reversed(speaking):
        name = named[side].name
        said = phrase("according to {name}", name=name) if side == speaking[0] else name
        said = phrase("side not known") if side == Side.UNSTATED else said
        artists += _key(ax, side, said, (right, up), LEVEL if side in as_levels else marker_of(side))
        right -= width_of(said, SIZE) + 20
    return artists


def _key(ax: Axes, side: str, said: str, shift: tuple[float, float], marker: Any) -> list[Artist]:
    scale = ax.figure.dpi_scale_trans
    text_at = ax.transAxes + ScaledTranslation(shift[0] / 72, shift[1] / 72, scale)
    mark_at = ax.transAxes + ScaledTranslation(
        (shift[0] - width_of(said, SIZE) - 7) / 72, (shift[1]) / 72, scale
    )
    text = ax.text(
        1, 1, said, transform=text_at, ha="right", va="center", fontsize=SIZE, color=colour_of(side)
    )
    (mark,) = ax.plot(
        [1],
        [1],
        transform=mark_at,
        marker=marker,
        markersize=MARK,
        color=colour_of(side),
        linestyle="none",
        clip_on=False,
    )
    return [mark, text]
