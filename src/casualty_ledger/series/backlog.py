"""Backlog: a running total that jumps by more than its claimant reports for the days between.

A monitor verifies old cases in batches. When its total rises by 902 in nine days of a month for which it
gives 138, most of the rise is older days, entered at once; it is no toll of those nine days.
"""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.identity import COUNTED, running_totals
from casualty_ledger.series.weeks import last_day_counted
from casualty_ledger.vocabulary import Basis

COLUMNS = [
    *COUNTED,
    "figure_id",
    "previous_figure_id",
    "from_day",
    "to_day",
    "size",
    "own_figure_id",
    "own_value",
]


def find_backlog(figures: pd.DataFrame) -> pd.DataFrame:
    """List running totals that rose within a month by more than their claimant's own figure for it.

    Columns: COLUMNS; the rise is measured from the last total of that month from which it is too large, so
    that every total after the jump is marked and not only the first. `own_value` is what the claimant
    itself gives for the month, the highest of its vintages.
    """
    whole = figures[~figures["is_part"] & figures["value"].notna()]
    months = _own_months(whole)
    totals = running_totals(figures).assign(to_day=last_day_counted)
    found = _rises(totals).merge(months, on=[*COUNTED, "month"], how="inner")
    found = found[found["size"] > found["own_value"]]
    last = found.sort_values(["to_day", "figure_id", "from_day"], kind="stable")
    return last.drop_duplicates("figure_id", keep="last")[COLUMNS].reset_index(drop=True)


def _rises(totals: pd.DataFrame) -> pd.DataFrame:
    """Pair each total with every earlier one of its scope and month."""
    order = [*COUNTED, "to_day", "published_on", "value"]
    ordered = totals.dropna(subset=["to_day"]).sort_values(order, kind="stable")
    last = ordered.drop_duplicates([*COUNTED, "to_day"], keep="last")
    last = last.assign(month=last["to_day"].dt.to_period("M").astype(str))
    columns = [*COUNTED, "month", "figure_id", "to_day", "value"]
    pairs = last[columns].merge(last[columns], on=[*COUNTED, "month"], suffixes=("", "_before"))
    pairs = pairs[pairs["to_day_before"] < pairs["to_day"]]
    return pairs.assign(
        from_day=pairs["to_day_before"],
        previous_figure_id=pairs["figure_id_before"],
        size=pairs["value"] - pairs["value_before"],
    )


def _own_months(whole: pd.DataFrame) -> pd.DataFrame:
    """Return the highest figure that each claimant gives for a calendar month."""
    period = whole[whole["basis"] == Basis.PERIOD]
    first = period["covers_from"].dt.day == 1
    ends = period["covers_until"].dt.is_month_end.fillna(False).astype(bool)
    same = period["covers_from"].dt.to_period("M") == period["covers_until"].dt.to_period("M")
    own = period[first & ends & same].assign(month=lambda p: p["covers_from"].dt.to_period("M").astype(str))
    highest = own.sort_values("value", kind="stable").drop_duplicates([*COUNTED, "month"], keep="last")
    renamed = highest.rename(columns={"figure_id": "own_figure_id", "value": "own_value"})
    return renamed[[*COUNTED, "month", "own_figure_id", "own_value"]]
