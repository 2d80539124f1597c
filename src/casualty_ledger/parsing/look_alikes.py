"""Look-alikes: what a text reads as, whatever its letters are made of."""

from __future__ import annotations

import re
import unicodedata

# Letters that look alike, for words in which two scripts are mixed.
LATIN_LOOKS = "AaBCcEeHIiKMOoPpTXxyJjS"
CYRILLIC_LOOKS = "АаВСсЕеНІіКМОоРрТХхуЈјЅ"
TO_CYRILLIC = str.maketrans(LATIN_LOOKS, CYRILLIC_LOOKS)
TO_LATIN = str.maketrans(CYRILLIC_LOOKS + "ыв", LATIN_LOOKS + "yb")
UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\u0640\u064b-\u065f\u0670]"
)
APOSTROPHES = str.maketrans("’ʼ`´‘ʹ′", "'''''''")
CYRILLIC = re.compile("[Ѐ-ӿ]")
LATIN = re.compile("[A-Za-z]")
MIXED = re.compile(r"\w*(?:[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z])\w*")
SPACED = re.compile(r"\b\w(?: \w\b){3,}")


def normalise(text: str) -> str:
    """Return the text as it reads: one form of each letter, one script a word, nothing unseen.

    >>> normalise("I\\u200bv\\u0430n  P e t r e n k o")
    'Ivan Petrenko'
    """
    plain = UNSEEN.sub("", unicodedata.normalize("NFKC", text)).translate(APOSTROPHES)
    joined = SPACED.sub(lambda found: found[0].replace(" ", ""), re.sub(r"[\s_]+", " ", plain))
    return MIXED.sub(lambda found: _one_script(found[0]), joined)


def _one_script(word: str) -> str:
    mostly_latin = len(LATIN.findall(word)) > len(CYRILLIC.findall(word))
    return word.translate(TO_LATIN if mostly_latin else TO_CYRILLIC)
