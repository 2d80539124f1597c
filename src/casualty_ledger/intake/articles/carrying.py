"""The place of an earlier sentence, where the text goes on telling of the event there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from casualty_ledger.intake.articles.context import Context
from casualty_ledger.intake.articles.places import Place, is_region

# So many sentences back any place is carried on, farther back only that of an event, and no more than
# so many: time stays linear.
FARTHEST = 40
NEAR, SHORTEST_STEM, LONGEST_ENDING = 4, 3, 2
HAPPENED = (
    "attack",
    "measures/killed",
    "measures/injured",
    "measures/losses",
    "measures/captured",
    "measures/missing",
)
OF_TOWNS = ("mayor", "мер", "мэр", "міськ", "городск", "city")


def moved(place: Place, step: int) -> Place:
    """Return a place of another sentence, which keeps its words."""
    return replace(place, sentence=step)


def carried(at: int, here: Place | None, context: Context) -> Place | None:
    """Return the place of the event of which the text goes on to tell, or None."""
    before = list(_places_before(at, context))
    told = _where_it_happened(before, at, context)
    local = _of_local_claimant(at, context)
    if local is not None:
        return _meant(local, before, told, at, context)
    if here is not None and here.is_aside and (same := _same_before(here, before, at, context)):
        return same
    if told is None and here is None and at + 1 < len(context.sentences) and not _of_claimant(at, context):
        told = next(iter(_free(at + 1, context)), None)
    return told or here or _of_claimant(at, context)


def _free(step: int, context: Context) -> list[Place]:
    """Return the places of a sentence where something may have happened."""
    names = [(each.first, each.last) for each in context.attributions[step]]
    return [
        moved(place, step)
        for place in context.places[step]
        if not (place.is_country or place.is_aside or place.is_origin)
        and not any(a <= place.first <= b for a, b in names)
    ]


def _places_before(at: int, context: Context) -> Iterator[Place]:
    """List the places of the sentences before, the last first; farther back another event is told."""
    for step in range(at - 1, max(-1, at - 1 - FARTHEST), -1):
        yield from reversed(_free(step, context))


def _where_it_happened(before: list[Place], at: int, context: Context) -> Place | None:
    """Return the place of the last event near by, else the last place near by, else that of an event."""
    near = [place for place in before if at - (place.sentence or 0) <= NEAR]
    told = next((place for place in near if _is_of_event(place, context)), None)
    told = told or next(iter(near), None)
    alone = before[0] if len(before) == 1 else None
    return told or next((place for place in before if _is_of_event(place, context)), alone)


def _is_of_event(place: Place, context: Context) -> bool:
    marks = context.sentences[place.sentence or 0].marks
    return any(tag.startswith(HAPPENED) for tag in marks)


def _are_one(one: Place, other: Place, at: int, context: Context) -> bool:
    """Say whether two places have one name: a town's, and that of its region or office."""
    words = [
        context.sentences[at if place.sentence is None else place.sentence].tokens[place.first].low
        for place in (one, other)
    ]
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*words, strict=False)))
    return alike >= max(SHORTEST_STEM, min(map(len, words)) - LONGEST_ENDING)


def _same_before(here: Place, before: list[Place], at: int, context: Context) -> Place | None:
    """Return the place of an event that a sentence names again aside, as where the hurt are treated."""
    same = (one for one in before if _are_one(one, here, at, context))
    return next((one for one in same if _is_of_event(one, context)), None)


def _of_local_claimant(at: int, context: Context) -> Place | None:
    """Return the place of the local official who speaks in a sentence: "the head of the Northern region"."""
    sentence = context.sentences[at]
    for each in context.attributions[at]:
        words = range(each.first, each.last + 1)
        local = any(sentence.begins("locals", step) is not None for step in words)
        for place in context.places[at]:
            named = each.first <= place.first <= each.last and place.conflict and not place.is_whole
            if named and (local or is_region(sentence.tokens[place.last].low)):
                return place
    return None


def _meant(local: Place, before: list[Place], told: Place | None, at: int, context: Context) -> Place | None:
    """Return of which place a local official speaks: of that of the event, unless it is another's."""
    if same := next((one for one in before if _are_one(one, local, at, context)), None):
        return same
    if told is None:
        return local
    tokens = context.sentences[at].tokens
    title = [token.low for token in tokens[max(0, local.first - 3) : local.last + 3]]
    of_town = any(word.startswith(OF_TOWNS) for word in title)
    last = context.sentences[told.sentence or 0].tokens[told.last].low
    return local if of_town or is_region(last) else told


def _of_claimant(at: int, context: Context) -> Place | None:
    """Return the place in a claimant's title where no other is named: "the mayor of the town"."""
    before = range(at, max(-1, at - 2 * NEAR), -1)
    behind = range(at + 1, min(at + 1 + NEAR, len(context.sentences)))
    for step in [*before, *behind]:
        known = [place for place in context.places[step] if place.conflict and not place.is_country]
        if known:
            return known[0] if step == at else moved(known[0], step)
    return None
