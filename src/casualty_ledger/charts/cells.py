"""Cells: a table as a grid of shades, pale enough that dark numbers are read on each of them."""

from __future__ import annotations

import pandas as pd
import seaborn as sns
from matplotlib.artist import Artist
from matplotlib.axes import Axes

# Twice as far as the darkest shade that is drawn.
DARKEST = 2.0


def draw_cells(ax: Axes, shades: pd.DataFrame, colour: str, rows: list[str], columns: list[str]) -> Artist:
    """Draw shades (0 pale to 1 full; absent ones stay empty) with the names of rows and columns.

    Seaborn's palette, but not its heat map: that draws the whole figure once more to turn its labels.
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
    ax.set_yticks([at + 0.5 for at in range(len(rows))], rows, fontsize=7.5)
    ax.set_xticks([at + 0.5 for at in range(len(columns))], columns, fontsize=7.5)
    ax.xaxis.tick_top()
    ax.tick_params(length=0)
    ax.grid(visible=False)
    for spine in ax.spines.values():
        spine.set_visible(False)
    return grid
