"""The scene of a whole text: the place in its headword, or the only place of which it tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casualty_ledger.intake.articles.context import Context
from casualty_ledger.intake.articles.places.places import Place, is_region
from casualty_ledger.intake.articles.wars.war_words import land_name

LONGEST_HEADWORD, FARTHEST, FIRST = 12, 40, 2
# Quarters of towns stand behind another preposition than towns: «на Печерську».
QUARTERS = "на"
WARS, FARTHEST_WAR = ("війн", "войн", "war", "кампан", "campaign"), 6
FIGHTS = ("siege", "battle", "defence", "облог", "осад", "битв", "оборон", "бої", "бои")
LASTED = ("began", "lasted", "ended", "трива", "почал", "закінч", "заверш", "длил", "начал", "закончил")
HEIGHTS = ("height", "hill", "висот", "высот")
DASHES = ("—", "–")
SHORTEST_STEM, LONGEST_ENDING = 3, 2
# Words for a land that lies within another one, and whose name stands in its offices' names.
ENCLAVES = ("enclave", "анклав")


def topic_of(context: Context) -> Place | None:
    """Return the place in the headword of an article of reference: «Бої за Північ — бойові дії …»."""
    tokens = context.sentences[0].tokens if context.sentences else []
    if height := _height(context):
        return height
    if fought := fought_for(context):
        return fought
    for place in context.places[0] if tokens else []:
        dash = place.last + 1
        if dash >= min(len(tokens), LONGEST_HEADWORD):
            return None
        ends = tokens[dash].low in DASHES
        plain = all(token.kind == "word" for token in tokens[:dash])
        if place.first > 0 and not place.is_aside and ends and plain:
            return replace(place, sentence=0)
    return None


def fought_for(context: Context) -> Place | None:
    """Return the place whose siege or battle a text dates at its beginning: "The siege lasted a month"."""
    tokens = context.sentences[0].tokens if context.sentences else []
    opens = [at for at, token in enumerate(tokens[:FIRST]) if token.low.startswith(FIGHTS)]
    for place in context.places[0] if opens else []:
        behind = tokens[place.last + 1 : place.last + 1 + FIRST]
        if place.first - opens[0] <= FIRST + 1 and any(token.low.startswith(LASTED) for token in behind):
            return replace(place, sentence=0)
    return None


def only_scene(at: int, context: Context) -> Place | None:
    """Return the place of which a text has told so far, where it is one: of that its totals are."""
    before = list(_told_before(at, context))
    one = all(_have_one_stem(place, before[0], context) for place in before)
    return before[0] if before and one else None


def land_pointed_at(word: int, at: int, context: Context) -> Place:
    """Return the land to which "the enclave" points, be it in an office's name, else the word itself."""
    for step in range(at, max(-1, at - FARTHEST), -1):
        sentence = context.sentences[step]
        lands = [
            (first, last, tag)
            for tag, spans in sentence.marks.items()
            if tag.startswith("place/")
            for first, last in spans
            if any(sentence.begins(family, first) is not None for family in ("party/", "speaker/"))
        ]
        if lands:
            first, last, tag = max(lands)
            _, conflict, party = tag.split("/")
            return Place(first, last, party, conflict, sentence=step)
    return Place(word, word)


def _told_before(at: int, context: Context) -> Iterator[Place]:
    for step in range(at - 1, max(-1, at - FARTHEST), -1):
        names = [(each.first, each.last) for each in context.attributions[step]]
        for place in reversed(context.places[step]):
            elsewhere = place.is_country or place.is_aside or place.is_origin
            if not elsewhere and not any(a <= place.first <= b for a, b in names):
                yield replace(place, sentence=step)


def _have_one_stem(one: Place, other: Place, context: Context) -> bool:
    words = [context.sentences[each.sentence or 0].tokens[each.first].low for each in (one, other)]
    stem = max(SHORTEST_STEM, min(map(len, words)) - LONGEST_ENDING)
    return words[0][:stem] == words[1][:stem]


def _height(context: Context) -> Place | None:
    """Return a height by its number in the headword: «Бій за висоту 776 — …»."""
    tokens = context.sentences[0].tokens[:LONGEST_HEADWORD]
    for at, token in enumerate(tokens[:-2]):
        if token.low.startswith(HEIGHTS) and tokens[at + 1].kind == "number" and tokens[at + 2].low in DASHES:
            return Place(at, at + 1, sentence=0)
    return None


def widened(place: Place | None, context: Context) -> Place | None:
    """Return the region with which a sentence opens that names several of its towns, for what is carried on.

    A quarter of a town gives way to the town that stands alone above the text.
    """
    if place is None or place.sentence is None or place.name:
        return place
    told = [one for one in context.places[place.sentence] if not (one.is_aside or one.is_origin)]
    tokens = context.sentences[place.sentence].tokens
    opening = told[0] if len(told) > 2 and told[0].first <= FIRST else None
    if opening and is_region(tokens[opening.last].low) and not is_region(tokens[place.last].low):
        return replace(opening, sentence=place.sentence)
    label = _label(context)
    within = not place.conflict and place.first > 0 and tokens[place.first - 1].low == QUARTERS
    return label if label and within else place


def _label(context: Context) -> Place | None:
    """Return the place that stands alone as the first line or sentence of a text, in small letters."""
    tokens = context.sentences[0].tokens if context.sentences else []
    alone = (
        next((one for one in context.places[0] if one.conflict and not one.is_country), None)
        if tokens
        else None
    )
    whole = alone is not None and alone.first == 0 and alone.last >= len(tokens) - 2
    return replace(alone, sentence=0) if alone and whole and not tokens[0].text.isupper() else None


def war_named(context: Context) -> Place | None:
    """Return the land by whose name a text opens with a war: «Друга … війна тривала 44 дні»."""
    for step, sentence in enumerate(context.sentences[:1]):
        for tag, spans in sentence.marks.items():
            behind = ((first, sentence.tokens[last + 1 : last + 2]) for first, last in spans)
            wars = [first for first, word in behind if word and word[0].low.startswith(WARS)]
            if wars and tag.startswith("place/") and wars[0] < FARTHEST_WAR:
                _, conflict, party = tag.split("/")
                word = sentence.tokens[wars[0]].low
                name = land_name(conflict, party, context.language, word) or word.title()
                return Place(wars[0], wars[0], party, conflict, name=name, sentence=step)
    return None
