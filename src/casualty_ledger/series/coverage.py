"""Coverage: how many figures the ledger holds for a week, beside how many are usual.

A week of few rows is a week of which little was recorded. It says nothing of how much harm there was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.distinct import Distinct, firsts_of, number_distinct
from casualty_ledger.parsing.weeks import Week
from casualty_ledger.series.weeks import week_counted
from casualty_ledger.vocabulary import CIVIL_POPULATIONS, Measure, Population, Side, Subject

WEEK = pd.Timedelta(days=7)
# Usual is the median of so many weeks before; of fewer than so many, nothing is called usual.
WEEKS_BEFORE, WEEKS_AT_LEAST = 12, 4
# A week with less than this share of what is usual is thin, where so many are usual.
THIN_SHARE, USUAL_AT_LEAST = 0.5, 4

POPULATIONS = dict.fromkeys(CIVIL_POPULATIONS, Subject.CIVILIANS) | {
    Population.ARMED_FORCES: Subject.LOSSES,
    Population.PRISONERS_OF_WAR: Subject.CAPTIVITY,
    Population.CIVILIAN_DETAINEES: Subject.CAPTIVITY,
}
OF_CAPTIVITY = (
    Measure.CAPTURED,
    Measure.SURRENDERED,
    Measure.HELD,
    Measure.EXCHANGED,
    Measure.RELEASED_OTHERWISE,
    Measure.DIED_IN_CAPTIVITY,
    Measure.EXECUTED_ALLEGED,
    Measure.EXECUTED_VERIFIED,
)
COUNTED = ["conflict", "population", "measure", "party", "published_on"]
COLUMNS = ["conflict", "subject", "side", "week", "figures", "by_monday", "usual", "is_thin"]


class WeekCoverage(NamedTuple):
    """How many figures of a week were known on the Monday after it, and how many usually are."""

    by_monday: int
    usual: float | None
    is_thin: bool


def find_coverage(figures: pd.DataFrame, by: Sequence[str] = ("conflict", "subject", "side")) -> pd.DataFrame:
    """Count the figures of each week and kind. Columns: `by`, then those of COLUMNS from `week` on.

    `side` is that of the people counted. `figures` are known in the vintage, `by_monday` those of them
    that were published by the Monday after the week. `usual` is the median of `by_monday` in the twelve
    weeks before (absent where fewer than four are told), so that no week is judged by what came later.
    A week without a figure stands there with 0 recorded.
    """
    counted = _in_weeks(figures)
    if counted.empty:
        return pd.DataFrame(columns=[*by, *COLUMNS[3:]])
    kinds = counted[[*by]].drop_duplicates().sort_values([*by])
    mondays = pd.date_range(counted["monday"].min(), counted["monday"].max(), freq=WEEK)
    every = kinds.merge(pd.DataFrame({"monday": mondays}), how="cross")
    counts = counted.groupby([*by, "monday"])["known"].agg(figures="size", by_monday="sum").reset_index()
    table = every.merge(counts, how="left", on=[*by, "monday"]).fillna({"figures": 0, "by_monday": 0})
    usual = table.groupby([*by], sort=False)["by_monday"].transform(_median_before)
    return table.assign(
        week=[str(Week(monday.date())) for monday in table["monday"]],
        figures=table["figures"].astype(int),
        by_monday=table["by_monday"].astype(int),
        usual=usual,
        is_thin=_is_thin(table["by_monday"], usual),
    )[[*by, *COLUMNS[3:]]]


def cover_week(figures: pd.DataFrame, week: Week) -> WeekCoverage:
    """Say how many figures of `week`, of all kinds, were known on its Monday, and how many usually are."""
    monday = pd.Timestamp(week.monday)
    counted = _in_weeks(figures)
    known = counted.loc[counted["known"], "monday"].value_counts()
    began = counted["monday"].min()
    before = [monday - n * WEEK for n in range(1, WEEKS_BEFORE + 1) if monday - n * WEEK >= began]
    number = int(known.get(monday, 0))
    if len(before) < WEEKS_AT_LEAST:
        return WeekCoverage(number, None, False)
    usual = float(known.reindex(before, fill_value=0).median())
    return WeekCoverage(number, usual, bool(_is_thin(number, usual)))


def find_subjects(figures: pd.DataFrame) -> pd.Series:
    """Say what each figure is about, in words of `Subject`."""
    subject = figures["population"].map(POPULATIONS).fillna(Subject.MIXED)
    return subject.mask(figures["measure"].isin(OF_CAPTIVITY), Subject.CAPTIVITY).astype(str)


def _in_weeks(figures: pd.DataFrame) -> pd.DataFrame:
    """Return kind and Monday of each figure whose days lie in one week, and whether it was known in time."""
    counted = figures[COUNTED].assign(monday=week_counted(figures)).dropna(subset="monday")
    return pd.DataFrame(
        {
            "conflict": counted["conflict"],
            "subject": find_subjects(counted),
            "side": _sides_of(counted),
            "monday": counted["monday"],
            "known": counted["published_on"] <= counted["monday"] + WEEK,
        }
    )


def _sides_of(counted: pd.DataFrame) -> pd.Series:
    """Say to which side the people counted belong, as the conflict's file has it."""
    kinds = number_distinct([counted["conflict"], counted["party"]])
    first = counted.iloc[firsts_of(kinds)]
    pairs = zip(first["conflict"].tolist(), first["party"].tolist(), strict=True)
    sides = [conflict_of(name).side_of(party) or str(Side.UNSTATED) for name, party in pairs]
    return Distinct(sides, kinds, counted.index).each(str)


def _is_thin(number: Any, usual: Any) -> Any:
    return (number < THIN_SHARE * usual) & (usual >= USUAL_AT_LEAST)


def _median_before(counts: pd.Series) -> pd.Series:
    return counts.shift().rolling(WEEKS_BEFORE, min_periods=WEEKS_AT_LEAST).median()
