"""Titles of the charts of disagreements and of the calendar, each stating what its chart shows."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from casualty_ledger.ledger.rows import rows_by, rows_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.week.titles import (
    NOTHING,
    Finding,
    count_numbers,
    count_things,
    list_claimants,
)
from casualty_ledger.week.tolls import size_of
from casualty_ledger.wording.claimant_names import with_article


def of_rivals(table: pd.DataFrame, contradiction: str) -> Finding:
    """Say the contradiction that is widest in its proportion, with both its ends and who gives them."""
    rivals = rows_by((row for row in rows_of(table) if row["reading"] == contradiction), "thing")
    widths = [size_of(rows[-1]) / max(size_of(rows[0]), 0.5) for rows in rivals]
    if not widths or widths.count(max(widths)) > 1:
        return NOTHING
    rows = rivals[widths.index(max(widths))]
    lowest, highest = ([row for row in rows if size_of(row) == size_of(end)] for end in (rows[0], rows[-1]))
    if count_numbers(lowest) != 1 or count_numbers(highest) != 1:
        return NOTHING
    widest = "" if len(rivals) == 1 else f", the widest of {len(rivals)} contradictions"
    ends = " or ".join(f"{same[0]['words']} ({list_claimants(same)})" for same in (lowest, highest))
    return Finding(f"{rows[0]['thing']}: {ends}{widest}", (*lowest, *highest))


def of_disagreements(table: pd.DataFrame, strengths: Iterable[str]) -> Finding:
    """Say how many disagreements of each strength there are."""
    readings = [str(rows[0]["reading"]).partition("; ")[0] for rows in rows_by(rows_of(table), "group")]
    counts = {said: readings.count(said) for said in strengths}
    parts = [count_things(number, *said.partition(", ")[::2]) for said, number in counts.items() if number]
    return Finding(f"Among the week’s figures: {'; '.join(parts)}") if parts else NOTHING


def of_calendar(table: pd.DataFrame) -> Finding:
    """Say how many figures were published in the week, and who published most of them."""
    summed = table.groupby("claimant", sort=False)["figures"].sum()
    counts = summed.sort_values(ascending=False, kind="stable")
    total = int(counts.sum())
    figures = count_things(total, "figure", "")
    if len(counts) < 2:
        return Finding(f"{capital(with_article(counts.index[0]))} alone published in the week: {figures}")
    first, second = counts.iloc[:2]
    most = f", most by {with_article(counts.index[0])}" if first > second else ""
    return Finding(f"{figures} published in the week by {len(counts)} claimants{most}")
