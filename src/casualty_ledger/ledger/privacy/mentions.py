"""Person mentions: whether a text names somebody who was harmed or is held, or perhaps names somebody.

An official who speaks, and a street, ship or brigade that bears a name, are no such persons; an official
who is a victim is one.
"""

from __future__ import annotations

from enum import IntEnum
from itertools import pairwise

from casualty_ledger.ledger.privacy import contexts, positions
from casualty_ledger.ledger.privacy.context import Context
from casualty_ledger.ledger.privacy.explained import holds_office, is_place, speaks
from casualty_ledger.ledger.privacy.surroundings import Says, Surroundings
from casualty_ledger.parsing.look_alikes import normalise
from casualty_ledger.parsing.name_words import NameKind, key_of, kind_of
from casualty_ledger.parsing.ordinary_words import is_ordinary
from casualty_ledger.parsing.personal_names import WORD, Surety, find_names

LEAST_LOWER = 4  # letters of a name without a capital


class Mention(IntEnum):
    """What a text says of a person."""

    NONE = 0
    UNCLEAR = 1
    NAMED = 2  # for certain, and nothing tells why
    HARMED = 3


def read_mention(text: str, says: Says = Says.WHAT, holders: frozenset[str] = frozenset()) -> Mention:
    """Say whether a text names a person who was harmed or is held.

    `holders` are known office-holders, each the key of a surname or those of a given name and a surname.

    >>> read_mention("among the dead: Ivan Petrenko"), read_mention("Mayor Ivan Petrenko said 3 died")
    (<Mention.HARMED: 3>, <Mention.NONE: 0>)
    """
    plain = normalise(text)
    if _is_uncased(plain, contexts.UNCASED):
        return Mention.HARMED
    mentions = [_judge(Surroundings.of(plain, name, says), holders) for name in find_names(plain)]
    may = _is_uncased(plain, positions.UNCASED_DEAD) or _is_in_lower_case(plain)
    return max(mentions, default=Mention.NONE) or Mention(may)


def _is_uncased(text: str, victim: Context) -> bool:
    """Say whether "the prisoner" in Arabic or Hebrew is followed by two words that are not ordinary ones."""
    return any(
        not (is_ordinary(found[1]) or is_ordinary(found[2]))
        and not contexts.BEFORE_PLACED.search(text[: found.start()])
        for found in victim.finditer(text)
    )


def _is_in_lower_case(text: str) -> bool:
    """Say whether a text without any capital puts a given name beside a word that nothing knows, by harm."""
    if not text.islower() or not contexts.HARMS.search(text):
        return False
    pairs = pairwise(WORD.findall(text))
    return any(_are_a_name(*pair) or _are_a_name(*reversed(pair)) for pair in pairs)


def _are_a_name(given: str, other: str) -> bool:
    known = is_ordinary(other) or positions.EXPLAINED.search(other)
    return len(other) >= LEAST_LOWER <= len(given) and kind_of(given) == NameKind.GIVEN and not known


def _judge(named: Surroundings, holders: frozenset[str]) -> Mention:
    known = _is_known(named.words, holders)
    mention = _judge_part(named, known)
    if mention > Mention.UNCLEAR or known or named.surety > Surety.POSSIBLE or not _stands_as_person(named):
        return mention
    return Mention.HARMED if _is_surely_a_person(named) else Mention.UNCLEAR


def _is_surely_a_person(named: Surroundings) -> bool:
    """Say whether harm stands by a word that is right at a victim, a title or a family."""
    by_person = named.follows(*positions.SURE) or named.goes_before(positions.AS_FAMILY)
    return by_person and named.stands_by(contexts.HARMS)


def _stands_as_person(named: Surroundings) -> bool:
    """Say whether a word that no list tells stands where a person's name does, and does not speak there."""
    if (
        named.says == Says.WHO
        or named.words.islower()
        or named.goes_before(contexts.PLACED_AFTER, contexts.COUNTED, contexts.ANOTHER_HARMED)
        or (named.surety == Surety.UNKNOWN and named.words.isupper())
    ):
        return False
    if _is_at_person(named):
        return True
    if named.follows(*positions.NOT_BEFORE) or named.goes_before(contexts.SPEAKING, contexts.STATED):
        return False
    in_harm = named.stands_by(contexts.HARMS) and _stands_in_harm(named)
    return in_harm or named.follows(*positions.BEFORE) or named.goes_before(*positions.AFTER)


