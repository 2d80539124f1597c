"""Forms of words in Ukrainian and Russian: the dictionary's form of a word, and what it says of it.

The dictionaries are those of pymorphy3-dicts-uk and pymorphy3-dicts-ru; nothing is fetched.
"""

from __future__ import annotations

from functools import lru_cache
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
