"""The weekly table: what every running total adds from Sunday to Sunday, with the hedges of both ends."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.series.totals import difference
from casualty_ledger.series.weeks import last_day_counted
from casualty_ledger.vocabulary import Basis

SERIES = ["claimant", "measure", "population", "sex", "subgroup", "party", "place", "covers_from"]
COLUMNS = ["week", *SERIES, "lower", "value", "upper", "is_soft", "figure_id", "previous_figure_id"]
SUNDAY = 6


def weekly_table(figures: pd.DataFrame) -> pd.DataFrame:
    """Return every weekly increment that can be derived. Columns: COLUMNS.

    Only totals of one claimant, measure, people and start are chained; parts and rival claimants are
    never. A week without a total on both its Sundays has no row.
    """
    totals = figures[
        (figures["basis"] == Basis.CUMULATIVE) & ~figures["is_part"] & figures["value"].notna()
    ].assign(sunday=last_day_counted)
    totals = totals[totals["sunday"].dt.day_of_week == SUNDAY]
    last = totals.sort_values([*SERIES, "sunday", "published_on"], kind="stable", na_position="first")
    last = last.drop_duplicates([*SERIES, "sunday"], keep="last").reset_index(drop=True)
    groups = last.groupby(SERIES, dropna=False, sort=False)
    before = groups[["lower", "value", "upper", "is_soft", "figure_id", "sunday"]].shift()
    follows = (last["sunday"] - before["sunday"]).dt.days == 7
    return _increments(last[follows], before[follows])


def _increments(after: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    added = [
        difference(former, latter)
        for former, latter in zip(before.to_dict("records"), after.to_dict("records"), strict=True)
    ]
    table = after[SERIES].reset_index(drop=True)
    numbers = pd.DataFrame(added, columns=["lower", "value", "upper", "is_soft"])
    numbers = numbers.astype({"lower": "Int64", "value": "Int64", "upper": "Int64"})
    years = after["sunday"].dt.isocalendar()
    weeks = years["year"].astype(str) + "-W" + years["week"].astype(str).str.zfill(2)
    ids = {"figure_id": after["figure_id"], "previous_figure_id": before["figure_id"], "week": weeks}
    named = {name: column.reset_index(drop=True) for name, column in ids.items()}
    whole = pd.concat([table, numbers], axis=1).assign(**named)
    return whole[COLUMNS].sort_values(["week", "figure_id"], kind="stable", ignore_index=True)
