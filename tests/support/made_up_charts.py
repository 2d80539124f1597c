"""Made-up tables for charts, and a caption that says everything."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pandas as pd

from casualty_ledger.charts.caption import Caption
from casualty_ledger.charts.frame import Chart, Kind, compose
from casualty_ledger.charts.palette import hands_of
from casualty_ledger.conflicts.known import conflict_of

WAR = "russia_ukraine"
CAPTION = Caption(
    **{part.name: part.name.replace("_", " ") for part in fields(Caption)} | {"conflict": WAR, "finding": ""}
)


def colour_of(side: str) -> str:
    """Return the colour of a side of the made-up charts."""
    return hands_of(conflict_of(WAR))[side].colour


def said(value: Any, **more: Any) -> dict[str, Any]:
    """Make a row of one claimant's exact number, with its changes."""
    row = {
        "claimant": "Mayor",
        "claimant_side": "ukraine",
        "value": value,
        "lower": value,
        "upper": value,
        "is_soft": False,
        "words": str(value),
        "figure_id": f"t-{value}",
    }
    return row | more


def at_least(value: int, **more: Any) -> dict[str, Any]:
    """Make a row of a number without an upper bound."""
    return said(value, upper=pd.NA, words=f"at least {value:,}", **more)


def draw(kind: Kind, rows: list[dict[str, Any]], **options: Any) -> Chart:
    """Draw rows as a chart of a kind."""
    chart = compose(kind, pd.DataFrame(rows), CAPTION, name="made_up", **options)
    assert isinstance(chart, Chart)
    return chart
