"""Reading: how a text is written anew before names are looked for in it.

A capital that begins a sentence or a role is taken away, and a handle is spelled out, so that what is left
with a capital is a name's.
"""

from __future__ import annotations

import re
from functools import lru_cache

from casualty_ledger.ledger.privacy import positions
from casualty_ledger.parsing.dictionaries import Entry, look_up
from casualty_ledger.parsing.look_alikes import normalise
from casualty_ledger.parsing.name_words import NameKind, kind_of
from casualty_ledger.parsing.ordinary_words import is_ordinary
from casualty_ledger.parsing.personal_names import WORD

# Where a sentence begins, a capital tells nothing.
BEGINNING = re.compile(
    # A full stop after a short word is that of a rank or a title.
    r"(?:^|(?<=[^\W_]{4}\. )|(?<=[\d)»\"]\. )|(?<=[;:!?] )|(?<=[«\"“(]))"
    r"[А-ЯІЇЄҐЁ][а-яіїєґё']{2,}"
)
# Initials of one letter that another script writes with several.
TWO_LETTERS = re.compile(r"(?<![^\W_])(?:Yu|Ya|Ye|Yo|Yi|Zh|Sh|Ch|Kh|Ts|Shch|Дж|Дз)\.(?= ?[A-ZА-ЯІЇЄҐ])")
# A role that a name follows: "Widow X".
ROLED = re.compile(r"(?<![^\W_])[A-ZА-ЯІЇЄҐЁ][^\W\d_]+(?:-[^\W\d_]+)?(?=\.? [A-ZА-ЯІЇЄҐЁ])")
# A handle, or words in small letters that hyphens join.
JOINED = re.compile(
    r"[@#][\w.-]*[^\W\d_]|(?<![/\w.'-])[^\W_A-ZА-ЯІЇЄҐ]+(?:[-_][^\W_A-ZА-ЯІЇЄҐ]+){2,}(?![\w/.-])"
)
BORDERS = re.compile(r"[-_.@#\d]+|(?<=[a-zа-яіїєґ])(?=[A-ZА-ЯІЇЄҐ])")
LEAST_LOWER = 4  # letters of a word that tells by having no capital


def as_read(text: str) -> str:
    """Write a text with capitals where names may stand.

    >>> as_read("Widow Iryna Petrenko told of it")
    'widow Iryna Petrenko told of it'
    """
    plain = BEGINNING.sub(_begin_as_within, TWO_LETTERS.sub(_as_initial, normalise(text)))
    return ROLED.sub(_role_as_within, plain, count=not is_prose(plain))


def spell_out(text: str) -> str | None:
    """Write the handles and slugs of a text as words, if it has any.

    >>> spell_out("a page, @free_ivan_petrenko")
    'a page, free Ivan Petrenko'
    """
    return JOINED.sub(_part, text) if JOINED.search(text) else None


@lru_cache(maxsize=256)
def is_prose(text: str) -> bool:
    """Say whether a word of four letters has no capital, as all have in a title."""
    return any(word.islower() and len(word) >= LEAST_LOWER for word in WORD.findall(text))


def _begin_as_within(word: re.Match[str]) -> str:
    """Write a word as it stands within a sentence, where a dictionary knows it as no name."""
    after = word.string[word.end() + 1 :]
    if after[1:2] == "." or (kind_of(word[0]) == NameKind.GIVEN and after[:1].isupper()):
        return word[0]
    return word[0].lower() if look_up(word[0]) == Entry.WORD else word[0]


def _as_initial(letters: re.Match[str]) -> str:
    """Write an initial of several letters as one."""
    return letters[0][0] + "."


def _role_as_within(word: re.Match[str]) -> str:
    """Write a role before a name without a capital, so that it is no part of the name."""
    return word[0].lower() if _is_role(word[0].lower()) else word[0]


@lru_cache(maxsize=2**14)
def _is_role(word: str) -> bool:
    return bool(positions.ROLE.fullmatch(word))


def _part(joined: re.Match[str]) -> str:
    """Write a handle or a slug as words, with capitals at a given name and what stands beside it."""
    words = [word for word in BORDERS.split(joined[0]) if word]
    given = [len(word) >= LEAST_LOWER and kind_of(word) == NameKind.GIVEN for word in words]
    beside = [any(given[max(0, place - 1) : place + 2]) for place in range(len(words))]
    return " ".join(
        word.capitalize() if near and not _is_explained(word) else word.lower()
        for word, near in zip(words, beside, strict=True)
    )


def _is_explained(word: str) -> bool:
    return is_ordinary(word) or bool(positions.EXPLAINED.search(word.lower())) or _is_role(word.lower())
