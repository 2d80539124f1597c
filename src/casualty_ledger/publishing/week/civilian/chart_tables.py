"""The tables behind the charts of civilian harm."""

from __future__ import annotations

import re
from typing import cast

import pandas as pd

from casualty_ledger.ledger.identity import SUBJECT, everybody
from casualty_ledger.ledger.rows import figures_of, rows_of
from casualty_ledger.parsing.weeks import Week
from casualty_ledger.publishing.week.chart_columns import VERIFIED_LATER, is_provisional, said_of
from casualty_ledger.publishing.week.civilian.tables import civil_in_week, longest_running_toll, monitor_of
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.statements import has_a_place, order_statements, standing
from casualty_ledger.series.telling import order_by_telling
from casualty_ledger.vocabulary import Basis, Hedge, Measure, Population, Verification
from casualty_ledger.week.tolls import said_as_usual, size_of
from casualty_ledger.wording.counts import HEDGE_WORDS
from casualty_ledger.wording.labels import label_count, label_where_and_when
from casualty_ledger.wording.language import SHORT_DAY, phrase, translate, write_day

HARM = (Measure.KILLED, Measure.INJURED)
MONTH, WEEK = pd.Timedelta(days=31), pd.Timedelta(days=7)
MOST_MARKS = 20
# What a cell has no room for, as a sign.
SIGNS = {Hedge.AT_LEAST: "≥ ", Hedge.MORE_THAN: "> ", Hedge.ABOUT: "~ "}
# What the brackets behind a name hold where they list or number parts of it.
SEVERAL = re.compile(r", | and |^\d")
MONTH_AND_YEAR = "LLL y"


def harm_figures(edition: Edition, first: Week) -> pd.DataFrame:
    """Return counts of civilians killed or injured in the weeks shown, with `checked`.

    `verified` are a monitor's counts of up to a month that touch the weeks; `reported` those of others,
    of single places, within a week: the statement of each claimant that stands.
    """
    harm = _harm(edition, first)
    checked = harm["verification"] == Verification.INDIVIDUALLY_VERIFIED
    verified = _verified(harm[checked], edition)
    reported = _reported(harm[~checked & (harm["claimant_kind"] != "compiled")], edition)
    found = [verified.assign(checked="verified"), reported.assign(checked="reported")]
    return pd.concat([one for one in found if len(one)] or [harm.iloc[:0]], ignore_index=True)


def most_verified_at_a_place(edition: Edition, first: Week) -> int:
    """Return the highest verified number of killed at one place in the weeks shown; none is drawn."""
    harm = _harm(edition, first)
    checked = harm["verification"] == Verification.INDIVIDUALLY_VERIFIED
    killed = harm[checked & (harm["measure"] == Measure.KILLED)]
    return max(map(size_of, figures_of(_at_places(killed, edition))), default=0)


def _harm(edition: Edition, first: Week) -> pd.DataFrame:
    return edition.figures[
        (edition.figures["population"] == Population.CIVILIAN)
        & edition.figures["measure"].isin(HARM)
        & (edition.figures["basis"] == Basis.PERIOD)
        & ~edition.figures["is_part"]
        & everybody(edition.figures)
        & edition.figures["covers_from"].notna()
        & edition.figures["covers_until"].between(
            pd.Timestamp(first.monday), pd.Timestamp(edition.week.sunday) + MONTH
        )
    ]


def _verified(harm: pd.DataFrame, edition: Edition) -> pd.DataFrame:
    """Keep the last number of each period, and no period that lies inside another one."""
    monitor = monitor_of(edition)
    if monitor is None:
        return harm.iloc[:0]
    days = harm["covers_until"] - harm["covers_from"]
    within = harm["covers_from"] <= pd.Timestamp(edition.week.sunday)
    own = (harm["claimant"] == monitor.claimant) & (harm["place"] == monitor.place)
    months = harm[(days < MONTH) & within & own & harm["value"].notna()]
    ordered = months.sort_values(["published_on", "value"], kind="stable", na_position="last")
    ordered = ordered.sort_values("covers_until", kind="stable")
    return ordered.drop_duplicates(["measure", "covers_from"], keep="last")


def _reported(harm: pd.DataFrame, edition: Edition) -> pd.DataFrame:
    local = _at_places(harm, edition)
    return _highest_of_weeks(standing(local)) if len(local) else local


def _at_places(harm: pd.DataFrame, edition: Edition) -> pd.DataFrame:
    """Return the counts of one week, up to the edition's, that are of one place: no country, no list."""
    monday = harm["covers_until"] - pd.to_timedelta(harm["covers_until"].dt.day_of_week, unit="D")
    inside = (harm["covers_from"] >= monday) & (harm["covers_until"] <= pd.Timestamp(edition.week.sunday))
    everywhere = harm["place"].map(_without_list).map(edition.conflict.is_everywhere)
    return harm[inside & ~everywhere.astype(bool)]


def _without_list(place: str) -> str:
    """Return the name of a place without those of its parts that are counted together.

    >>> _without_list("Norway (Oslo, Bergen and Narvik)"), _without_list("Oslo (port)")
    ('Norway', 'Oslo (port)')
    """
    whole, _, parts = place.partition(" (")
    return whole if SEVERAL.search(parts) else place


