"""Running totals: questions about one that falls, leaps, or goes on under another party.

A total falls where its highest reading lies below the lowest one of the total before it. It leaps where it
is more than five times the middle one of the last three, or where it grew faster, a day, than five times
the second fastest of at least five earlier growths. It changes its party where it goes on from a total of
another party of the same claimant rather than from one of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import log
from statistics import median

import pandas as pd

from casualty_ledger.ledger.distinct import number_distinct
from casualty_ledger.ledger.identity import COUNTED
from casualty_ledger.ledger.questions.told import Told, write
from casualty_ledger.vocabulary import Basis

SERIES = [*COUNTED, "covers_from"]
NUMBER = ["lower", "value", "upper", "last_day", "published_on"]
WITHOUT_PARTY = [name for name in SERIES if name != "party"]
TIMES, GROWTHS, LAST = 5, 5, 3
# Below this a number may be another's by chance; a total goes on where it adds up to a quarter.
TELLING, GOES_ON = 100, log(1.25)


def falls(told: Told) -> pd.Series:
    """Find totals below the one before them, whatever their hedges allow."""
    totals = _totals(told)
    before = totals.groupby(SERIES, dropna=False, sort=False)[["lower", "value", "row_id"]].shift()
    lower = (totals["upper"] < before["lower"]).fillna(False).astype(bool)
    value, row_id = write(before.loc[lower, "value"]), before.loc[lower, "row_id"].astype("str")
    return "A running total does not fall: the one before it was " + value + " (" + row_id + ")."


def leaps(told: Told) -> pd.Series:
    """Find totals that rise, or fall under an open bound, as none before them did."""
    totals = _totals(told)
    days = totals["last_day"].to_numpy().astype("datetime64[D]").astype(int)
    series: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    numbers = number_distinct(totals[name] for name in SERIES)
    for number, *total in zip(numbers, totals.index, totals["value"].tolist(), days, strict=True):
        series[number].append(tuple(total))
    return pd.Series(dict(found for each in series.values() for found in _leaps(each)), dtype="str")


def _leaps(series: list[tuple[int, int, int]]) -> Iterator[tuple[int, str]]:
    """Say which totals of a series (row, number, last day) leap, and beside which others."""
    seen: list[int] = []
    growths: list[float] = []
    last = series[0][2]
    for row, number, day in series:
        added, days = number - (seen[-1] if seen else number), int(day - last)
        middle = median(seen[-LAST:]) if len(seen) >= LAST else number
        if number > TIMES * middle or number * TIMES < middle:
            yield row, f"The totals before it were about {round(middle):,}."
        elif len(growths) >= GROWTHS and days and added / days > TIMES * sorted(growths)[-2]:
            yield row, f"It adds {added:,} in {days} days, more than any growth before it."
        growths += [added / days] if days and added > 0 else []
        seen.append(number)
        last = day


def of_another_party(told: Told) -> pd.Series:
    """Find totals that go on from those of another party of the same claimant."""
    totals = _totals(told)
    totals = totals[totals["value"] >= TELLING]
    parties = totals.groupby(WITHOUT_PARTY, dropna=False, sort=False)["party"].transform("nunique")
    found: dict[int, str] = {}
    for _, series in totals[parties > 1].groupby(WITHOUT_PARTY, dropna=False, sort=False):
        found |= dict(_strayed(series))
    return pd.Series(found, dtype="str")


def _strayed(series: pd.DataFrame) -> Iterator[tuple[int, str]]:
    last: dict[str, list[int]] = {}
    for row, party, number in zip(series.index, series["party"], series["value"].tolist(), strict=True):
        own = _distance(number, last.get(party, []))
        for other, before in last.items():
            if other != party and len(before) > 1 and _distance(number, before) < min(own, GOES_ON):
                yield (
                    row,
                    f"This continues the claimant's series of the party {other}, last {before[-1]:,}.",
                )
                break
        last.setdefault(party, []).append(number)


def _distance(number: int, before: list[int]) -> float:
    """Say how far a total lies above the last one of a series; below it, or without one, it is no more."""
    return log(number / before[-1]) if before and number >= before[-1] else float("inf")


def _totals(told: Told) -> pd.DataFrame:
    rows = told.counted
    is_total = (rows["basis"] == Basis.CUMULATIVE) & rows["last_day"].notna()
    totals = rows.loc[is_total, [*SERIES, *NUMBER, "row_id"]]
    return totals.sort_values(["last_day", "published_on", "value"], kind="stable")
