"""The headline and the sentence under it: the finding, hedged and attributed, in few words.

Which finding it is, `week/leading.py` decides; here it is only said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

import pandas as pd

from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.ledger.rows import figures_of, rows_by
from casualty_ledger.publishing.week.civilian.tables import latest_verified
from casualty_ledger.publishing.week.edition import Edition, killed_first, people_harmed
from casualty_ledger.publishing.week.front_page.headline_incidents import (
    beside_first,
    fits,
    leading_incidents,
    say_incident,
    say_together,
)
from casualty_ledger.publishing.week.front_page.headline_own_losses import (
    at_place,
    say_own_loss,
    say_own_loss_briefly,
)
from casualty_ledger.publishing.week.front_page.headline_returns import say_returns
from casualty_ledger.publishing.week.front_page.new_incidents import say_new_incidents
from casualty_ledger.publishing.week.front_page.sides import widest_claim
from casualty_ledger.publishing.week.losses.followed import (
    count_added,
    followed_totals,
    name_counted,
    this_weeks_increment,
)
from casualty_ledger.publishing.week.losses.tables import military_statements
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.definitions import definition_traps
from casualty_ledger.vocabulary import Basis, Measure
from casualty_ledger.week.incidents import Incident
from casualty_ledger.week.months import Month
from casualty_ledger.week.tolls import size_of
from casualty_ledger.wording.conflict_words import say_text
from casualty_ledger.wording.labels import (
    has_vague_end,
    label_counted_days,
    label_short_days,
)
from casualty_ledger.wording.language import (
    MONTH_ALONE,
    mark,
    mark_counted,
    translate,
    translate_counted,
    write_day,
)
from casualty_ledger.wording.measures import name_measure
from casualty_ledger.wording.sentences import count_of, enumerated, since, what
from casualty_ledger.wording.tolls import begin, name_side, short_place
from casualty_ledger.wording.traced_text import Sentence, fill, sentence, words

OF_MONTH: dict[str, tuple[str, str]] = {
    Measure.KILLED: mark_counted("{count} civilians killed", "{count} civilians killed"),
    Measure.INJURED: mark_counted("{count} civilians injured", "{count} civilians injured"),
}
CLAIMS = mark("{side} claims {count} more {counted}")
COUNTS = mark("{side} counts {count} more {counted}")
NO_NUMBER = mark("No number of this week alone is recorded in this ledger")
NOTHING = mark("This ledger has recorded no figure of this week")


def compose_headline(edition: Edition) -> Sentence:
    """State the finding in at most fourteen words; a second one stands beside it where both fit."""
    if edition.is_silent:
        return words(translate(NOTHING))
    found = [*_findings(edition)] or [*_say_totals(edition)]
    if not found:
        return words(translate(NO_NUMBER))
    together = say_together(edition)
    firsts = [together or begin(found[0])]
    leading = next(iter(edition.facts.rank()), None)
    # A side's word on its own losses is always news: for its sake the other side is named, not its source.
    if edition.facts.own_losses and not together and isinstance(leading, Incident) and any(leading.weight):
        firsts.append(begin(say_incident(edition, leading, by_side=True)))
    for second in _findings(edition, is_told=True) if together else found[1:]:
        for first in firsts:
            both = first + words("; ") + second
            if fits(both) and _ids(first).isdisjoint(_ids(second)):
                return both
    return firsts[0]


def _ids(said: Sentence) -> set[str]:
    return {figure for span in said.spans for figure in span.figure_ids}


def _findings(edition: Edition, *, is_told: bool = False) -> Iterator[Sentence]:
    """Yield what may stand in the headline, the first finding first, each in a few words.

    Where the first incidents are told together, what comes after them is left.
    """
    facts = edition.facts
    ranked = [each for each in facts.rank() if isinstance(each, Month) or any(each.weight)]
    first = ranked[0] if ranked else None
    if first is not None and not is_told:
        yield _say_harm(edition, first)
    for figure in facts.own_losses[:1]:
        yield from say_own_loss_briefly(figure)
    beside = beside_first(edition)
    # One of several who share the second place is not told without the others.
    if beside is not None and not is_told and len(leading_incidents(edition)) == len([first, beside]):
        yield say_incident(edition, beside)
    yield from islice(say_returns(edition), 1)
    if facts.new_month is not None and facts.new_month is not first:
        yield _say_month(edition, facts.new_month)
    yield from _say_increments(edition)
    if not is_told:
        yield from (_say_harm(edition, each) for each in ranked[1:2])


def say_new(edition: Edition) -> list[Sentence]:
    """Say what is new since the last brief, each in a few words: harm first, as it leads.

    What came out on the Monday on which that brief went out was in it.
    """
    facts, day = edition.facts, pd.Timestamp(edition.week.brief_day)
    month = facts.month_new_by(day)
    if month is not None and month.first_published_on <= facts.monday:
        month = None
    harm = [[*say_new_incidents(edition)], [_say_month(edition, month)] if month else []]
    if any(isinstance(each, Month) for each in facts.rank()[:1]):
        harm.reverse()
    own = [say_own_loss(loss) for loss in facts.own_losses[:1] if not loss["published_on"] <= facts.monday]
    told = [*chain(*harm), *_say_new_total(edition), *own]
    return [*told, *say_returns(edition), *_say_increments(edition), *_say_claims(edition)]


def _say_claims(edition: Edition) -> Iterator[Sentence]:
    """Say what each side newly claims of the others' losses whose totals nobody follows week by week."""
    followed = {series.claimant for series in edition.conflict.file.followed}
    for side in edition.conflict.sides:
        claim = widest_claim(edition, side)
        if claim is not None and claim["claimant"] not in followed:
            said = _where_and_since(claim) + _in_other_words(edition, claim)
            yield sentence("{side} claims {said}", side=name_side(claim), said=said)


