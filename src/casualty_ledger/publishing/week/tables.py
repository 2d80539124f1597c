"""The tables behind a week's charts and sections: figures chosen and ordered, none of them added up."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.conflicts.model import Monitor
from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.ledger.identity import SUBJECT, everybody
from casualty_ledger.ledger.rows import Figure, rows_of
from casualty_ledger.publishing.week.edition import (
    CIVIL_HARM,
    MILITARY,
    Edition,
    captive,
    civil,
    military,
    once,
)
from casualty_ledger.series.prisoners import captures_and_stocks, is_event
from casualty_ledger.series.statements import running_tolls, standing
from casualty_ledger.series.totals import last_totals
from casualty_ledger.series.weeks import last_day_counted
from casualty_ledger.vocabulary import (
    CIVIL_POPULATIONS,
    Basis,
    Interest,
    Measure,
    Population,
    Verification,
)
from casualty_ledger.week.incidents import CAPTIVES

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
# People whom the table of incidents holds, and harm that no toll of an attack counts.
IN_INCIDENTS = (Population.CIVILIAN, Population.CHILDREN)
OTHER_HARM = (
    Measure.DIED_OF_HUNGER,
    Measure.DIED_OF_DISEASE,
    Measure.DIED_OF_HUNGER_OR_DISEASE,
    Measure.SEXUAL_VIOLENCE,
)


@once
def civil_in_week(edition: Edition) -> pd.DataFrame:
    """Return the figures of civilians in the week."""
    return civil(edition.in_week)


@once
def incidents(edition: Edition) -> pd.DataFrame:
    """Return the standing statements about civilian harm in the week, whole counts and children."""
    harm = civil_in_week(edition)
    harm = harm[harm["measure"].isin(CIVIL_HARM) & (harm["basis"] == Basis.PERIOD)]
    harm = harm[harm["population"].isin(IN_INCIDENTS)]
    stands = standing(harm[harm["claimant_kind"] != "compiled"])
    whole = stands[everybody(stands)]
    return whole.sort_values(["covers_from", "place", "claimant"], kind="stable", ignore_index=True)


def harm_told(edition: Edition) -> pd.DataFrame:
    """Return all that is recorded of harm for days of the week, soldiers and prisoners apart."""
    told = edition.in_week
    harm = told["measure"].isin(CIVIL_HARM) & ~told["population"].isin([*MILITARY, *CAPTIVES])
    return told[harm].reset_index(drop=True)


def told_apart(edition: Edition) -> pd.DataFrame:
    """Return whom no table of incidents holds: women, men, people by their work, other harm in the week."""
    told = edition.in_week
    people = told["population"].isin([*CIVIL_POPULATIONS, Population.UNSTATED])
    named = ~(everybody(told) & told["population"].isin([*IN_INCIDENTS, Population.UNSTATED]))
    apart = (told["measure"].isin(CIVIL_HARM) & named) | told["measure"].isin(OTHER_HARM)
    periods = people & apart & (told["basis"] != Basis.CUMULATIVE)
    return standing(told[periods & (told["claimant_kind"] != "compiled")])


def military_told(edition: Edition) -> pd.DataFrame:
    """Return all that is recorded of soldiers for days of the week, or of longer periods that touch it."""
    return military(pd.concat([edition.in_week, edition.context]))


def compiled_sums(edition: Edition) -> pd.DataFrame:
    """Return the sums that media made of several officials' reports in the week."""
    harm = civil_in_week(edition)
    return harm[harm["claimant_kind"] == "compiled"].reset_index(drop=True)


@once
def longest_running_toll(edition: Edition) -> pd.DataFrame:
    """Return the statements of the toll that one claimant restated most often in the week."""
    tolls = running_tolls(civil_in_week(edition))
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
def verified_periods(edition: Edition) -> pd.DataFrame:
    """Return verified counts of whole periods that came out in the week, the latest period last."""
    told = civil(edition.published)
    chosen = (
        (told["verification"] == Verification.INDIVIDUALLY_VERIFIED)
        & (told["basis"] == Basis.PERIOD)
        & told["measure"].isin([Measure.KILLED, Measure.INJURED])
        & (told["population"] == Population.CIVILIAN)
        & everybody(told)
        & ~told["is_part"]
        & told["value"].notna()
    )
    ordered = told[chosen].sort_values(["covers_until", "covers_from"], kind="stable")
    return ordered.reset_index(drop=True)


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
        & (figures["population"] == Population.CIVILIAN)
        & figures["measure"].isin([Measure.KILLED, Measure.INJURED])
        & (figures["basis"] == Basis.CUMULATIVE)
        & (figures["place"] == monitor.place)
        & everybody(figures)
        & ~figures["is_part"]
        & (figures["published_on"] <= end)
    ].assign(counted_until=last_day_counted)
    ordered = chosen.sort_values(["counted_until", "published_on"], kind="stable")
    return ordered.drop_duplicates(["measure", "counted_until"], keep="last", ignore_index=True)


def latest_verified(edition: Edition, measure: str) -> pd.DataFrame:
    """Return the last verified total of one measure, after the one that it fell from, if any.

    A running total can fall only by a revision: then both are returned, the earlier one first. One without
    a number is the last only where there is no other.
    """
    totals = verified_totals(edition)
    totals = totals[(totals["measure"] == measure) & ~is_doubtful(totals)]
    stated = totals[totals["value"].notna()]
    last = (stated if len(stated) else totals).tail(2)
    fell = len(stated) > 1 and last["value"].iloc[1] < last["value"].iloc[0]
    return last if fell else last.tail(1)


@once
def military_statements(edition: Edition) -> pd.DataFrame:
    """Return what was said about military losses in the week, with `relation`: said by whom of whom.

    Of a running total only the last in the week is kept.
    """
    said = pd.concat([military(edition.in_week), military(edition.context)])
    said = said[said["measure"].isin(MILITARY_MEASURES)]
    totals = last_totals(said).drop(columns="counted_until")
    others = standing(said[said["basis"] != Basis.CUMULATIVE])
    kept = pd.concat([totals, others[totals.columns]], ignore_index=True)
    kept = kept.assign(relation=pd.Series(map(_relation, rows_of(kept)), dtype="str"))
    order = {relation: rank for rank, relation in enumerate((*RELATIONS, A_SIDE))}
    ranked = kept.assign(rank=kept["relation"].map(order))
    ranked = ranked.sort_values(["party", "rank", "covers_from"], kind="stable", ignore_index=True)
    return ranked.drop(columns="rank")


def _relation(figure: Figure) -> str:
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
