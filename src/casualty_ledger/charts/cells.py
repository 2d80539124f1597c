"""Cells: a table as a grid of shades, pale enough that dark numbers are read on each of them."""

from __future__ import annotations

import pandas as pd
import seaborn as sns
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts.palette import INK

SIZE = 7.5
# Twice as far as the darkest shade that is drawn.
DARKEST = 2.0


def draw_cells(ax: Axes, shades: pd.DataFrame, words: pd.DataFrame, colour: str) -> list[Artist]:
    """Draw shades (0 pale to 1 full; absent ones stay empty) with the words of each cell.

    Both tables have the same rows and columns. Seaborn's palette, but not its heat map: that draws the
    whole figure once more to turn its labels.
    """
    grid = ax.pcolormesh(
        shades.to_numpy(dtype=float, na_value=float("nan")),
        cmap=sns.light_palette(colour, as_cmap=True),
        vmin=0,
        vmax=DARKEST,
        edgecolors="white",
        linewidth=1.4,
    )
    ax.invert_yaxis()
    ax.xaxis.tick_top()
    ax.tick_params(length=0)
    ax.grid(visible=False)
    for spine in ax.spines.values():
        spine.set_visible(False)
    written = words.fillna("").to_numpy()
    return [
        grid,
        *(
            _write(ax, row, column, str(written[row, column]))
            for row, column in zip(*written.nonzero(), strict=True)
        ),
    ]


def _write(ax: Axes, row: int, column: int, said: str) -> Artist:
    return ax.text(
        column + 0.5, row + 0.5, said, ha="center", va="center", fontsize=SIZE, color=INK, clip_on=False
    )


def name_cells(ax: Axes, rows: list[str], columns: list[str]) -> None:
    """Name the rows at the left of the grid, the columns above it."""
    ax.set_yticks([at + 0.5 for at in range(len(rows))], rows, fontsize=SIZE)
    ax.set_xticks([at + 0.5 for at in range(len(columns))], columns, fontsize=SIZE)
