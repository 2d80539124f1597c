"""Where a number belongs, and to which war."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

from casualty_ledger.intake.articles.candidate import Candidate
from casualty_ledger.intake.articles.context import Context
from casualty_ledger.intake.articles.found import Found
from casualty_ledger.intake.articles.places import WITHIN, Place, nearest
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
    if here and not any(a <= here.first <= b for a, b in named) and not here.is_country:
        return here
    if is_cumulative(found, context.sentences[at]) and not _names_a_kind(found, at, context):
        return here or _country_before(at, context)
    for step in [
        *range(at - 1, max(-1, at - 5), -1),
        *range(at + 1, min(at + 1 + (here is None), len(context.sentences))),
    ]:
        names = [(each.first, each.last) for each in context.attributions[step]]
        near = [
            p
            for p in context.places[step]
            if not p.is_country and not any(a <= p.first <= b for a, b in names)
        ]
        if near:
            return _moved(near[-1] if step < at else near[0], step)
    return here or _of_claimant(at, context)


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
    """Return the words of a place as they stand in the text, or None."""
    if place is None:
        return None
    tokens = context.sentences[place.sentence if isinstance(place, _Elsewhere) else at].tokens
    return POSSESSIVE.sub("", context.text[tokens[place.first].start : tokens[place.last].end])


def conflict_of(
    found: Found, sentence: Sentence, place: Place | None, before: Candidate | None
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
