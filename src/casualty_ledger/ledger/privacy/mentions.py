"""Person mentions: whether a text names somebody who was harmed or is held, or perhaps names somebody.

An official who speaks, and a street, ship or brigade that bears a name, are no such persons; an official
who is a victim is one.
"""

from __future__ import annotations

import re
from enum import IntEnum
from itertools import pairwise

from casualty_ledger.ledger.privacy import contexts, place_contexts, positions, weighing
from casualty_ledger.ledger.privacy.context import Context
from casualty_ledger.ledger.privacy.explained import holds_office, is_place, speaks
from casualty_ledger.ledger.privacy.reading import LEAST_LOWER, as_read, spell_out
from casualty_ledger.ledger.privacy.surroundings import Says, Surroundings
from casualty_ledger.parsing.name_words import NameKind, key_of, kind_of
from casualty_ledger.parsing.ordinary_words import is_ordinary
from casualty_ledger.parsing.personal_names import WORD, Surety, find_names

# Initials alone name nobody, but with a birth or an age they may.
INITIALS_OF_ONE = re.compile(
    r"(?<![^\W_])(?:[A-ZА-ЯІЇЄҐ]\. ?){2,3},? ?\(?(?:(?:born|b\.|нар\.|род\.) ?(?:in )?\d{4}|"
    r"\d{4} ?(?:р\.? ?н|г\. ?р|року нар|года рож)|(?<=[,(] |.[,(])(?:aged? )?\d\d(?: ?(?:years|yo|y/o|р|"
    r"л|г)|[,)]))"
)


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
    mention = _read(as_read(text), says, holders)
    spelled = None if mention else spell_out(text)
    # A slug may be a headline's, and name an official: it is asked about.
    return Mention(_read(as_read(spelled), says, holders) > Mention.NONE) if spelled else mention


def _read(plain: str, says: Says, holders: frozenset[str]) -> Mention:
    if _is_uncased(plain, contexts.UNCASED):
        return Mention.HARMED
    mentions = [_judge(Surroundings.of(plain, name, says), holders) for name in find_names(plain)]
    may = _is_uncased(plain, positions.UNCASED_DEAD) or _is_in_lower_case(plain)
    may |= bool(INITIALS_OF_ONE.search(plain))
    return max(mentions, default=Mention.NONE) or Mention(may)


def _is_uncased(text: str, victim: Context) -> bool:
    """Say whether "the prisoner" in Arabic or Hebrew is followed by two words that are not ordinary ones."""
    return any(
        not (is_ordinary(found[1]) or is_ordinary(found[2]))
        and not place_contexts.BEFORE_PLACED.search(text[: found.start()])
        for found in victim.finditer(text)
    )


def _is_in_lower_case(text: str) -> bool:
    """Say whether a text without any capital puts a given name beside a word that nothing knows, by harm."""
    if not text.islower() or not contexts.HARMS.search(text):
        return False
    pairs = pairwise(WORD.findall(text))
    return any(_are_a_name(*pair) or _are_a_name(*reversed(pair)) for pair in pairs)


def _are_a_name(given: str, other: str) -> bool:
    if not len(other) >= LEAST_LOWER <= len(given) or kind_of(given) != NameKind.GIVEN:
        return False
    return not (is_ordinary(other) or positions.EXPLAINED.search(other))


def _judge(named: Surroundings, holders: frozenset[str]) -> Mention:
    known = _is_known(named.words, holders)
    if named.surety > Surety.POSSIBLE:
        mention = _judge_name(named, known)
        if mention == Mention.NONE and not known and weighing.weigh(named) >= weighing.ASKED:
            return Mention.UNCLEAR
        return Mention.UNCLEAR if mention > Mention.UNCLEAR and _is_doubtful(named) else mention
    if _is_victim_at_place(named):
        return Mention.HARMED
    points = 0 if known and not _is_victim(named) else weighing.weigh(named)
    if points < weighing.ASKED:
        return Mention.NONE
    return Mention.HARMED if points >= weighing.REFUSED else Mention.UNCLEAR


def _is_doubtful(named: Surroundings) -> bool:
    """Say whether a ship may bear the name: it stands in quotation marks, or its crew is told."""
    titled = named.is_quoted and not named.follows(contexts.AT_VICTIM)
    return titled or named.follows(contexts.OF_CREWS)


def _judge_name(named: Surroundings, known: bool) -> Mention:
    if _is_victim_at_place(named):
        return Mention.HARMED
    if is_place(named):
        return Mention.NONE
    if known and named.says != Says.WHO and not _is_victim(named):
        return Mention.UNCLEAR if _is_by_harm(named) and named.full and not speaks(named) else Mention.NONE
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
    if named.surety < Surety.CERTAIN or named.goes_before(place_contexts.PLACED_AFTER):
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
    if named.follows(contexts.BYLINE) and not named.goes_before(contexts.HARMED_BY_AGE):
        return False
    return named.may_be_harmed and named.goes_before(contexts.HARMED) and not _is_announced(named)


def _is_announced(named: Surroundings) -> bool:
    """Say whether harm after the name is what its bearer states, not what befell the bearer."""
    if named.follows(contexts.QUOTED) and not named.goes_before(contexts.HARMED_BY_AGE):
        return not (named.before.endswith(", ") and named.goes_before(contexts.HARMED_ALONE_AFTER))
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


def _judge_alone(named: Surroundings) -> Mention:
    if named.says == Says.WHO:
        stated = named.goes_before(contexts.OF_BODY_APPOSED, contexts.STATED, contexts.TOPIC)
        return Mention(not stated and named.shares_sentence(contexts.HARMS))
    if named.is_affiliated:
        return Mention.NONE
    counted = named.says == Says.WHAT and named.follows(contexts.COUNTED_AMONG)
    in_harm = named.stands_near(contexts.HARMS)
    told = counted or (in_harm and named.shares_sentence(contexts.HARMS))
    if named.full and told and not named.goes_before(contexts.OF_BODY_AFTER):
        return Mention.HARMED
    if named.says == Says.WHERE and named.surety < Surety.CERTAIN:
        return Mention.NONE
    if in_harm or (named.says == Says.WHAT and named.stands_near(contexts.MISFORTUNES)):
        return Mention.UNCLEAR
    return Mention.NAMED if named.surety == Surety.CERTAIN else Mention.NONE
