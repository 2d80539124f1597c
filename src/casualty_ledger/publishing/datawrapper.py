"""A chart for Datawrapper: its table as it is pasted there, and its texts as its interface takes them.

The table has one row a mark, numbers as numbers and days as days; a bound that is absent is an empty cell.
The texts are the chart's own: title, what is counted, notes and who says so.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd

from casualty_ledger.charts.frame import Chart
from casualty_ledger.ledger.storage import write_csv
from casualty_ledger.publishing.chart_table import HEADERS, MECHANICS
from casualty_ledger.settings import settings
from casualty_ledger.whole_files import write_text

TABLE, TEXTS = "{name}.datawrapper.csv", "{name}.datawrapper.json"
# As it was said, beside the number itself.
SAID = "As said"


def name_files(name: str) -> tuple[str, str]:
    """Name the files of a chart: its table and its texts."""
    return TABLE.format(name=name), TEXTS.format(name=name)


def write_datawrapper(folder: Path, chart: Chart) -> None:
    """Write the table and the texts of a chart. Errors: CannotWrite."""
    table, texts = name_files(chart.name)
    write_csv(folder / table, tabulate(chart))
    write_text(folder / texts, json.dumps(describe(chart), indent=1, ensure_ascii=False) + "\n")


def tabulate(chart: Chart) -> pd.DataFrame:
    """Return what a chart draws, a column a thing: what places a mark first, then its number and bounds."""
    drawn = chart.table
    shown = [name for name in drawn.columns if name not in MECHANICS and not _is_empty(drawn[name])]
    order = {name: at for at, name in enumerate(HEADERS)}
    ordered = sorted(map(str, shown), key=lambda name: order.get(name, len(order)))
    table = drawn[ordered].rename(columns={name: _head(name, ordered) for name in ordered})
    return table.apply(lambda column: _on_one_line(column) if column.dtype in ("object", "str") else column)


def _is_empty(column: pd.Series) -> bool:
    return bool((column.isna() | (column.astype("string") == "")).all())


def _head(name: str, shown: list[str]) -> str:
    """Head a column in words; two that say the same in words and in numbers have heads of their own."""
    if name == "words":
        return SAID
    head = HEADERS.get(name, name.replace("_", " ").capitalize())
    others = [HEADERS.get(other) for other in shown if other not in (name, "words")]
    return name.replace("_", " ").capitalize() if head in others else head


def _on_one_line(column: pd.Series) -> pd.Series:
    return column.map(lambda cell: cell.replace("\n", ", ") if isinstance(cell, str) else cell)


def describe(chart: Chart) -> dict[str, Any]:
    """Return title, introduction, notes and source line as Datawrapper's interface takes them."""
    caption = chart.caption
    counted = f"{caption.title}. Counted: {caption.measure}; {caption.population}."
    return {
        "title": caption.headline,
        "metadata": {
            "describe": {
                "intro": f"{counted} {caption.period}, {caption.basis}.",
                "source-name": caption.attribution,
                "source-url": "",
                "byline": settings().title,
                "aria-description": chart.alt,
            },
            "annotate": {"notes": caption.text},
        },
    }
