"""A week's figures, in three kinds that are never mixed.

`in_week`: the days counted end in the week. `learned`: first published in the week, about earlier days.
`context`: a period longer than the week that touches it; shown, never cut up.
"""

from __future__ import annotations

import pandas as pd

from casualty_ledger.parsing.weeks import Week
from casualty_ledger.vocabulary import Basis, Caveat, DatePrecision

LEVELS = (Basis.CUMULATIVE, Basis.STOCK, Basis.INCREMENT)
OF_A_DAY = (DatePrecision.DAY, DatePrecision.INFERRED_DAY)
IN_WEEK, LEARNED, CONTEXT, ELSEWHERE = "in_week", "learned", "context", ""


def place_in_week(figures: pd.DataFrame, week: Week) -> pd.Series:
    """Say for each figure what it is to `week`: in_week, learned, context or nothing.

    A total or a level whose last day is not stated counts for the day on which it was published.
    """
    monday, sunday = pd.Timestamp(week.monday), pd.Timestamp(week.sunday)
    level = figures["basis"].isin(LEVELS)
    until = figures["covers_until"].mask(level, last_day_counted(figures))
    inside = week_counted(figures) == monday
    touches = (figures["covers_from"] <= sunday) & (until >= monday) & ~level
    learned = is_published_within(figures, week) & ~(until > sunday)
    kinds = pd.Series(ELSEWHERE, index=figures.index)
    return kinds.mask(learned, LEARNED).mask(touches, CONTEXT).mask(inside, IN_WEEK)


def is_published_within(figures: pd.DataFrame, week: Week) -> pd.Series:
    """Say which figures were published in `week`; of which only the month is known, none is of any week."""
    within = figures["published_on"].between(pd.Timestamp(week.monday), pd.Timestamp(week.sunday))
    return within & figures["published_precision"].isin(OF_A_DAY)


def week_counted(figures: pd.DataFrame) -> pd.Series:
    """Return the Monday of the week in which the days of each figure lie; none where they lie in no one week.

    A total or a level lies in the week in which it ends.
    """
    level = figures["basis"].isin(LEVELS)
    until = figures["covers_until"].mask(level, last_day_counted(figures))
    monday = until - pd.to_timedelta(until.dt.day_of_week, unit="D")
    return monday.where(level | (figures["covers_from"] >= monday))


def last_day_counted(figures: pd.DataFrame) -> pd.Series:
    """Return the last day that a total counts: as stated, else the day of publication.

    Of a month or a year that had not ended when the total was published, that day is the last one counted.
    """
    stated, published = figures["covers_until"], figures["published_on"]
    vague = figures["caveats"].str.contains(str(Caveat.END_VAGUE), regex=False).astype(bool)
    return stated.mask(stated.isna() | (vague & (published < stated)), published)
