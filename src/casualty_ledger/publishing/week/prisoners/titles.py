"""Titles of the charts of captivity, each stating what its chart shows."""

from __future__ import annotations

from itertools import chain

import pandas as pd

from casualty_ledger.ledger.rows import Row, rows_by, rows_of
from casualty_ledger.publishing.week.titles import NOTHING, Finding, count_numbers, latest_of, list_claimants
from casualty_ledger.week.tolls import size_of
from casualty_ledger.wording.claimant_names import short_claimant
from casualty_ledger.wording.language import mark, phrase, translate

# Of fewer exchanges before it, one is not called the largest.
LEAST_DAYS = 3
LAST = mark("Last exchange drawn, {day}: {counts}")
LARGEST = mark("Largest exchange drawn, {day}: {counts}")


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
    """Say the last exchange drawn, or the largest where it is that: each direction with who counted it."""
    rows = rows_of(table)
    returns = [row for row in rows if row["mark"] == "return"]
    last = latest_of(returns, "day")
    if not last:
        return NOTHING
    directions = rows_by(last, "direction")
    day = last[0]["day_label"]
    if any(count_numbers(told) != 1 for told in directions):
        return Finding(phrase("Last exchange drawn, {day}: several counts in one direction", day=day))
    agreed = {row["direction"] for row in latest_of(rows, "day") if row["mark"] == "agreed"}
    told = [(rows[0]["words"], rows[0]["direction"], _who_counted(rows, agreed)) for rows in directions]
    counts = [
        phrase("{count} {direction} ({claimants})", count=n, direction=way, claimants=who)
        for n, way, who in told
    ]
    if len(told) == 2 and told[0][::2] == told[1][::2]:
        counts = [phrase("{count} each way ({claimants})", count=told[0][0], claimants=told[0][2])]
    said = LARGEST if _is_largest(returns, last) else LAST
    return Finding(phrase(said, day=day, counts=", ".join(counts)), tuple(last))


def _who_counted(told: list[Row], agreed: set[str]) -> str:
    """Name who counted the returns of one direction."""
    return translate("both sides") if told[0]["direction"] in agreed else list_claimants(told, short_claimant)


def _is_largest(returns: list[Row], last: list[Row]) -> bool:
    """Say whether nobody counted as many in any of its directions before, of several exchanges."""
    before = [row for row in returns if row["day"] < last[0]["day"]]
    ways = rows_by(last, "direction")
    highest = [
        max((size_of(row) for row in before if row["direction"] == told[0]["direction"]), default=0)
        for told in ways
    ]
    is_more = all(size_of(told[0]) > most for told, most in zip(ways, highest, strict=True))
    return is_more and len({row["day"] for row in before}) >= LEAST_DAYS
