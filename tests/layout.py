"""What a reader's eye checks: no text on top of another one, none cut off at the edge."""

from __future__ import annotations

from itertools import combinations

from matplotlib import style
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from casualty_ledger.charts.frame import STYLE

# Letters fill less than the box around them.
SLACK = 1.5


def boxes_of(figure: Figure) -> list[tuple[str, Bbox]]:
    """Return the visible texts of a figure, each with the box that it fills."""
    with style.context(STYLE):
        renderer = FigureCanvasAgg(figure).get_renderer()
        figure.draw(renderer)
        hidden = labels_outside(figure)
        texts = [text for text in figure.findobj(Text) if id(text) not in hidden]
        shown = [text for text in texts if text.get_visible() and text.get_text().strip()]
        return [(text.get_text(), Text.get_window_extent(text, renderer)) for text in shown]


def labels_outside(figure: Figure) -> set[int]:
    """Return the labels of ticks that lie beyond their axis: matplotlib keeps them, and draws none."""
    axes = [axis for ax in figure.axes for axis in (ax.xaxis, ax.yaxis)]
    labels = {id(x) for a in axes for t in [*a.majorTicks, *a.minorTicks] for x in (t.label1, t.label2)}
    return labels - {id(x) for a in axes for tick in a._update_ticks() for x in (tick.label1, tick.label2)}


def overlapping(figure: Figure) -> list[tuple[str, str]]:
    """Return pairs of texts that lie on top of each other."""
    return [
        (one, other)
        for (one, first), (other, second) in combinations(boxes_of(figure), 2)
        if min(first.x1, second.x1) - max(first.x0, second.x0) > SLACK
        and min(first.y1, second.y1) - max(first.y0, second.y0) > SLACK
    ]


def cut_off(figure: Figure) -> list[str]:
    """Return the texts that reach beyond the edge of the figure."""
    whole = figure.bbox
    return [
        text
        for text, box in boxes_of(figure)
        if box.x0 < -1 or box.y0 < -1 or box.x1 > whole.width + 1 or box.y1 > whole.height + 1
    ]
