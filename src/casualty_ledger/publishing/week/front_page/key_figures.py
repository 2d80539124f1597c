"""The key figures: at most four numbers, each with what it was before, its age, and how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

import pandas as pd

from casualty_ledger.conflicts.model import Followed
from casualty_ledger.ledger.rows import figures_of, rows_by
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.parsing.weeks import Week
from casualty_ledger.publishing.document import KeyFigure, KeyFigures
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.front_page.sides import parties_told
from casualty_ledger.publishing.week.front_page.tile_words import (
    compared,
    say_age,
    say_badge,
    say_firmness,
    say_injured_too,
    say_none,
    say_who,
)
from casualty_ledger.publishing.week.front_page.verified_tile import compose_verified
from casualty_ledger.publishing.week.losses.followed import count_added, followed_increments, name_counted
from casualty_ledger.publishing.week.prisoners.sentences import count_returned
from casualty_ledger.publishing.week.prisoners.tables import directions_untold
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.prisoners import Returned, are_civilians, exchanges
from casualty_ledger.vocabulary import Measure, Population, Verdict
from casualty_ledger.week.badges import sides_contradict
from casualty_ledger.week.incidents import Incident
from casualty_ledger.wording.claimant_names import short_claimant, with_article
from casualty_ledger.wording.conflict_words import say_adjective
from casualty_ledger.wording.directions import say_direction
from casualty_ledger.wording.labels import label_short_days
from casualty_ledger.wording.language import (
    mark,
    phrase,
    translate,
)
from casualty_ledger.wording.sentences import (
    and_more,
    counts_of,
    either,
    join,
    what,
)
from casualty_ledger.wording.tolls import at_spot_of_region, range_of
from casualty_ledger.wording.traced_text import Sentence, sentence, words

MOST = 4
WEEKS_OF_A_TREND = 12
# Two differences whose bounds meet may be equal.
THAN_WEEK = (
    mark("fewer than the week before: {count}"),
    mark("about as many as the week before: {count}"),
    mark("more than the week before: {count}"),
)
WAY, TOGETHER = mark("{count} {direction}"), mark("{names}: {count} {direction}, civilians among them")
CIVILIANS = mark("civilians in the same exchange, not counted here: {counts}")
OUTSIDE = mark("outside an exchange and not counted here: {counts}")
IN_STRIP = mark("{losses}: in the table of both sides")
BY_OTHERS = mark("{losses}: in the section on military losses")
UNTOLD_WAY = mark("{direction}: no number recorded")


def compose_key_figures(edition: Edition) -> KeyFigures:
    """Compose the key figures of a week: those of which it holds anything."""
    found = [compose_verified(edition), _of_incident(edition), *_of_losses(edition), _of_returns(edition)]
    return KeyFigures(tuple(figure for figure in found if figure is not None)[:MOST])


def _of_incident(edition: Edition) -> KeyFigure | None:
    """Return the toll of the incident that harmed most people."""
    incidents = [each for each in edition.facts.separate if any(each.weight)]
    if not incidents:
        return None
    first = incidents[0]
    of_killed = bool(first.weight[0])
    toll = first.killed if of_killed else first.injured or first.harmed
    assert toll is not None
    disputed = first.verdict is Verdict.DISPUTED
    return KeyFigure(
        label=sentence(
            LABELS[first.of_captives, of_killed],
            spot=at_spot_of_region(first),
            days=_days(edition, first),
        ),
        number=range_of(toll),
        change=join(
            [
                say_firmness(toll),
                *_say_dispute(first),
                *(_beside_killed(edition, first) if of_killed else ()),
            ]
        ),
        age=say_age(edition, first.first["covers_until"], say_who(toll), of_event=True),
        badge=say_badge(toll.figures, is_disputed=disputed),
    )


# Whether prisoners were harmed, and whether somebody was killed.
LABELS = {
    (False, True): mark("Killed {spot}, {days}"),
    (False, False): mark("Injured {spot}, {days}"),
    (True, True): mark("Prisoners who died {spot}, {days}"),
    (True, False): mark("Prisoners injured {spot}, {days}"),
}


def _say_dispute(incident: Incident) -> list[Sentence]:
    """Say what is in dispute: who was harmed, with what the other side claims, or else the numbers."""
    if incident.verdict is not Verdict.DISPUTED:
        return []
    said = [
        sentence(
            "in dispute is who was harmed: {claimant} says {counted}",
            claimant=with_article(str(rival["claimant"])),
            counted=what(rival),
        )
        for rival in incident.rivals[:1]
    ]
    return said or [words(translate("the numbers are in dispute"))]


AS_MANY = mark("{count} killed {spot}, {days}")


def _days(edition: Edition, incident: Incident) -> str:
    first = incident.first
    return label_short_days(first["covers_from"], first["covers_until"], edition.facts.monday)


def _as_many(edition: Edition, first: Incident) -> list[Sentence]:
    """Say where else as many were killed, of another side's people or by its word."""
    return [
        sentence(
            AS_MANY, count=range_of(each.killed), spot=at_spot_of_region(each), days=_days(edition, each)
        )
        for each in edition.facts.tied([first])
        if each.killed
    ]


