"""A small map of tiles, one a region about where it lies; of a pale one nothing is recorded."""

from __future__ import annotations

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from casualty_ledger.charts import tables
from casualty_ledger.charts.alt_text import describe, size_of
from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.cells import SIZE, draw_cells
from casualty_ledger.charts.frame import Kind
from casualty_ledger.charts.lettering import wrap
from casualty_ledger.charts.palette import FAINT
from casualty_ledger.wording.language import mark, translate

TILE = 0.41  # inches
ROOM = 480  # points across, for the key
# Fewer columns than these are not drawn out over the whole width.
LEAST_ACROSS = 12
SHADES = mark("The darkest is the highest of this map; shades of two maps do not compare.")


def draw_tile_map(ax: Axes, table: pd.DataFrame, caption: Caption) -> list[Artist]:
    """Draw one tile per region, shaded by its number. Columns: tables.TileMap."""
    sizes = size_of(table).astype("Float64")
    # A hedge stands above its number: a tile is narrow.
    said = table["words"].str.replace(" (?=[0-9])", "\n", regex=True)
    shade = ((sizes / max(sizes.max(), 1)) ** 0.5).fillna(0)
    placed = table.assign(shade=shade, said=table["short"] + ("\n" + said).where(said != "", ""))
    down, across = range(int(table["down"].max()) + 1), range(int(table["across"].max()) + 1)
    shades, words = (
        placed.pivot(index="down", columns="across", values=column).reindex(index=down, columns=across)
        for column in ("shade", "said")
    )
    artists = draw_cells(ax, shades, words, "#8a2f3c")
    ax.set_xlim(0, max(len(across), LEAST_ACROSS))
    ax.set_xticks([])
    ax.set_yticks([])
    key = wrap(key_of(table), ROOM, SIZE)
    return [*artists, ax.text(0, len(down) + 0.15, key, va="top", fontsize=SIZE, color=FAINT)]


def describe_tile_map(table: pd.DataFrame, caption: Caption) -> str:
    """Say in which regions something is recorded, and where most."""
    return describe(mark("Map of tiles"), table, caption, order="across", where="region")


def key_of(table: pd.DataFrame) -> str:
    """Say what the shade is of, and name the regions whose tiles have a number."""
    told = table[table["words"] != ""]
    return f"{translate(SHADES)} {', '.join(told['short'] + ' ' + told['region'])}."


TILE_MAP = Kind(
    draw=draw_tile_map,
    describe=describe_tile_map,
    columns=tables.TileMap,
    note=mark(
        "Each tile: the highest number of people killed that a source gives of one incident there. "
        "Pale: none recorded, which is not zero harm."
    ),
    left=0.1,
    below=0.4,
)
