"""The frame of every chart: style, title, how to read it, attribution, alt text, and its table.

Figures are made without pyplot, so that a chart draws the same in a notebook, a script and a test.
Room is measured rather than negotiated: a layout engine would draw each chart several times over.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa
from matplotlib import style
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.fitting import fit_table, most_telling
from casualty_ledger.charts.lettering import POINTS_PER_INCH, register_typefaces, wrap
from casualty_ledger.charts.palette import FAINT, drawing
from casualty_ledger.charts.raster import rasterize
from casualty_ledger.charts.schemes import follow_scheme
from casualty_ledger.charts.slim_svg import slim
from casualty_ledger.charts.tables import check_table
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.storage import write_csv
from casualty_ledger.parsing.plain_text import inert
from casualty_ledger.typefaces import families_for
from casualty_ledger.whole_files import write_bytes, write_text
from casualty_ledger.wording.language import counted_phrase, mark_counted, now_spoken, spoken, translate

STYLE = "casualty_ledger.charts.brief"
WIDTH = 7.2
EDGE = 0.08
TITLE, NOTE, SMALL = 11.0, 8.5, 7.5
LEADING = 1.22
# A sentence is never cut: what stands over and under the axes takes the lines that it needs. A stranger's
# name may be as long as it likes, and so there is an end to them.
MOST_LINES = 6
COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)
UNSEEN = mark_counted("; {count} more row, in the chart’s data", "; {count} more rows, in the chart’s data")
Drawn = tuple[str, tuple[str, ...], str]


@dataclass(frozen=True)
class Kind:
    """A kind of chart: how it is drawn and described, what its table holds, and the room it leaves.

    `draw` gets one Axes, or a list of them where there are several `panels` (rows, columns). Room is
    in inches, beside and under the axes; `between` is the gap between panels (down, across). `note` is a
    marked phrase, or says of the table what its marks mean. `keep` returns the rows that have room, and
    `tall` the height of axes that hold them.
    """

    draw: Callable[[Any, pd.DataFrame, Caption], list[Artist]]
    describe: Callable[[pd.DataFrame, Caption], str]
    columns: type[pa.DataFrameModel]
    note: str | Callable[[pd.DataFrame], str]
    left: float = 0.5
    right: float = 0.15
    below: float = 0.3
    above: float = 0.06
    panels: tuple[int, int] = (1, 1)
    shared: tuple[Any, Any] = (False, False)
    between: tuple[float, float] = (0.45, 0.3)
    heights: tuple[float, ...] = ()
    keep: Callable[[pd.DataFrame], pd.DataFrame] = most_telling
    tall: Callable[[pd.DataFrame], float] | None = None


@dataclass(frozen=True)
class Chart:
    """A chart: its caption, its alt text and its table; the picture is drawn when it is first looked at.

    It is drawn in the language in which the chart was composed.
    """

    name: str
    draw: Callable[[], Figure]
    caption: Caption
    alt: str
    table: pd.DataFrame
    kind: Kind | None = None
    height: float = 0.0
    language: str = field(default_factory=lambda: now_spoken().code)

    @cached_property
    def figure(self) -> Figure:
        """The drawn figure."""
        with spoken(self.language):
            return self.draw()

    @cached_property
    def svg(self) -> str:
        """The picture as SVG."""
        figure = self.figure
        with style.context(STYLE, after_reset=True), spoken(self.language):
            return _write_svg(figure)

    @cached_property
    def png(self) -> bytes:
        """The same picture in dots."""
        return rasterize(self.svg, WIDTH)

    @cached_property
    def drawn(self) -> pd.DataFrame:
        """The rows of the table that have room in the picture."""
        return self.kind.keep(self.table) if self.kind else self.table

    @cached_property
    def traced(self) -> tuple[Drawn, ...]:
        """Every number that the chart prints: its words, the ids of the figures behind it, and how.

        They stand in the table: `words`; `figure_id` (several are parted by spaces), and
        `previous_figure_id` where the number is a difference; `how` where it was derived. Rows that are
        drawn without their number say so in `labelled`.
        """
        drawn = self.drawn
        printed = drawn[drawn["labelled"]] if "labelled" in drawn.columns else drawn
        table = printed.reindex(columns=["words", "figure_id", "previous_figure_id", "how"])
        rows = table.dropna(subset=["words", "figure_id"]).astype(object).fillna("").itertuples(index=False)
        return tuple(
            (str(said), tuple(" ".join(map(str, ids)).split()), str(how)) for said, *ids, how in rows if said
        )

    def save(self, folder: str | Path) -> None:
        """Write `<name>.svg`, `<name>.png` and the table as `<name>.csv`."""
        stem = Path(folder).expanduser() / self.name
        write_text(Path(f"{stem}.svg"), self.svg)
        write_bytes(Path(f"{stem}.png"), self.png)
        write_csv(Path(f"{stem}.csv"), self.table)

    def __repr__(self) -> str:
        """Say what the chart shows where no picture is shown."""
        return self.alt

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, Any]]:
        shown = {"image/svg+xml": self.svg, "text/plain": self.alt}
        return shown, {"image/svg+xml": {"alt": self.alt, "caption": self.caption.text}}


@dataclass(frozen=True)
class NoChart:
    """What stands where there is nothing to draw: a sentence that says so."""

    name: str
    sentence: str

    def save(self, folder: str | Path) -> None:
        """Write nothing: there is no picture."""

    def _repr_html_(self) -> str:
        return f'<p class="no-chart">{escape(self.sentence)}</p>'

    def __repr__(self) -> str:
        """Show the sentence where HTML is not shown."""
        return self.sentence


def compose(
    kind: Kind, table: pd.DataFrame, caption: Caption, *, name: str, empty: str = "", height: float = 2.2
) -> Chart | NoChart:
    """Frame `table` as a chart of the house, or return the sentence `empty` where it has no rows.

    `height` is that of the axes in inches, where the kind does not say it. Errors: TableNotAsDeclared.
    """
    if table.empty:
        return NoChart(name, empty)
    checked = check_table(table, kind.columns)
    drawn = kind.keep(checked)
    height = kind.tall(drawn) if kind.tall else height
    caption = replace(caption, unseen=_say_unseen(len(checked) - len(drawn)))
    draw = partial(_draw, kind, drawn, caption, height)
    return Chart(name, draw, caption, kind.describe(checked, caption), checked, kind, height)


def _say_unseen(left: int) -> str:
    """Say how many rows have no room in a picture, and where they are."""
    return counted_phrase(*UNSEEN, left) if left else ""


def _draw(kind: Kind, table: pd.DataFrame, caption: Caption, height: float) -> Figure:
    register_typefaces()
    recorded = table["claimant_side"].dropna() if "claimant_side" in table.columns else ()
    lettered = style.context([STYLE, _lettering(table, caption)], after_reset=True)
    with lettered, _quietly(), drawing(caption.conflict, recorded):
        figure, axes = _frame(kind, caption, height, _note(kind, table))
        kind.draw(axes if len(axes) > 1 else axes[0], fit_table(table), caption)
    return figure


def _lettering(table: pd.DataFrame, caption: Caption) -> dict[str, list[str]]:
    """Return the families that this chart needs: fallbacks only for the scripts that stand in it."""
    cells = table.select_dtypes(include=["object", "string"]).to_numpy().ravel()
    texts = [cell for cell in cells if isinstance(cell, str)]
    sides = conflict_of(caption.conflict).said_of_sides
    return {
        "font.family": [*families_for([*texts, *sides, caption.said, caption.attribution]), "DejaVu Sans"]
    }


def _note(kind: Kind, table: pd.DataFrame) -> str:
    return translate(kind.note) if isinstance(kind.note, str) else kind.note(table)


def _frame(kind: Kind, caption: Caption, height: float, under: str) -> tuple[Figure, list[Axes]]:
    """Set title, note and attribution, and give the axes the room between them."""
    room = (WIDTH - 2 * EDGE) * POINTS_PER_INCH
    title = wrap(caption.headline, room, TITLE, lines=MOST_LINES, bold=True)
    note = wrap(caption.subtitle(under), room, NOTE, lines=MOST_LINES)
    source = wrap(caption.attribution, room, SMALL, lines=MOST_LINES)
    top = EDGE + _tall(title, TITLE) + _tall(note, NOTE) + 0.1 + kind.above
    foot = EDGE + _tall(source, SMALL) + kind.below
    whole = top + height + foot
    figure = Figure(figsize=(WIDTH, whole))
    FigureCanvasAgg(figure)
    across, down = EDGE / WIDTH, whole - EDGE
    figure.text(across, down / whole, title, fontsize=TITLE, fontweight="bold", va="top")
    down -= _tall(title, TITLE) + 0.02
    figure.text(across, down / whole, note, fontsize=NOTE, color=FAINT, va="top")
    figure.text(across, EDGE / whole, source, fontsize=SMALL, color=FAINT, va="bottom")
    axes = _panels(figure, kind, (kind.left / WIDTH, foot / whole, 1 - kind.right / WIDTH, 1 - top / whole))
    return figure, axes


def _tall(text: str, size: float) -> float:
    return len(text.split("\n")) * size * LEADING / POINTS_PER_INCH if text else 0.0


def _panels(figure: Figure, kind: Kind, edges: tuple[float, float, float, float]) -> list[Axes]:
    rows, columns = kind.panels
    left, bottom, right, top = edges
    high = (top - bottom) * figure.get_figheight()
    wide = (right - left) * WIDTH
    down, across = kind.between
    grid = figure.add_gridspec(
        rows,
        columns,
        left=left,
        bottom=bottom,
        right=right,
        top=top,
        hspace=down * rows / max(high - down * (rows - 1), 0.1),
        wspace=across * columns / max(wide - across * (columns - 1), 0.1),
        height_ratios=kind.heights or None,
    )
    shared_x, shared_y = kind.shared
    return list(grid.subplots(sharex=shared_x, sharey=shared_y, squeeze=False).ravel())


def _write_svg(figure: Figure) -> str:
    picture = io.StringIO()
    figure.savefig(picture, format="svg", metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
    # Matplotlib repeats every label in a comment; a page must not hold a stranger's words there.
    text = inert(picture.getvalue())
    return follow_scheme(slim(COMMENT.sub("", text[text.index("<svg") :])))


@contextmanager
def _quietly() -> Iterator[None]:
    """Draw a letter without a glyph as well as can be, without a warning that names a path of the machine."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        yield
