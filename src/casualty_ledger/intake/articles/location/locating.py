"""Where a number belongs, and to which war."""

from __future__ import annotations

import re

from casualty_ledger.intake.articles.candidate import Candidate
from casualty_ledger.intake.articles.context import Context
from casualty_ledger.intake.articles.language.forms import base_form
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.location.carrying import FARTHEST, carried, moved
from casualty_ledger.intake.articles.location.pointed_places import FARTHEST_KIND, pointed_at
from casualty_ledger.intake.articles.location.scenes import (
    fought_for,
    only_scene,
    topic_of,
    war_named,
    widened,
)
from casualty_ledger.intake.articles.measures.found import Found
from casualty_ledger.intake.articles.measures.totals import is_cumulative
from casualty_ledger.intake.articles.people.people import FIGHTERS, IN_CAPTIVITY, IN_FIGHTING
from casualty_ledger.intake.articles.places.areas import WITHIN
from casualty_ledger.intake.articles.places.beside_places import is_adjective
from casualty_ledger.intake.articles.places.own_places import is_own_place
from casualty_ledger.intake.articles.places.places import Place, Spans, is_region, nearest
from casualty_ledger.intake.articles.wars.sides import Naming, namings
from casualty_ledger.intake.articles.wars.war_words import country_name, known_wars, land_name

CAPTIVE = ("held", "died_in_captivity")
# Beginnings of words for where captives are kept.
CUSTODY = (
    "captiv", "prison", "colon", "jail", "detention", "custody", "camp", "hands", "territor", "полон",
    "невол", "колоні", "колони", "тюрм", "тюрьм", "в'язниц", "сізо", "сизо", "плен", "застін", "застен",
    "катівн", "ізолятор", "изолятор", "територі", "территор", "лагер", "табор", "місц", "мест",
)  # fmt: skip
PRISONS = (
    "captiv", "prison", "colon", "jail", "полон", "невол", "колоні", "колони", "тюрм", "тюрьм",
    "в'язниц", "сізо", "сизо", "плен", "ізолятор", "изолятор",
)  # fmt: skip
POSSESSIVE = re.compile(r"['’]s$")
# So many sentences around a number may name its place.
NEAR, NEXT_WORDS = 6, 3


def place_of(found: Found, at: int, context: Context, named: Spans) -> Place | None:
    """Return the place nearest to a number: in its sentence, else in those around it."""
    end = max(found.number.last, found.counted.last)
    here = nearest(context.sentences[at], context.places[at], found.number.first, end, named)
    own = here is not None and is_own_place(context.sentences[at], here.first, found.number.first, end)
    if told := _in_custody(found, here, at, context) or (
        None if own else pointed_at(found, at, here, context)
    ):
        return told
    if here and not here.is_country:
        happened = not here.is_aside and (
            not here.is_origin or _is_share(found, here) or _are_brought(found, here, context.sentences[at])
        )
        free = happened and not any(a <= here.first <= b for a, b in named)
        if free or _is_local(here, at, context):
            return here
    if here is None and (region := _region_of_list(at, context)):
        return region
    if is_cumulative(found, context.sentences[at]) and not _names_a_kind(found, at, context):
        whole = _country_before(at, context) or _land_before(found, at, context)
        if here and here.is_aside:
            return whole or carried(at, here, context)
        if not here and (battle := fought_for(context)):
            return battle
        if not here and not whole:
            return only_scene(at, context)
        return here or whole
    fought = found.counted.population in FIGHTERS or found.measure in (*IN_FIGHTING, "missing")
    war = war_named(context) if fought else None
    return topic_of(context) or war or widened(carried(at, here, context), context)


