"""Answers: the tables that a selection gives, each with its claimants, figures and addresses."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from casualty_ledger.explore.attribution import join_attribution
from casualty_ledger.explore.spans import Span
from casualty_ledger.ledger.distinct import firsts_of, number_distinct
from casualty_ledger.ledger.identity import SUBJECT, open_minimums, running_totals, whole
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.parsing.weeks import parse_week
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.between import added_between
from casualty_ledger.series.disagreements import measure_strength
from casualty_ledger.series.revisions import find_revisions
from casualty_ledger.series.statements import standing
from casualty_ledger.series.totals import last_totals
from casualty_ledger.series.weekly import CHAINED, fill_weeks, increments_of
from casualty_ledger.series.weeks import last_day_counted
from casualty_ledger.vocabulary import Basis
from casualty_ledger.wording.counted import label_counted
from casualty_ledger.wording.labels import label_count, label_days, label_number

DAYS = ["covers_from", "covers_until"]
AGREE, ALONE, OTHER_DAYS = "agree", "one claimant", "other days"
TOTAL = str(Basis.CUMULATIVE)
BETWEEN = ["claimant", "added", "ends", "from_day", "to_day", "lower", "value", "upper", "derived", "reading"]
WEEKLY = ["week", "claimant", "added", "lower", "value", "upper", "derived", "reason"]
COMPARED = [
    "thing",
    "compares",
    "claimant",
    "claimant_side",
    "said",
    "lower",
    "value",
    "upper",
    "is_floor",
    *DAYS,
    "published_on",
    "publishers",
    "verification",
    "caveats",
    "figure_id",
    "address",
]

STATED = ["measure", "population", "party", "place", *COMPARED[2:]]
MONTHLY = ["month", *STATED]


def list_months(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the standing statements about whole months, each of everybody counted. Columns: MONTHLY.

    Where only a part was chosen, such as children, they are of that part.
    """
    months = figures["covers_from"].dt.to_period("M")
    ends = figures["covers_until"] == months.dt.end_time.dt.normalize()
    monthly = ends & figures["covers_from"].dt.is_month_start & (figures["basis"] == Basis.PERIOD)
    asked = monthly & whole(figures)
    stated = figures.assign(month=months.astype("str"))[asked if asked.any() else monthly]
    stands = open_minimums(standing(stated))
    return stands[MONTHLY].sort_values(["month", "measure"], kind="stable", ignore_index=True)


def compare_claimants(figures: pd.DataFrame) -> pd.DataFrame:
    """Return what each claimant says of each thing: the statement that stands, or its last running total.

    `thing` names place, days, people and measure; `compares` says whether those who speak of it agree.
    Nothing is added up or averaged. Columns: COMPARED.
    """
    total = figures["basis"] == Basis.CUMULATIVE
    totals = last_totals(figures)[figures.columns]
    said = pd.concat([standing(figures[~total])[figures.columns], totals], ignore_index=True)
    if said.empty:
        return pd.DataFrame(columns=COMPARED)
    thing = number_distinct(_thing_keys(said))
    named = [_name_thing(row) for row in figures_of(said.iloc[firsts_of(thing)])]
    of_one = said.groupby(thing, sort=False)
    last = of_one["covers_until"].transform("max")
    table = said.assign(thing=[named[each] for each in thing], compares=_relate(said, thing), last=last)
    alone = (table["compares"] == ALONE).to_numpy()
    table = table.assign(alone=alone, number=thing)
    order = ["alone", "last", "thing", "number", "claimant", "published_on"]
    return open_minimums(table).sort_values(order, kind="stable", ignore_index=True)[COMPARED]


def _thing_keys(said: pd.DataFrame) -> list[pd.Series]:
    """Key statements by subject; running totals are about one thing whatever their last day."""
    total = said["basis"] == Basis.CUMULATIVE
    return [said[column].mask(total) if column in DAYS else said[column] for column in SUBJECT]


def _name_thing(first: ReportedFigure) -> str:
    days = label_days(first["covers_from"], first["covers_until"])
    when = "running total" if first["basis"] == Basis.CUMULATIVE else days
    what = label_counted(first)
    return ", ".join(part for part in (what, str(first["place"]), when) if part)


def _relate(said: pd.DataFrame, thing: np.ndarray) -> pd.Series:
    """Say of each statement how those of its thing compare; only a few things have several claimants."""
    relations = pd.Series(ALONE, index=said.index, dtype="str")
    claimants = said.groupby(thing, sort=False)["claimant"].transform("nunique")
    for _, told in said[claimants > 1].groupby(thing[claimants > 1], sort=False):
        relations[told.index] = _relate_claimants(told)
    return relations


def _relate_claimants(told: pd.DataFrame) -> str:
    if told["covers_until"].nunique(dropna=False) > 1:
        return OTHER_DAYS
    bounds = told[["lower", "value", "upper"]].drop_duplicates()
    return AGREE if len(bounds) == 1 else str(measure_strength(told))


