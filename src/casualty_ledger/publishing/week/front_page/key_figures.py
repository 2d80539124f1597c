"""The key figures: at most four numbers, each with what it was before, its age, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import pandas as pd

from casualty_ledger.conflicts.model import Followed
from casualty_ledger.ledger.rows import figures_of, rows_by
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.parsing.weeks import Week
from casualty_ledger.publishing.document import KeyFigure, KeyFigures
from casualty_ledger.publishing.week.chart_columns import known_day
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.losses.followed import DIFFERENCE, followed_increments, name_counted
from casualty_ledger.publishing.week.losses.tables import military_statements
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Verdict
from casualty_ledger.week.badges import badge_of
from casualty_ledger.week.incidents import Incident
from casualty_ledger.week.months import Month
from casualty_ledger.week.tolls import size_of
from casualty_ledger.wording.labels import label_day, label_minimum, label_number, label_short_days
from casualty_ledger.wording.sentences import counts_of, join
from casualty_ledger.wording.tolls import at_spot, range_of
from casualty_ledger.wording.traced_text import Sentence, Span, counted, words

MOST = 4
WEEKS_OF_A_TREND = 12
NOTHING = Sentence(())
NO_FIGURE = "no figure recorded"


def compose_key_figures(edition: Edition) -> KeyFigures:
    """Compose the key figures of a week: those of which it holds anything."""
    found = [_of_month(edition), _of_incident(edition), *_of_losses(edition), _of_returns(edition)]
    return KeyFigures(tuple(figure for figure in found if figure is not None)[:MOST])


def _age(edition: Edition, day: pd.Timestamp, said: str) -> Sentence:
    """Say how many days lie between the last day counted and the day of the brief."""
    days = (known_day(edition) - day).days
    if pd.isna(day) or days < 0:
        return words(said)
    noun = "day" if days == 1 else "days"
    return (
        words(f"{said}, ")
        + counted(days, "days from the last day counted to this brief")
        + words(f" {noun} old")
    )


def _of_month(edition: Edition) -> KeyFigure | None:
    """Return the civilians killed in the last month that the monitor verified."""
    months = [month for month in edition.facts.months if month.killed is not None]
    if not months:
        return None
    last = months[-1]
    killed = last.killed
    assert killed is not None
    monitor = edition.conflict.file.monitors[0]
    return KeyFigure(
        label=words(f"Civilians killed in {last.start:%B %Y}, {monitor.short}"),
        number=Sentence((Span(label_minimum(killed), (str(killed["figure_id"]),)),)),
        change=_month_before(months),
        age=_age(edition, killed["covers_until"], f"to {label_day(killed['covers_until'])}"),
        badge=badge_of([killed]),
        trend=_by_month(months),
    )


def _month_before(months: list[Month]) -> Sentence:
    last = months[-1].start
    before = [month for month in months if month.start == last - pd.DateOffset(months=1)]
    if not before or before[0].killed is None:
        return words(f"{last - pd.DateOffset(months=1):%B}: {NO_FIGURE}")
    figure = before[0].killed
    count = Sentence((Span(label_minimum(figure), (str(figure["figure_id"]),)),))
    days = label_short_days(figure["covers_until"], figure["covers_until"])
    return words("after ") + count + words(f" in the month to {days}")


def _by_month(months: list[Month]) -> tuple[float | None, ...]:
    by_start = {month.start: month.killed for month in months}
    last = months[-1].start
    starts = [last - pd.DateOffset(months=nth) for nth in range(WEEKS_OF_A_TREND - 1, -1, -1)]
    told = [by_start.get(start) for start in starts]
    return tuple(None if figure is None else float(size_of(figure)) for figure in told)


def _of_incident(edition: Edition) -> KeyFigure | None:
    """Return the toll of the incident that harmed most people."""
    incidents = [each for each in edition.facts.incidents if any(each.weight)]
    if not incidents:
        return None
    first = incidents[0]
    toll, measure = (
        (first.killed, "killed") if first.weight[0] else (first.injured or first.harmed, "injured")
    )
    assert toll is not None
    days = label_short_days(first.first["covers_from"], first.first["covers_until"])
    disputed = first.verdict is Verdict.DISPUTED
    return KeyFigure(
        label=words(f"{_who_was_harmed(first, measure)} {at_spot(first)}, {days}"),
        number=range_of(toll),
        change=_also_injured(first) if measure == "killed" else NOTHING,
        age=_age(edition, first.first["covers_until"], _who(first.claimants)),
        badge=badge_of(toll.figures, is_disputed=disputed),
    )


def _who_was_harmed(incident: Incident, measure: str) -> str:
    if not incident.of_captives:
        return measure.capitalize()
    return "Prisoners who died" if measure == "killed" else f"Prisoners {measure}"


def _who(claimants: tuple[str, ...]) -> str:
    more = f" and {len(claimants) - 1} more" if len(claimants) > 1 else ""
    return claimants[0].partition(" (")[0] + more


def _also_injured(incident: Incident) -> Sentence:
    return (
        range_of(incident.injured) + words(" injured")
        if incident.injured
        else words("injured: no figure recorded")
    )


def _of_losses(edition: Edition) -> list[KeyFigure]:
    """Return what the week added to each total of losses that people follow."""
    found = [_of_followed(edition, series) for series in edition.conflict.file.followed]
    return [figure for figure in found if figure is not None]


def _of_followed(edition: Edition, series: Followed) -> KeyFigure | None:
    first = Week(edition.week.monday - timedelta(weeks=WEEKS_OF_A_TREND - 1))
    weeks, totals = followed_increments(edition, series, first)
    now, before = weeks.iloc[-1], weeks.iloc[-2]
    if not now["derived"] or now["value"] < 0:
        return None
    counted_now = figures_of(totals[totals["figure_id"] == now["figure_id"]])
    counted, last = capital(name_counted(counted_now[0])), pd.Timestamp(edition.week.sunday)
    values = weeks["value"].where(weeks["derived"].astype(bool))
    return KeyFigure(
        label=words(f"{counted} in the week, {short_claimant(series.claimant)}"),
        number=_increment(now),
        change=words("week before: ") + (_increment(before) if before["derived"] else words(NO_FIGURE)),
        age=_others(edition, series) if series.of_losses else _age(edition, last, "the total counted"),
        badge=badge_of(counted_now),
        trend=tuple(None if pd.isna(value) else float(value) for value in values),
    )


def short_claimant(claimant: str) -> str:
    """Name a claimant without the person in brackets."""
    return claimant.partition(" (")[0]


def _increment(week: pd.Series) -> Sentence:
    about = "about " if week["is_soft"] else ""
    parents = str(week["figure_id"]), str(week["previous_figure_id"])
    return Sentence((Span(f"{about}{label_number(week['value'])}", parents, DIFFERENCE),))


def _others(edition: Edition, series: Followed) -> Sentence:
    """Say of the other sides whether anything is recorded of their losses in the week."""
    said = military_statements(edition)
    others = [side for side in edition.conflict.sides if side != series.party]
    silent = [side for side in others if said[said["party"] == side].empty]
    if not silent:
        return words("the other side’s losses: below")
    adjectives = " or ".join(edition.conflict.adjective_of(side) for side in silent)
    return words(f"{adjectives} losses: {NO_FIGURE}")


def _of_returns(edition: Edition) -> KeyFigure | None:
    """Return how many prisoners of war came back, each way."""
    returned = edition.facts.returns
    if not returned:
        return None
    ways = rows_by(returned, "direction")
    numbers = [counts_of(told) + words(f" {told[0]['direction']}") for told in ways]
    days = sorted({row["day"] for row in returned})
    return KeyFigure(
        label=words(f"Prisoners of war returned, {label_short_days(days[0], days[-1])}"),
        number=join(numbers, ", "),
        change=words(capital(_who_counted(returned))),
        age=_age(edition, days[-1], "last exchange" if len(days) > 1 else "exchange"),
        badge=badge_of(returned),
    )


def _who_counted(returned: Iterable[ReportedFigure]) -> str:
    claimants = list(dict.fromkeys(str(row["claimant"]).partition(" (")[0] for row in returned))
    more = f" and {len(claimants) - 2} more" if len(claimants) > 2 else ""
    return "; ".join(claimants[:2]) + more
