"""Running totals of one claimant, which of them are recounts, and the difference of two.

A difference carries the hedges of both its parents: the widest bounds that they allow. The difference of two
floors has no bound on either side. A fall stays a fall.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from casualty_ledger.ledger.distinct import firsts_of, number_distinct
from casualty_ledger.ledger.identity import COUNTED, check_one_conflict, everybody, most_of, running_totals
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.weeks import last_day_counted
from casualty_ledger.vocabulary import Basis, Population

if TYPE_CHECKING:
    from typing_extensions import ReadOnly

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# A page of today that gives the number of an earlier report, without the last day that it counted.
EARLIER_REPORT = rf"\b(?:early|mid|late)[- ](?:{MONTHS}) report\b|\bprinted again\b"
RECOUNT = r"\b(?:re-?count(?:ed)?|recalculat(?:ed|ion)|revised|revision)\b"


class Total(ReportedFigure):
    """A running total, with the day up to which it counts."""

    counted_until: ReadOnly[pd.Timestamp]


def totals_of(
    figures: pd.DataFrame,
    claimant: str,
    measure: str,
    party: str,
    population: str = Population.ARMED_FORCES,
    place: str = "",
) -> pd.DataFrame:
    """Return one claimant's running totals for the whole conflict, parts left out, by last day counted.

    `place` is the one that its totals name, where they name the whole country. They begin on the day on
    which the last of them does. Where several end on one day the last published stands. Errors: ForbiddenSum,
    where the figures are of several conflicts.
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
    ordered = chosen.sort_values(["counted_until", "published_on"], kind="stable", na_position="first")
    begun = ordered[ordered["covers_from"].isin(ordered["covers_from"].tail(1))]
    return begun.drop_duplicates("counted_until", keep="last", ignore_index=True)


def last_totals(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the last running total of each claimant and whom it counts, every number said for that day.

    Of totals with neither an end nor a day of publication nobody knows which is the last: where a claimant
    has no other, all of them are returned.
    """
    totals = figures[figures["basis"] == Basis.CUMULATIVE].assign(counted_until=last_day_counted)
    scope = number_distinct(totals[column] for column in COUNTED)
    latest = totals["counted_until"].groupby(scope).transform("max")
    last = totals[(totals["counted_until"] == latest) | latest.isna()]
    said = number_distinct(last[column] for column in (*COUNTED, "value", "hedge"))
    once = last.iloc[firsts_of(said)]
    return once.sort_values(
        ["party", "measure", "population", "place", "claimant"], kind="stable", ignore_index=True
    )


def is_of_earlier_report(figures: pd.DataFrame) -> pd.Series:
    """Say which figures repeat an earlier report without its last day: they are not the last count."""
    repeated = figures["note"].str.contains(EARLIER_REPORT, case=False).astype(bool)
    return repeated & figures["covers_until"].isna()


def find_recounts(totals: pd.DataFrame, series: pd.Series | None = None) -> pd.Series:
    """Say which totals are a recount: lower than the one of their series before, or recorded as one.

    A difference that spans such a day is not what happened in it. `totals` in the order of their days;
    `series` names that of each, where they are not all of one.
    """
    values = totals["value"] if series is None else totals["value"].groupby(series)
    fell = values.diff() < 0
    return fell.fillna(False).astype(bool) | _are_called_recounts(totals)


def _are_called_recounts(totals: pd.DataFrame) -> pd.Series:
    """Say which totals are recorded as a recount or a revision."""
    said = [totals[column].str.contains(RECOUNT, case=False) for column in ("method", "scope", "note")]
    return pd.concat(said, axis=1).any(axis=1)


def difference(before: Mapping[Any, Any], after: Mapping[Any, Any]) -> dict[str, object]:
    """Return what one total adds to another: lower, value, upper (absent where no bound follows).

    The least it can be is this total's lower bound less the other's upper bound, and the reverse.
    """
    bounds = {
        "lower": _less(after["lower"], most_of(before)),
        "value": _less(after["value"], before["value"]),
        "upper": _less(most_of(after), before["lower"]),
    }
    return bounds | {"is_soft": bool(before["is_soft"] or after["is_soft"])}


def _less(number: Any, other: Any) -> Any:
    return pd.NA if pd.isna(number) or pd.isna(other) else int(number) - int(other)
