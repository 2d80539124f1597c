"""The headline and the sentence under it: the finding, hedged and attributed, in few words.

Which finding it is, `week/leading.py` decides; here it is only said.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.ledger.rows import figures_of, rows_by
from casualty_ledger.publishing.week.edition import Edition, killed_first, people_harmed
from casualty_ledger.publishing.week.losses.followed import (
    count_added,
    followed_totals,
    name_counted,
    this_weeks_increment,
)
from casualty_ledger.publishing.week.losses.tables import military_statements
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Basis, Measure
from casualty_ledger.week.incidents import Incident
from casualty_ledger.week.months import Month
from casualty_ledger.week.tolls import Toll, size_of
from casualty_ledger.wording.conflict_words import say_adjective, say_text
from casualty_ledger.wording.directions import say_direction
from casualty_ledger.wording.labels import label_count, label_short_days, number_of
from casualty_ledger.wording.language import (
    MONTH,
    MONTH_ALONE,
    mark,
    mark_counted,
    phrase,
    translate,
    translate_counted,
    write_day,
)
from casualty_ledger.wording.measures import name_measure
from casualty_ledger.wording.sentences import count_of, enumerated, number, since, what
from casualty_ledger.wording.tolls import (
    HARM,
    at_spot,
    begin,
    name_side,
    range_of,
    say_who_says,
    short_place,
    who_says,
)
from casualty_ledger.wording.traced_text import Sentence, Span, fill, sentence, words

MOST_WORDS = 14
# An event so long before the week is dated in the headline.
RECENT_DAYS = 21
OF_MONTH: dict[str, tuple[str, str]] = {
    Measure.KILLED: mark_counted("{count} civilians killed", "{count} civilians killed"),
    Measure.INJURED: mark_counted("{count} civilians injured", "{count} civilians injured"),
}
CLAIMS = mark("{side} claims {count} more {counted}")
COUNTS = mark("{side} counts {count} more {counted}")
OWN_LOSSES, OWN_SOLDIERS = (
    mark("{whose}: {count} own {measure}"),
    mark("{whose}: {count} own soldiers {measure}"),
)
NO_NUMBER = mark("No number of this week alone is recorded in this ledger")
NOTHING = mark("This ledger has recorded no figure of this week")


def compose_headline(edition: Edition) -> Sentence:
    """State the finding in at most fourteen words; a second one stands beside it where both fit."""
    if edition.is_silent:
        return words(translate(NOTHING))
    found = [*_findings(edition)] or [*_say_totals(edition)]
    if not found:
        return words(translate(NO_NUMBER))
    first = _say_two(edition) or begin(found[0])
    for second in found[1:]:
        both = first + words("; ") + second
        if len(both.text.split()) <= MOST_WORDS:
            return both
    return first


def _findings(edition: Edition) -> Iterator[Sentence]:
    """Yield what may stand in the headline, the first finding first, each in a few words."""
    facts = edition.facts
    ranked = [each for each in facts.rank() if isinstance(each, Month) or any(each.weight)]
    first = ranked[0] if ranked else None
    if first is not None:
        yield _say_harm(edition, first)
    yield from (_say_own_loss(figure) for figure in facts.own_losses[:1])
    beside = _beside(edition)
    if beside is not None:
        yield _say_incident(edition, beside)
    yield from islice(_say_returns(edition), 1)
    if facts.new_month is not None and facts.new_month is not first:
        yield _say_month(edition, facts.new_month)
    yield from _say_increments(edition)
    yield from (_say_harm(edition, each) for each in ranked[1:2])


def say_new(edition: Edition) -> list[Sentence]:
    """Say what is new in the week beside its incidents, each in a few words."""
    month = edition.facts.new_month
    of_month = [_say_month(edition, month)] if month else []
    own = map(_say_own_loss, edition.facts.own_losses[:1])
    return [*of_month, *own, *_say_returns(edition), *_say_increments(edition)]


def _beside(edition: Edition) -> Incident | None:
    ranked = edition.facts.rank()
    return edition.facts.beside(ranked[0]) if ranked else None


def _say_two(edition: Edition) -> Sentence | None:
    """Say the deadliest incidents of the people of two sides at once, where one side's sources tell both."""
    first, beside = next(iter(edition.facts.rank()), None), _beside(edition)
    if not isinstance(first, Incident) or beside is None or not (first.killed and beside.killed):
        return None
    if edition.facts.own_losses or first.of_captives or beside.of_captives:
        return None
    told = (*first.killed.figures, *beside.killed.figures)
    if len({figure["claimant_side"] for figure in told}) > 1:
        return None
    said = sentence(
        "{count} killed {spot} and {other_count} {other_spot}, {source}",
        count=range_of(first.killed),
        spot=_where_and_when(edition, first),
        other_count=range_of(beside.killed),
        other_spot=_where_and_when(edition, beside),
        source=who_says(told),
    )
    return begin(said) if len(said.text.split()) <= MOST_WORDS else None


