"""Places to which words point back: "in the region", «там», "across the country", "the regional capital"."""

from __future__ import annotations

from casualty_ledger.intake.articles.context import Context
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.location.carrying import moved, region_of_speaker, same_scene
from casualty_ledger.intake.articles.location.scenes import ENCLAVES, land_pointed_at
from casualty_ledger.intake.articles.measures.found import Found
from casualty_ledger.intake.articles.places.areas import WITHIN
from casualty_ledger.intake.articles.places.beside_places import ORIGIN
from casualty_ledger.intake.articles.places.places import Place, is_region
from casualty_ledger.intake.articles.wars.war_words import country_name

FARTHEST_KIND = 12
POINTING = ("the", "над", "over", "цій", "этой", "этом", "цьому")
# Whose region it is says who speaks.
HIS = ("his", "her", "their", "its", "его", "её", "ее", "своей", "своём", "своем", "його", "її", "своїй")
LAND, ALL = ("country", "стране", "країні", "країною"), ("the", "all", "всей", "усій", "всій", "цілій")
LED = {"across", "throughout", "по", "over", "усією", "всією", "країною"}
NATIONWIDE = ("nationwide", "countrywide")
CAPITALS, OF_REGION = ("capital", "центр"), ("regional", "provincial", "обласн", "областн", "крайов", "краев")


def pointed_at(found: Found, at: int, here: Place | None, context: Context) -> Place | None:
    """Return the place to which a word near a number points back: "in the region", «там»."""
    sentence, number = context.sentences[at], found.number.first
    if whole := _whole_land(number, at, here, context) or _main_town(number, at, here, context):
        return whole
    words = [first for first, _ in sentence.spans("place_words") if _is_bare(sentence, first, at, context)]
    pointing = [*words, *(first for first, _ in sentence.spans("there") if not _exists(sentence, first))]
    word = min(pointing, key=lambda first: abs(first - number), default=None)
    if word is None or (here and not here.is_country and abs(here.first - number) < abs(word - number)):
        return None
    wanted = is_region(sentence.tokens[word].low) if word in words else None
    if word in words and sentence.tokens[word].low.startswith(ENCLAVES):
        return land_pointed_at(word, at, context)
    if wanted and sentence.tokens[word - 1].low in HIS and (own := region_of_speaker(at, context)):
        return own
    for step in range(at, max(-1, at - FARTHEST_KIND), -1):
        for place in reversed(context.places[step]):
            before = step < at or place.first < word
            named = context.sentences[step].tokens[place.last : place.last + 2]
            kind = any(is_region(token.low) for token in named)
            if (
                before
                and not place.is_country
                and not place.is_origin
                and not place.is_whole
                and wanted in (None, kind)
            ):
                return _as_scene(moved(place, step), step, context)
    return Place(word, word) if wanted else None  # A region told of by no name is no town in it.


def _exists(sentence: Sentence, at: int) -> bool:
    """Say whether "there" only says that something was: "there were no casualties"."""
    return any(token.low in ("was", "were", "is", "are") for token in sentence.tokens[at + 1 : at + 2])


def _is_bare(sentence: Sentence, first: int, at: int, context: Context) -> bool:
    """Say whether a kind of place stands without a name: "in the region", and not "in the North region"."""
    if first > 1 and sentence.tokens[first - 2].low in ORIGIN:
        return False  # "A man from his city" was harmed elsewhere.
    of_people = first > 0 and sentence.closes("persons/", first - 1) is not None
    led = of_people or ((first > 0) and sentence.tokens[first - 1].low in (*WITHIN, *POINTING, *HIS))
    behind = sentence.tokens[first + 1 : first + 2]
    named = any(place.first <= first <= place.last for place in context.places[at])
    return led and not named and not (behind and (behind[0].is_capital or behind[0].low == "of"))


def _whole_land(number: int, at: int, here: Place | None, context: Context) -> Place | None:
    """Return the country of a count that is told of it whole: "across the country", «всего по стране»."""
    tokens = context.sentences[at].tokens
    words = [step for step, token in enumerate(tokens) if _means_land(context.sentences[at], step)]
    word = min(words, key=lambda step: abs(step - number), default=None)
    if word is None or (here and not here.is_country and abs(here.first - number) < abs(word - number)):
        return None
    told = (place for step in range(at, max(-1, at - FARTHEST_KIND), -1) for place in context.places[step])
    settled = next((place for place in told if place.party and not place.is_country), None)
    if settled is None:
        return None
    name = country_name(settled.conflict, settled.party, context.language)
    return Place(word, word, settled.party, settled.conflict, is_whole=True, name=name) if name else None


def _means_land(sentence: Sentence, at: int) -> bool:
    low = sentence.tokens[at].low
    if low in NATIONWIDE:
        return True
    led = at - 1 - (at > 1 and sentence.tokens[at - 1].low in ALL)
    return low in LAND and at > 0 and sentence.tokens[led].low in LED


def _main_town(number: int, at: int, here: Place | None, context: Context) -> Place | None:
    """Return where "the regional capital" lies: in the region of who speaks, else by its own words."""
    sentence = context.sentences[at]
    words = [
        step
        for step in range(1, len(sentence.tokens))
        if sentence.tokens[step].low.startswith(CAPITALS)
        and sentence.tokens[step - 1].low.startswith(OF_REGION)
        and {token.low for token in sentence.tokens[max(0, step - 3) : step]} & WITHIN
    ]
    word = min(words, key=lambda step: abs(step - number), default=None)
    if word is None or (here and not here.is_country and abs(here.first - number) < abs(word - number)):
        return None
    return region_of_speaker(at, context) or Place(word - 1, word)


def _as_scene(place: Place, step: int, context: Context) -> Place:
    """Return the place of an event that an office's name only names again: «глава Северской общины»."""
    return (same_scene(place, step, context) or place) if place.is_aside else place
