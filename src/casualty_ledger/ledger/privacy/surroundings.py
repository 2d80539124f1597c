"""Surroundings: what stands before and after a name in its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Self

from casualty_ledger.ledger.privacy.context import Context
from casualty_ledger.parsing.name_words import NameKind, kind_of
from casualty_ledger.parsing.personal_names import Name, Surety

NEAR = 60
LEAST_NAME = 5
LONGEST_NUMBER = 6  # with what stands around it
LIST_NUMBER = re.compile(r"(?:^|[\s:;,(])\d{1,2}[.)] ?$")
LIST_ITEM = re.compile(r"(?:^|[\s:;,(])\d{1,2}[.)] ?(?=[^\W\d_])")
QUOTES = "\"'«»“”„‘’"
QUOTATION = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
# A full stop ends a sentence after a word of four letters, a number or a bracket; "Lt." and "ім." are short.
SENTENCE_END = re.compile(
    r"; |(?:(?<=[^\W\d_]{4})(?<!capt)(?<!prof)(?<!brig)(?<!серж)(?<!лейт)|(?<=[\d)\"»]))\. "
)
# "Robert Mardini of the ICRC", "Pierre Dumont, ICRC": who is told by a body speaks for it.
AFFILIATED = re.compile(
    r"\s*(?:,|\(|/|–|-|of|from|for|at) ?(?:the )?(?!POW|PW|KIA|MIA|WIA|DNA|RIP|RTA|ДНК|ДТП)"
    r"(?:[A-ZА-ЯІЇЄҐ]{2,7}|"
    r"[A-Z][a-z]+'?s? [A-Z]{2,6})\b"
)


class Says(IntEnum):
    """What a cell is for, which tells what a name alone in it would be."""

    WHO = 0  # who speaks or prints
    WHERE = 1
    WHAT = 2
    NOTHING = 3  # an address


@dataclass(frozen=True)
class Surroundings:
    """A name, and the words of its sentence around it, in lower case."""

    text: str
    name: Name
    says: Says
    before: str
    after: str

    @classmethod
    def of(cls, text: str, name: Name, says: Says) -> Self:
        """Cut out the sentence around a name."""
        before = SENTENCE_END.split(text[: name.start].lower()[-NEAR:])[-1]
        return cls(text, name, says, before, text[name.end : name.end + NEAR].lower())

    @property
    def words(self) -> str:
        """The name itself: to look at, never to tell."""
        return self.text[self.name.start : self.name.end]

    @property
    def surety(self) -> Surety:
        """How surely it is a name."""
        return self.name.surety

    @property
    def full(self) -> bool:
        """Whether it has a part that only names have, and a surname."""
        return self.name.full

    @cached_property
    def kind(self) -> NameKind:
        """What its last word is."""
        return kind_of(self.words.rpartition(" ")[2])

    @property
    def is_name_word(self) -> bool:
        """Whether its last word is a given name or shaped like a surname, and not short."""
        return self.kind in (NameKind.SURNAME, NameKind.GIVEN) and len(self.words) >= LEAST_NAME

    @property
    def continues(self) -> bool:
        """Whether another word with a capital stands right after it."""
        return self.text[self.name.end :][1:2].isupper()

    @property
    def is_quoted(self) -> bool:
        """Whether quotation marks stand right before and after it, as at a ship's name or a nickname."""
        around = self.text[: self.name.start][-1:], self.text[self.name.end :][:1]
        return around[0] in QUOTES and around[1] in QUOTES and all(around)

    @property
    def is_numbered(self) -> bool:
        """Whether it stands in a list of names with numbers."""
        start, end = self.name.start, self.name.end
        if not LIST_NUMBER.search(self.text[max(0, start - LONGEST_NUMBER) : start]):
            return False
        return len(LIST_ITEM.findall(self.text[max(0, start - NEAR) : end + NEAR])) > 1

    @property
    def may_be_harmed(self) -> bool:
        """Whether harm beside it is said of it: in a place's cell only if two words make it a name."""
        return self.says != Says.WHERE or self.surety > Surety.POSSIBLE

    @property
    def is_affiliated(self) -> bool:
        """Whether a body's short form tells for whom its bearer speaks."""
        return bool(AFFILIATED.match(self.text, self.name.end))

    def follows(self, *patterns: Context) -> bool:
        """Say whether what one of the patterns describes stands before the name."""
        return any(pattern.search(self.before) for pattern in patterns)

    def goes_before(self, *patterns: Context) -> bool:
        """Say whether what one of the patterns describes stands after the name."""
        return any(pattern.match(self.after) for pattern in patterns)

    def stands_by(self, pattern: Context) -> bool:
        """Say whether the pattern is found in the sentence around the name."""
        return bool(pattern.search(f"{self.before} {self.after}"))

    def shares_sentence(self, pattern: Context) -> bool:
        """Say whether the pattern is found in the name's own sentence, and not in a quotation there."""
        sides = self.before, SENTENCE_END.split(self.after)[0]
        return bool(pattern.search(" ".join(QUOTATION.sub("", side) for side in sides)))

    def stands_near(self, pattern: Context) -> bool:
        """Say whether the pattern is found around the name, in the sentences beside it too."""
        start = max(0, self.name.start - NEAR)
        return bool(pattern.search(f"{self.text[start : self.name.start].lower()} {self.after}"))
