"""The sentence under the headline: what is new, what is disputed, what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from casualty_ledger.publishing.week.civilian.tables import monitor_of, verified_totals
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.losses.tables import military_statements
from casualty_ledger.publishing.week.prisoners.tables import exchanges_in_week
from casualty_ledger.vocabulary import Interest, Verdict
from casualty_ledger.wording.sentences import join, listed
from casualty_ledger.wording.tolls import begin, name_side, name_spot
from casualty_ledger.wording.traced_text import Sentence, Span, counted, words

RECORD_OF_MONTHS = "killed and injured together, compared with every month that this ledger holds since then"


def compose_standfirst(edition: Edition) -> Sentence:
    """Say in one sentence what is new, what is disputed, and what is missing."""
    if edition.is_silent:
        return words("That is an absence of figures, not of harm.")
    parts = [*_new(edition), *_disputed(edition), *_missing(edition)]
    return begin(join(parts)) + words(".")


def _new(edition: Edition) -> Iterator[Sentence]:
    facts = edition.facts
    if facts.worst_since and facts.new_month:
        ids = tuple(str(figure["figure_id"]) for figure in facts.new_month.figures)
        since = Span(f"{facts.worst_since.start:%B %Y}", ids, RECORD_OF_MONTHS)
        said = f"more people were killed or injured in {facts.new_month.start:%B} than in any month since "
        yield words(said) + Sentence((since,)) + words(" that this ledger holds")
    # What is told of a whole country holds what is told of its places: it is not counted beside them.
    placed = [each for each in facts.incidents if not each.is_everywhere]
    count = len(placed) or len(facts.incidents)
    if count:
        noun = "incident" if count == 1 else "incidents"
        yield (
            words("this ledger holds ")
            + counted(count, "incidents of the week")
            + words(f" {noun} of the week")
        )
    sides = dict.fromkeys(name_side(figure) for figure in facts.own_losses)
    if sides:
        yield words(f"{listed([*sides])} gave a new number of own losses")


def _disputed(edition: Edition) -> Iterator[Sentence]:
    incidents = edition.facts.incidents
    disputed = [name_spot(each) for each in incidents if each.verdict is Verdict.DISPUTED]
    differ = [name_spot(each) for each in incidents if each.verdict is Verdict.DIFFER]
    if disputed:
        yield words(f"in dispute: the numbers of {listed([*dict.fromkeys(disputed)])}")
    if differ:
        yield words(f"sources differ on {listed([*dict.fromkeys(differ)])}")


def _missing(edition: Edition) -> Iterator[Sentence]:
    """Say what this ledger lacks, in the same words for every side."""
    lacks = []
    if not edition.facts.incidents:
        lacks.append("no incident")
    said = military_statements(edition)
    own = said[said["interest"] == Interest.OWN_LOSS]
    heard = {*own["claimant_side"], *(figure["claimant_side"] for figure in edition.facts.own_losses)}
    silent = [edition.conflict.name_side(side) for side in edition.conflict.sides if side not in heard]
    if silent:
        lacks.append(
            f"no word of {' or '.join(silent)} on {'their' if len(silent) > 1 else 'its'} own losses"
        )
    if exchanges_in_week(edition).empty:
        lacks.append("no exchange of prisoners")
    totals = verified_totals(edition)
    monitor = monitor_of(edition)
    monday = edition.facts.monday
    is_new = edition.facts.new_month or (len(totals) and totals["published_on"].max() >= monday)
    if monitor and not is_new:
        lacks.append(f"no new count by {monitor.short}")
    if lacks:
        yield words(f"this ledger has recorded {listed(lacks, most=4)}")
