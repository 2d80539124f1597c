"""Name words: whether a word is a given name, a patronymic or shaped like a surname.

Names are written in Ukrainian, Russian, English, Arabic and Hebrew, in Cyrillic, Latin, Arabic and Hebrew
script, in any case of declension and by any table of transliteration. A word is compared by its key, in
which all of these spellings meet. The lists are read when the first word is asked about.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from importlib.resources import files

from anyascii import anyascii

LISTS = files("casualty_ledger.parsing") / "names"


class NameKind(IntEnum):
    """What a word may be in a personal name, from no part of one to the surest."""

    NONE = 0
    SURNAME = 1  # shaped like one
    SOMETIMES = 2  # a given name that is an everyday word or a place too
    PATRONYMIC = 3
    GIVEN = 4


CYRILLIC = re.compile("[Ѐ-ӿ]")
ROMAN = str.maketrans(
    dict(zip("абвгґдзіїийклмнопрстуфхўқғңөұүһыэ", "abvhhdziiiiklmnoprstufhukhnouuhie", strict=True))
    | {"е": "e", "є": "e", "ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ъ": ""}
    | {"ю": "iu", "я": "ia", "ё": "io"}
)
# One sound, many spellings; the order matters.
SPELLINGS = (
    *zip("_'-", ("",) * 3, strict=True),
    ("ph", "f"),
    ("kh", "h"),
    ("gh", "h"),
    ("g", "h"),
    ("ck", "k"),
    ("ch", "4"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "e"),
)
GLIDES = re.compile(r"i[ei](?!$)|ie")
BEFORE_VOWEL = re.compile(r"i(?=[aou])")
DOUBLED = re.compile(r"(.)\1+")


def key_of(word: str) -> str:
    """Return what all spellings of a name have in common.

    >>> key_of("Сергій") == key_of("Serhiy") == key_of("SERHII")
    True
    """
    plain = word.lower()
    if not plain.isascii():
        plain = anyascii(plain.translate(ROMAN)).lower()
    for spelling, sound in SPELLINGS:
        plain = plain.replace(spelling, sound)
    return DOUBLED.sub(r"\1", BEFORE_VOWEL.sub("", GLIDES.sub("e", plain)))


CASE_ENDINGS = ("ові", "еві", "єві", "ою", "ею", "єю", "ом", "ем", "єм", "ой", "ей", *"ауюіїиыея")
ARABIC = re.compile("[\u0621-\u064a]")
HEBREW = re.compile("[\u05d0-\u05ea]")
# Armenian and Georgian, whose surnames are told by their endings.
OTHER_SCRIPT = re.compile("[\u0530-\u058f\u10a0-\u10ff]")
ARABIC_LETTERS = str.maketrans("أإآٱةىئؤ", "ااااهييو")
LEAST_KEY = 3
LEAST_STEM = 3
LEAST_CONSONANTS = 4


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset((LISTS / f"{name}.txt").read_text(encoding="utf-8").split())


@cache
def _keys(name: str) -> frozenset[str]:
    return frozenset(key_of(word) for word in _listed(name))


@cache
def _stems() -> frozenset[str]:
    stems = {key.rstrip("aeiou") for key in _keys("cyrillic")}
    return frozenset(stem for stem in stems if len(stem) >= LEAST_STEM)


@cache
def _consonants() -> frozenset[str]:
    kept = {_without_vowels(key) for key in _keys("latin")}
    return frozenset(key for key in kept if len(key) >= LEAST_CONSONANTS and key.startswith(ARABIC_STARTS))


# Names of many spellings (Mohammed, Muhamad; Abdullah, Abdallah; Mustafa; Ibrahim) are told by consonants.
ARABIC_STARTS = ("mhm", "bd", "mstf", "brhm", "smil", "sulm", "hsn")


def _without_vowels(key: str) -> str:
    return re.sub(r"[aeiou]", "", key)


PATRONYMIC = re.compile(
    r"\w{2,}(?:[оеє]вич(?:а|у|ем|і|ові|еві)?|(?:[оеє]|ої)вн[аиуіые]|івн[аиоуі]ю?|[оеє]вно[йю]|"
    r"ївн[аиоуі]ю?|"
    r"(?:[oe]|ie|ye)v[iy]ch|(?:[oe]|ie|ye|[iy]|yi|ii)vna)",
    re.IGNORECASE,
)
SURNAME = re.compile(
    r"[а-яёіїєґ'’-]{2,}(?:енк[оауи]?(?:м|ві|в)?|[чщн]ук[ауи]?(?:ом|ів)?|юк[ауи]?(?:ом|ів)?|"
    r"[сц]ь?к(?:ий|ій|ого|ому|им|ім|ая|ой|ую|а|ої|у|ою)|[оеєё]в(?:а|у|ым|им|ой|ою|ій|і|ої|ом|е|ы|ых|их)?|"
    r"[иі]н(?:а|у|ым|им|ой|ою|ій|і|ої|ом|ы|ых|их)?|їн|ич(?:а|у|ем)?|ишин(?:а|у)?|[ая]к(?:а|у|ом)?|ко|ець|"
    r"енок|"
    r"швілі|швили|дзе|[ая]н|заде|баев[а]?|[вгжлрстчш]н(?:ий|ого|ому))|"
    r"[a-z'’-]{2,}(?:enko|[cs]huk|[nl][iyj]?uk|[iyj]uk|s'?k(?:yi|yy|iy|ii|yj|ij|y|i|a|aya|aia|aja)|"
    r"ts'?k(?:yi|yy|iy|ii|yj|y|i|a|aya|aia)|[oe](?:v|va|ff)|in|ina|yn|yna|[iy]ch|yshyn|[iy]ak|ko|ets|"
    r"enok|"
    r"shvili|dze|yan|oglu|zade|ullin|ulin|[hlrstvz]ny[iy])",
    re.IGNORECASE,
)
LEAST_SURNAME = 5
ARTICLE = "ال"


@cache
def kind_of(word: str) -> NameKind:
    """Say what a word may be in a personal name, whatever its letters are like.

    >>> [kind_of(word).name for word in ("Олену", "Petrivna", "Kovalchuk", "Headquarters", "محمد")]
    ['GIVEN', 'PATRONYMIC', 'SURNAME', 'NONE', 'GIVEN']
    """
    if ARABIC.match(word):
        return _arabic_kind(word)
    if HEBREW.match(word):
        return _hebrew_kind(word)
    if OTHER_SCRIPT.match(word):
        word = anyascii(word)
    key = key_of(word)
    if word.capitalize() in _listed("also_words"):
        return NameKind.SOMETIMES
    if _is_given(word, key):
        return NameKind.GIVEN
    if PATRONYMIC.fullmatch(word):
        return NameKind.PATRONYMIC
    shaped = len(word) >= LEAST_SURNAME and SURNAME.fullmatch(word)
    return NameKind.SURNAME if shaped else NameKind.NONE


def _is_given(word: str, key: str) -> bool:
    if len(key) >= LEAST_KEY and key in _keys("cyrillic"):
        return True
    if CYRILLIC.match(word) and len(key) > LEAST_KEY and key in _keys("latin"):
        return True
    if not CYRILLIC.match(word):
        listed = len(key) >= LEAST_KEY and (key in _keys("latin") or _is_genitive(key))
        return listed or word.capitalize() in _listed("english") or _without_vowels(key) in _consonants()
    lower = word.lower()
    bases = (lower.removesuffix(ending) for ending in CASE_ENDINGS if lower.endswith(ending))
    return any(key_of(base).rstrip("aeiou") in _stems() for base in bases)


def _is_genitive(key: str) -> bool:
    """Say whether a key is that of a man's name as Slavic languages decline it, in Latin letters."""
    base = key.removesuffix("a")
    return (
        len(base) >= LEAST_CONSONANTS and base != key and not {base, f"{base}o"}.isdisjoint(_keys("cyrillic"))
    )


@cache
def _arabic() -> frozenset[str]:
    return frozenset(word.translate(ARABIC_LETTERS) for word in _listed("arabic"))


def _arabic_kind(word: str) -> NameKind:
    plain = word.translate(ARABIC_LETTERS)
    forms = {plain, plain[1:] if plain[0] in "وبلف" else plain, plain.removeprefix("ال")}
    if forms & _arabic():
        return NameKind.GIVEN
    shaped = plain.startswith((ARTICLE, "بن", "ابن", "ابو", "عبد")) and len(plain) >= LEAST_SURNAME
    return NameKind.SURNAME if shaped else NameKind.NONE


def _hebrew_kind(word: str) -> NameKind:
    bare = word[1:] if word[0] in "ושלבמה" else word
    return NameKind.GIVEN if {word, bare} & _listed("hebrew") else NameKind.NONE
