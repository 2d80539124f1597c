"""The place of an earlier sentence, where the text goes on telling of the event there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from casualty_ledger.intake.articles.context import Context
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.places.areas import WITHIN
from casualty_ledger.intake.articles.places.places import Place, is_region
from casualty_ledger.intake.articles.wars.war_words import country_name

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
    if told is None and here is not None and _is_seat(here, at, context):
        return _land(at, context) or here
    return told or here or _land(at, context) or _of_claimant(at, context)


def region_of_speaker(at: int, context: Context) -> Place | None:
    """Return the region or town of the local official who spoke last: "in his region, he added"."""
    for step in range(at, max(-1, at - 1 - NEAR), -1):
        if local := _of_local_claimant(step, context):
            return moved(local, step)
    return None


def same_scene(place: Place, step: int, context: Context) -> Place | None:
    """Return the place of an event that a sentence only names again, aside."""
    return _same_before(place, list(_places_before(step, context)), step, context)


def _land(at: int, context: Context) -> Place | None:
    """Return the land in which a text has said that it was, or that a monitor watches whom it quotes."""
    for step in range(at, max(-1, at - 2 * NEAR), -1):
        for place in reversed(context.places[step]):
            is_land = place.is_country and not (place.is_whole or place.is_aside)
            if is_land and _is_within(place, step, context):
                return moved(place, step)
        watched = [tag.split("/")[1:] for tag in context.sentences[step].marks if tag.startswith("monitor/")]
        for conflict, party in watched:
            if _is_of_war(conflict, context.sentences[step : at + 1]):
                name = country_name(conflict, party, context.language)
                return Place(0, 0, party, conflict, is_whole=True, name=name, sentence=step) if name else None
    return None


def _is_of_war(conflict: str, sentences: list[Sentence]) -> bool:
    """Say whether sentences name places and parties of no other war: a monitor watches more than one."""
    tags = (
        tag.split("/") for each in sentences for tag in each.marks if tag.startswith(("party/", "place/"))
    )
    return all(tag[1] == conflict for tag in tags)


def _is_within(place: Place, step: int, context: Context) -> bool:
    """Say whether a place is where something was, and not who acted: "in the North"."""
    before = context.sentences[step].tokens[max(0, place.first - 2) : place.first]
    return any(token.low in WITHIN for token in before)


def _is_seat(here: Place, at: int, context: Context) -> bool:
    """Say whether a place is only where a claimant sits: "the ministry in the capital"."""
    named = any(each.first < here.first <= each.last for each in context.attributions[at])
    return named and _is_within(here, at, context)


def _free(step: int, context: Context) -> list[Place]:
    """Return the places of a sentence where something may have happened."""
    names = [(each.first, each.last) for each in context.attributions[step]]
    return [
        moved(place, step)
        for place in context.places[step]
        if not (place.is_country or place.is_aside or place.is_origin or place.is_building)
        and not any(a <= place.first <= b for a, b in names)
    ]


def _places_before(at: int, context: Context) -> Iterator[Place]:
    """List the places of the sentences before, the last first; farther back another event is told."""
    for step in range(at - 1, max(-1, at - 1 - FARTHEST), -1):
        yield from reversed(_free(step, context))


def _where_it_happened(before: list[Place], at: int, context: Context) -> Place | None:
    """Return the place of the last event near by, else the last place near by, else that of an event."""
    harmed = [place for place in before if not _is_spared(place, context)]
    near = [place for place in harmed if at - (place.sentence or 0) <= NEAR]
    told = next((place for place in near if _is_of_event(place, context)), None)
    told = told or next(iter(near), None)
    told = told or next((place for place in harmed if _is_of_event(place, context)), None)
    return told or (before[0] if before and (len(before) == 1 or not harmed) else None)


def _is_spared(place: Place, context: Context) -> bool:
    """Say whether a sentence tells of a place only that nobody came to harm there."""
    sentence = context.sentences[place.sentence or 0]
    denied = bool(sentence.spans("zero")) and bool(sentence.spans("zero_objects"))
    return denied and not any(token.kind == "number" for token in sentence.tokens)


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
    if told is None or _is_of_another(local, told, at, context):
        return local
    tokens = context.sentences[at].tokens
    title = [token.low for token in tokens[max(0, local.first - 3) : local.last + 3]]
    of_town = any(word.startswith(OF_TOWNS) for word in title)
    last = context.sentences[told.sentence or 0].tokens[told.last].low
    return local if of_town or is_region(last) else told


def _is_of_another(local: Place, told: Place, at: int, context: Context) -> bool:
    """Say whether the event before was told by the official of another region."""
    for step in range(at - 1, max(-1, (told.sentence or 0) - 1), -1):
        before = _of_local_claimant(step, context)
        if before is not None:
            return not _are_one(moved(before, step), local, at, context)
    return False


def _of_claimant(at: int, context: Context) -> Place | None:
    """Return the place in a claimant's title where no other is named: "the mayor of the town"."""
    before = range(at, max(-1, at - 2 * NEAR), -1)
    behind = range(at + 1, min(at + 1 + NEAR, len(context.sentences)))
    for step in [*before, *behind]:
        known = [place for place in context.places[step] if place.conflict and not place.is_country]
        if known:
            return known[0] if step == at else moved(known[0], step)
    return None
