"""Marks of one day and height, parted sideways: one over another hides a word."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

# Points between the marks of two sides that give one number.
APART_BY = 4.5
# The marks of one day spread over at most this part of the distance to the next day.
OWN_DAY = 0.6


def part_on_days(ax: Axes, counts: pd.DataFrame) -> list[float]:
    """Return how far, in points, each mark stands beside its day.

    It stays nearer to its own day than to the next one of which a count is drawn.
    """
    kinds = list(counts[["day", "direction", "value"]].itertuples(index=False, name=None))
    sides: dict[Any, list[str]] = {}
    for kind, side in zip(kinds, counts["claimant_side"], strict=True):
        told = sides.setdefault(kind, [])
        told += [side] if side not in told else []
    room = _room_of_days(ax, counts["day"])
    shifts = []
    for kind, side in zip(kinds, counts["claimant_side"], strict=True):
        steps = len(sides[kind]) - 1
        apart = min(APART_BY, OWN_DAY * room[kind[0]] / max(steps, 1))
        shifts.append((sides[kind].index(side) - steps / 2) * apart)
    return shifts


def _room_of_days(ax: Axes, days: pd.Series) -> dict[Any, float]:
    """Return how far each day is from the nearest other one, in points."""
    first, last = ax.get_xlim()
    wide = ax.get_window_extent().width * 72 / ax.figure.dpi
    room = dict.fromkeys(days, wide)
    for one, other in pairwise(sorted(room)):
        between = float(ax.convert_xunits(other) - ax.convert_xunits(one)) / (last - first) * wide
        room[one], room[other] = min(room[one], between), between
    return room
