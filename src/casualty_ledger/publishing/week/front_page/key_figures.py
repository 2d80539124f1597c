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
from casualty_ledger.publishing.week.losses.followed import count_added, followed_increments, name_counted
from casualty_ledger.publishing.week.losses.tables import military_statements
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.prisoners import Returned
from casualty_ledger.vocabulary import Measure, Verdict
from casualty_ledger.week.badges import Badge, badge_of
from casualty_ledger.week.incidents import Incident
from casualty_ledger.week.months import Month
from casualty_ledger.week.tolls import size_of
from casualty_ledger.wording.badges import name_badge
from casualty_ledger.wording.claimant_names import short_claimant
from casualty_ledger.wording.conflict_words import say_adjective, say_text
from casualty_ledger.wording.directions import say_direction
from casualty_ledger.wording.labels import label_day, label_short_days
from casualty_ledger.wording.language import (
    MONTH,
    MONTH_ALONE,
    mark,
    phrase,
    translate,
    translate_counted,
    write_day,
)
from casualty_ledger.wording.measures import name_measure
from casualty_ledger.wording.sentences import and_more, count_of, counts_of, either, join
from casualty_ledger.wording.tolls import at_spot, range_of
from casualty_ledger.wording.traced_text import Sentence, counted, fill, sentence, words

MOST = 4
WEEKS_OF_A_TREND = 12
NOTHING = Sentence(())
NO_FIGURE = mark("no figure recorded")


def compose_key_figures(edition: Edition) -> KeyFigures:
    """Compose the key figures of a week: those of which it holds anything."""
    found = [_of_month(edition), _of_incident(edition), *_of_losses(edition), _of_returns(edition)]
    return KeyFigures(tuple(figure for figure in found if figure is not None)[:MOST])


def _age(edition: Edition, day: pd.Timestamp, said: str) -> Sentence:
    """Say how many days lie between the last day counted and the day of the brief."""
    days = (known_day(edition) - day).days
    if pd.isna(day) or days < 0:
        return words(said)
    age = translate_counted("{said}, {count} day old", "{said}, {count} days old", days)
    how = translate("days from the last day counted to this brief")
    return fill(age, said=said, count=counted(days, how))


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
        label=sentence(
            "Civilians killed in {month}, {monitor}",
            month=write_day(last.start, MONTH),
            monitor=say_text(edition.conflict, monitor.short),
        ),
        number=Sentence((count_of(killed),)),
        change=_month_before(months),
        age=_age(edition, killed["covers_until"], phrase("to {day}", day=label_day(killed["covers_until"]))),
        badge=name_badge(badge_of([killed])),
        trend=_by_month(months),
    )


def _month_before(months: list[Month]) -> Sentence:
    last = months[-1].start
    before = [month for month in months if month.start == last - pd.DateOffset(months=1)]
    if not before or before[0].killed is None:
        return _none_of(write_day(last - pd.DateOffset(months=1), MONTH_ALONE))
    figure = before[0].killed
    count = Sentence((count_of(figure),))
    days = label_short_days(figure["covers_until"], figure["covers_until"])
    return sentence("after {count} in the month to {day}", count=count, day=days)


def _none_of(what: str) -> Sentence:
    return words(f"{what}: {translate(NO_FIGURE)}")


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
    of_killed = bool(first.weight[0])
    toll = first.killed if of_killed else first.injured or first.harmed
    assert toll is not None
    days = label_short_days(first.first["covers_from"], first.first["covers_until"])
    disputed = first.verdict is Verdict.DISPUTED
    return KeyFigure(
        label=sentence(LABELS[first.of_captives, of_killed], spot=at_spot(first), days=days),
        number=range_of(toll),
        change=_also_injured(first) if of_killed else NOTHING,
        age=_age(edition, first.first["covers_until"], _who(first.claimants)),
        badge=name_badge(badge_of(toll.figures, is_disputed=disputed)),
    )


# Whether prisoners were harmed, and whether somebody was killed.
LABELS = {
    (False, True): mark("Killed {spot}, {days}"),
    (False, False): mark("Injured {spot}, {days}"),
    (True, True): mark("Prisoners who died {spot}, {days}"),
    (True, False): mark("Prisoners injured {spot}, {days}"),
}


def _who(claimants: tuple[str, ...]) -> str:
    return and_more(short_claimant(claimants[0]), len(claimants) - 1)


def _also_injured(incident: Incident) -> Sentence:
    if not incident.injured:
        return _none_of(name_measure(Measure.INJURED))
    also = translate_counted("{count} injured", "{count} injured", incident.injured.size)
    return fill(also, count=range_of(incident.injured))


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
        label=sentence(
            "{counted} in the week, {claimant}", counted=counted, claimant=short_claimant(series.claimant)
        ),
        number=count_added(now),
        change=sentence(
            "week before: {count}",
            count=count_added(before) if before["derived"] else translate(NO_FIGURE),
        ),
        age=_others(edition, series)
        if series.of_losses
        else _age(edition, last, translate("the total counted")),
        badge=name_badge(badge_of(counted_now)),
        trend=tuple(None if pd.isna(value) else float(value) for value in values),
    )


def _others(edition: Edition, series: Followed) -> Sentence:
    """Say of the other sides whether anything is recorded of their losses in the week."""
    said = military_statements(edition)
    others = [side for side in edition.conflict.sides if side != series.party]
    silent = [side for side in others if said[said["party"] == side].empty]
    if not silent:
        said_of = phrase("{adjectives} losses", adjectives=_adjectives(edition, others))
        return words(phrase("{losses}: in the table of both sides", losses=said_of))
    return _none_of(phrase("{adjectives} losses", adjectives=_adjectives(edition, silent)))


def _adjectives(edition: Edition, sides: list[str]) -> str:
    return either([words(say_adjective(edition.conflict, side)) for side in sides]).text


def _of_returns(edition: Edition) -> KeyFigure | None:
    """Return how many prisoners of war came back, each way."""
    returned = edition.facts.returns
    if not returned:
        return None
    ways = rows_by(returned, "direction")
    numbers = [
        sentence(
            "{count} {direction}",
            count=counts_of(told),
            direction=say_direction(told[0]["direction"]),
        )
        for told in ways
    ]
    days = sorted({row["day"] for row in returned})
    return KeyFigure(
        label=sentence("Prisoners of war returned, {days}", days=label_short_days(days[0], days[-1])),
        number=join(numbers, ", "),
        change=words(_who_counted(ways)),
        age=_age(edition, days[-1], translate("last exchange") if len(days) > 1 else translate("exchange")),
        badge=name_badge(_weakest(ways)),
    )


def _weakest(ways: list[list[Returned]]) -> Badge:
    """Return what is true of the number of every direction: one side's word of one is not both sides'."""
    if any(badge_of(told) is Badge.ONE_SIDE for told in ways):
        return Badge.ONE_SIDE
    return badge_of(row for told in ways for row in told)


def _who_counted(ways: list[list[Returned]]) -> str:
    """Name who counted: once, or by direction where it was not the same."""
    counted_by = {say_direction(told[0]["direction"]): capital(_names(told)) for told in ways}
    if len(set(counted_by.values())) == 1:
        return next(iter(counted_by.values()))
    return "; ".join(capital(f"{direction}: {names}") for direction, names in counted_by.items())


def _names(returned: Iterable[ReportedFigure]) -> str:
    claimants = list(dict.fromkeys(short_claimant(str(row["claimant"])) for row in returned))
    return and_more("; ".join(claimants[:2]), len(claimants) - 2)
