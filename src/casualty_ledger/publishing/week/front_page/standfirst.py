"""The sentence under the headline: what is new, what is disputed, what is missing."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.gaps import name_gaps
from casualty_ledger.vocabulary import Verdict
from casualty_ledger.week.incidents import Incident
from casualty_ledger.wording.conflict_words import say_text
from casualty_ledger.wording.labels import label_short_days
from casualty_ledger.wording.language import (
    MONTH,
    MONTH_ALONE,
    mark,
    translate,
    translate_counted,
    write_day,
)
from casualty_ledger.wording.sentences import join, listed
from casualty_ledger.wording.tolls import begin, name_side, name_spot
from casualty_ledger.wording.traced_text import Sentence, Span, counted, fill, sentence, words

RECORD_OF_MONTHS = mark(
    "killed and injured together, compared with every month that this ledger holds since then"
)


def compose_standfirst(edition: Edition) -> Sentence:
    """Say in one sentence what is new, what is disputed, and what is missing."""
    if edition.is_silent:
        return words(translate("That is an absence of figures, not of harm."))
    parts = [*_new(edition), *_disputed(edition), *_missing(edition)]
    return begin(join(parts)) + words(".")


def _new(edition: Edition) -> Iterator[Sentence]:
    facts = edition.facts
    if facts.worst_since and facts.new_month:
        ids = tuple(str(figure["figure_id"]) for figure in facts.new_month.figures)
        since = Span(write_day(facts.worst_since.start, MONTH), ids, translate(RECORD_OF_MONTHS))
        yield sentence(
            "{monitor} verified more civilians killed or injured in {month} than in any other month recorded "
            "here from {earlier} on",
            monitor=say_text(edition.conflict, edition.conflict.file.monitors[0].short),
            month=write_day(facts.new_month.start, MONTH_ALONE),
            earlier=Sentence((since,)),
        )
    count = len(facts.separate)
    if count:
        said = translate_counted(
            "this ledger holds {count} incident reported this week",
            "this ledger holds {count} incidents reported this week",
            count,
        )
        held = fill(said, count=counted(count, translate("incidents of the week")))
        # Why what happened before the week stands in it.
        old = (each for each in facts.separate if each.first["covers_until"] < facts.monday)
        earlier = [_name_dated(each, facts.monday) for each in old]
        of_earlier = sentence(
            "{held} (from earlier days: {places})", held=held, places=listed(earlier, most=2)
        )
        yield of_earlier if earlier else held
    sides = dict.fromkeys(name_side(figure) for figure in facts.own_losses)
    if sides:
        yield sentence("{sides} gave a new number of own losses", sides=listed([*sides]))


def _name_dated(incident: Incident, monday: pd.Timestamp) -> str:
    days = label_short_days(incident.first["covers_from"], incident.first["covers_until"], monday)
    return f"{name_spot(incident)}, {days}"


def _disputed(edition: Edition) -> Iterator[Sentence]:
    incidents = edition.facts.incidents
    disputed = [each for each in incidents if each.verdict is Verdict.DISPUTED]
    who = [name_spot(each) for each in disputed if each.rivals]
    numbers = [name_spot(each) for each in disputed if not each.rivals]
    differ = [name_spot(each) for each in incidents if each.verdict is Verdict.DIFFER]
    if who:
        yield sentence("in dispute: who was harmed in {places}", places=listed([*dict.fromkeys(who)]))
    if numbers:
        yield sentence("in dispute: the numbers for {places}", places=listed([*dict.fromkeys(numbers)]))
    if differ:
        yield sentence("sources differ on {places}", places=listed([*dict.fromkeys(differ)]))


def _missing(edition: Edition) -> Iterator[Sentence]:
    gaps = name_gaps(edition)
    if gaps:
        yield sentence("this ledger has recorded {lacks}", lacks=listed(gaps, most=4))