def _region_of_list(at: int, context: Context) -> Place | None:
    """Return the region above several places whose sum a sentence gives: "All told, two dead".

    A total since a start is no sum of them.
    """
    if not context.sentences[at].marks.get("total_soft"):
        return None
    told: set[str] = set()
    for step in range(at - 1, max(-1, at - 1 - FARTHEST), -1):
        for place in reversed(context.places[step]):
            word = context.sentences[step].tokens[place.last].low
            if is_region(word) and len(told) > 1 and not place.is_aside:
                return moved(place, step)
            if not (place.is_country or place.is_aside or place.is_origin):
                told.add(word)
    return None


def _is_share(found: Found, here: Place) -> bool:
    """Say whether a place from which people come is told of them: the deported, its share of the dead."""
    beside = 0 < here.first - found.number.last <= NEXT_WORDS and not found.number.is_one
    return beside or found.measure == "deported"


def _are_brought(found: Found, here: Place, sentence: Sentence) -> bool:
    """Say whether the hurt were brought from a place: "patients flown from X"."""
    before = range(max(0, here.first - 3), here.first)
    return found.measure == "injured" and any(sentence.begins("taken", step) is not None for step in before)


def _is_local(place: Place, at: int, context: Context) -> bool:
    """Say whether a place stands in the name of a local official who opens a line: "Northern region: …"."""
    if place.first > 1 or place.is_whole:
        return False
    labels = (each for each in context.attributions[at] if each.first <= place.first <= each.last == each.cue)
    words = (step for each in labels for step in range(each.first, each.last + 1))
    return any(context.sentences[at].begins("locals", step) is not None for step in words)


def _in_custody(found: Found, here: Place | None, at: int, context: Context) -> Place | None:
    """Return the country in whose hands people are, where the words say whose: "in Northern prisons"."""
    sentence, number = context.sentences[at], found.number.first
    in_prison = found.measure == "killed" and _are_in_prison(sentence)
    if found.measure not in CAPTIVE and found.counted.population != "pow" and not in_prison:
        return None
    sentence, number = context.sentences[at], found.number.first
    settled = here is not None and bool(here.conflict) and not (here.is_country or here.is_whole)
    held = [
        one
        for one in namings(sentence)
        if not found.number.begin <= one.first <= found.counted.last + 1
        and (_holds(sentence, one) or (not settled and _is_captor(sentence, one)))
    ]
    nearest_held = min(held, key=lambda one: abs(one.first - number), default=None)
    if nearest_held is None or (
        settled and here and abs(here.first - number) < abs(nearest_held.first - number)
    ):
        return None
    name = country_name(nearest_held.conflict, nearest_held.party, context.language)
    if not name:
        return None
    return Place(
        nearest_held.first, nearest_held.last + 1, nearest_held.party, nearest_held.conflict, name=name
    )


def _are_in_prison(sentence: Sentence) -> bool:
    """Say whether a sentence names those in whose prisons something was: «умерли в северных колониях»."""
    held = (one for one in namings(sentence) if _holds(sentence, one))
    around = (sentence.tokens[max(0, one.first - NEXT_WORDS) : one.last + NEXT_WORDS] for one in held)
    return any(token.low.startswith(PRISONS) for words in around for token in words)


def _holds(sentence: Sentence, one: Naming) -> bool:
    """Say whether a party is named as who holds people, behind a preposition: «в северных колониях»."""
    before = [token.low for token in sentence.tokens[max(0, one.first - NEXT_WORDS) : one.first]]
    behind = sentence.tokens[one.last + 1 : one.last + NEXT_WORDS]
    led = bool(before) and before[-1] in WITHIN and any(token.low.startswith(CUSTODY) for token in behind)
    return led or (bool(set(before) & WITHIN) and bool(before) and before[-1].startswith(CUSTODY))


def _is_captor(sentence: Sentence, one: Naming) -> bool:
    """Say whether a party stands beside a verb as who holds people: "held by the North", «утримує Північ»."""
    last, by = one.first - 1, one.first > 0 and sentence.tokens[one.first - 1].low == "by"
    before = sentence.closes("measures/held/verb", last - by) is not None
    behind = range(one.last + 1, one.last + 1 + NEXT_WORDS)
    between = any(token.low == "," for token in sentence.tokens[one.last + 1 : one.last + NEXT_WORDS])
    acts = not between and any(sentence.begins("measures/held/verb", step) is not None for step in behind)
    return before or acts


