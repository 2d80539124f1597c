"""Titles of the charts of captivity, each stating what its chart shows."""

from __future__ import annotations

from itertools import chain

import pandas as pd

from casualty_ledger.ledger.rows import rows_by, rows_of
from casualty_ledger.publishing.week.titles import NOTHING, Finding, count_numbers, latest_of, list_claimants
from casualty_ledger.wording.language import phrase


def of_captivity(table: pd.DataFrame) -> Finding:
    """Say the last number of each side's prisoners held, its day, and according to whom."""
    held = [row for row in rows_of(table) if row["flow"] == "held"]
    last = [latest_of(rows, "day") for rows in rows_by(held, "whose")]
    if not last or any(count_numbers(rows) != 1 for rows in last):
        return NOTHING
    parts = (
        phrase(
            "{count} {whose} ({claimants}, {day})",
            count=rows[0]["words"],
            whose=rows[0]["whose"],
            claimants=list_claimants(rows),
            day=rows[0]["day_label"],
        )
        for rows in last
    )
    said = phrase("Last number of prisoners held: {counts}", counts="; ".join(parts))
    return Finding(said, tuple(chain(*last)))


def of_exchanges(table: pd.DataFrame) -> Finding:
    """Say the last exchange drawn: its day, and each direction by the word of those who counted it."""
    last = latest_of([row for row in rows_of(table) if row["mark"] == "return"], "day")
    if not last:
        return NOTHING
    directions = rows_by(last, "direction")
    day = last[0]["day_label"]
    if any(count_numbers(rows) != 1 for rows in directions):
        return Finding(phrase("Last exchange drawn, {day}: several counts in one direction", day=day))
    parts = (
        phrase(
            "{count} {direction} ({claimants})",
            count=rows[0]["words"],
            direction=rows[0]["direction"],
            claimants=list_claimants(rows),
        )
        for rows in directions
    )
    said = phrase("Last exchange drawn, {day}: {counts}", day=day, counts=", ".join(parts))
    return Finding(said, tuple(last))
