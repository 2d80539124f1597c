"""Where it was: the places that a sentence names, and whose people live there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.places.areas import WITHIN, find_areas
from casualty_ledger.intake.articles.places.beside_places import (
    end_of_dateline,
    is_adjective,
    is_agent,
    is_apposed_resident,
    is_bearing,
    is_building,
    is_facility,
    is_goal,
    is_of_care,
    is_of_office,
    is_of_past,
    is_of_unit,
    is_origin,
    is_residence,
    is_route,
    is_short_form,
    is_told_there,
    names_no_place,
)
from casualty_ledger.intake.articles.places.elsewhere import is_elsewhere, is_no_scene, is_of_speaker
from casualty_ledger.intake.articles.places.own_places import is_aim, is_own_place

BETWEEN = {
    ",", "in", "the", "of", "(", "у", "в", "на", "і", "-", "во", "near", "s", "and", "та", "й", "и", "city",
    "village", "town", "settlement", "district",
}  # fmt: skip
# Whom or what "to" leads to is as often a person, a weapon or a group as a place.
TOWARDS = "to"
# Whole regions: by the words for them, and by an ending of Ukrainian and Russian.
REGIONS = (
    "region", "oblast", "област", "обласн", "край", "краю", "регіон", "регион", "республ", "republic",
)  # fmt: skip
REGION_ENDING = re.compile("(?:щ|чч)ин(?:[аиіеуы]|ою|ой)$")
# In Ukrainian and Russian the name stands before these kinds, and somebody else's behind.
BEHIND_ITS_NAME = ("област", "район", "громад", "республ", "округ", "напрям", "направлен")
ATTACKING = {"attacked", "attacking", "invaded", "invading", "stormed", "storming", "hit", "struck"}
ASSAULTS = {"attack", "attacks", "assault", "invasion", "raid", "incursion"}
FAR, UNKNOWN, CLAUSE, RESIDENCE, BY = 40, 6, 6, 12, 4
NEARBY = ("near", "outside", "under", "під", "біля", "под", "около", "возле", "поблизу")
ABBREVIATED, SHORTEST_KIND = {"м", "г"}, 2
Spans = list[tuple[int, int]]


@dataclass(frozen=True)
class Place:
    """A place by its tokens, with the party whose people live there, where that is known."""

    first: int
    last: int
    party: str = ""
    conflict: str = ""
    is_country: bool = False
    is_whole: bool = False
    is_aside: bool = False
    is_origin: bool = False
    # A building by its own name, which no other event happens in: «в Северном роддоме».
    is_building: bool = False
    # How the place is called where its words do not say so: the country of "Northern prisons".
    name: str = ""
    # The sentence that names it, where another one does.
    sentence: int | None = None


def is_region(word: str) -> bool:
    """Say whether a word names a whole region, as "region" and an ending of its own do."""
    return word.startswith(REGIONS) or REGION_ENDING.search(word) is not None


def find_places(sentence: Sentence, named: Spans, *, at_scene: bool = False) -> list[Place]:
    """List the places of a sentence; a settlement and its region that stand together are one.

    `named`: the names of claimants; what no list knows is no place there. `at_scene`: the text is written
    where it happened, as "here" tells, and so its dateline names a place like any other.
    """
    areas = [Place(first, last) for first, last in find_areas(sentence)]
    unknown = [*_behind_preposition(sentence), *_before_kind(sentence), *areas]
    outside = [one for one in unknown if not any(a <= one.first <= b for a, b in named)]
    found = [*_known(sentence), *outside]
    single: list[Place] = []
    for place in sorted(found, key=lambda each: (each.first, each.first - each.last, each.party == "")):
        if single and place.first <= single[-1].last:
            continue
        single.append(place)
    joined = [one for one in _joined(single, sentence) if at_scene or not is_no_scene(sentence, one.first)]
    return [
        replace(
            place,
            is_aside=(place.last < end_of_dateline(sentence) and not at_scene)
            or is_told_there(sentence, place.first)
            or is_goal(sentence, place.first)
            or is_route(sentence, place.first, place.last)
            or is_of_care(sentence, place.first, place.last)
            or is_of_office(sentence, place.first, place.last)
            or is_elsewhere(sentence, place.first, place.last)
            or is_of_speaker(sentence, place.first, named),
            is_origin=is_origin(sentence, place.first)
            or is_apposed_resident(sentence, place.first)
            or (place.first > (joined[0].last) and _is_beside_told(sentence, place)),
        )
        for place in joined
    ]


def _is_beside_told(sentence: Sentence, place: Place) -> bool:
    """Say whether a place only describes people or a place told before it."""
    return is_of_past(sentence, place.first) or is_bearing(sentence, place.first)


def _known(sentence: Sentence) -> list[Place]:
    found = []
    for tag, spans in sentence.marks.items():
        kind, _, rest = tag.partition("/")
        if kind in ("place", "country"):
            conflict, party = rest.split("/")
            for first, last in spans:
                end = _with_kind(sentence, last)
                named = any(token.is_capital for token in sentence.tokens[first : last + 1]) or end > last
                of_country = kind == "country" and first == last and is_adjective(sentence.tokens[first].low)
                acts = is_agent(sentence, first) or is_of_unit(sentence, last)
                if named and not of_country and not acts and not _is_person(sentence, first):
                    last = end
                    within = first and (
                        sentence.tokens[first - 1].low in WITHIN or _is_attacked(sentence, first)
                    )
                    is_actor = not within if kind == "country" else _acts(sentence, first, last)
                    found.append(Place(first, last, party, conflict, is_actor, kind == "country"))
    return found


def _is_attacked(sentence: Sentence, first: int) -> bool:
    """Say whether a land is what was attacked: "attacked the North", "the assault on the North"."""
    before = sentence.tokens[max(0, first - 2) : first]
    hit = bool(before) and before[-1].low in ATTACKING
    return hit or (len(before) > 1 and before[1].low in ("on", "of", "into") and before[0].low in ASSAULTS)


def _acts(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a capital stands for its government: "Moscow said", «Київ відкинув»."""
    speaks = sentence.begins("speaker/", first) is not None
    led = first > 0 and sentence.closes("place_before", first - 1) is not None
    behind = sentence.tokens[last + 1 : last + 2]
    joined = bool(behind) and (behind[0].kind == "mark" or sentence.closes("place_words", last) is not None)
    return speaks and first == last and not led and not joined


