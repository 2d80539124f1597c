"""Where a number belongs, and to which war."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

from casualty_ledger.intake.articles.candidate import Candidate
from casualty_ledger.intake.articles.context import Context
from casualty_ledger.intake.articles.forms import base_form
from casualty_ledger.intake.articles.found import Found
from casualty_ledger.intake.articles.places import WITHIN, Place, is_region, nearest
from casualty_ledger.intake.articles.sides import namings
from casualty_ledger.intake.articles.tokens import Sentence
from casualty_ledger.intake.articles.totals import is_cumulative
from casualty_ledger.intake.articles.war_words import known_wars

POSSESSIVE = re.compile(r"['’]s$")
# So many sentences around a number may name its place.
NEAR, FARTHEST_KIND = 6, 12


@dataclass(frozen=True)
class _Elsewhere(Place):
    """A place that another sentence names."""

    sentence: int = 0


def place_of(found: Found, at: int, context: Context, named: list[tuple[int, int]]) -> Place | None:
    """Return the place nearest to a number: in its sentence, else in those around it."""
    here = nearest(context.places[at], found.number.first, named)
    if told := _in_custody(found, context.sentences[at]) or _pointed_at(found, at, here, context):
        return told
    if here and not here.is_country:
        free = not here.is_aside and not any(a <= here.first <= b for a, b in named)
        if free or _is_local(here, at, context):
            return here
    if is_cumulative(found, context.sentences[at]) and not _names_a_kind(found, at, context):
        return here or _country_before(at, context)
    ahead = range(at + 1, min(at + 2, len(context.sentences)))
    behind = range(at - 1, max(-1, at - 5), -1)
    for step in [*behind, *(ahead if here is None and not _of_claimant(at, context) else ())]:
        names = [(each.first, each.last) for each in context.attributions[step]]
        near = [
            p
            for p in context.places[step]
            if not p.is_country and not p.is_aside and not any(a <= p.first <= b for a, b in names)
        ]
        if near:
            return _moved(near[-1] if step < at else near[0], step)
    return here or _of_claimant(at, context)


def _is_local(place: Place, at: int, context: Context) -> bool:
    """Say whether a place stands in the name of a local official who opens a line: "Northern region: …"."""
    if place.first > 1 or place.is_whole:
        return False
    labels = (each for each in context.attributions[at] if each.first <= place.first <= each.last == each.cue)
    words = (step for each in labels for step in range(each.first, each.last + 1))
    return any(context.sentences[at].begins("locals", step) is not None for step in words)


def _in_custody(found: Found, sentence: Sentence) -> Place | None:
    """Return in whose hands people are, where the word that says so names a party: "in Northern prisons"."""
    if found.measure not in ("held", "died_in_captivity"):
        return None
    spans = (
        (first, last)
        for first, last in sentence.spans("measures/held/verb")
        if not sentence.has("persons/pow", first, last)
    )
    inside = (
        Place(one.first, last, one.party, one.conflict)
        for first, last in spans
        for one in namings(sentence)
        if first < one.first <= last
    )
    return next(inside, None)


def _pointed_at(found: Found, at: int, here: Place | None, context: Context) -> Place | None:
    """Return the place to which a word near a number points back: "in the region", «там»."""
    sentence, number = context.sentences[at], found.number.first
    words = [first for first, _ in sentence.spans("place_words") if _is_bare(sentence, first, at, context)]
    pointing = [*words, *(first for first, _ in sentence.spans("there") if not _exists(sentence, first))]
    word = min(pointing, key=lambda first: abs(first - number), default=None)
    if word is None or (here and not here.is_country and abs(here.first - number) < abs(word - number)):
        return None
    wanted = is_region(sentence.tokens[word].low) if word in words else None
    for step in range(at, max(-1, at - FARTHEST_KIND), -1):
        for place in reversed(context.places[step]):
            before = step < at or place.first < word
            kind = is_region(context.sentences[step].tokens[place.last].low)
            if before and not place.is_country and not place.is_whole and wanted in (None, kind):
                return _moved(place, step)
    return None


def _exists(sentence: Sentence, at: int) -> bool:
    """Say whether "there" only says that something was: "there were no casualties"."""
    return any(token.low in ("was", "were", "is", "are") for token in sentence.tokens[at + 1 : at + 2])


def _is_bare(sentence: Sentence, first: int, at: int, context: Context) -> bool:
    """Say whether a kind of place stands without a name: "in the region", and not "in the North region"."""
    led = first > 0 and sentence.tokens[first - 1].low in (*WITHIN, "the", "цій", "этой", "этом", "цьому")
    behind = sentence.tokens[first + 1 : first + 2]
    named = any(place.first <= first <= place.last for place in context.places[at])
    return led and not named and not (behind and (behind[0].is_capital or behind[0].low == "of"))


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
            return _moved(whole[-1], step)
    return None


def _of_claimant(at: int, context: Context) -> Place | None:
    """Return the place in a claimant's title where no other is named: "the mayor of the town"."""
    before = range(at, max(-1, at - NEAR), -1)
    behind = range(at + 1, min(at + 1 + NEAR, len(context.sentences)))
    for step in [*before, *behind][:NEAR]:
        known = [place for place in context.places[step] if place.conflict and not place.is_country]
        if known:
            return known[0] if step == at else _moved(known[0], step)
    return None


def _moved(place: Place, step: int) -> Place:
    """Return a place of another sentence, which keeps its words."""
    return _Elsewhere(**asdict(place), sentence=step)


def words_of_place(place: Place | None, at: int, context: Context) -> str | None:
    """Return the name of a place as the text has it, in the nominative where the dictionary tells it."""
    if place is None:
        return None
    tokens = context.sentences[place.sentence if isinstance(place, _Elsewhere) else at].tokens
    words = context.text[tokens[place.first].start : tokens[place.last].end]
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
    marks: list[tuple[int, str, str]] = [(one.first, one.conflict, one.party) for one in namings(sentence)]
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