def _say_harm(edition: Edition, harm: Incident | Month) -> Sentence:
    return _say_month(edition, harm) if isinstance(harm, Month) else _say_incident(edition, harm)


def _say_incident(edition: Edition, incident: Incident) -> Sentence:
    toll, measure = _leading_toll(incident)
    count, source = say_who_says(toll)
    return fill(
        translate_counted(*HARM[measure, incident.of_captives], toll.size),
        count=count,
        spot=_where_and_when(edition, incident),
        source=source,
    )


def _leading_toll(incident: Incident) -> tuple[Toll, Measure]:
    named = (
        (incident.killed, Measure.KILLED),
        (incident.injured, Measure.INJURED),
        (incident.harmed, Measure.CASUALTIES),
    )
    stated = [(toll, measure) for toll, measure in named if toll]
    return next(((toll, measure) for toll, measure in stated if toll.size), stated[0])


def _where_and_when(edition: Edition, incident: Incident) -> str:
    """Date what would else be taken for the toll of the week, or for one of its days."""
    begun, day = incident.first["covers_from"], incident.first["covers_until"]
    spot = at_spot(incident)
    if incident.is_everywhere:
        days = label_short_days(begun, day)
        if begun == day:
            return phrase("{spot} on {day}", spot=spot, day=days)
        return phrase("{spot}, {days}", spot=spot, days=days)
    if (edition.facts.monday - day).days > RECENT_DAYS:
        return phrase("{spot} in {month}", spot=spot, month=write_day(day, MONTH))
    return spot


def _say_month(edition: Edition, month: Month) -> Sentence:
    first, *others = month.figures
    said = [_harmed(*OF_MONTH[first["measure"]], first)]
    said += [_harmed("{count} injured", "{count} injured", figure) for figure in others]
    return sentence(
        "{harmed} in {month}, {monitor} verified",
        harmed=enumerated(said),
        month=write_day(month.start, MONTH_ALONE),
        monitor=say_text(edition.conflict, edition.conflict.file.monitors[0].short),
    )


def _harmed(one: str, many: str, figure: ReportedFigure) -> Sentence:
    return fill(translate_counted(one, many, size_of(figure)), count=Sentence((count_of(figure),)))


def _say_own_loss(figure: ReportedFigure) -> Sentence:
    conflict = conflict_of(str(figure["conflict"]))
    party = str(figure["party"])
    adjective = "" if party in conflict.sides else say_adjective(conflict, party)
    of_losses = figure["measure"] == Measure.LOSSES
    return sentence(
        OWN_LOSSES if of_losses else OWN_SOLDIERS,
        whose=adjective or name_side(figure),
        count=number(figure),
        measure=name_measure(str(figure["measure"])),
    )


def _say_returns(edition: Edition) -> Iterator[Sentence]:
    """Say a number that one source gives in both directions, or else each direction's."""
    returned = edition.facts.returns
    for same in rows_by(returned, "claimant", "value", "hedge"):
        if len({row["direction"] for row in same}) > 1:
            ids = tuple(str(row["figure_id"]) for row in same)
            said = translate_counted(
                "{side}: {count} prisoners returned each way",
                "{side}: {count} prisoners returned each way",
                number_of(same[0]),
            )
            yield fill(said, side=name_side(same[0]), count=Sentence((Span(label_count(same[0]), ids),)))
            return
    for row in returned:
        said = translate_counted(
            "{side}: {count} prisoners returned {direction}",
            "{side}: {count} prisoners returned {direction}",
            number_of(row),
        )
        direction = say_direction(row["direction"])
        yield fill(said, side=name_side(row), count=number(row), direction=direction)


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
        return said + words(since(figure))
    days = label_short_days(figure["covers_from"], figure["covers_until"])
    named = str(figure["place"] or figure["admin1"])
    if not named:
        return said + words(f", {days}")
    place = short_place(str(figure["conflict"]), named)
    return sentence("{counted} in {place}, {days}", counted=said, place=place, days=days)
