"""The bottom line: the week in at most five sentences, each with its claimant and its hedge."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.publishing.week.civilian.sentences import say_incident, say_verified, say_verified_period
from casualty_ledger.publishing.week.civilian.tables import verified_totals
from casualty_ledger.publishing.week.edition import Edition, killed_first, people_harmed
from casualty_ledger.publishing.week.losses.followed import say_followed
from casualty_ledger.publishing.week.losses.sentences import say_enemy_claims
from casualty_ledger.publishing.week.prisoners.sentences import say_prisoners
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.totals import last_totals
from casualty_ledger.wording.claimant_names import begin_with
from casualty_ledger.wording.conflict_words import name_place_of
from casualty_ledger.wording.labels import label_day, label_end
from casualty_ledger.wording.language import mark, translate
from casualty_ledger.wording.sentences import checked, say, since, what
from casualty_ledger.wording.traced_text import Sentence, sentence, words

MOST_SENTENCES = 5
FRESH_DAYS = 31
NOTHING = mark(
    "The ledger holds no figure about this week as known on this day. "
    "That is an absence of figures, not of harm."
)
NOT_ALONE = mark(
    "The ledger holds no number of the days of this week alone as known on this day; "
    "what else it holds stands below, and on the pages of the report."
)


def bottom_line(edition: Edition) -> tuple[Sentence, ...]:
    """Say the week in at most five sentences, each with its claimant and its hedge."""
    if edition.is_silent:
        return (*say_outside(edition), words(translate(NOTHING)))
    period, claims = say_verified_period(edition), say_enemy_claims(edition)
    said = [
        say_incident(edition),
        *map(say, edition.facts.own_losses[:1]),
        say_verified(edition) if _is_fresh(verified_totals(edition), edition) else None,
        period,
        *say_followed(edition),
        *claims,
        say_prisoners(edition),
    ]
    told = [each for each in said if each is not None]
    # What a side says of itself, and who came back, leads: a headline may tell it.
    for left in (period, *reversed(claims)):
        if len(told) > MOST_SENTENCES and left is not None:
            told.remove(left)
    stated = told or say_totals(edition) or say_most(edition)
    return tuple([*say_outside(edition), *stated][:MOST_SENTENCES])


def _is_fresh(totals: pd.DataFrame, edition: Edition) -> bool:
    """Say whether the last total is no older than a month: an older one is no news of the week."""
    oldest = pd.Timestamp(edition.week.monday) - pd.Timedelta(days=FRESH_DAYS)
    return bool(totals["published_on"].max() >= oldest)


def say_outside(edition: Edition) -> list[Sentence]:
    """Say that a week lies before the war, or after everything that the ledger holds."""
    start = edition.conflict.file.start
    if start and edition.week.sunday < start:
        return [sentence("This week ended before {day}, when this conflict began.", day=label_day(start))]
    last = edition.figures["published_on"].max()
    if pd.isna(last) or last >= pd.Timestamp(edition.week.monday):
        return []
    return [
        sentence(
            "This week lies after everything that the ledger holds as known on this day: "
            "its last publication is of {day}.",
            day=label_day(last),
        )
    ]


def say_most(edition: Edition) -> list[Sentence]:
    """Say the highest numbers of the week, where it holds nothing that has a sentence of its own."""
    told = edition.in_week
    stated = told[told["value"].notna() & ~told["is_part"] & ~is_doubtful(told)]
    most = stated.sort_values("value", ascending=False, kind="stable").head(2)
    return [say(row) for row in figures_of(most)] or [words(translate(NOT_ALONE))]


def say_totals(edition: Edition) -> list[Sentence]:
    """Say the running totals of people harmed that were given in the week, where nothing else stands."""
    totals = last_totals(people_harmed(edition.in_week))
    stated = totals[totals["value"].notna() & ~totals["is_part"]]
    return [_say_total(total) for total in figures_of(killed_first(stated).head(MOST_SENTENCES))]


def _say_total(total: ReportedFigure) -> Sentence:
    return sentence(
        "{claimant} counted {counted}, up to {day}; {checked}.",
        claimant=begin_with(total["claimant"]),
        counted=_where_and_since(total),
        day=label_end(total),
        checked=checked([total]),
    )


def _where_and_since(total: ReportedFigure) -> Sentence:
    said = what(total)
    place = name_place_of(total)
    if place:
        said = sentence("{counted} in {place}", counted=said, place=place)
    return said + words(since(total))
