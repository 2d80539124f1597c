"""The frame of every chart: style, title, attribution, alt text, and the table that it was drawn from.

Figures are made without pyplot, so that a chart draws the same in a notebook, a script and a test.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.fitting import fit_table, wrap_text
from casualty_ledger.charts.palette import FAINT
from casualty_ledger.ledger.storage import write_csv
from casualty_ledger.parsing.plain_text import inert
from casualty_ledger.whole_files import write_bytes, write_text

# Letters to an inch in the sizes below.
TITLE_LETTERS, ATTRIBUTION_LETTERS = 12, 18
STYLE = "casualty_ledger.charts.brief"
Drawn = tuple[str, tuple[str, ...], str]
Draw = Callable[[Axes, pd.DataFrame, Caption], Any]


@dataclass(frozen=True)
class Chart:
    """A drawn chart: its picture, its caption, its alt text and its table."""

    name: str
    svg: str
    figure: Figure
    caption: Caption
    alt: str
    table: pd.DataFrame

    @cached_property
    def png(self) -> bytes:
        """The picture in 200 dots per inch."""
        picture = io.BytesIO()
        with style.context(STYLE), warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            self.figure.savefig(picture, format="png", dpi=200, metadata={"Software": None})
        return picture.getvalue()

    @cached_property
    def traced(self) -> tuple[Drawn, ...]:
        """Every number that the chart prints: its words, the ids of the figures behind it, and how.

        They stand in the table: `words`; `figure_id`, and `previous_figure_id` where the number is a
        difference; `how` where it was derived.
        """
        table = self.table.reindex(columns=["words", "figure_id", "previous_figure_id", "how"])
        rows = table.dropna(subset=["words", "figure_id"]).astype(object).fillna("").itertuples(index=False)
        return tuple(
            (str(said), tuple(filter(None, map(str, ids))), str(how)) for said, *ids, how in rows if said
        )

    def save(self, folder: Path) -> None:
        """Write `<name>.svg`, `<name>.png` and the table as `<name>.csv`."""
        write_text(folder / f"{self.name}.svg", self.svg)
        write_bytes(folder / f"{self.name}.png", self.png)
        write_csv(folder / f"{self.name}.csv", self.table)

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, Any]]:
        shown = {"image/svg+xml": self.svg, "text/plain": self.alt}
        return shown, {"image/svg+xml": {"alt": self.alt, "caption": self.caption.text}}


@dataclass(frozen=True)
class NoChart:
    """What stands where there is nothing to draw: a sentence that says so."""

    name: str
    sentence: str

    def save(self, folder: Path) -> None:
        """Write nothing: there is no picture."""

    def _repr_html_(self) -> str:
        return f'<p class="no-chart">{escape(self.sentence)}</p>'

    def __repr__(self) -> str:
        """Show the sentence where HTML is not shown."""
        return self.sentence


def compose(
    draw: Draw,
    table: pd.DataFrame,
    caption: Caption,
    *,
    name: str,
    alt: Callable[[pd.DataFrame, Caption], str],
    empty: str,
    size: tuple[float, float] = (7.2, 3.5),
) -> Chart | NoChart:
    """Draw `table` in the frame of the house, or return the sentence `empty` where it has no rows."""
    if table.empty:
        return NoChart(name, empty)
    with style.context(STYLE), warnings.catch_warnings():
        # A letter without a glyph or a chart without room is drawn as well as can be, and no machine's path
        # comes into the notebook with a warning.
        warnings.simplefilter("ignore", UserWarning)
        figure = Figure(figsize=size)
        FigureCanvasAgg(figure)
        ax = figure.add_subplot()
        title = wrap_text(caption.title, int(size[0] * TITLE_LETTERS))
        figure.suptitle(title, x=0.01, ha="left", fontsize=10.5, fontweight="bold")
        draw(ax, fit_table(table), caption)
        said = wrap_text(caption.attribution, int(size[0] * ATTRIBUTION_LETTERS))
        figure.supxlabel(said, x=0.01, ha="left", fontsize=7.5, color=FAINT)
        svg = _write_svg(figure)
    return Chart(name, svg, figure, caption, alt(table, caption), table)


def _write_svg(figure: Figure) -> str:
    picture = io.StringIO()
    figure.savefig(picture, format="svg", metadata={"Date": None, "Creator": None})
    # matplotlib repeats each text in a comment, where a control character would end the picture.
    text = inert(picture.getvalue())
    return text[text.index("<svg") :]


def label_thousands(axis: Any) -> None:
    """Write the numbers of an axis with their thousands apart."""
    axis.set_major_formatter(FuncFormatter(lambda number, _: f"{number:,.0f}"))