def _beside_killed(edition: Edition, first: Incident) -> list[Sentence]:
    return [say_injured_too(first), *_as_many(edition, first)]


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
        change=_week_before(now, before),
        age=_others(edition, series)
        if series.of_losses
        else say_age(edition, last, translate("the total counted")),
        badge=say_badge(counted_now),
        trend=tuple(None if pd.isna(value) else float(value) for value in values),
    )


def _week_before(now: pd.Series, before: pd.Series) -> Sentence:
    """Say whether the week added more than the one before; where both may be equal, neither is said."""
    if not before["derived"]:
        return say_none(translate("week before"))
    ends = [now["lower"], now["upper"], before["lower"], before["upper"]]
    if any(pd.isna(end) for end in ends):
        return sentence("week before: {count}", count=count_added(before))
    fewer, more = now["upper"] < before["lower"], now["lower"] > before["upper"]
    return sentence(compared(int(more) - int(fewer), THAN_WEEK), count=count_added(before))


def _others(edition: Edition, series: Followed) -> Sentence:
    """Say of the other sides whether anything is recorded of their losses in the week."""
    in_strip, heard = parties_told(edition)
    others = [side for side in edition.conflict.sides if side != series.party]
    silent = [side for side in others if side not in heard]
    if silent:
        return say_none(phrase("{adjectives} losses", adjectives=_adjectives(edition, silent)))
    said_of = phrase("{adjectives} losses", adjectives=_adjectives(edition, others))
    return words(phrase(IN_STRIP if in_strip.issuperset(others) else BY_OTHERS, losses=said_of))


def _adjectives(edition: Edition, sides: list[str]) -> str:
    return either([words(say_adjective(edition.conflict, side)) for side in sides]).text


def _of_returns(edition: Edition) -> KeyFigure | None:
    """Return how many prisoners of war came back, each way; of a way that no row tells, that none does."""
    returned = edition.facts.returns
    if not returned:
        return None
    ways = rows_by(returned, "direction")
    numbers = [
        sentence(WAY, count=count_returned(told), direction=say_direction(told[0]["direction"]))
        for told in ways
    ]
    days = sorted({row["day"] for row in returned})
    return KeyFigure(
        label=sentence("Prisoners of war returned, {days}", days=label_short_days(days[0], days[-1])),
        number=join(numbers, ", "),
        change=join([words(capital(_by_direction(ways, _names))), *_other_ways(edition, returned)]),
        age=say_age(
            edition,
            days[-1],
            translate("last exchange") if len(days) > 1 else translate("exchange"),
            of_event=True,
        ),
        badge=_by_direction(ways, lambda told: say_badge(told, is_disputed=sides_contradict(told))),
    )


def _other_ways(edition: Edition, returned: list[Returned]) -> Iterator[Sentence]:
    """Say who else counts prisoners together with civilians, and which way no row tells."""
    days = {row["day"] for row in returned}
    back = exchanges(edition.in_week)
    both = (back["population"] == Population.MIXED) & ~back["is_part"] & back["value"].notna()
    both &= ~back["figure_id"].isin([row["figure_id"] for row in returned])
    together = figures_of(back[both & back["day"].isin(days)], Returned)
    for told in rows_by(together, "direction"):
        direction = say_direction(told[0]["direction"])
        yield sentence(TOGETHER, count=counts_of(told), direction=direction, names=_names(told))
    back = back[back["day"].isin(days)]
    for said, chosen in ((CIVILIANS, are_civilians(back)), (OUTSIDE, _are_outside(edition, back))):
        beside = back[chosen].drop_duplicates(["direction", "value"])
        freed = [
            sentence(WAY, count=counts_of(told), direction=say_direction(told[0]["direction"]))
            for told in rows_by(figures_of(beside, Returned), "direction")
        ]
        if freed:
            yield sentence(said, counts=join(freed, ", "))
    for untold in directions_untold(edition, days):
        yield sentence(UNTOLD_WAY, direction=say_direction(untold))


def _are_outside(edition: Edition, back: pd.DataFrame) -> pd.Series:
    """Say which rows count prisoners whom a side let go outside an exchange, by the word of a side."""
    of_sides = back["claimant_side"].isin(edition.conflict.sides)
    of_war = back["population"] == Population.PRISONERS_OF_WAR
    return of_war & (back["measure"] == Measure.RELEASED_OTHERWISE) & back["value"].notna() & of_sides


def _by_direction(ways: list[list[Returned]], say: Callable[[list[Returned]], str]) -> str:
    """Say once what is true of the number of every direction, or else of each direction by itself."""
    said = {say_direction(told[0]["direction"]): say(told) for told in ways}
    if len(set(said.values())) == 1:
        return next(iter(said.values()))
    return "; ".join(f"{direction}: {each}" for direction, each in said.items())


def _names(returned: Iterable[ReportedFigure]) -> str:
    claimants = list(dict.fromkeys(short_claimant(str(row["claimant"])) for row in returned))
    return and_more("; ".join(claimants[:2]), len(claimants) - 2)
