"""Weighing: what speaks for it that a name is that of a person who was harmed, and what against, in points.

How like a name a word is, where it stands and what else explains it each count; none decides alone, so that
a surname in no list is found by its ending and its place in the sentence, and a town there is not. What
the sentence states of a full name outright is read in `mentions` first; only where nothing is, it is weighed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casualty_ledger.ledger.privacy import contexts, place_contexts, positions
from casualty_ledger.ledger.privacy.context import Context
from casualty_ledger.ledger.privacy.explained import holds_office, is_place, speaks
from casualty_ledger.ledger.privacy.reading import is_prose
from casualty_ledger.ledger.privacy.surroundings import Says, Surroundings
from casualty_ledger.parsing.dictionaries import Entry, look_up
from casualty_ledger.parsing.name_words import CYRILLIC, NameKind
from casualty_ledger.parsing.personal_names import Surety

ASKED, REFUSED = 4, 8  # points from which somebody is asked, and a row is refused


@dataclass(frozen=True)
class Clue:
    """What may stand before or after a name, and how much it tells for a person who was harmed."""

    points: int
    before: tuple[Context, ...] = ()
    after: tuple[Context, ...] = ()
    least: int = -9  # how like a name the word must be
    surety: Surety = Surety.UNKNOWN

    def at(self, named: Surroundings) -> int:
        """Return its points where any of it stands at the name, or none."""
        if named.surety < self.surety:
            return 0
        if not (named.follows(*self.before) or named.goes_before(*self.after)):
            return 0
        return self.points if _likeness(named) >= self.least else 0


DEATH_OR_KIN = (
    positions.OF_MINE,
    contexts.AT_KIN,
    contexts.AT_ACQUAINTANCE,
    contexts.TOGETHER_WITH,
    contexts.PRIVATELY,
)
# Of these the strongest that holds counts, since all of them say one thing; it stands first.
LIKE_NO_OTHER_WORD, LIKE_A_GIVEN_NAME, LIKE_A_NAME, LIKE_ANY_WORD, LIKE_ANOTHER_WORD = 4, 3, 2, -1, -2
OF_VICTIM = Clue(6, (*positions.SURE, contexts.OF_AGE), (positions.AS_FAMILY,))
NEAR_ASKING = (
    Clue(5, (positions.ASKED_FOR,), least=LIKE_A_GIVEN_NAME),
    Clue(5, (positions.ASKED_FOR,), surety=Surety.LIKELY),
)
NEAR_KIN = Clue(3, DEATH_OR_KIN, (contexts.OF_PERSON,))
OF_PERSON = (
    Clue(
        5, (*positions.BEFORE, contexts.AT_BODY, contexts.TOGETHER_WITH), (*positions.AFTER, *contexts.OF_ONE)
    ),
    *NEAR_ASKING,
    Clue(5, (positions.OF_ONE_DEAD_THUS,), least=LIKE_A_GIVEN_NAME),
    Clue(5, (positions.CROSSED_BEFORE,), (positions.CROSSED_AFTER,), least=LIKE_A_GIVEN_NAME),
    Clue(5, after=(positions.CARGO, positions.DID_AND_HARMED), surety=Surety.CERTAIN),
    Clue(5, after=(positions.TAKEN_AWAY,), least=-LIKE_ANY_WORD),
    Clue(5, (positions.AT_HOME,), least=LIKE_A_NAME),
    NEAR_KIN,
    Clue(
        2,
        (*positions.BY_HARM, contexts.AFTER_HARM, positions.LISTED_BY_HARM, positions.AT_PEOPLE),
        (contexts.HARMED, contexts.HARMED_APPOSED),
    ),
)
OF_ANOTHER = Clue(
    -6,
    after=(
        place_contexts.PLACED_AFTER,
        contexts.COUNTED,
        contexts.ANOTHER_HARMED,
        place_contexts.LISTED_PLACES,
    ),
)
OF_KIND = Clue(-3, (place_contexts.OF_KIND_BEFORE, place_contexts.NAMESAKE))
OF_PLACE = (place_contexts.BEFORE_PLACED, contexts.AT_PLACE)
EXPLAINED = -4
IN_SENTENCE = 2
LIKE_A_SHORT_FORM, LONGEST_SHORT_FORM = -6, 6
IN_A_LONGER_NAME = -2
QUOTED = -1
AS_PERSON = 5
LIKE_A_PEOPLE = -4
INITIALS = re.compile(r"(?<![^\W_])[^\W\d_]\.")
PEOPLES = re.compile(r"[A-Z][a-z-]+(?:ans|ese|is|ers|ists|ites)")


def weigh(named: Surroundings) -> int:
    """Add up what speaks for a person who was harmed and against one.

    >>> from casualty_ledger.parsing.personal_names import find_names
    >>> def points(text):
    ...     return [weigh(Surroundings.of(text, name, Says.WHAT)) for name in find_names(text)]
    >>> points("the death of Synenko"), points("three dead in Synenko")
    ([7], [2])
    """
    points = _likeness(named) + _harm(named) + _against(named)
    placed = named.surety < Surety.CERTAIN and named.follows(positions.WITHIN)
    if (OF_VICTIM.at(named) and not placed) or _is_enclosed(named):
        points += OF_VICTIM.points
        return min(points, REFUSED - 1) if named.is_quoted or not is_prose(named.text) else points
    position = next(filter(None, (clue.at(named) for clue in _clues(named.says))), 0)
    listed = named.is_numbered and named.surety == Surety.CERTAIN
    position = max(position, AS_PERSON * (listed or _is_family(named)))
    if named.says == Says.WHO and not position:
        return 0
    points += position + QUOTED * named.is_quoted
    return min(points + EXPLAINED * _explanations(named), REFUSED - 1)


def _clues(says: Says) -> tuple[Clue, ...]:
    """Return what may tell a position: who speaks is of no interest, but for whom somebody asks is."""
    return (*NEAR_ASKING, NEAR_KIN) if says == Says.WHO else OF_PERSON


def _against(named: Surroundings) -> int:
    """Return what tells right at the name that it is another's: in a numbered list no number is a count."""
    counted = 0 if named.is_numbered else OF_ANOTHER.at(named)
    return counted + OF_KIND.at(named) + IN_A_LONGER_NAME * named.continues


