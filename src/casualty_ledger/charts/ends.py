"""Names of lines where they end, in the margin, instead of a legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.text import Annotation
from matplotlib.transforms import ScaledTranslation

from casualty_ledger.charts.lettering import wrap
from casualty_ledger.charts.places import LINE, Places, spread


@dataclass(frozen=True)
class End:
    """Where a line ends, and what is written there."""

    x: Any
    y: float
    text: str
    colour: str


def name_ends(ax: Axes, ends: Sequence[End], *, size: float = 8.0, room: float = 100.0) -> list[Annotation]:
    """Name lines where they end, in the margin right of the axes, each label on lines of its own."""
    if not ends:
        return []
    texts = [wrap(end.text, room, size, lines=3) for end in ends]
    gap = max(len(text.split("\n")) for text in texts) * size * LINE + 1
    places = Places(ax)
    high = places.size[1]
    wanted = [places.at(end.x, end.y)[1] for end in ends]
    placed = spread(wanted, gap, min(gap / 2, high / 2), max(high - gap / 4, high / 2))
    return [_name_end(ax, end, text, up) for end, text, up in zip(ends, texts, placed, strict=True)]


def _name_end(ax: Axes, end: End, text: str, up: float) -> Annotation:
    leader = {
        "arrowstyle": "-",
        "color": end.colour,
        "linewidth": 0.5,
        "alpha": 0.6,
        "shrinkA": 1,
        "shrinkB": 4,
    }
    return ax.annotate(
        text,
        (end.x, end.y),
        xytext=(1.0, up / Places(ax).size[1]),
        textcoords=_beside(ax),
        va="center",
        ha="left",
        color=end.colour,
        fontsize=8,
        arrowprops=leader,
        annotation_clip=False,
    )


def _beside(ax: Axes) -> Any:
    """A little right of the axes, at a share of their height."""
    return ax.transAxes + ScaledTranslation(9 / 72, 0, ax.figure.dpi_scale_trans)
