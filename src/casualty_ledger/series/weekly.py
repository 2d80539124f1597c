"""The weekly table: what every running total adds from Sunday to Sunday, with the hedges of both ends."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.ledger.distinct import Distinct, number_distinct
from casualty_ledger.ledger.identity import COUNTED, open_minimums, running_totals
from casualty_ledger.parsing.weeks import Week
from casualty_ledger.series.totals import find_recounts
from casualty_ledger.series.weeks import last_day_counted
from casualty_ledger.vocabulary import Basis

# Running totals that begin on one day: what one adds to another is what happened between.
CHAINED = [*COUNTED, "covers_from"]
COLUMNS = ["week", *CHAINED, "lower", "value", "upper", "is_soft", "figure_id", "previous_figure_id"]
SUNDAY = 6
WEEK = np.timedelta64(7, "D")
CARRIED = [*CHAINED, "published_on", "lower", "value", "upper", "is_soft", "is_floor", "figure_id"]


def weekly_table(figures: pd.DataFrame) -> pd.DataFrame:
    """Return every weekly increment that can be derived. Columns: COLUMNS.

    Only totals of one claimant, measure, people and start are chained; parts and rival claimants are
    never. A week without a total on both its Sundays has no row.
    """
    sundays = last_day_counted(figures)
    wanted = _are_totals(figures) & ~figures["is_part"] & (sundays.dt.day_of_week == SUNDAY)
    totals, sunday = open_minimums(figures.loc[wanted, CARRIED]), sundays[wanted].to_numpy()
    series = number_distinct(totals[name] for name in CHAINED)
    published = totals["published_on"].to_numpy().view(np.int64)
    order = np.lexsort((published, sunday, series))
    series, sunday = series[order], sunday[order]
    # Of several totals for one Sunday, the last published stands.
    stands = np.flatnonzero((series[1:] != series[:-1]) | (sunday[1:] != sunday[:-1]))
    kept = np.append(stands, len(order) - 1) if len(order) else stands
    series, sunday = series[kept], sunday[kept]
    follows = np.flatnonzero((series[1:] == series[:-1]) & (sunday[1:] - sunday[:-1] == WEEK)) + 1
    before, after = (totals.take(order[kept[places]]) for places in (follows - 1, follows))
    return _increments(before, after, sunday[follows])


def increments_of(figures: pd.DataFrame) -> pd.DataFrame:
    """Return `weekly_table` of the totals that no relay seems to have garbled, with what to doubt in a week.

    More columns: `claimant_side`; `is_recount`, where a total fell within the week or is recorded as
    recounted, so that the difference is not what the week added; `is_restated`, where more than one total was
    stated for one of its two Sundays.
    """
    sound = figures[~is_doubtful(figures)]
    weeks = weekly_table(sound)
    totals = running_totals(sound).assign(counted_until=last_day_counted)
    totals = totals.assign(series=number_distinct(totals[name] for name in CHAINED))
    of_end = totals.set_index("figure_id")[["series", "claimant_side"]].loc[weeks["figure_id"]]
    series = of_end["series"].to_numpy()
    monday = pd.to_datetime(weeks["week"] + "-1", format="%G-W%V-%u")
    recounted, restated = _recounted(totals), _restated(totals)
    ends = [pd.MultiIndex.from_arrays([series, monday + pd.Timedelta(days=days)]) for days in (-1, 6)]
    return weeks.assign(
        claimant_side=of_end["claimant_side"].array,
        is_recount=pd.MultiIndex.from_arrays([series, monday]).isin(recounted),
        is_restated=ends[0].isin(restated) | ends[1].isin(restated),
    )


def _recounted(totals: pd.DataFrame) -> pd.MultiIndex:
    """Return the series and the Mondays of the weeks within which a total fell, or was recounted."""
    ordered = totals.sort_values(["counted_until", "published_on"], kind="stable", na_position="first")
    stand = ordered.drop_duplicates(["series", "counted_until"], keep="last")
    found = stand[find_recounts(stand, stand["series"])].dropna(subset=["counted_until"])
    mondays = found["counted_until"] - pd.to_timedelta(found["counted_until"].dt.day_of_week, unit="D")
    return pd.MultiIndex.from_arrays([found["series"], mondays])


def _restated(totals: pd.DataFrame) -> pd.Index:
    """Return the series and the days for which totals of more than one number were stated."""
    numbers = totals.groupby(["series", "covers_until"])["value"].nunique()
    return numbers.index[numbers > 1]


def fill_weeks(increments: pd.DataFrame, sundays: Iterable[pd.Timestamp], weeks: list[Week]) -> pd.DataFrame:
    """Give each of these weeks a row, from one series' increments and the days that have a total of it.

    More columns: `week_start`, a Monday; `derived`; and for a week that cannot be derived its `reason`.
    """
    known = set(sundays)
    wanted = pd.DataFrame(
        {
            "week": pd.Series([str(week) for week in weeks], dtype="str"),
            "week_start": pd.to_datetime([week.monday for week in weeks]),
            "reason": pd.Series([_say_gap(week, known) for week in weeks], dtype="str"),
        }
    )
    filled = wanted.merge(increments, on="week", how="left")
    derived = filled["figure_id"].notna()
    marks = {name: filled[name].eq(True) for name in ("is_soft", "is_recount", "is_restated")}
    return filled.assign(derived=derived, reason=filled["reason"].mask(derived, ""), **marks)


def _say_gap(week: Week, known: set[pd.Timestamp]) -> str:
    days = " and ".join(f"{day:%-d %B %Y}" for day in days_without_total(week, known))
    return f"no total recorded for {days}"


def days_without_total(week: Week, known: set[pd.Timestamp]) -> list[pd.Timestamp]:
    """Return those of a week's two ends of which no total is known."""
    ends = (pd.Timestamp(week.before().sunday), pd.Timestamp(week.sunday))
    return [day for day in ends if day not in known]


def _are_totals(rows: pd.DataFrame) -> pd.Series:
    return (rows["basis"] == Basis.CUMULATIVE) & rows["value"].notna()


def _increments(before: pd.DataFrame, after: pd.DataFrame, sunday: np.ndarray) -> pd.DataFrame:
    """Subtract totals of one Sunday from those of the next, each with the bounds that both allow."""
    week = Distinct.of(pd.Series(sunday)).each(lambda day: f"{day:%G-W%V}")
    numbers = {name: after[name].array - before[other].array for name, other in LESS.items()}
    table = after[CHAINED].assign(
        week=week.array,
        **numbers,
        is_soft=before["is_soft"].to_numpy() | after["is_soft"].to_numpy(),
        figure_id=after["figure_id"],
        previous_figure_id=before["figure_id"].array,
    )
    return table[COLUMNS].sort_values(["week", "figure_id"], kind="stable", ignore_index=True)


# The least that a total can add is its own lower bound less the other's upper bound, and the reverse.
LESS = {"lower": "upper", "value": "value", "upper": "lower"}
