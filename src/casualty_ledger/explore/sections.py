"""Sections: what a panel shows of a selection, each as plain HTML that needs no script."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

import pandas as pd
from IPython.display import HTML

from casualty_ledger.charts.frame import NoChart
from casualty_ledger.explore.attribution import say_whose
from casualty_ledger.explore.display import frame, mark_rows, say
from casualty_ledger.publishing.html import embed_svg

if TYPE_CHECKING:
    from casualty_ledger.explore.selection import Selection

MOST = 100
FIGURES = ("said", "claimant", "place", "days", "published_on", "grade", "figure_id", "publishers")
COMPARED = ("thing", "compares", "claimant", "said", "published_on", "figure_id", "publishers")
WEEKLY = ("week", "claimant", "added", "reason", "previous_figure_id", "figure_id", "publishers")
REVISED = ("claimant", "place", "days", "said", "size", "kind", "published_on", "figure_id", "publishers")
DISPUTED = ("what", "reading", "strength", "claimant", "said", "published_on", "figure_id", "publishers")


def show_summary(selection: Selection, _: str) -> HTML:
    """Show what was chosen."""
    return HTML(selection._repr_html_())


def show_figures(selection: Selection, having: str) -> HTML:
    """Show the figures, those that hold the text of the filter, each with its link."""
    found = selection.having(having)
    graded = found.assign(grade=found["reliability"] + found["credibility"])
    what = f"{len(found):,} of {len(selection):,} figures hold “{having}”" if having else "Figures"
    return _table(selection, graded, FIGURES, what)


def show_comparison(selection: Selection, _: str) -> HTML:
    """Show what each claimant says of each thing, side by side."""
    return _table(selection, selection.compare(), COMPARED, "Who says what of the same thing")


def show_weekly(selection: Selection, _: str) -> HTML:
    """Show what running totals add from Sunday to Sunday."""
    return _table(selection, selection.weekly(), WEEKLY, "Added from Sunday to Sunday")


def show_revisions(selection: Selection, _: str) -> HTML:
    """Show what was restated."""
    return _table(selection, selection.revisions(), REVISED, "Said of one thing at different times")


def show_disagreements(selection: Selection, _: str) -> HTML:
    """Show the disagreements in which a chosen figure takes part."""
    return _table(selection, selection.disagreements(), DISPUTED, "Disagreements")


def show_chart(selection: Selection, _: str) -> HTML:
    """Draw the chart that suits the selection, with its alt text and its caption under it."""
    drawn = selection.chart()
    if isinstance(drawn, NoChart):
        return HTML(frame(say("No chart", drawn.sentence)))
    told = {"alt": drawn.alt, "caption": drawn.caption.text}
    return HTML(frame(embed_svg(drawn.svg, {"image/svg+xml": told})))


def show_code(selection: Selection, _: str) -> HTML:
    """Show the code that makes the selection; one click marks all of it, ready to copy."""
    return HTML(frame(f'<pre class="cl-code">{escape(selection.code)}</pre>'))


def _table(selection: Selection, table: pd.DataFrame, columns: tuple[str, ...], what: str) -> HTML:
    if table.empty:
        return HTML(
            frame(say(f"{what}: none in this selection", "That is not zero: nothing was said of it."))
        )
    whose = say_whose(table, selection.vintage)
    rest = len(table) - MOST
    more = f'<p class="cl-more">{rest:,} rows more are in the DataFrame.</p>' if rest > 0 else ""
    head = say(f"{what}: {len(table):,} rows", whose, stale=selection.source.is_stale)
    return HTML(frame(head, mark_rows(table.head(MOST), columns, what), more))


SECTIONS: dict[str, Callable[[Selection, str], HTML]] = {
    "summary": show_summary,
    "figures": show_figures,
    "comparison": show_comparison,
    "weekly": show_weekly,
    "revisions": show_revisions,
    "disagreements": show_disagreements,
    "chart": show_chart,
    "code": show_code,
}
