"""Person candidates: the few distinct texts of a column that can name a person at all.

Texts that differ in their numbers only are alike, and words are looked at once each, however many texts
hold them (decision 9); only a text whose words could make a name is read as a sentence.
"""

from __future__ import annotations

from enum import IntFlag
from functools import lru_cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from casualty_ledger.ledger.distinct import Distinct
from casualty_ledger.ledger.privacy.contexts import HARMS, KIN_WORD, MISFORTUNES, RELATED
from casualty_ledger.ledger.privacy.positions import AROUND_NAME
from casualty_ledger.ledger.privacy.surroundings import Says
from casualty_ledger.ledger.texts import stays_within
from casualty_ledger.parsing.look_alikes import UNSEEN, normalise
from casualty_ledger.parsing.name_words import NameKind, kind_of
from casualty_ledger.parsing.ordinary_words import is_ordinary

# Letters as one range: Unicode's own classes are slow in Arrow's search.
BETWEEN_WORDS = r"[^A-Za-z\x{c0}-\x{1fff}']+"
# A handle, a cross, and "200th": none of them is a word.
SIGN = r"[@#][A-Za-z\x{c0}-\x{1fff}]|[†✝]|000-(?:х|т[іи]|ы[ейх])"
SPACED_LETTERS = 4
AROUND = (HARMS, KIN_WORD, RELATED, AROUND_NAME, MISFORTUNES)
LAST_OF_ASCII = 127
DIGITS = bytes.maketrans(b"123456789", b"0" * 9)
OTHER_DIGITS = "[\u0660-\u0669\u06f0-\u06f9]"


class Trait(IntFlag):
    """What a word adds to a text that may name a person."""

    GIVEN = 1
    SURNAME = 2
    LOWER_GIVEN = 4
    LOWER_SURNAME = 8
    LETTER = 16
    HARM = 32
    CAPITAL = 64


def alike(texts: Distinct) -> Distinct:
    """Return the texts without what is not seen, and with all digits made 0."""
    coded = _level_digits(_without_unseen(texts.texts)).dictionary_encode()
    return Distinct(coded.dictionary.to_pandas(), coded.indices.to_numpy()[texts.which], texts.index)


def _without_unseen(texts: pa.Array) -> pa.Array:
    if stays_within(texts, 0, LAST_OF_ASCII):
        return texts
    shown = pc.utf8_normalize(texts, form="NFKC")
    for pattern, instead in ((UNSEEN.pattern, ""), (OTHER_DIGITS, "0")):
        if pc.any(pc.match_substring_regex(shown, pattern)).as_py():
            shown = pc.replace_substring_regex(shown, pattern, instead)
    return shown


def _level_digits(texts: pa.Array) -> pa.Array:
    """Make every digit of ASCII a 0, in all texts at once."""
    _, ends, letters = texts.buffers()
    level = letters.to_pybytes().translate(DIGITS) if letters else b""
    return pa.LargeStringArray.from_buffers(len(texts), ends, pa.py_buffer(level), offset=texts.offset)


def may_name(texts: Distinct, says: Says) -> list[str]:
    """List the distinct texts whose words could name a person."""
    if says == Says.NOTHING:
        return []
    words = pc.split_pattern_regex(texts.texts, BETWEEN_WORDS)
    lengths = words.value_lengths().to_numpy(zero_copy_only=False)
    owner = np.repeat(np.arange(len(lengths)), lengths)
    coded = words.flatten().dictionary_encode()
    traits = np.array([_traits(word) for word in coded.dictionary.to_pylist()], dtype=int)
    each = traits[coded.indices.to_numpy()] if len(traits) else traits

    def number(trait: Trait) -> np.ndarray:
        return np.bincount(owner[each & trait > 0], minlength=len(lengths))

    given, surname, lower_given, lower_surname, letters, harm, capital = (number(trait) for trait in Trait)
    may = (given > 0) & (capital > 1) | (letters >= SPACED_LETTERS)
    may |= (lower_given > 0) & ((lower_surname > 0) | (harm > 0) & (capital == 0))
    may |= pc.match_substring_regex(texts.texts, SIGN).to_numpy(zero_copy_only=False)
    may |= (harm > 0) & (capital > 0)
    if says == Says.WHAT:
        may |= surname > 0
    may |= (letters > 0) & (surname > 0)
    return [text for text, named in zip(texts.listed, may.tolist(), strict=True) if named]


@lru_cache(maxsize=2**17)
def _traits(word: str) -> int:
    plain = normalise(word)
    if len(plain) < 2:
        return Trait.LETTER | Trait.CAPITAL if plain else 0
    lower = plain.lower()
    harm = Trait.HARM if any(pattern.search(lower) for pattern in AROUND) else Trait(0)
    kind = NameKind.NONE if is_ordinary(plain) else kind_of(plain)
    if plain.islower():
        return harm | _lower_traits(kind)
    if kind >= NameKind.PATRONYMIC:
        return harm | Trait.CAPITAL | Trait.GIVEN
    return harm | Trait.CAPITAL | (Trait.SURNAME if kind > NameKind.NONE else Trait(0))


def _lower_traits(kind: NameKind) -> Trait:
    if kind == NameKind.GIVEN:
        return Trait.LOWER_GIVEN
    return Trait.LOWER_SURNAME if kind == NameKind.SURNAME else Trait(0)
