"""Places for labels: beside their marks, never on top of each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.text import Annotation

from casualty_ledger.charts.lettering import width_of
from casualty_ledger.charts.marks import HEAD, reach_up

LINE = 1.2
STRIDE = 5.0
# Right, above, left, below, and the corners: the first that is free is taken.
AROUND = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
ABOVE = ((0, 1), (1, 1), (-1, 1), (0, 2.2), (1, 2.2), (-1, 2.2))
BELOW = tuple((across, -up) for across, up in ABOVE)
Box = tuple[float, float, float, float]


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Move positions apart by at least `gap`, as little as possible, inside `low` to `high`.

    >>> spread([1.0, 1.0, 9.0], 2.0, 0.0, 10.0)
    [0.0, 2.0, 9.0]
    """
    order = np.argsort(wanted, kind="stable")
    blocks: list[list[float]] = []
    for nth, at in enumerate(order):
        blocks.append([wanted[at] - nth * gap, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (one, many), (other, more) = blocks[-2:]
            blocks[-2:] = [[(one * many + other * more) / (many + more), many + more]]
    levels = np.repeat([level for level, _ in blocks], [int(count) for _, count in blocks])
    placed = np.clip(levels, low, max(low, high - gap * (len(wanted) - 1))) + gap * np.arange(len(wanted))
    moved = np.empty(len(wanted))
    moved[order] = placed
    return [float(at) for at in moved]


def size_of_row(row: Any) -> float:
    """Return the height at which a row stands: its number, else its upper or its lower bound."""
    return float(next(row[end] for end in ("value", "upper", "lower") if not pd.isna(row[end])))


def _room_of(text: str, style: Mapping[str, Any]) -> tuple[float, float]:
    """Return how wide and how high a text is, in points."""
    size, lines = float(style.get("fontsize", 8)), text.split("\n")
    wide = max(width_of(line, size, bold="fontweight" in style) for line in lines)
    return wide + 1, LINE * size * len(lines)


def _middle(box: Box) -> Any:
    return np.array([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2])


@dataclass
class Places:
    """The room that is taken in an axes, in points from its lower left corner."""

    ax: Axes
    taken: list[Box] = field(default_factory=list)

    def at(self, x: Any, y: Any) -> tuple[float, float]:
        """Return a point of the data in points from the lower left corner of the axes."""
        shown = self.ax.transData.transform((self.ax.convert_xunits(x), self.ax.convert_yunits(y)))
        corner = self.ax.transAxes.transform((0, 0))
        across, up = (shown - corner) * 72 / self.ax.figure.dpi
        return float(across), float(up)

    @cached_property
    def size(self) -> tuple[float, float]:
        """The width and height of the axes in points."""
        whole = self.ax.get_window_extent()
        scale = 72 / self.ax.figure.dpi
        return float(whole.width * scale), float(whole.height * scale)

    def take(self, x: Any, y: Any, reach: float) -> None:
        """Keep the room of a mark free of labels."""
        across, up = self.at(x, y)
        self.taken.append((across - reach, up - reach, across + reach, up + reach))

    def take_box(self, left: Any, right: Any, height: float) -> None:
        """Keep the room of a bar or stem that stands on 0, or hangs from it, free."""
        (start, one), (end, other) = self.at(left, 0), self.at(right, height)
        self.taken.append((start - 1, min(one, other), end + 1, max(one, other)))

    def take_text(self, middle: float, low: float, text: str, size: float, *, upright: bool = False) -> None:
        """Keep the room of a text free, from the middle of its lower edge in points."""
        room = _room_of(text, {"fontsize": size})
        wide, high = room[::-1] if upright else room
        self.taken.append((middle - wide / 2, low, middle + wide / 2, low + high))

    def take_all(self, table: pd.DataFrame, column: str, *, reach: float = 2.5) -> None:
        """Keep the room of every row's mark free; columns as for `take_said`."""
        for row in table.to_dict("records"):
            self.take_said(row[column], row, reach=reach)

    def take_said(self, x: Any, row: Any, *, reach: float = 2.5) -> None:
        """Keep the room of a mark free, and that of the open arrow above it."""
        across, up = self.at(x, size_of_row(row))
        ends = [self.at(x, float(row[end]))[1] for end in ("lower", "upper") if not pd.isna(row[end])]
        is_open = pd.isna(row["upper"]) and not pd.isna(row["lower"])
        top = up + reach_up(self.ax) + HEAD if is_open else max([up, *ends]) + reach
        self.taken.append((across - reach, min([up, *ends]) - reach, across + reach, top))

    def label(
        self, x: Any, y: Any, text: str, *, around: Any = AROUND, away: float = 5.0, **style: Any
    ) -> Annotation | None:
        """Write a label in the first free place around a point; without one, leave it out."""
        room = _room_of(text, style)
        for step in around:
            box, offset = self._box(self.at(x, y), step, room, away)
            if self._is_free(box):
                self.taken.append(box)
                return self.ax.annotate(
                    text,
                    (x, y),
                    xytext=offset,
                    textcoords="offset points",
                    ha={-1: "right", 0: "center", 1: "left"}[int(np.sign(step[0]))],
                    va="center",
                    **style,
                )
        return None

    def label_anywhere(
        self, x: Any, y: Any, text: str, *, around: Any = AROUND, away: float = 5.0, **style: Any
    ) -> Annotation:
        """Write a label around a point or, where it is crowded, in the nearest free place, with a leader.

        Where nothing is free the label stands in the upper left corner all the same.
        """
        beside = self.label(x, y, text, around=around, away=away, **style)
        if beside is not None:
            return beside
        (wide, high), point = _room_of(text, style), np.array(self.at(x, y))
        lefts = np.arange(0, max(self.size[0] - wide, 0) + 0.1, STRIDE)
        lows = np.arange(0, max(self.size[1] - high, 0) + 0.1, STRIDE)
        boxes = [(left, low, left + wide, low + high) for left in lefts for low in lows]
        free = [box for box in boxes if self._is_free(box)]
        corner = (0.0, max(self.size[1] - high, 0), wide, self.size[1])
        box = min(free, key=lambda box: np.hypot(*(_middle(box) - point)), default=corner)
        self.taken.append(box)
        shift = _middle(box) - point
        # Later labels keep off the leader too.
        along = [point + shift * part for part in np.linspace(0.1, 0.9, 9)]
        self.taken += [(at[0] - 1, at[1] - 1, at[0] + 1, at[1] + 1) for at in along]
        leader = {
            "arrowstyle": "-",
            "color": style.get("color"),
            "linewidth": 0.5,
            "alpha": 0.6,
            "shrinkB": 3,
        }
        place: dict[str, Any] = {
            "xytext": tuple(shift),
            "textcoords": "offset points",
            "ha": "center",
            "va": "center",
        }
        return self.ax.annotate(text, (x, y), arrowprops=leader, **place, **style)

    def _box(
        self, at: tuple[float, float], step: tuple[float, float], size: tuple[float, float], away: float
    ) -> tuple[Box, tuple[float, float]]:
        across, up = step
        offset = (across * away, up * (away * 0.6 + size[1] / 2))
        left = at[0] + offset[0] - size[0] * (1 - np.sign(across)) / 2
        if up:
            inside = min(max(left, 0.0), max(self.size[0] - size[0], 0.0))
            left, offset = inside, (offset[0] + inside - left, offset[1])
        middle = at[1] + offset[1]
        return (left, middle - size[1] / 2, left + size[0], middle + size[1] / 2), offset

    def _is_free(self, box: Box) -> bool:
        left, low, right, high = box
        wide, tall = self.size
        inside = left >= -2 and low >= -1 and right <= wide + 2 and high <= tall + 2
        return inside and not any(
            left < other[2] and right > other[0] and low < other[3] and high > other[1]
            for other in self.taken
        )