def _in_other_words(edition: Edition, claim: ReportedFigure) -> Sentence:
    """Say where the same number of the same claimant is also printed under another word."""
    own = str(claim["figure_id"])
    traps = (trap for trap, _ in definition_traps(military_statements(edition)))
    same = next((trap for trap in traps if own in set(trap["figure_id"])), None)
    measures = [] if same is None else [*dict.fromkeys(same["measure"][same["measure"] != claim["measure"]])]
    if not measures:
        return Sentence(())
    others = words(", ".join(name_measure(str(each)) for each in measures))
    return words(" (") + sentence("the same number also as {said}", said=others) + words(")")


def _say_new_total(edition: Edition) -> Iterator[Sentence]:
    """Say the monitor's new totals since the conflict began, those of one statement together."""
    last = [figures_of(latest_verified(edition, measure))[-1:] for measure in OF_MONTH]
    new = [
        total
        for total in chain(*last)
        if not pd.isna(total["value"]) and total["published_on"] > edition.facts.monday
    ]
    for told in rows_by(new, "published_on", "covers_from"):
        yield sentence(
            "{harmed}{since}, {monitor} verified",
            harmed=_say_harmed(told),
            since=since(told[0]),
            monitor=_monitor(edition),
        )


def _say_harm(edition: Edition, harm: Incident | Month) -> Sentence:
    return _say_month(edition, harm) if isinstance(harm, Month) else say_incident(edition, harm)


def _say_month(edition: Edition, month: Month) -> Sentence:
    return sentence(
        "{harmed} in {month}, {monitor} verified",
        harmed=_say_harmed(month.figures),
        month=write_day(month.start, MONTH_ALONE),
        monitor=_monitor(edition),
    )


def _monitor(edition: Edition) -> str:
    return say_text(edition.conflict, edition.conflict.file.monitors[0].short)


def _say_harmed(told: Sequence[ReportedFigure]) -> Sentence:
    """Say who was killed and injured, as minimums; the first says whom it counts."""
    first, *others = told
    said = [_harmed(*OF_MONTH[first["measure"]], first)]
    said += [_harmed("{count} injured", "{count} injured", figure) for figure in others]
    return enumerated(said)


def _harmed(one: str, many: str, figure: ReportedFigure) -> Sentence:
    return fill(translate_counted(one, many, size_of(figure)), count=Sentence((count_of(figure),)))


def _say_increments(edition: Edition) -> Iterator[Sentence]:
    for series in edition.conflict.file.followed:
        increment = this_weeks_increment(edition, series)
        if increment is None or increment["value"] < 0:
            continue
        totals = followed_totals(edition, series)
        total = figures_of(totals[totals["figure_id"] == increment["figure_id"]])[0]
        yield sentence(
            CLAIMS if edition.conflict.is_side(str(increment["claimant_side"])) else COUNTS,
            side=name_side(total),
            count=count_added(increment),
            counted=name_counted(total),
        )


def _say_totals(edition: Edition) -> Iterator[Sentence]:
    """Say the highest total of the killed, or else of others, where nothing of the week alone is told."""
    harmed = people_harmed(edition.in_week)
    for said in (harmed, military_statements(edition)):
        stated = said[said["value"].notna() & ~said["is_part"] & ~is_doubtful(said)]
        for figure in figures_of(killed_first(stated).head(1)):
            yield words(f"{name_side(figure)}: ") + _where_and_since(figure)


def _where_and_since(figure: ReportedFigure) -> Sentence:
    """Say since when a total counts, or where and when anything else happened."""
    said = what(figure)
    if figure["basis"] == Basis.CUMULATIVE:
        return at_place(said, figure) + words(since(figure))
    vague, near = has_vague_end(figure), figure["published_on"]
    days = (
        label_counted_days(figure)
        if vague
        else label_short_days(figure["covers_from"], figure["covers_until"], near)
    )
    named = str(figure["place"] or figure["admin1"])
    if not named:
        return said + words(f", {days}")
    place = short_place(str(figure["conflict"]), named)
    return sentence("{counted} in {place}, {days}", counted=said, place=place, days=days)