def _is_person(sentence: Sentence, first: int) -> bool:
    return sentence.tokens[first].text.isupper() and len(sentence.tokens[first].text) < 3


def _with_kind(sentence: Sentence, last: int) -> int:
    if (
        last + 1 < len(sentence.tokens)
        and sentence.starts("place_words", last + 1) is not None
        and len(sentence.tokens[last + 1].low) > 2
    ):
        return last + 1
    return last


def _behind_preposition(sentence: Sentence) -> list[Place]:
    """Find names behind "in" or "the village of"."""
    found, tokens = [], sentence.tokens
    for _, last in sentence.spans("place_before", "place_words"):
        at = last + 1
        if tokens[last].low.startswith(BEHIND_ITS_NAME) or tokens[last].low == TOWARDS:
            continue
        if (
            len(tokens[last].low) == 1
            and tokens[last].low in ABBREVIATED
            and (at >= len(tokens) or tokens[at].low != ".")
        ):
            continue
        if at < len(tokens) and tokens[at].low == "of":
            at += 1
        if at < len(tokens) and tokens[at].low in (".", "the"):
            at += 1
        if at + 1 < len(tokens) and tokens[at + 1].is_capital and is_adjective(tokens[at].low):
            at += 1
        end = at
        while (
            end < len(tokens)
            and tokens[end].is_capital
            and tokens[end].kind == "word"
            and end - at < 3
            and not names_no_place(sentence, end)
        ):
            end += 1
        unit = end > at and is_of_unit(sentence, end - 1)
        if end > at and not unit and not is_short_form(sentence, at) and not is_building(sentence, at, end):
            last = _with_kind(sentence, end - 1)
            found.append(Place(at, last, is_building=end == at + 1 and is_facility(sentence, last)))
    return found


def _before_kind(sentence: Sentence) -> list[Place]:
    """Find names before what they are: "the Northern region"."""
    found, tokens = [], sentence.tokens
    for first, _ in sentence.spans("place_words"):
        if (
            first
            and len(tokens[first].low) > SHORTEST_KIND
            and tokens[first - 1].is_capital
            and tokens[first - 1].kind == "word"
            and not names_no_place(sentence, first - 1)
        ):
            begin = first - 1
            while (
                begin
                and tokens[begin - 1].is_capital
                and tokens[begin - 1].kind == "word"
                and begin > 1
                and first - begin < 3
            ):
                begin -= 1
            found.append(Place(begin, first))
    return found


def _joined(places: list[Place], sentence: Sentence) -> list[Place]:
    joined: list[Place] = []
    for place in places:
        before = joined[-1] if joined else None
        between = sentence.tokens[before.last + 1 : place.first] if before else []
        near = before and len(between) <= 3 and all(token.low in BETWEEN for token in between)
        if (
            before
            and near
            and not before.is_country
            and not place.is_country
            and place.last - before.first < 9
        ):
            party = place.party or before.party
            joined[-1] = Place(before.first, place.last, party, place.conflict or before.conflict)
        else:
            joined.append(place)
    return joined


def nearest(sentence: Sentence, places: list[Place], number: int, end: int, named: Spans) -> Place | None:
    """Return the place nearest to a number; one inside a claimant's name, or a whole country, comes last.

    `end`: the last token of what is counted; a place right behind it is its own.
    """

    def distance(place: Place) -> float:
        in_name = any(a <= place.first and place.last <= b for a, b in named)
        behind = is_own_place(sentence, place.first, number, end)
        breaks = sum(token.low in (",", ";", ":") for token in sentence.tokens[number : place.first])
        return (
            abs(place.first - number) * (not behind)
            + CLAUSE * breaks
            + RESIDENCE * is_residence(sentence, place.first)
            + BY * (sentence.tokens[place.first - 1].low in NEARBY)
            + FAR * in_name
            + 0.5 * FAR * place.is_country
            + UNKNOWN * ((not place.conflict and not behind) or place.is_whole)
            - CLAUSE * (bool(place.conflict) and is_aim(sentence, place.first))
            + FAR * (place.is_aside or place.is_origin)
        )

    return min(places, key=distance, default=None)
