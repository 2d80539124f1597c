"""The revision triangle of a claimant: what it said of each month in each of its publications.

A publication without a known day stands last, for nobody knows where in the order it belongs.
"""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.identity import check_one_conflict, whole
from casualty_ledger.vocabulary import Basis

COLUMNS = [
    "claimant",
    "month",
    "vintage",
    "vintage_day",
    "value",
    "share",
    "growth",
    "hedge",
    "figure_id",
]


def revision_triangle(figures: pd.DataFrame, claimant: str, place: str, measure: str) -> pd.DataFrame:
    """Return a claimant's counts of civilians at a place by month, of months stated more than once.

    Columns: COLUMNS. `vintage` numbers the publications in order. `share` is the number as a share of
    the highest of its month; `growth` is its change in per cent against the month's first dated number.
    Errors: ForbiddenSum, where the figures are of several conflicts.
    """
    said = _of_months(figures, claimant, place, measure)
    said = said[said.groupby("month")["figure_id"].transform("size") > 1]
    if said.empty:
        return pd.DataFrame(columns=COLUMNS)
    ordered = said.sort_values(["published_on", "month", "value"], na_position="last", kind="stable")
    numbers = ordered["value"].astype("Float64")
    months = numbers.groupby(ordered["month"])
    return ordered.assign(
        vintage=_number_vintages(ordered),
        vintage_day=ordered["published_on"],
        share=(numbers / months.transform("max")).astype(float),
        growth=((numbers / months.transform("first") - 1) * 100).astype(float),
    )[COLUMNS].reset_index(drop=True)


def _of_months(figures: pd.DataFrame, claimant: str, place: str, measure: str) -> pd.DataFrame:
    """Choose counts of whole months (a first one may begin late), the last of each day."""
    chosen = figures[
        (figures["claimant"] == claimant)
        & (figures["measure"] == measure)
        & (figures["population"] == "civilian")
        & (figures["basis"] == Basis.PERIOD)
        & (figures["place"] == place)
        & whole(figures)
        & figures["value"].notna()
    ]
    check_one_conflict(chosen)
    month = chosen["covers_until"].dt.to_period("M")
    complete = chosen["covers_until"].dt.is_month_end & (chosen["covers_from"].dt.to_period("M") == month)
    chosen = chosen.assign(month=month.dt.to_timestamp())[complete]
    dated = chosen.drop_duplicates(["month", "published_on"], keep="last")
    undated = chosen[chosen["published_on"].isna()].drop_duplicates(["month", "value"])
    return pd.concat([dated[dated["published_on"].notna()], undated])


def _number_vintages(ordered: pd.DataFrame) -> pd.Series:
    """Number the days of publication; undated numbers of one month stand in columns of their own."""
    dated = ordered["published_on"].notna()
    days = ordered["published_on"].rank(method="dense")
    nth = ordered.groupby("month").cumcount() - ordered["published_on"].groupby(ordered["month"]).transform(
        "count"
    )
    after = (days.max() if dated.any() else 0) + 1
    return days.where(dated, after + nth).sub(1).astype(int)
