"""Display: how a selection and its tables show themselves in a notebook, everything escaped.

What is shown is plain HTML: the same in JupyterLab, in a page made by nbconvert and without any script.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any, cast

import pandas as pd

from casualty_ledger.explore.source import CHANGED
from casualty_ledger.ledger.rows import rows_of
from casualty_ledger.publishing.page_script import read_script
from casualty_ledger.publishing.references import safe_address
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.wording.labels import label_day, label_until

STYLE = """<style>
.cl-show { font-family: system-ui, sans-serif; font-size: 13px; line-height: 1.45; max-width: 72rem; }
.cl-show .cl-what { font-weight: 600; font-size: 15px; margin: 0 0 2px; }
.cl-show .cl-whose, .cl-show .cl-more { opacity: .8; margin: 0 0 4px; }
.cl-show .cl-stale { border-left: 4px solid #c04a00; padding: 4px 8px; margin: 4px 0; font-weight: 600; }
.cl-show .cl-rows { max-height: 26rem; overflow: auto; border: 1px solid rgba(128,128,128,.35); }
.cl-show table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: 0; }
.cl-show th, .cl-show td { text-align: left !important; vertical-align: top; padding: 4px 8px;
  max-width: 22rem;  border-bottom: 1px solid rgba(128,128,128,.25); white-space: normal; }
.cl-show table caption { display: none; }
.cl-show th button { all: unset; cursor: pointer; font-weight: 600; }
.cl-show th[aria-sort="ascending"] button::after { content: " ▲"; }
.cl-show th[aria-sort="descending"] button::after { content: " ▼"; }
.cl-show .filter { margin: 0 0 4px; }
.cl-show td.cl-short { white-space: nowrap; }
.cl-show td.cl-long { min-width: 12rem; }
.cl-show td.cl-number { text-align: right !important; white-space: nowrap; }
.cl-show pre { user-select: all; padding: 8px; border: 1px solid rgba(128,128,128,.35);
  font-family: ui-monospace, monospace; white-space: pre-wrap; }
.cl-show figure { margin: 0; max-width: 52rem; }
.cl-show figure img { width: 100%; background: #ffffff; }
.cl-show figcaption { opacity: .8; margin-top: 4px; }
.jp-LabShell .cl-static { display: none; }
</style>"""
SAMPLE = 5
HEADS = {
    "said": "What was said",
    "claimant": "Reported by",
    "place": "Where",
    "days": "Days counted",
    "published_on": "Published",
    "grade": "Grade",
    "publishers": "Printed by",
    "figure_id": "Figure",
    "previous_figure_id": "Total before",
}
SHORT = ("figure_id", "previous_figure_id", "week", "grade", "added", "published_on")
LONG = ("said", "thing", "what")
CLASSES = dict.fromkeys(SHORT, "cl-short") | dict.fromkeys(LONG, "cl-long")
ORDERED_BY = {"days": "covers_until", "published_on": "published_on", "said": "value", "added": "value"}
SUMMARY = ("said", "claimant", "place", "days", "published_on", "figure_id", "publishers")


def say_what(count: int, criteria: str) -> str:
    """Say how many figures were chosen, and by which criteria.

    >>> say_what(1, "measure losses")
    '1 figure: measure losses'
    """
    noun = "figure" if count == 1 else "figures"
    return f"{count:,} {noun}: {criteria or 'the whole ledger'}"


def show_figures(figures: pd.DataFrame, what: str, whose: str, *, stale: bool) -> str:
    """Show what was chosen, whose word it is as of when, and the first few figures."""
    sample = figures.head(SAMPLE)
    more = len(figures) - len(sample)
    rest = f'<p class="cl-more">{more:,} more: .table() shows them with links, .figures is the DataFrame.</p>'
    head = say(what, whose, stale=stale)
    return frame(head, mark_rows(sample, SUMMARY) if len(sample) else "", rest if more else "")


def say(what: str, whose: str, *, stale: bool = False) -> str:
    """Set a heading, its attribution, and the warning of a ledger that has moved on."""
    warning = f'<p class="cl-stale" role="status">{escape(CHANGED)}</p>' if stale else ""
    return f'{warning}<p class="cl-what">{escape(what)}</p><p class="cl-whose">{escape(whose)}</p>'


def frame(*parts: str) -> str:
    """Put parts of a display together, with their style."""
    return f'{STYLE}<div class="cl-show">{"".join(parts)}</div>'


def mark_rows(table: pd.DataFrame, columns: tuple[str, ...], what: str = "Figures") -> str:
    """Set some columns of a table as HTML: texts escaped, days written out, publishers linked.

    The script of the pages lets its rows be sorted and filtered, in the browser and without a network.
    """
    shown = [column for column in columns if column in table.columns or column == "days"]
    head = "".join(f'<th scope="col">{escape(_head(column))}</th>' for column in shown)
    rows = "".join(f"<tr>{''.join(_cell(row, column) for column in shown)}</tr>" for row in rows_of(table))
    return (
        f'<div class="cl-rows" role="region" tabindex="0" aria-label="{escape(what)}"><table class="figures">'
        f"<caption>{escape(what)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        f"<script>{read_script()}</script>"
    )


def _head(column: str) -> str:
    return HEADS.get(column, column.replace("_", " ").capitalize())


def _cell(row: Mapping[Any, Any], column: str) -> str:
    classes = "cl-number" if _is_number(row.get(column)) else CLASSES.get(column, "")
    named = f' class="{classes}"' if classes else ""
    order = f' data-sort="{escape(_order(row, column))}"' if column in ORDERED_BY else ""
    return f"<td{named}{order}>{_content(row, column)}</td>"


def _order(row: Mapping[Any, Any], column: str) -> str:
    """Return what a cell is sorted by: a day by itself, what was said by its number."""
    content = row.get(ORDERED_BY[column])
    if content is None or pd.isna(content):
        return ""
    return f"{content:%Y-%m-%d}" if isinstance(content, pd.Timestamp) else f"{content}"


def _is_number(content: Any) -> bool:
    return isinstance(content, (int, float)) and not isinstance(content, bool) and not pd.isna(content)


def _content(row: Mapping[Any, Any], column: str) -> str:
    if column == "days":
        return escape(label_until(cast(ReportedFigure, row)))
    content = row[column]
    if column == "publishers":
        return _link(str(content).split("; ")[0], str(row.get("address", "")))
    if isinstance(content, pd.Timestamp):
        return escape(label_day(content))
    if pd.isna(content) or content == "":
        return "–"
    return f"{content:,.0f}" if _is_number(content) else escape(str(content))


def _link(text: str, address: str) -> str:
    safe = safe_address(address)
    return f'<a href="{escape(safe)}">{escape(text)}</a>' if safe else escape(text) or "–"
