"""The tables behind a week's charts and sections: figures chosen and ordered, none of them added up."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.labels import label_day
from casualty_ledger.conflicts.model import Followed, Monitor
from casualty_ledger.ledger.identity import COUNTED, SUBJECT
from casualty_ledger.parsing.weeks import Week
from casualty_ledger.publishing.week.edition import (
    CIVIL_HARM,
    Edition,
    captive,
    civil,
    military,
    once,
)
from casualty_ledger.series.prisoners import captures_and_stocks, is_event
from casualty_ledger.series.statements import running_tolls, standing
from casualty_ledger.series.totals import totals_of, weekly_increments
from casualty_ledger.series.weeks import last_day_counted
from casualty_ledger.vocabulary import Basis, Interest, Measure, Verification

RELATIONS = (
    "the side itself",
    "the other side",
    "counted by name or case",
    "third parties",
)
# Of people of several sides, or of whom nobody says whose they are.
A_SIDE = "a side of the conflict"
MILITARY_MEASURES = (
    Measure.KILLED,
    Measure.INJURED,
    Measure.CASUALTIES,
    Measure.LOSSES,
    Measure.IRRECOVERABLE,
    Measure.MISSING,
    Measure.NAMED_DEAD,
    Measure.REMAINS_REPATRIATED,
)
USUAL_WEEKS, USUAL_TIMES = 4, 3


@once
def incidents(edition: Edition) -> pd.DataFrame:
    """Return the standing statements about civilian harm in the week, whole counts and children."""
    harm = civil(edition.in_week)
    harm = harm[harm["measure"].isin(CIVIL_HARM) & (harm["basis"] == Basis.PERIOD)]
    stands = standing(harm[harm["claimant_kind"] != "compiled"])
    whole = (stands["subgroup"] == "") & (stands["sex"] == "")
    return stands[whole].sort_values(["covers_from", "place", "claimant"], kind="stable", ignore_index=True)


def compiled_sums(edition: Edition) -> pd.DataFrame:
    """Return the sums that media made of several officials' reports in the week."""
    harm = civil(edition.in_week)
    return harm[harm["claimant_kind"] == "compiled"].reset_index(drop=True)


@once
def longest_running_toll(edition: Edition) -> pd.DataFrame:
    """Return the statements of the toll that one claimant restated most often in the week."""
    tolls = running_tolls(civil(edition.in_week))
    tolls = tolls[(tolls["basis"] == Basis.PERIOD) & ~tolls["is_part"] & tolls["value"].notna()]
    if tolls.empty:
        return tolls
    grouped = tolls.groupby(["claimant", *SUBJECT], dropna=False, sort=False)["value"]
    restated = grouped.transform("nunique")
    if restated.max() < 2:
        return tolls.iloc[:0]
    longest = tolls[restated == restated.max()].iloc[0]
    same = tolls["series_id"] == longest["series_id"]
    same &= tolls["covers_from"] == longest["covers_from"]
    return tolls[same].reset_index(drop=True)


def monitor_of(edition: Edition) -> Monitor | None:
    """Return the body whose verified counts open the report, if the conflict has one."""
    return next(iter(edition.conflict.file.monitors), None)


@once
def verified_totals(edition: Edition) -> pd.DataFrame:
    """Return the totals of civilians killed and injured that the first monitor verified, up to the week.

    A total without a stated last day counts for its day of publication.
    """
    figures = edition.figures
    end = pd.Timestamp(edition.week.brief_day)
    monitor = monitor_of(edition)
    if monitor is None:
        return figures.iloc[:0].assign(counted_until=pd.Series(dtype="datetime64[ns]"))
    chosen = figures[
        (figures["claimant"] == monitor.claimant)
        & (figures["verification"] == Verification.INDIVIDUALLY_VERIFIED)
        & (figures["population"] == "civilian")
        & figures["measure"].isin([Measure.KILLED, Measure.INJURED])
        & (figures["basis"] == Basis.CUMULATIVE)
        & (figures["place"] == monitor.place)
        & (figures["sex"] == "")
        & ~figures["is_part"]
        & (figures["published_on"] <= end)
    ].assign(counted_until=last_day_counted)
    ordered = chosen.sort_values(["counted_until", "published_on"], kind="stable")
    return ordered.drop_duplicates(["measure", "counted_until"], keep="last", ignore_index=True)