def _harm(named: Surroundings) -> int:
    """Return what harm in the sentence tells: in the name of a place it tells nothing."""
    if named.says != Says.WHAT:
        return 0
    if named.stands_by(contexts.HARMS):
        return IN_SENTENCE
    return int(named.stands_by(contexts.MISFORTUNES))


def _explanations(named: Surroundings) -> int:
    """Count what else than harm explains the name; whose death it is, does not speak of it."""
    if named.follows(*DEATH_OR_KIN) or _is_family(named):
        return 0
    states = speaks(named) + (holds_office(named) and not named.goes_before(contexts.OF_PERSON))
    harmed = named.goes_before(contexts.HARMED_ALONE_AFTER) and not named.goes_before(contexts.MANY_HARMED)
    return (is_place(named) or named.follows(*OF_PLACE)) + states * (not harmed)


def _is_enclosed(named: Surroundings) -> bool:
    """Say whether a surname stands in a list of those who were harmed: "prisoners (X, Y)"."""
    return bool(contexts.STRONG_SURNAME.fullmatch(named.words)) and named.follows(contexts.HARM_ENCLOSED)


def _is_family(named: Surroundings) -> bool:
    """Say whether a family is told by its surname in the plural."""
    return named.follows(positions.OF_SEVERAL) and bool(positions.PLURAL_SURNAME.fullmatch(named.words))


def _likeness(named: Surroundings) -> int:
    """Return how like a name a word is."""
    if named.surety == Surety.CERTAIN:
        return LIKE_A_GIVEN_NAME
    if INITIALS.search(named.words):
        listed = any(look_up(word) == Entry.NAME for word in named.words.split())
        return LIKE_NO_OTHER_WORD if listed else LIKE_A_GIVEN_NAME
    if PEOPLES.fullmatch(named.words):
        return LIKE_A_PEOPLE
    if positions.PLURAL_SURNAME.fullmatch(named.words):
        return LIKE_NO_OTHER_WORD if _is_family(named) else LIKE_A_NAME
    if named.words.isupper() and len(named.words) <= LONGEST_SHORT_FORM:
        return LIKE_A_SHORT_FORM
    if named.words.isupper() or contexts.RELATED.fullmatch(named.words.lower()):
        return LIKE_ANOTHER_WORD
    return _likeness_by_lists(named)


def _likeness_by_lists(named: Surroundings) -> int:
    """Return how like a name a word is by the dictionaries, its ending and its capital."""
    entries = [look_up(word) for word in named.words.split() if CYRILLIC.match(word)]
    if entries and set(entries) == {Entry.WORD}:
        return LIKE_ANOTHER_WORD
    if Entry.NAME in entries or contexts.SOLE_SURNAME.fullmatch(named.words):
        return LIKE_NO_OTHER_WORD
    if named.kind == NameKind.GIVEN:
        return LIKE_A_GIVEN_NAME
    if named.is_name_word or " " in named.words:
        return LIKE_A_NAME
    if not _capital_tells(named):
        return -LIKE_ANY_WORD if Entry.WORD_OR_NAME in entries else LIKE_ANY_WORD
    return LIKE_A_NAME if Entry.WORD_OR_NAME in entries else 0


def _capital_tells(named: Surroundings) -> bool:
    """Say whether a capital is told apart: not where a sentence begins, nor where most words have one."""
    return bool(named.before.strip(" \"'«“„‘(–—-")) and is_prose(named.text)
