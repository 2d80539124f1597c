"""Between two days: what each running total added from one of its days to another, with both ends named.

A day on which a claimant gave no total is stood for by its nearest total within a week, and that is said.
A total that fell was recounted; what was verified in some days did not happen in them. Both are said, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from casualty_ledger.ledger.identity import running_totals
from casualty_ledger.series.totals import difference, find_recounts
from casualty_ledger.series.weekly import CHAINED
from casualty_ledger.series.weeks import last_day_counted
from casualty_ledger.vocabulary import DatePrecision

# So far from the day that was asked for may the total lie that stands for it.
NEAR = pd.Timedelta(days=7)
COLUMNS = [
    *CHAINED,
    "from_day",
    "to_day",
    "lower",
    "value",
    "upper",
    "is_soft",
    "derived",
    "reading",
    "figure_id",
    "previous_figure_id",
]
TYPES = {
    **dict.fromkeys(["lower", "value", "upper"], "Int64"),
    **dict.fromkeys(["from_day", "to_day"], "datetime64[ns]"),
    **dict.fromkeys(["derived", "is_soft"], "bool"),
    **dict.fromkeys(["reading", "figure_id", "previous_figure_id"], "str"),
}
NEEDED = [
    *CHAINED,
    "day",
    "lower",
    "value",
    "upper",
    "is_soft",
    "is_floor",
    "date_precision",
    "method",
    "scope",
    "note",
    "figure_id",
]
NOT_NEAR = "no total within {days} days of {asked}; the nearest is of {nearest}"
ONE_TOTAL = "one total, of {nearest}, is the nearest to both days"
INSTEAD = "no total of {asked}: that of {nearest} stands for it"
FELL = "the total fell: a recount, not what happened in these days"
RECOUNTED = "the total was recounted on {days}, and the difference holds that"
VAGUE = "the days that {figure} counts are known only by {precision}"
VERIFIED = "what was verified in these days, not what happened in them"


class End(NamedTuple):
    """A day that was asked for, the total that is nearest to it, and whether that may stand for it."""

    asked: pd.Timestamp
    total: dict[Any, Any]

    @property
    def day(self) -> pd.Timestamp:
        """The day on which the total ends."""
        return pd.Timestamp(self.total["day"])

    @property
    def is_near(self) -> bool:
        """Whether the total may stand for the day."""
        return abs(self.day - self.asked) <= NEAR


def added_between(figures: pd.DataFrame, first: date, last: date) -> pd.DataFrame:
    """Return what each running total added after one day, up to another. Columns: COLUMNS.

    One row per total of one claimant, measure, people, place and start, those that can be derived first.
    `from_day` and `to_day` are the days of the totals that were subtracted; a bound is absent where their
    hedges give none. Where no total is near, `derived` is False, there is no number, and `reading` says so.
    """
    totals = _one_a_day(running_totals(figures).assign(day=last_day_counted))
    series = totals.groupby(CHAINED, dropna=False, sort=False).ngroup()
    starts, ends = (_nearest(totals, series, pd.Timestamp(asked)) for asked in (first, last))
    rows = [
        {name: end.total[name] for name in CHAINED} | _added(totals[series == number], start, end)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]
    rows.sort(key=lambda row: (row["far"], row["claimant"], row["measure"]))
    return pd.DataFrame(rows, columns=COLUMNS).astype(TYPES)


def _one_a_day(totals: pd.DataFrame) -> pd.DataFrame:
    """Keep of each series and day the total that was published last, of those whose day is known."""
    dated = totals["published_precision"].isin([DatePrecision.DAY, DatePrecision.INFERRED_DAY])
    known = totals[totals["covers_until"].notna() | dated]
    ordered = known.sort_values(["day", "published_on"], kind="stable", na_position="first")
    return ordered.drop_duplicates([*CHAINED, "day"], keep="last", ignore_index=True)[NEEDED]


def _nearest(totals: pd.DataFrame, series: pd.Series, asked: pd.Timestamp) -> list[End]:
    """Return the total of each series that is nearest to a day; of two as near, the earlier."""
    away = (totals["day"] - asked).abs()
    nearest = totals.loc[away.groupby(series, sort=True).idxmin()] if len(totals) else totals
    return [End(asked, total) for total in nearest.to_dict("records")]


def _added(totals: pd.DataFrame, start: End, end: End) -> dict[str, Any]:
    """Subtract the total that stands for one day from the one that stands for the other."""
    far = [_say(NOT_NEAR, each) for each in (start, end) if not each.is_near]
    if far or start.day >= end.day:
        reading = "; ".join(far) or _say(ONE_TOTAL, end)
        return {"far": len(far) or 1, "derived": False, "is_soft": False, "reading": reading}
    added = difference(start.total, end.total)
    return added | {
        "far": 0,
        "from_day": start.day,
        "to_day": end.day,
        "derived": True,
        "reading": "; ".join(_read(totals, start, end, added["value"])),
        "figure_id": end.total["figure_id"],
        "previous_figure_id": start.total["figure_id"],
    }


def _read(totals: pd.DataFrame, start: End, end: End, value: Any) -> Iterator[str]:
    """Say what a reader must know of a difference."""
    yield from (_say(INSTEAD, each) for each in (start, end) if each.day != each.asked)
    inside = (totals["day"] > start.day) & (totals["day"] <= end.day)
    recounted = totals.loc[inside & find_recounts(totals), "day"]
    if value < 0:
        yield FELL
    elif len(recounted):
        yield RECOUNTED.format(days=", ".join(f"{day:%-d %B %Y}" for day in recounted))
    for total in (start.total, end.total):
        if total["date_precision"] in (DatePrecision.MONTH, DatePrecision.YEAR):
            yield VAGUE.format(figure=total["figure_id"], precision=total["date_precision"])
    if start.total["is_floor"] or end.total["is_floor"]:
        yield VERIFIED


def _say(sentence: str, end: End) -> str:
    return sentence.format(days=NEAR.days, asked=f"{end.asked:%-d %B %Y}", nearest=f"{end.day:%-d %B %Y}")