def list_weekly(figures: pd.DataFrame, span: Span | None) -> pd.DataFrame:
    """Return what each running total adds from Sunday to Sunday, every week of the span.

    Where no span is given the weeks run from the first that can be derived to the last. A week without
    a total on both its Sundays is there, with `derived` False, no number, and the reason.
    """
    table = increments_of(figures)
    if span is not None:
        table = table[table["week"].isin([str(week) for week in span.weeks()])]
    grouped = table.groupby(CHAINED, dropna=False, sort=False)
    sets = [_fill_weeks(of_one, figures, span) for _, of_one in grouped]
    whole = pd.concat(sets, ignore_index=True) if sets else fill_weeks(table, (), [])
    added = [_say_added(row) for row in whole.to_dict("records")]
    named = join_attribution(whole.assign(added=pd.Series(added, dtype="str")), figures).drop(columns="said")
    return named[[*WEEKLY, *(column for column in named.columns if column not in WEEKLY)]]


def _fill_weeks(of_one: pd.DataFrame, figures: pd.DataFrame, span: Span | None) -> pd.DataFrame:
    """Give every week of the span a row, or every week of one series from its first to its last."""
    first, last = parse_week(of_one["week"].min()), parse_week(of_one["week"].max())
    same = [*CHAINED, "claimant_side"]
    totals = running_totals(figures).merge(of_one[CHAINED].head(1), on=CHAINED)
    weeks = span.weeks() if span is not None else first.until(last)
    filled = fill_weeks(of_one, last_day_counted(totals), weeks)
    filled[same] = of_one[same].iloc[[0] * len(filled)].to_numpy()
    return filled.astype({"covers_from": of_one["covers_from"].dtype})


def list_between(figures: pd.DataFrame, first: date, last: date) -> pd.DataFrame:
    """Return what each running total adds from one day to another (see `added_between`), said in words.

    `ends` is what was said at both: "about 209,940 less about 206,600".
    """
    table = added_between(figures, first, last)
    rows = table.to_dict("records")
    words = {row["figure_id"]: label_count(row) for row in figures_of(figures) if row["basis"] == TOTAL}
    ends = [
        f"{words[row['figure_id']]} less {words[row['previous_figure_id']]}" if row["derived"] else ""
        for row in rows
    ]
    said = {"added": [_say_added(row) for row in rows], "ends": ends}
    told = table.assign(**{name: pd.Series(each, dtype="str") for name, each in said.items()})
    named = join_attribution(told, figures).drop(columns="said")
    return named[[*BETWEEN, *(column for column in named.columns if column not in BETWEEN)]]


def _say_added(row: dict[Any, Any]) -> str:
    """Say what was added with its bounds; the difference of two minimums has none."""
    if not row["derived"]:
        return "not derivable"
    lower, value, upper = (row[name] for name in ("lower", "value", "upper"))
    fell = value < 0
    if fell:
        lower, value, upper = (-number if pd.notna(number) else pd.NA for number in (upper, value, lower))
    said, bounds = label_number(value), _say_limits(lower, value, upper)
    if _is_outside(lower, value, upper):
        said, bounds = bounds, ""  # "More than 100" begins at 101: the number itself is outside.
    return f"{'fell by ' if fell else ''}{said}{f' ({bounds})' if bounds else ''}"


def _is_outside(lower: Any, value: Any, upper: Any) -> bool:
    return bool(pd.notna(lower) and value < lower) or bool(pd.notna(upper) and value > upper)


def _say_limits(lower: Any, value: Any, upper: Any) -> str:
    """Say between what bounds a difference lies; nothing where it is exact.

    >>> _say_limits(40, 50, pd.NA), _say_limits(pd.NA, 50, pd.NA), _say_limits(50, 50, 50)
    ('at least 40', 'no bound follows', '')
    """
    if pd.isna(lower) and pd.isna(upper):
        return "no bound follows"
    if pd.isna(upper):
        return f"at least {label_number(lower)}"
    if pd.isna(lower):
        return f"at most {label_number(upper)}"
    return "" if lower == value == upper else f"{label_number(lower)} to {label_number(upper)}"


def list_revisions(figures: pd.DataFrame) -> pd.DataFrame:
    """Return what each claimant said of one thing at different times, in order (see `find_revisions`)."""
    return join_attribution(find_revisions(figures), figures)


def keep_touching(disagreements: pd.DataFrame, chosen: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Return the disagreements in which a chosen figure takes part, whole, with their attribution."""
    inside = disagreements["figure_id"].isin(chosen["figure_id"])
    touched = disagreements[disagreements["disagreement"].isin(disagreements.loc[inside, "disagreement"])]
    return join_attribution(touched.reset_index(drop=True), figures)
