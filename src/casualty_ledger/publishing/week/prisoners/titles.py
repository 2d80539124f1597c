"""Titles of the charts of captivity, each stating what its chart shows."""

from __future__ import annotations

from itertools import chain

import pandas as pd

from casualty_ledger.ledger.rows import rows_by, rows_of
from casualty_ledger.publishing.week.titles import NOTHING, Finding, count_numbers, latest_of, list_claimants


def of_captivity(table: pd.DataFrame) -> Finding:
    """Say the last number of each side's prisoners held, its day, and according to whom."""
    held = [row for row in rows_of(table) if row["flow"] == "held"]
    last = [latest_of(rows, "day") for rows in rows_by(held, "whose")]
    if not last or any(count_numbers(rows) != 1 for rows in last):
        return NOTHING
    parts = (
        f"{rows[0]['words']} {rows[0]['whose']} ({list_claimants(rows)}, {rows[0]['day_label']})"
        for rows in last
    )
    return Finding(f"Last number of prisoners held: {'; '.join(parts)}", tuple(chain(*last)))


def of_exchanges(table: pd.DataFrame) -> Finding:
    """Say the last exchange drawn: its day, and each direction by the word of those who counted it."""
    last = latest_of([row for row in rows_of(table) if row["mark"] == "return"], "day")
    if not last:
        return NOTHING
    directions = rows_by(last, "direction")
    day = f"Last exchange drawn, {last[0]['day_label']}"
    if any(count_numbers(rows) != 1 for rows in directions):
        return Finding(f"{day}: several counts in one direction")
    parts = (f"{rows[0]['words']} {rows[0]['direction']} ({list_claimants(rows)})" for rows in directions)
    return Finding(f"{day}: {', '.join(parts)}", tuple(last))