def _names_a_kind(found: Found, at: int, context: Context) -> bool:
    """Say whether a running total is of a place told before: "in the region", «в регионе»."""
    sentence = context.sentences[at]
    spans = sentence.spans("place_words")
    return any(
        first
        and sentence.tokens[first - 1].low in (*WITHIN, "the")
        and abs(first - found.number.first) <= FARTHEST_KIND
        and not any(place.first <= first <= place.last for place in context.places[at])
        for first, _ in spans
    )


def _country_before(at: int, context: Context) -> Place | None:
    """Return the country of which a sentence before speaks: "civilians were killed in the country"."""
    for step in range(at - 1, max(-1, at - NEAR), -1):
        whole = [place for place in context.places[step] if place.is_whole and not place.is_country]
        if whole:
            return moved(whole[-1], step)
    return None


def _land_before(found: Found, at: int, context: Context) -> Place | None:
    """Return the land of whose people a running total is: one with a people of its own, or a claimant's."""
    if found.counted.population in FIGHTERS or found.measure in IN_FIGHTING | IN_CAPTIVITY:
        return None
    for step in range(at, max(-1, at - FARTHEST), -1):
        sentence = context.sentences[step]
        names = [(each.first, each.last) for each in context.attributions[step]]
        for place in reversed(context.places[step]):
            is_land = sentence.begins("party/", place.first) is not None
            if (
                place.conflict
                and not place.is_country
                and (is_land or any(a <= place.first <= b for a, b in names))
            ):
                return moved(place, step)
    return None


def words_of_place(place: Place | None, at: int, context: Context) -> str | None:
    """Return the name of a place as the text has it, in the nominative where the dictionary tells it."""
    if place is None:
        return None
    if place.name:
        return place.name
    tokens = context.sentences[at if place.sentence is None else place.sentence].tokens
    words = context.text[tokens[place.first].start : tokens[place.last].end]
    other_war = place.conflict not in ("", known_wars()[0].conflict)
    if other_war and place.first == place.last and is_adjective(words.lower()):
        words = land_name(place.conflict, place.party, context.language, words.lower()) or words
    return base_form(POSSESSIVE.sub("", words), context.language)


def conflict_of(
    found: Found,
    sentence: Sentence,
    place: Place | None,
    before: Candidate | None,
    names: list[tuple[int, int]],
) -> tuple[str, str]:
    """Return of which war a figure speaks, and whose people its words there tell of.

    `before`: the figure told just before, whose war goes on where no word tells of another.
    """
    wars = known_wars()
    main = wars[0].conflict if wars else ""
    marks: list[tuple[int, str, str]] = [
        (one.first, one.conflict, one.party)
        for one in namings(sentence)
        if sentence.starts("epithet", one.first) is None  # Every war has its enemies and militants.
    ]
    marks += [
        (first, tag.split("/")[1], tag.split("/")[2])
        for tag, spans in sentence.marks.items() if tag.startswith("place/")
        for first, _ in spans if sentence.tokens[first].is_capital
    ]  # fmt: skip
    marks = [each for each in marks if not any(a <= each[0] <= b for a, b in names)] or marks
    if not marks and before and before.conflict != main and not (place and place.conflict == main):
        return before.conflict, before.party
    if not marks and place and place.conflict not in ("", main):
        return place.conflict, place.party
    others = [each for each in marks if each[1] != main]
    if not others:
        return main, ""
    at = found.number.first
    nearest_mark = min(marks, key=lambda each: abs(each[0] - at))
    if nearest_mark[1] == main and place and place.conflict == main:
        return main, ""
    closest = min(others, key=lambda each: abs(each[0] - at))
    return closest[1], closest[2]