def latest_verified(edition: Edition, measure: str) -> pd.Series | None:
    """Return the last verified total of one measure that was published up to the brief, if any."""
    totals = verified_totals(edition)
    of_measure = totals[totals["measure"] == measure]
    return None if of_measure.empty else of_measure.sort_values(["counted_until", "published_on"]).iloc[-1]


def running_totals(figures: pd.DataFrame) -> pd.DataFrame:
    """Return running totals, the last of each claimant's, and every number said for that day."""
    totals = figures[figures["basis"] == Basis.CUMULATIVE].assign(counted_until=last_day_counted)
    scope = [*COUNTED]
    latest = totals.groupby(scope, sort=False)["counted_until"].transform("max")
    last = totals[totals["counted_until"] == latest]
    once = last.drop_duplicates([*scope, "value", "hedge"])
    return once.sort_values(
        ["party", "measure", "population", "place", "claimant"], kind="stable", ignore_index=True
    )


def followed_increments(edition: Edition, series: Followed, first: Week) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the weekly increments of a total that people follow, up to the week, and the totals."""
    totals = totals_of(edition.figures, series.claimant, series.measure, series.party)
    return weekly_increments(totals, first, edition.week), totals


@once
def military_statements(edition: Edition) -> pd.DataFrame:
    """Return what was said about military losses in the week, with `relation`: said by whom of whom.

    Of a running total only the last in the week is kept.
    """
    said = pd.concat([military(edition.in_week), military(edition.context)])
    said = said[said["measure"].isin(MILITARY_MEASURES)]
    totals = running_totals(said).drop(columns="counted_until")
    others = standing(said[said["basis"] != Basis.CUMULATIVE])
    kept = pd.concat([totals, others[totals.columns]], ignore_index=True)
    kept = kept.assign(relation=kept.apply(_relation, axis=1) if len(kept) else "")
    order = {relation: rank for rank, relation in enumerate((*RELATIONS, A_SIDE))}
    ranked = kept.assign(rank=kept["relation"].map(order))
    ranked = ranked.sort_values(["party", "rank", "covers_from"], kind="stable", ignore_index=True)
    return ranked.drop(columns="rank")


def _relation(figure: pd.Series) -> str:
    if figure["verification"] == Verification.INDIVIDUALLY_VERIFIED:
        return RELATIONS[2]
    if figure["verification"] == Verification.BELLIGERENT_OTHER:
        return A_SIDE
    if figure["interest"] == Interest.OWN_LOSS:
        return RELATIONS[0]
    return RELATIONS[1] if figure["interest"] == Interest.ENEMY_LOSS else RELATIONS[3]


@once
def captivity_statements(edition: Edition) -> pd.DataFrame:
    """Return who says how many were taken or are held in the week, each by itself."""
    return captures_and_stocks(captive(edition.in_week))


@once
def exchanges_in_week(edition: Edition) -> pd.DataFrame:
    """Return what was said about returns of prisoners in the week, plans left out."""
    returned = captive(edition.in_week)
    chosen = returned["measure"].isin([Measure.EXCHANGED, Measure.RELEASED_OTHERWISE])
    chosen &= returned["basis"] == Basis.PERIOD
    return returned[chosen & is_event(returned)].reset_index(drop=True)


def silent_claimants(edition: Edition) -> list[str]:
    """Name who published in three of the four weeks before and did not in this one.

    One who published again between the week's end and the vintage is named with that day.
    """
    figures = edition.figures.dropna(subset=["published_on"])
    age = (pd.Timestamp(edition.week.monday) - figures["published_on"]).dt.days
    weeks_ago = (age + 6) // 7
    before = figures[weeks_ago.between(1, USUAL_WEEKS)]
    times = weeks_ago[before.index].groupby(before["claimant"]).nunique()
    now = set(figures.loc[weeks_ago == 0, "claimant"]) | set(edition.in_week["claimant"])
    silent = sorted(set(times[times >= USUAL_TIMES].index) - now)
    after = figures[weeks_ago < 0].groupby("claimant")["published_on"].min()
    return [f"{who} (published again on {label_day(after[who])})" if who in after else who for who in silent]