def _is_at_person(named: Surroundings) -> bool:
    """Say whether only a person can be named here: at a victim, a family or an officer who was harmed."""
    if named.follows(contexts.AT_VICTIM, contexts.AT_BODY, positions.OF_FAMILY_NAMED):
        return True
    ranked = named.follows(positions.AT_RANK) and named.goes_before(positions.HARMED_DIRECTLY)
    if named.kind == NameKind.GIVEN and named.goes_before(contexts.HARMED_BY_AGE):
        return True
    return ranked or named.goes_before(positions.AS_FAMILY)


def _is_listed(named: Surroundings) -> bool:
    """Say whether a word stands in a list after a word for several people: "soldiers X and Y"."""
    return named.follows(positions.AT_PEOPLE) and named.goes_before(positions.BEFORE_ITEM)


def _stands_in_harm(named: Surroundings) -> bool:
    """Say whether harm stands by a word that may be a name, or by one that nothing else explains."""
    if named.follows(*positions.BY_HARM) or named.goes_before(contexts.OF_BODY_OF) or _is_listed(named):
        return True
    if (named.kind > NameKind.NONE or " " in named.words) and named.goes_before(
        contexts.HARMED, contexts.HARMED_APPOSED
    ):
        return True
    if named.kind > NameKind.NONE and named.follows(contexts.AFTER_HARM, positions.LISTED_BY_HARM):
        return True
    if named.says != Says.WHAT or not named.is_name_word or named.stands_by(positions.YEAR):
        return False
    return not (is_place(named) or speaks(named) or holds_office(named))


def _judge_part(named: Surroundings, known: bool) -> Mention:
    if _is_victim_at_place(named):
        return Mention.HARMED
    if is_place(named):
        return Mention.NONE
    if known and named.says != Says.WHO and not _is_victim(named):
        return Mention.UNCLEAR if _is_by_harm(named) and named.full and not speaks(named) else Mention.NONE
    if named.surety == Surety.UNKNOWN:
        return Mention.NONE
    if named.surety == Surety.POSSIBLE:
        other = named.continues or named.goes_before(contexts.SPEAKING)
        return Mention.NONE if other else _judge_possible(named)
    if _is_victim(named):
        return Mention.HARMED
    if speaks(named):
        return Mention.NONE
    if holds_office(named):
        return Mention.UNCLEAR if _may_be_harmed_in_office(named) else Mention.NONE
    return Mention.HARMED if _is_by_harm(named) else _judge_alone(named)


def _is_victim_at_place(named: Surroundings) -> bool:
    """Say whether what seems to be a place's name is that of somebody who lives or died there."""
    if named.kind == NameKind.SURNAME and _is_family_home(named):
        return True
    if named.surety == Surety.CERTAIN and named.follows(contexts.AT_KIN):
        return True
    if named.full and named.follows(positions.AT_SETTLEMENT) and named.goes_before(positions.HARMED_THERE):
        return True
    if named.surety < Surety.CERTAIN or named.goes_before(contexts.PLACED_AFTER):
        return False
    return (
        named.follows(contexts.DIED_AT, contexts.AT_HOME)
        or named.goes_before(contexts.HELD_THERE)
        or (named.full and named.follows(contexts.OF_TOWN))
    )


def _is_known(words: str, holders: frozenset[str]) -> bool:
    """Say whether an office-holder is named, by the given name too where both are told."""
    *given, surname = [key_of(word) for word in words.replace(".", " ").split() if len(word) > 1] or [""]
    others = {" ".join(holder.split()[:-1]) for holder in holders if holder.split()[-1] == surname}
    return bool(others) and (not given or "" in others or not others.isdisjoint(given))


def _is_family_home(named: Surroundings) -> bool:
    """Say whether a surname is that of a family whose home is told."""
    if named.goes_before(contexts.OF_FAMILY_HOME):
        return True
    if not named.follows(contexts.FAMILY_HOME):
        return False
    return named.goes_before(contexts.OF_FAMILY) or not named.text[: named.name.start].isascii()