def _highest_of_weeks(told: pd.DataFrame) -> pd.DataFrame:
    """Keep of each week and measure the highest reports, as many as an eye tells apart."""
    monday = told["covers_until"] - pd.to_timedelta(told["covers_until"].dt.day_of_week, unit="D")
    size = told["value"].fillna(told["upper"]).fillna(told["lower"])
    ranks = size.groupby([monday, told["measure"]]).rank(method="first", ascending=False)
    return told[~(ranks > MOST_MARKS)].reset_index(drop=True)


def tabulate_harm(edition: Edition, figures: pd.DataFrame, first: Week) -> pd.DataFrame:
    """Return the chart's table: a row per number, and an empty one per week without a report."""
    monday, last = pd.Timestamp(first.monday), pd.Timestamp(edition.week.monday)
    starts = figures["covers_until"] - pd.to_timedelta(figures["covers_until"].dt.day_of_week, unit="D")
    table = said_of(
        figures,
        measure=figures["measure"],
        checked=figures["checked"],
        week_start=starts.clip(monday, last),
        first_day=figures["covers_from"],
        last_day=figures["covers_until"],
        where=[label_where_and_when(row) for row in figures_of(figures)],
        provisional=is_provisional(edition, figures["covers_until"])
        | (
            is_provisional(edition, figures["covers_until"], VERIFIED_LATER)
            & (figures["checked"] == "verified")
        ),
    )
    table = table.assign(labelled=_largest_of_week(table) | (table["checked"] == "verified"))
    return pd.concat([table, _gaps(edition, table, monday)], ignore_index=True)


def _largest_of_week(table: pd.DataFrame) -> pd.Series:
    """Say which row of each week and panel has its highest number, as most of those say it that have it."""
    weeks = table.groupby(["checked", "measure", "week_start"], sort=False).indices.values()
    labelled = pd.Series(False, table.index)
    for rows in (rows_of(table.iloc[places].assign(at=places)) for places in weeks):
        highest = max(map(size_of, rows))
        labelled.iloc[said_as_usual(rows, highest)["at"]] = True
    return labelled


def _gaps(edition: Edition, table: pd.DataFrame, monday: pd.Timestamp) -> pd.DataFrame:
    weeks = pd.date_range(monday, pd.Timestamp(edition.week.monday), freq="7D")
    reported = table[table["checked"] == "reported"]
    told = set(zip(reported["measure"], reported["week_start"], strict=True))
    every = pd.MultiIndex.from_product([map(str, HARM), weeks], names=["measure", "week_start"])
    # Chosen from all weeks, so that the days stay days where no week is a gap.
    rows = every[~every.isin(told)].to_frame(index=False)
    empty = pd.array([pd.NA] * len(rows), dtype="Int64")
    return rows.assign(
        claimant="",
        claimant_side="unstated",
        value=empty,
        lower=empty,
        upper=empty,
        is_soft=False,
        figure_id="",
        words="",
        checked="reported",
        first_day=rows["week_start"],
        last_day=rows["week_start"] + WEEK - pd.Timedelta(days=1),
        where=translate("none recorded in this ledger"),
        provisional=False,
        labelled=False,
    )


def tolls_of_incident(edition: Edition) -> pd.DataFrame:
    """Return every claimant's statements of the toll that one of them restated most often in the week."""
    longest = longest_running_toll(edition)
    if longest.empty:
        return longest
    first = longest.iloc[0]
    told = civil_in_week(edition)
    for column in SUBJECT:
        told = told[told[column].eq(first[column]) | (told[column].isna() & pd.isna(first[column]))]
    stated = told[told["value"].notna() & ~told["is_part"]]
    return order_by_telling(order_statements(stated[has_a_place(stated)]))


def dated_revisions(found: pd.DataFrame) -> pd.DataFrame:
    """Keep publications with a known day, of months that were stated on two such days or more."""
    dated = found[found["vintage_day"].notna()]
    return dated[dated.groupby("month")["vintage"].transform("size") > 1].reset_index(drop=True)


def tabulate_triangle(found: pd.DataFrame) -> pd.DataFrame:
    """Return the chart's table of a revision triangle, its columns numbered without holes."""
    days = found["vintage_day"]
    return found.assign(
        vintage=found["vintage"].rank(method="dense").astype(int) - 1,
        words=[_short(row) for row in figures_of(found)],
        month_label=[write_day(month, MONTH_AND_YEAR) for month in found["month"]],
        vintage_label=[_short_day(day) for day in days],
    ).drop(columns="hedge")


def _short(row: ReportedFigure) -> str:
    """Say a count short enough for a cell, its hedge as a sign; that all are minimums stands beside them."""
    bare = {"lower": None, "upper": None, "interval_kind": "logical", "basis": "period", "is_floor": False}
    said = label_count(cast(ReportedFigure, {**row, **bare}))
    for hedge, sign in SIGNS.items():
        said = said.replace(phrase(HEDGE_WORDS[hedge], value=""), sign)
    return said


def _short_day(day: pd.Timestamp) -> str:
    return translate("day not\nknown") if pd.isna(day) else f"{write_day(day, SHORT_DAY)}\n{day:%Y}"
