"""Months that a monitor verified: the last one, the one before it, and since when none was worse."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from casualty_ledger.conflicts.model import Monitor
from casualty_ledger.ledger.identity import whole
from casualty_ledger.ledger.rows import figures_of, rows_by
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Basis, Measure, Population, Verification
from casualty_ledger.week.tolls import size_of

HARM = (Measure.KILLED, Measure.INJURED)
# Of fewer months than these nothing is called the worst.
MONTHS_AT_LEAST = 6


@dataclass(frozen=True)
class Month:
    """A month that a monitor verified, with the last number of each measure in the vintage."""

    start: pd.Timestamp
    # Missing where no day of publication is known: then it is new in no week.
    first_published_on: pd.Timestamp
    killed: ReportedFigure | None
    injured: ReportedFigure | None

    @property
    def figures(self) -> tuple[ReportedFigure, ...]:
        """Its numbers, the killed first."""
        return tuple(figure for figure in (self.killed, self.injured) if figure is not None)

    @property
    def harmed(self) -> int | None:
        """Killed and injured together, where the monitor gives both."""
        if self.killed is None or self.injured is None:
            return None
        return size_of(self.killed) + size_of(self.injured)


def verified_months(figures: pd.DataFrame, monitor: Monitor | None) -> list[Month]:
    """Return the calendar months that a monitor verified as wholes, the last month last.

    Of a month stated several times the last number counts: a monitor verifies more of it with time. One of no
    known day of publication is known in hindsight only, and counts where no other is told.
    """
    if monitor is None:
        return []
    figures = figures[figures["claimant"] == monitor.claimant]
    start, end = figures["covers_from"], figures["covers_until"]
    full = (start.dt.day == 1) & (end == start + pd.offsets.MonthEnd(0))
    chosen = figures[
        full
        & (figures["place"] == monitor.place)
        & (figures["verification"] == Verification.INDIVIDUALLY_VERIFIED)
        & (figures["population"] == Population.CIVILIAN)
        & figures["measure"].isin(HARM)
        & (figures["basis"] == Basis.PERIOD)
        & whole(figures)
        & figures["value"].notna()
    ].sort_values(["covers_from", "published_on"], kind="stable", na_position="first")
    first = chosen.groupby("covers_from")["published_on"].min()
    last = chosen.drop_duplicates(["covers_from", "measure"], keep="last")
    months = []
    for told in rows_by(figures_of(last), "covers_from"):
        by_measure = {figure["measure"]: figure for figure in told}
        day = told[0]["covers_from"]
        counts = (by_measure.get(str(measure)) for measure in HARM)
        months.append(Month(day, first[day], *counts))
    return months


def worst_since(months: list[Month]) -> Month | None:
    """Return the first month of the run, up to the last one, in which no month was worse than the last.

    Months are compared by killed and injured together, where both are told; nothing is returned where too
    few are, or where the month before was worse.
    """
    told = [month for month in months if month.harmed is not None]
    if not months or not told or told[-1] is not months[-1]:
        return None
    last = told[-1].harmed or 0
    lower = []
    for month in told[-2::-1]:
        if (month.harmed or 0) > last:
            break
        lower.append(month)
    return lower[-1] if len(lower) >= MONTHS_AT_LEAST else None
