"""Where it was: the places that a sentence names, and whose people live there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from casualty_ledger.intake.articles.forms import INFLECTED, is_grammar
from casualty_ledger.intake.articles.tokens import Sentence

BETWEEN = {
    ",",
    "in",
    "the",
    "of",
    "(",
    "у",
    "в",
    "на",
    "і",
    "-",
    "во",
    "near",
    "s",
    "and",
    "та",
    "й",
    "и",
    "city",
    "village",
    "town",
    "settlement",
    "district",
}
WITHIN = {"in", "в", "у", "на", "по", "across", "throughout", "inside"}
# Whole regions: by the words for them, and by an ending of Ukrainian and Russian.
REGIONS = ("region", "oblast", "област", "край", "краю", "регіон", "регион")
REGION_ENDING = re.compile("щин[аиіеуы]$")
# To these people are taken from where they were hurt.
CARE = (
    "hospital", "clinic", "morgue", "лікарн", "госпітал", "шпитал", "клінік", "морг", "больниц", "госпитал",
    "клиник",
)  # fmt: skip
LONGEST_CARE, TAKEN = 4, ("measures/injured/verb", "measures/injured/subject", "taken")
FAR, UNKNOWN = 40, 8
LONGEST_SHORT = 4
ABBREVIATED, SHORTEST_KIND = {"м", "г"}, 2


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


def is_region(word: str) -> bool:
    """Say whether a word names a whole region, as "region" and an ending of its own do."""
    return word.startswith(REGIONS) or REGION_ENDING.search(word) is not None


def find_places(sentence: Sentence, text: str) -> list[Place]:
    """List the places of a sentence; a settlement and its region that stand together are one."""
    found = [*_known(sentence), *_behind_preposition(sentence), *_before_kind(sentence)]
    single: list[Place] = []
    for place in sorted(found, key=lambda each: (each.first, each.first - each.last, each.party == "")):
        if single and place.first <= single[-1].last:
            continue
        single.append(place)
    return [
        replace(place, is_aside=_is_dateline(place, sentence) or _is_of_care(place, sentence))
        for place in _joined(single, sentence)
    ]


def _is_of_care(place: Place, sentence: Sentence) -> bool:
    """Say whether a place is only where the hurt were taken: "a hospital in the town", «лікарня Дніпра»."""
    around = sentence.tokens[max(0, place.first - LONGEST_CARE) : place.last + 2]
    moved = any(sentence.has(tag, max(0, place.first - 2 * LONGEST_CARE), place.first) for tag in TAKEN)
    return moved and any(token.low.startswith(CARE) for token in around)


def _is_dateline(place: Place, sentence: Sentence) -> bool:
    """Say whether a place only says where a report was written: "CAPITAL – Four people died in the port"."""
    behind = [token.low for token in sentence.tokens[place.last + 1 : place.last + 2]]
    return place.first == 0 and behind[:1] in (["–"], ["—"], ["-"])


def _known(sentence: Sentence) -> list[Place]:
    found = []
    for tag, spans in sentence.marks.items():
        kind, _, rest = tag.partition("/")
        if kind in ("place", "country"):
            conflict, party = rest.split("/")
            for first, last in spans:
                end = _with_kind(sentence, last)
                named = any(token.is_capital for token in sentence.tokens[first : last + 1]) or end > last
                of_country = kind == "country" and first == last and _is_adjective(sentence.tokens[first].low)
                if named and not of_country and not _is_person(sentence, first, last):
                    last = end
                    within = first and sentence.tokens[first - 1].low in WITHIN
                    is_actor = not within if kind == "country" else _acts(sentence, first, last)
                    found.append(Place(first, last, party, conflict, is_actor, kind == "country"))
    return found


def _acts(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a capital stands for its government: "Moscow said", «Київ відкинув»."""
    speaks = sentence.begins("speaker/", first) is not None
    led = first > 0 and sentence.closes("place_before", first - 1) is not None
    behind = sentence.tokens[last + 1 : last + 2]
    joined = bool(behind) and (behind[0].kind == "mark" or sentence.closes("place_words", last) is not None)
    return speaks and first == last and not led and not joined


def _is_person(sentence: Sentence, first: int, last: int) -> bool:
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
        if at + 1 < len(tokens) and tokens[at + 1].is_capital and _is_adjective(tokens[at].low):
            at += 1
        end = at
        while (
            end < len(tokens)
            and tokens[end].is_capital
            and tokens[end].kind == "word"
            and end - at < 3
            and not _no_place(sentence, end)
        ):
            end += 1
        if end > at and not _is_short_form(sentence, at) and not _is_building(sentence, at, end):
            found.append(Place(at, _with_kind(sentence, end - 1)))
    return found


def _is_building(sentence: Sentence, at: int, end: int) -> bool:
    """Say whether capitals name a building and no place: "City Hospital No. 2"."""
    ahead = range(at, min(end + 1, len(sentence.tokens)))
    return any(
        sentence.tokens[step].is_capital and sentence.tokens[step].low.startswith(CARE) for step in ahead
    )


def _is_adjective(word: str) -> bool:
    """Say whether a word may stand between a preposition and a name: «в суданском Эль-Фашире»."""
    return not word.isascii() and any(is_grammar(word, language, "ADJF") for language in INFLECTED)


def _is_short_form(sentence: Sentence, at: int) -> bool:
    """Say whether a word is the short form of an institution and no name of a place: «НПЗ», "NATO"."""
    text = sentence.tokens[at].text
    known = any(sentence.begins(family, at) is not None for family in ("place/", "country/"))
    is_model = text.isascii() and not sentence.tokens[max(0, at - 1)].low.isascii()
    return text.isupper() and (len(text) <= LONGEST_SHORT or is_model) and not known


def _before_kind(sentence: Sentence) -> list[Place]:
    """Find names before what they are: "the Northern region"."""
    found, tokens = [], sentence.tokens
    for first, _ in sentence.spans("place_words"):
        if (
            first
            and len(tokens[first].low) > SHORTEST_KIND
            and tokens[first - 1].is_capital
            and tokens[first - 1].kind == "word"
            and not _no_place(sentence, first - 1)
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


def _no_place(sentence: Sentence, at: int) -> bool:
    tags = ("months", "day_words", "titles", "relays", "say", "pronouns", "drop", "since")
    if any(a <= at <= b for tag in tags for a, b in sentence.marks.get(tag, ())):
        return True
    is_party = any(
        tag.startswith("party/") and any(a <= at <= b for a, b in spans)
        for tag, spans in sentence.marks.items()
    )
    return is_party or sentence.tokens[at].low.startswith(
        ("telegram", "facebook", "twitter", "телеграм", "фейсбук", "tg")
    )


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


def nearest(places: list[Place], at: int, named: list[tuple[int, int]]) -> Place | None:
    """Return the place nearest to a token; one inside a claimant's name, or a whole country, comes last."""
    known = [place for place in places if place.conflict or not any(a <= place.first <= b for a, b in named)]

    def distance(place: Place) -> float:
        in_name = any(a <= place.first and place.last <= b for a, b in named)
        return (
            abs(place.first - at) * (place.first != at + 2)
            + FAR * in_name
            + 0.5 * FAR * place.is_country
            + UNKNOWN * (not place.conflict or place.is_whole)
            + FAR * place.is_aside
        )

    return min(known, key=distance, default=None)
