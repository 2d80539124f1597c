"""Weighing: what speaks for it that a name is that of a person who was harmed, and what against, in points.

How like a name a word is, where it stands and what else explains it each count; none decides alone, so that
a surname in no list is found by its ending and its place in the sentence, and a town there is not. What
the sentence states of a full name outright is read in `mentions` first; only where nothing is, it is weighed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from casualty_ledger.ledger.privacy import contexts, positions
from casualty_ledger.ledger.privacy.context import Context
from casualty_ledger.ledger.privacy.explained import holds_office, is_place, speaks
from casualty_ledger.ledger.privacy.surroundings import Says, Surroundings
from casualty_ledger.parsing.dictionaries import Entry, look_up
from casualty_ledger.parsing.name_words import CYRILLIC, NameKind
from casualty_ledger.parsing.personal_names import WORD, Surety

ASKED, REFUSED = 4, 8  # points from which somebody is asked, and a row is refused


@dataclass(frozen=True)
class Clue:
    """What may stand before or after a name, and how much it tells for a person who was harmed."""

    points: int
    before: tuple[Context, ...] = ()
    after: tuple[Context, ...] = ()

    def at(self, named: Surroundings) -> int:
        """Return its points where any of it stands at the name, or none."""
        return self.points if named.follows(*self.before) or named.goes_before(*self.after) else 0


DEATH_OR_KIN = (contexts.AT_KIN, contexts.AT_ACQUAINTANCE, contexts.TOGETHER_WITH, contexts.PRIVATELY)
# Of these the strongest that holds counts, since all of them say one thing; it stands first.
OF_VICTIM = Clue(6, (*positions.SURE, contexts.OF_AGE), (positions.AS_FAMILY,))
OF_PERSON = (
    Clue(
        5, (*positions.BEFORE, contexts.AT_BODY, contexts.TOGETHER_WITH), (*positions.AFTER, *contexts.OF_ONE)
    ),
    Clue(3, DEATH_OR_KIN, (contexts.OF_PERSON,)),
    Clue(
        2,
        (*positions.BY_HARM, contexts.AFTER_HARM, positions.LISTED_BY_HARM, positions.AT_PEOPLE),
        (contexts.HARMED, contexts.HARMED_APPOSED),
    ),
)
OF_ANOTHER = Clue(
    -6, after=(contexts.PLACED_AFTER, contexts.COUNTED, contexts.ANOTHER_HARMED, contexts.LISTED_PLACES)
)
OF_PLACE = (contexts.BEFORE_PLACED, contexts.AT_PLACE)
EXPLAINED = -4
IN_SENTENCE = 2
LIKE_NO_OTHER_WORD, LIKE_A_GIVEN_NAME, LIKE_A_NAME, LIKE_ANY_WORD, LIKE_ANOTHER_WORD = 4, 3, 2, -1, -2
LIKE_A_SHORT_FORM, LONGEST_SHORT_FORM = -6, 6
IN_A_LONGER_NAME = -2
QUOTED = -1
LEAST_LOWER = 4
PEOPLES = re.compile(r"[A-Z][a-z-]+(?:ans|ese|is|ers|ists|ites)")


def weigh(named: Surroundings) -> int:
    """Add up what speaks for a person who was harmed and against one.

    >>> from casualty_ledger.parsing.personal_names import find_names
    >>> def points(text):
    ...     return [weigh(Surroundings.of(text, name, Says.WHAT)) for name in find_names(text)]
    >>> points("the death of Synenko"), points("three dead in Synenko")
    ([7], [2])
    """
    points = _likeness(named) + _harm(named) + OF_ANOTHER.at(named) + IN_A_LONGER_NAME * named.continues
    if OF_VICTIM.at(named) or _is_enclosed(named):
        points += OF_VICTIM.points
        return min(points, REFUSED - 1) if named.is_quoted or not _is_prose(named.text) else points
    if named.says == Says.WHO:
        return 0
    points += next(filter(None, (slot.at(named) for slot in OF_PERSON)), 0) + QUOTED * named.is_quoted
    return min(points + EXPLAINED * _explanations(named), REFUSED - 1)


def _harm(named: Surroundings) -> int:
    """Return what harm in the sentence tells: in the name of a place it tells nothing."""
    if named.says != Says.WHAT:
        return 0
    if named.stands_by(contexts.HARMS):
        return IN_SENTENCE
    return int(named.stands_by(contexts.MISFORTUNES))


def _explanations(named: Surroundings) -> int:
    """Count what else than harm explains the name; whose death it is, does not speak of it."""
    if named.follows(*DEATH_OR_KIN):
        return 0
    states = speaks(named) or (holds_office(named) and not named.goes_before(contexts.OF_PERSON))
    harmed = named.goes_before(contexts.HARMED_ALONE_AFTER) and not named.goes_before(contexts.MANY_HARMED)
    return (is_place(named) or named.follows(*OF_PLACE)) + (states and not harmed)


def _is_enclosed(named: Surroundings) -> bool:
    """Say whether a surname stands in a list of those who were harmed: "prisoners (X, Y)"."""
    return bool(contexts.STRONG_SURNAME.fullmatch(named.words)) and named.follows(contexts.HARM_ENCLOSED)


def _likeness(named: Surroundings) -> int:
    if named.surety == Surety.CERTAIN:
        return LIKE_A_GIVEN_NAME
    if named.words.isupper() and len(named.words) <= LONGEST_SHORT_FORM:
        return LIKE_A_SHORT_FORM
    if named.words.isupper() or contexts.RELATED.fullmatch(named.words.lower()):
        return LIKE_ANOTHER_WORD
    entries = [look_up(word) for word in named.words.split() if CYRILLIC.match(word)]
    if entries and set(entries) == {Entry.WORD}:
        return LIKE_ANOTHER_WORD
    if Entry.NAME in entries or contexts.SOLE_SURNAME.fullmatch(named.words):
        return LIKE_NO_OTHER_WORD
    if named.kind == NameKind.GIVEN:
        return LIKE_A_GIVEN_NAME
    if named.is_name_word or " " in named.words:
        return LIKE_A_NAME
    if not _capital_tells(named) or PEOPLES.fullmatch(named.words):
        return -LIKE_ANY_WORD if Entry.WORD_OR_NAME in entries else LIKE_ANY_WORD
    return LIKE_A_NAME if Entry.WORD_OR_NAME in entries else 0


def _capital_tells(named: Surroundings) -> bool:
    """Say whether a capital is told apart: not where a sentence begins, nor where most words have one."""
    return bool(named.before.strip(" \"'«“„‘(–—-")) and _is_prose(named.text)


@lru_cache(maxsize=256)
def _is_prose(text: str) -> bool:
    """Say whether a word of four letters has no capital, as all have in a title."""
    return any(word.islower() and len(word) >= LEAST_LOWER for word in WORD.findall(text))