def _is_victim(named: Surroundings) -> bool:
    if named.follows(contexts.AT_VICTIM, contexts.AT_KIN, contexts.PRIVATELY, contexts.OF_AGE):
        return True
    if named.surety == Surety.CERTAIN and named.follows(contexts.AFTER_PRIVATE):
        return True
    if named.goes_before(contexts.OF_KIN, contexts.OF_RELATIVE, contexts.HARMED_APPOSED):
        return True
    if named.follows(contexts.AT_RANKED) and not named.goes_before(contexts.SPEAKING):
        return True
    if named.follows(contexts.IN_OFFICE) and not named.goes_before(
        positions.HARMED_DIRECTLY, contexts.HARMED_BY_AGE
    ):
        return False
    return named.may_be_harmed and named.goes_before(contexts.HARMED) and not _is_announced(named)


def _is_announced(named: Surroundings) -> bool:
    """Say whether harm after the name is what its bearer states, not what befell the bearer."""
    if named.follows(contexts.QUOTED) and not named.goes_before(contexts.HARMED_BY_AGE):
        return True
    return named.goes_before(contexts.STATED) and (
        named.follows(contexts.IN_OFFICE) or not named.goes_before(contexts.HARMED_BELOW)
    )


def _may_be_harmed_in_office(named: Surroundings) -> bool:
    """Say whether harm is told after somebody whom an office explains, or of what is that person's."""
    if named.surety < Surety.CERTAIN or named.goes_before(contexts.STATED):
        return False
    owned = named.goes_before(contexts.OWNS) and named.stands_by(contexts.HARMS)
    return owned or named.goes_before(contexts.HARMED, contexts.HARMED_APPOSED)


def _is_by_harm(named: Surroundings) -> bool:
    if named.follows(contexts.AFTER_ROLE):
        return True
    if named.says == Says.WHO:
        return named.stands_by(contexts.RELATED)
    return named.may_be_harmed and named.follows(contexts.AFTER_HARM)


def _judge_possible(named: Surroundings) -> Mention:
    """Judge a single part of a name, or two words that may be one: only right at a victim is it sure."""
    if named.follows(contexts.AT_VICTIM, contexts.OF_AGE):
        return Mention.HARMED
    if named.says == Says.WHERE:
        return Mention.NONE
    if contexts.STRONG_SURNAME.fullmatch(named.words) and named.follows(contexts.HARM_ENCLOSED):
        return Mention.HARMED
    listed = named.follows(contexts.AFTER_HARM) and named.follows(contexts.LISTED, contexts.ENCLOSED)
    alone = _is_telling(named) and named.goes_before(*contexts.OF_ONE_PERSON)
    return Mention.UNCLEAR if listed or alone or _is_part_of_victim(named) else Mention.NONE


def _is_telling(named: Surroundings) -> bool:
    """Say whether a part of a name is two words, or a word that is nothing but a name."""
    return (
        " " in named.words
        or named.kind == NameKind.GIVEN
        or bool(contexts.SOLE_SURNAME.fullmatch(named.words))
    )


def _is_part_of_victim(named: Surroundings) -> bool:
    if " " in named.words and named.goes_before(contexts.OF_BODY_OF):
        return True
    if named.stands_by(contexts.HARMS) and (
        named.goes_before(contexts.HARMED_BY_AGE)
        or (named.kind == NameKind.GIVEN and named.follows(contexts.AT_RELATIVE))
        or (named.follows(contexts.AT_WORKER) and named.goes_before(contexts.HARMED))
    ):
        return True
    return named.kind > NameKind.NONE and (
        named.follows(contexts.AT_KIN, contexts.PRIVATELY) or named.goes_before(contexts.OF_PERSON)
    )


def _judge_alone(named: Surroundings) -> Mention:
    if named.says == Says.WHO:
        return Mention.UNCLEAR if named.follows(contexts.AFTER_HARM) else Mention.NONE
    if named.is_affiliated:
        return Mention.NONE
    counted = named.says == Says.WHAT and named.follows(contexts.COUNTED_AMONG)
    in_harm = named.stands_near(contexts.HARMS)
    if named.full and (counted or in_harm) and not named.goes_before(contexts.OF_BODY_AFTER):
        return Mention.HARMED
    if in_harm or (named.says == Says.WHAT and named.stands_near(contexts.MISFORTUNES)):
        return Mention.NONE if named.says == Says.WHERE else Mention.UNCLEAR
    return Mention.NAMED if named.surety == Surety.CERTAIN else Mention.NONE
