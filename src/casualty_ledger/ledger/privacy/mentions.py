"""Person mentions: whether a text names somebody who was harmed or is held, or perhaps names somebody.

An official who speaks, and a street, ship or brigade that bears a name, are no such persons; an official
who is a victim is one.
"""

from __future__ import annotations

import re
from enum import IntEnum

from casualty_ledger.ledger.privacy import contexts
from casualty_ledger.parsing.look_alikes import normalise
from casualty_ledger.parsing.personal_names import Name, Surety, find_names


class Mention(IntEnum):
    """What a text says of a person."""

    NONE = 0
    UNCLEAR = 1
    HARMED = 2


NEAR = 60
SHORTENED = ("st. ", "ім. ", "им. ", "lt. ", "sgt. ", "вул. ", "ул. ")
LETTERS = re.compile(r"[^\W\d_]")
LISTED = re.compile(r":\s*$")


class Says(IntEnum):
    """What a cell is for, which tells what a name alone in it would be."""

    WHO = 0  # who speaks or prints
    WHERE = 1
    WHAT = 2
    NOTHING = 3  # an address


def read_mention(text: str, says: Says = Says.WHAT, holders: frozenset[str] = frozenset()) -> Mention:
    """Say whether a text names a person who was harmed or is held.

    `holders` are the surnames of known office-holders, in lower case.

    >>> read_mention("among the dead: Ivan Petrenko"), read_mention("Mayor Ivan Petrenko said 3 died")
    (<Mention.HARMED: 2>, <Mention.NONE: 0>)
    """
    plain = normalise(text)
    mentions = [_judge(plain, name, says, holders) for name in find_names(plain)]
    return max(mentions, default=Mention.NONE)


def _judge(text: str, name: Name, says: Says, holders: frozenset[str]) -> Mention:
    before, after = _clause_before(text[: name.start].lower()), text[name.end : name.end + NEAR].lower()
    if _is_place(before, after):
        return Mention.NONE
    if name.surety == Surety.POSSIBLE:
        return _judge_possible(before, after, continues=text[name.end :][1:2].isupper())
    if _is_victim(before, after, says, name.surety):
        return Mention.HARMED
    if _speaks(before, after):
        return Mention.NONE
    if contexts.AFTER_HARM.search(before) and (says != Says.WHERE or name.surety == Surety.CERTAIN):
        return Mention.HARMED
    known = not holders.isdisjoint(text[name.start : name.end].lower().split())
    return Mention.NONE if says == Says.WHO or known else _judge_alone(text, name, says)


def _clause_before(text: str) -> str:
    """Return what stands before a name, back to the end of the sentence before."""
    near = text[-NEAR:]
    return near if near.endswith(SHORTENED) else near.rpartition("; ")[2].rpartition(". ")[2]


def _is_place(before: str, after: str) -> bool:
    named = contexts.PLACED_AFTER.match(after) or contexts.BEFORE_PLACED.search(before)
    return bool(named or (contexts.AT_PLACE.search(before) and not contexts.OF_KIN.match(after)))


def _is_victim(before: str, after: str, says: Says, surety: Surety) -> bool:
    if contexts.AT_VICTIM.search(before) or contexts.AT_KIN.search(before) or contexts.OF_KIN.match(after):
        return True
    if says == Says.WHERE and surety != Surety.CERTAIN:
        return False
    announced = contexts.QUOTED.search(before) or (
        after.startswith(":") and contexts.IN_OFFICE.search(before)
    )
    return bool(contexts.HARMED.match(after)) and not announced


def _speaks(before: str, after: str) -> bool:
    return bool(
        contexts.SPEAKING.match(after)
        or contexts.QUOTED.search(before)
        or contexts.IN_OFFICE.search(before)
        or contexts.HOLDS_OFFICE.match(after)
        or contexts.COUNTS_AFTER.match(after)
        or contexts.OWNS.match(after)
    )


def _judge_possible(before: str, after: str, *, continues: bool) -> Mention:
    """Judge a single part of a name, or two words that may be one: only right at a victim is it sure."""
    if continues or contexts.SPEAKING.match(after):
        return Mention.NONE
    if contexts.AT_VICTIM.search(before):
        return Mention.HARMED
    return Mention.UNCLEAR if LISTED.search(before) and contexts.AFTER_HARM.search(before) else Mention.NONE


def _judge_alone(text: str, name: Name, says: Says) -> Mention:
    around = text[max(0, name.start - NEAR) : name.start] + " " + text[name.end : name.end + NEAR]
    bare = says == Says.WHAT and not LETTERS.search(text[: name.start] + text[name.end :])
    if not bare and not contexts.HARMS.search(around.lower()):
        return Mention.UNCLEAR if name.surety == Surety.CERTAIN else Mention.NONE
    if name.surety == Surety.CERTAIN:
        return Mention.HARMED
    return Mention.NONE if says == Says.WHERE else Mention.UNCLEAR
