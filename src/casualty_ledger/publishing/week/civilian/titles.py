"""Titles of the charts of civilian harm, each stating what its chart shows."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.rows import Row, rows_by, rows_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.week.titles import (
    NOTHING,
    Finding,
    highest_of,
    latest_of,
    list_claimants,
    name_claimants,
)
from casualty_ledger.vocabulary import Measure
from casualty_ledger.week.tolls import size_of
from casualty_ledger.wording.claimant_names import with_article


def of_region(table: pd.DataFrame) -> Finding:
    """Say the deadliest report on the map, where one region has it."""
    highest = highest_of(row for row in rows_of(table) if row["words"])
    if len(highest) != 1:
        return NOTHING
    row = highest[0]
    said = f"{row['region']}, {row['words']} killed, according to {with_article(row['claimant'])}"
    return Finding(f"Deadliest report on the map: {said}", (row,))


def of_harm(table: pd.DataFrame) -> Finding:
    """Say the highest report of deaths in one place; without any, the last number that was verified."""
    killed = [row for row in rows_of(table) if row["measure"] == Measure.KILLED]
    highest = highest_of(row for row in killed if row["checked"] == "reported")
    verified = latest_of([row for row in killed if row["checked"] == "verified"], "last_day")
    told = highest or verified
    if len({(row["first_day"], row["last_day"]) for row in told}) != 1:
        return NOTHING
    # One event may stand under two spellings of its place and under two hedges: the usual ones are said.
    told = max(rows_by(told, "where", "words"), key=len)
    people = "civilian" if size_of(told[0]) == 1 else "civilians"
    said = f"{told[0]['words']} {people} killed, {told[0]['where']}"
    if highest:
        return Finding(f"Highest report: {said} ({list_claimants(told)})", tuple(told))
    return Finding(f"{capital(said)}, verified by {name_claimants(told)}", tuple(told))


def of_toll(table: pd.DataFrame, counted: str, where: str) -> Finding:
    """Say from which number to which the toll went, as told by whoever restated it most often."""
    told = max(rows_by(rows_of(table), "claimant"), key=len, default=[])
    ends = tuple(told[:: len(told) - 1]) if len(told) > 1 else ()
    if len({size_of(row) for row in ends}) < 2 or any(row["slot_label"] == "undated" for row in ends):
        return NOTHING
    first, last = ends
    said = f"from {first['words']} to {last['words']} {counted}, as restated by"
    return Finding(f"{where}: {said} {with_article(first['claimant'])}", ends)


def of_verified(table: pd.DataFrame) -> Finding:
    """Say the last verified totals, each by its last day."""
    told = rows_of(table)
    ends = [latest_of([row for row in told if row["line"] == line], "day") for line in ("killed", "injured")]
    last = [each[0] for each in ends if len(each) == 1]
    if not last or len({row["claimant"] for row in told}) != 1:
        return NOTHING
    parts = []
    for same in rows_by(last, "day_label"):
        counts = " and ".join(f"{row['words']} {row['line']}" for row in same)
        parts.append(f"{counts} by {same[0]['day_label']}")
    said = f"Civilians: {', '.join(parts)}, verified by {with_article(last[0]['claimant'])}"
    return Finding(said, tuple(last))


def of_revisions(table: pd.DataFrame, monitor: str) -> Finding:
    """Say how many of the months that were stated on several days were raised."""
    raised = [steps[-1]["value"] > steps[0]["value"] for steps in _months(table)]
    if not raised:
        return NOTHING
    of_all = "every month" if all(raised) else f"{sum(raised)} of the {len(raised)} months"
    of_all = "the one month" if raised == [True] else of_all
    return Finding(f"{monitor} last gave more civilians killed than at first for {of_all} that it restated")


def of_steps(table: pd.DataFrame, monitor: str) -> Finding:
    """Say which month was raised the most, in its own share, and from which number to which."""
    steps = sorted(_months(table), key=lambda rows: float(rows[-1]["growth"]))
    highest = [rows for rows in steps if rows[-1]["growth"] == steps[-1][-1]["growth"]]
    if len(highest) != 1 or highest[0][-1]["growth"] <= 0:
        return NOTHING
    first, last = highest[0][0], highest[0][-1]
    said = f"from {first['words']} to {last['words']} civilians killed, verified by {monitor}"
    return Finding(f"Raised the most: {first['month_label']}, {said}", (first, last))


def _months(table: pd.DataFrame) -> list[list[Row]]:
    """Return the statements of each month in the order of their known days, where there are several."""
    dated = table[table["vintage_day"].notna()].sort_values("vintage_day", kind="stable")
    return [steps for steps in rows_by(rows_of(dated), "month") if len(steps) > 1]
