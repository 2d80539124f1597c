"""The incidents in a headline: who was killed where, and who says so; a tie is resolved for no side."""

from __future__ import annotations

from collections.abc import Callable

from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.incidents import NIGHT
from casualty_ledger.vocabulary import Measure
from casualty_ledger.week.incidents import Incident
from casualty_ledger.week.tolls import Toll
from casualty_ledger.wording.conflict_words import say_side
from casualty_ledger.wording.labels import label_short_days
from casualty_ledger.wording.language import MONTH, mark, phrase, translate_counted, write_day
from casualty_ledger.wording.sentences import enumerated, join
from casualty_ledger.wording.tolls import (
    HARM,
    at_spot,
    begin,
    is_range_of_rivals,
    range_of,
    say_who_says,
    who_says,
)
from casualty_ledger.wording.traced_text import Sentence, fill, sentence

MOST_WORDS = 14
# An event of days before the week, or a sum of several days, is dated in the headline; of so long before by
# its month.
RECENT_DAYS = 21
KILLED_AT, AS_MANY_AT = mark("{count} killed {spot}"), mark("{count} {spot}")
SAID_BY, SIDE_SAYS = mark("{harmed}, {source}"), mark("{name} says")
Join = Callable[[list[Sentence]], Sentence]


def fits(said: Sentence) -> bool:
    """Say whether a headline has room for it."""
    return len(said.text.split()) <= MOST_WORDS


def beside_first(edition: Edition) -> Incident | None:
    """Return the deadliest incident of other people than the first, where it is comparable."""
    ranked = edition.facts.rank()
    return edition.facts.beside(ranked[0]) if ranked else None


def say_together(edition: Edition) -> Sentence | None:
    """Say at once the deadliest incidents that a headline may not part, where there are several.

    They are those of the people of two sides that one side's sources tell, and those that tie.
    """
    told = leading_incidents(edition)
    if len(told) < 2 or not isinstance(edition.facts.rank()[0], Incident) or not all(map(_is_plain, told)):
        return None
    if edition.facts.tied(told[:1]) or len(told) > 2:
        return _say_groups(edition, told)
    if edition.facts.own_losses or len(_sources(told)) > 1:
        return None
    return _if_it_fits(_say_group(edition, told, enumerated, who_says(_figures(told)), told[0]))


def leading_incidents(edition: Edition) -> list[Incident]:
    """Return the deadliest incident, that of other people where it is comparable, and those that tie."""
    first = next((each for each in edition.facts.separate if any(each.weight)), None)
    if first is None:
        return []
    beside = edition.facts.beside(first)
    told = [first, beside] if beside else [first]
    return [*told, *edition.facts.tied(told)]


def _is_plain(incident: Incident) -> bool:
    """Say whether people were killed, prisoners apart, and no number of it stands against another's."""
    return bool(incident.killed and not incident.of_captives and not is_range_of_rivals(incident.killed))


def _say_groups(edition: Edition, told: list[Incident]) -> Sentence | None:
    """Say what each side tells; where the words are too many, a side is named instead of its sources."""
    groups: dict[frozenset[str], list[Incident]] = {}
    for each in told:
        groups.setdefault(_tellers(edition, each), []).append(each)
    sources = [who_says(_figures(group)) for group in groups.values()]
    sides = [_name_side(edition, tellers) or who for tellers, who in zip(groups, sources, strict=True)]
    ways: tuple[tuple[Join, list[str]], ...] = (enumerated, sources), (_commas, sources), (_commas, sides)
    for join_up, named in ways:
        said = [
            _say_group(edition, group, join_up, who, told[0])
            for group, who in zip(groups.values(), named, strict=True)
        ]
        if found := _if_it_fits(join(said)):
            return found
    return None


def _if_it_fits(said: Sentence) -> Sentence | None:
    return begin(said) if fits(said) else None


def _commas(said: list[Sentence]) -> Sentence:
    return join(said, ", ")


def _tellers(edition: Edition, incident: Incident) -> frozenset[str]:
    """Return the sides that fight and tell of it, or else what kind of source does."""
    sources = _sources([incident])
    return frozenset(filter(edition.conflict.is_side, sources)) or frozenset(sources)


def _sources(told: list[Incident]) -> set[str]:
    return {str(figure["claimant_side"]) for figure in _figures(told)}


def _figures(told: list[Incident]) -> list[ReportedFigure]:
    return [figure for each in told if each.killed for figure in each.killed.figures]


def _name_side(edition: Edition, tellers: frozenset[str]) -> str:
    sides = [side for side in tellers if edition.conflict.is_side(side)]
    if len(sides) != 1:
        return ""
    return phrase(SIDE_SAYS, name=capital(say_side(edition.conflict, sides[0])))


def _say_group(
    edition: Edition, told: list[Incident], join_up: Join, source: str, first: Incident
) -> Sentence:
    """Say incidents of which the same tell; only the `first` of the headline says what is counted."""
    said = [
        sentence(
            KILLED_AT if each is first else AS_MANY_AT,
            count=range_of(each.killed),
            spot=_where_and_when(edition, each),
        )
        for each in told
        if each.killed
    ]
    return sentence(SAID_BY, harmed=join_up(said), source=source)


def say_incident(edition: Edition, incident: Incident, *, by_side: bool = False) -> Sentence:
    """Say one incident: how many were harmed, where, and who says so, or in fewer words whose side."""
    toll, measure = _leading_toll(incident)
    count, source = say_who_says(toll, by_side=by_side)
    return fill(
        translate_counted(*HARM[measure, incident.of_captives], toll.size),
        count=count,
        spot=_where_and_when(edition, incident, briefly=by_side),
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


def _where_and_when(edition: Edition, incident: Incident, *, briefly: bool = False) -> str:
    """Date what would else be taken for the toll of the week, or for one of its days, or call it earlier."""
    begun, day = incident.first["covers_from"], incident.first["covers_until"]
    spot, monday = at_spot(incident), edition.facts.monday
    if (monday - day).days > RECENT_DAYS and not incident.is_everywhere:
        return phrase("{spot} in {month}", spot=spot, month=write_day(day, MONTH))
    if not (incident.is_everywhere or day < monday or (day - begun).days >= NIGHT):
        return spot
    if briefly and day < monday:
        return phrase("earlier {spot}", spot=spot)
    days = label_short_days(begun, day, monday)
    if begun == day:
        return phrase("{spot} on {day}", spot=spot, day=days)
    return phrase("{spot}, {days}", spot=spot, days=days)
