"""Running totals of one claimant, and the weekly increments that they give.

Only totals of one claimant, measure and scope are chained. An increment carries the hedges of both its
parents: the widest bounds that they allow. The difference of two floors has no bound on either side.
A fall stays a fall. A week without a total at both ends cannot be derived, and says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from casualty_ledger.errors import ForbiddenSum
from casualty_ledger.ledger.identity import check_one_conflict, everybody, running_totals
from casualty_ledger.parsing.weeks import Week
from casualty_ledger.series.weeks import last_day_counted
from casualty_ledger.vocabulary import Population

RECOUNT = r"\b(?:re-?count(?:ed)?|recalculat(?:ed|ion)|revised|revision)\b"
INCREMENT_COLUMNS = [
    "week",
    "week_start",
    "lower",
    "value",
    "upper",
    "is_soft",
    "derived",
    "reason",
    "figure_id",
    "previous_figure_id",
    "claimant",
    "claimant_side",
]


def totals_of(
    figures: pd.DataFrame,
    claimant: str,
    measure: str,
    party: str,
    population: str = Population.ARMED_FORCES,
    place: str = "",
) -> pd.DataFrame:
    """Return one claimant's running totals for the whole conflict, parts left out, by last day counted.

    `place` is the one that its totals name, where they name the whole country. Where several totals end on
    one day the last published stands. Errors: ForbiddenSum, where the figures are of several conflicts.
    """
    totals = running_totals(figures)
    chosen = totals[
        (totals["claimant"] == claimant)
        & (totals["measure"] == measure)
        & (totals["party"] == party)
        & everybody(totals)
        & (totals["population"] == population)
        & (totals["place"] == place)
    ].assign(counted_until=last_day_counted)
    check_one_conflict(chosen)
    return chosen.sort_values(["counted_until", "published_on"]).drop_duplicates(
        "counted_until", keep="last", ignore_index=True
    )


def find_recounts(totals: pd.DataFrame) -> pd.Series:
    """Say which of one claimant's totals are a recount: lower than the one before, or recorded as one.

    A difference that spans such a day is not what happened in it. `totals` as `totals_of` returns them.
    """
    fell = (totals["value"].diff() < 0).fillna(False).astype(bool)
    said = [totals[column].str.contains(RECOUNT, case=False) for column in ("method", "scope", "note")]
    return fell | pd.concat(said, axis=1).any(axis=1)


def weekly_increments(totals: pd.DataFrame, first: Week, last: Week) -> pd.DataFrame:
    """Return one row per week from `first` to `last`: the increment from Sunday to Sunday.

    Columns: INCREMENT_COLUMNS. Errors: ForbiddenSum, where the totals are not of one series.
    """
    check_one_series(totals)
    by_day = totals.drop_duplicates("counted_until", keep="last").set_index("counted_until")
    weeks = []
    week = last
    while week >= first:
        weeks.append(_increment(by_day, week))
        week = week.before()
    return pd.DataFrame(weeks[::-1], columns=INCREMENT_COLUMNS).astype(
        {"lower": "Int64", "value": "Int64", "upper": "Int64"}
    )


def check_one_series(totals: pd.DataFrame) -> None:
    """Raise where totals of more than one series stand together.

    Errors: ForbiddenSum.
    """
    check_one_conflict(totals)
    for column, reason in (
        ("claimant", "they come from rival claimants"),
        ("measure", "they count different measures"),
        ("party", "they count the people of different parties"),
        ("population", "they count different populations"),
        ("basis", "a total, a period and a level do not add up"),
    ):
        if totals[column].nunique() > 1:
            found = ", ".join(sorted(map(str, totals[column].unique())))
            raise ForbiddenSum(reason=f"{reason} ({found})", advice="Choose one with totals_of().")


def _increment(by_day: pd.DataFrame, week: Week) -> dict[str, object]:
    start, end = pd.Timestamp(week.before().sunday), pd.Timestamp(week.sunday)
    facts: dict[str, object] = {"week": str(week), "week_start": pd.Timestamp(week.monday)}
    missing = [day for day in (start, end) if day not in by_day.index]
    if missing:
        days = " and ".join(f"{day:%-d %B %Y}" for day in missing)
        return facts | {"derived": False, "is_soft": False, "reason": f"no total recorded for {days}"}
    before, after = by_day.loc[start].to_dict(), by_day.loc[end].to_dict()
    return (
        facts
        | difference(before, after)
        | {
            "derived": True,
            "reason": "",
            "figure_id": after["figure_id"],
            "previous_figure_id": before["figure_id"],
            "claimant": after["claimant"],
            "claimant_side": after["claimant_side"],
        }
    )


def difference(before: Mapping[Any, Any], after: Mapping[Any, Any]) -> dict[str, object]:
    """Return what one total adds to another: lower, value, upper (absent where no bound follows).

    The least it can be is this total's lower bound less the other's upper bound, and the reverse.
    """
    bounds = {
        "lower": _less(after["lower"], before["upper"]),
        "value": _less(after["value"], before["value"]),
        "upper": _less(after["upper"], before["lower"]),
    }
    return bounds | {"is_soft": bool(before["is_soft"] or after["is_soft"])}


def _less(number: Any, other: Any) -> Any:
    return pd.NA if pd.isna(number) or pd.isna(other) else int(number) - int(other)
