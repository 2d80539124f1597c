"""What was said of civilians in a week: figures chosen and ordered, none of them added up."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.conflicts.model import Monitor
from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.ledger.identity import SUBJECT, everybody
from casualty_ledger.publishing.week.edition import MILITARY, Edition, civil, once
from casualty_ledger.series.statements import running_tolls, standing
from casualty_ledger.series.totals import is_of_earlier_report
from casualty_ledger.series.weeks import IN_WEEK, last_day_counted
from casualty_ledger.vocabulary import (
    CIVIL_POPULATIONS,
    HARM_MEASURES,
    Basis,
    Measure,
    Population,
    Verification,
)
from casualty_ledger.week.incidents import CAPTIVES

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
def incident_statements(edition: Edition) -> pd.DataFrame:
    """Return the standing statements about civilian harm in the week, whole counts and children."""
    harm = civil_in_week(edition)
    harm = harm[harm["measure"].isin(HARM_MEASURES) & (harm["basis"] == Basis.PERIOD)]
    harm = harm[harm["population"].isin(IN_INCIDENTS)]
    stands = standing(harm[harm["claimant_kind"] != "compiled"])
    whole = stands[everybody(stands)]
    return whole.sort_values(["covers_from", "place", "claimant"], kind="stable", ignore_index=True)


def harm_told(edition: Edition) -> pd.DataFrame:
    """Return all that is recorded of harm for days of the week, soldiers and prisoners apart."""
    told = edition.in_week
    harm = told["measure"].isin(HARM_MEASURES) & ~told["population"].isin([*MILITARY, *CAPTIVES])
    return told[harm].reset_index(drop=True)


def told_apart(edition: Edition) -> pd.DataFrame:
    """Return whom no table of incidents holds: women, men, people by their work, other harm in the week."""
    told = edition.in_week
    people = told["population"].isin([*CIVIL_POPULATIONS, Population.UNSTATED])
    named = ~(everybody(told) & told["population"].isin([*IN_INCIDENTS, Population.UNSTATED]))
    apart = (told["measure"].isin(HARM_MEASURES) & named) | told["measure"].isin(OTHER_HARM)
    periods = people & apart & (told["basis"] != Basis.CUMULATIVE)
    return standing(told[periods & (told["claimant_kind"] != "compiled")])


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

    A total without a stated last day counts for its day of publication. One that ends in the week is of it
    whenever it came out, here as in the table of running totals.
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
        & ~is_of_earlier_report(figures)
        & ((figures["published_on"] <= end) | (figures["kind"] == IN_WEEK))
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
