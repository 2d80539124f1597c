"""Forms of words in Ukrainian and Russian: the dictionary's form of a word, and what it says of it.

The dictionaries are those of pymorphy3-dicts-uk and pymorphy3-dicts-ru; nothing is fetched.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest
from typing import Any

from casualty_ledger.parsing.dictionaries import PERSON_NAMES, analyser

MOST_FORMS = 4
# Some words of the dictionary have no case at all.
OTHER_CASES = ("plur", "gent", "datv", "ablt", "loct", "voct")
INFLECTED = ("uk", "ru")


@lru_cache(maxsize=200_000)
def _parsed(word: str, language: str) -> tuple[Any, ...]:
    if language not in INFLECTED or len(word) > 40:
        return ()
    return tuple(analyser(language).parse(word)[:MOST_FORMS])


@lru_cache(maxsize=200_000)
def forms_of(word: str, language: str) -> tuple[str, ...]:
    """Return the dictionary's forms of a word, likeliest first; none in English.

    >>> forms_of("мешканців", "uk"), forms_of("residents", "en")
    (('мешканець',), ())
    """
    return tuple(dict.fromkeys(parse.normal_form for parse in _parsed(word, language)))


@lru_cache(maxsize=100_000)
def is_grammar(word: str, language: str, *grammemes: str) -> bool:
    """Say whether the likeliest parse of a word has all these grammemes (pymorphy's names)."""
    parses = _parsed(word, language)
    return bool(parses) and all(grammeme in str(parses[0].tag) for grammeme in grammemes)


@lru_cache(maxsize=100_000)
def may_be(word: str, language: str, *grammemes: str) -> bool:
    """Say whether any parse of a word has all these grammemes."""
    return any(all(each in str(parse.tag) for each in grammemes) for parse in _parsed(word, language))


@lru_cache(maxsize=100_000)
def is_known(word: str, language: str) -> bool:
    """Say whether the dictionary has a word, and does not guess it by its ending."""
    return bool(analyser(language).word_is_known(word))


@lru_cache(maxsize=100_000)
def is_singular_noun(word: str, language: str) -> bool:
    """Say whether a word may be a noun in the singular, as subject or object."""
    tags = [str(parse.tag) for parse in _parsed(word, language)]
    return any("NOUN" in tag and not any(other in tag for other in OTHER_CASES) for tag in tags)


@lru_cache(maxsize=20_000)
def base_form(name: str, language: str) -> str:
    """Return a name of one word, or of an adjective and a kind of place, in the nominative.

    Any other is returned as it stands.

    >>> base_form("Сумах", "uk"), base_form("Курской области", "ru"), base_form("Sumy", "en")
    ('Суми', 'Курская область', 'Sumy')
    """
    *before, last = name.split()
    nouns = [parse for parse in _parsed(last.lower(), language) if {"NOUN", "inan"} <= parse.tag.grammemes]
    noun = max(nouns, key=lambda parse: bool({"Geox", "Pltm"} & parse.tag.grammemes), default=None)
    if noun is None or len(before) > 1 or (before and last[0].isupper()):
        return name
    like = {"nomn", "plur" if noun.tag.number == "plur" else noun.tag.gender} - {None}
    plural = "plur" in like and "Pltm" not in noun.tag
    last = noun.inflect({"nomn"}).word if plural else noun.normal_form
    written = [*(_inflected(word, language, like) for word in before), last]
    return " ".join(map(_cased, written, name.split())) if all(written) else name


def nominative(name: str, language: str) -> str:
    """Return a name of several words in the nominative: its adjectives, its first noun and a person's name.

    What hangs on it stays, and so does a name that the dictionary does not know.

    >>> nominative("обласній прокуратурі", "uk"), nominative("мэра Ивана Приходько", "ru")
    ('обласна прокуратура', 'мэр Иван Приходько')
    >>> nominative("Дніпропетровської ОВА", "uk"), nominative("Jane Doe", "uk")
    ('Дніпропетровська ОВА', 'Jane Doe')
    """
    words = name.split()
    at = next((at for at, word in enumerate(words) if not is_grammar(word.lower(), language, "ADJF")), None)
    if language == "en" or at is None or may_be(words[at].lower(), language, "NOUN", "nomn"):
        return name
    if words[at].isupper():  # No dictionary tells what kind of noun letters are; their adjective does.
        return " ".join([*(_alone(word, language) for word in words[:at]), *words[at:]])
    head = next((parse for parse in _parsed(words[at].lower(), language) if "NOUN" in parse.tag), None)
    told = head.inflect({"nomn"}) if head else None
    if head is None or told is None:
        return name
    like = {"nomn", "plur" if head.tag.number == "plur" else head.tag.gender} - {None}
    before = [_inflected(word, language, like) for word in words[:at]]
    behind = [_named(word, language, head.tag.case) for word in words[at + 1 :]]
    written = [*before, told.word, *behind]
    return " ".join(map(_cased, written, words)) if all(written) else name


def _alone(word: str, language: str) -> str:
    """Return an adjective in the nominative of its own gender."""
    told = next((parse for parse in _parsed(word.lower(), language) if "ADJF" in parse.tag), None)
    form = told.inflect({"nomn", told.tag.gender} - {None}) if told else None
    return _cased(form.word, word) if form else word


def _named(word: str, language: str, case: str) -> str:
    """Return a person's name of this case in the nominative; any other word as it is."""
    names = (parse for parse in _parsed(word.lower(), language) if PERSON_NAMES & parse.tag.grammemes)
    told = next((parse.inflect({"nomn"}) for parse in names if parse.tag.case == case), None)
    return told.word if told else word


def _inflected(word: str, language: str, like: set[str]) -> str:
    """Return an adjective in the form that fits its noun, or nothing where the word is none."""
    told = next((parse for parse in _parsed(word.lower(), language) if "ADJF" in parse.tag), None)
    form = told.inflect(like) if told else None
    return form.word if form else ""


def _cased(word: str, model: str) -> str:
    """Write the parts of a word in capital letters where those of its model have them."""
    parts = zip_longest(word.split("-"), model.split("-"), fillvalue="")
    return "-".join(
        part.upper() if like.isupper() else part.capitalize() if like[:1].isupper() else part
        for part, like in parts
    )
