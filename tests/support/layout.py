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


def faults_of(figure: Figure) -> list[tuple[str, ...]]:
    """Return pairs of texts that lie on top of each other, and texts that leave the figure."""
    boxes, edge = boxes_of(figure), figure.bbox
    return [
        *((one, other) for (one, first), (other, second) in combinations(boxes, 2) if _meet(first, second)),
        *((text,) for text, box in boxes if not (edge.x0 - 1 < box.x0 and box.x1 < edge.x1 + 1)),
        *((text,) for text, box in boxes if not (edge.y0 - 1 < box.y0 and box.y1 < edge.y1 + 1)),
    ]


def _meet(first: Bbox, second: Bbox) -> bool:
    across = min(first.x1, second.x1) - max(first.x0, second.x0)
    return across > SLACK and min(first.y1, second.y1) - max(first.y0, second.y0) > SLACK
