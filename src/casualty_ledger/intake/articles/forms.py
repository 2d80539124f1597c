"""Forms of words in Ukrainian and Russian: the dictionary's form of a word, and what it says of it.

The dictionaries are those of pymorphy3-dicts-uk and pymorphy3-dicts-ru; nothing is fetched.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest
from typing import Any

MOST_FORMS = 4
# Some words of the dictionary have no case at all.
OTHER_CASES = ("plur", "gent", "datv", "ablt", "loct", "voct")
INFLECTED = ("uk", "ru")


@lru_cache(maxsize=4)
def _analyser(language: str) -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)


@lru_cache(maxsize=200_000)
def _parsed(word: str, language: str) -> tuple[Any, ...]:
    if language not in INFLECTED or len(word) > 40:
        return ()
    return tuple(_analyser(language).parse(word)[:MOST_FORMS])


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
