"""Words of wars, from `data/reading/`: whose people, which places, and of which war a sentence speaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import Field, TypeAdapter

from casualty_ledger.errors import NoProject
from casualty_ledger.intake.articles.language.lexicon import Lexicon, WordsUnreadable, entries_of, words_of
from casualty_ledger.parsing.safe_yaml import Declared, read_yaml
from casualty_ledger.project import find_home

FOLDER = ("data", "reading")
ByLanguage = dict[str, tuple[str, ...]]
SHORTEST_STEM = 5


class PartyWords(Declared):
    """The words by which a text tells that it counts a party's people."""

    ledger: str = Field(default="", description="the party as the ledger names it, where the name differs")
    words: ByLanguage = Field(description="names and adjectives, by language")
    enemy_of: str = Field(default="", description="the party whose texts call this one the enemy")
    enemy_words: ByLanguage = Field(default_factory=dict, description="what they call it, by language")
    speakers: tuple[str, ...] = Field(default=(), description="words in the name of who speaks for it")
    monitors: tuple[str, ...] = Field(
        default=(), description="who counts its civilians, where no place is named"
    )
    languages: tuple[str, ...] = Field(default=(), description="languages of its own texts")


class WarWords(Declared):
    """A file of `data/reading/`."""

    conflict: str = Field(description="the conflict's name")
    parties: dict[str, PartyWords] = Field(description="the parties, by their names in the labels")
    both: ByLanguage = Field(default_factory=dict, description="what tells of both sides at once")
    countries: dict[str, ByLanguage] = Field(default_factory=dict, description="names of whole countries")
    places: dict[str, ByLanguage] = Field(
        default_factory=dict, description="places, by whose people live there"
    )


@lru_cache(maxsize=4)
def known_wars(folder: Path | None = None) -> tuple[WarWords, ...]:
    """Return the words of every war that a file declares; the war with most places comes first.

    Errors: WordsUnreadable.
    """
    try:
        listed = sorted((folder or find_home().joinpath(*FOLDER)).glob("*.yml"))
    except NoProject:
        return ()
    wars = [read_yaml(path, TypeAdapter(WarWords), WordsUnreadable) for path in listed]
    return tuple(sorted(wars, key=lambda war: -sum(map(len, _all_places(war)))))


def _all_places(war: WarWords) -> Iterator[tuple[str, ...]]:
    return (names for by_language in war.places.values() for names in by_language.values())


def party_words(conflict: str, party: str) -> PartyWords | None:
    """Return the words of a party of a conflict, or None."""
    war = next((war for war in known_wars() if war.conflict == conflict), None)
    return war.parties.get(party) if war else None


def country_name(conflict: str, party: str, language: str) -> str:
    """Return the name of a party's country, which stands first among its words, or nothing."""
    war = next((war for war in known_wars() if war.conflict == conflict), None)
    names = war.countries.get(party, {}).get(language, ()) if war else ()
    return names[0].title() if names and not names[0].endswith("*") else ""


def land_name(conflict: str, party: str, language: str, adjective: str) -> str:
    """Return the name of a land by its adjective, as a war's file has it: the longest that begins like it."""
    war = next((war for war in known_wars() if war.conflict == conflict), None)
    names = war.places.get(party, {}).get(language, ()) if war else ()
    begins = adjective[:SHORTEST_STEM]
    alike = [stem for name in names if (stem := name.removesuffix("*")).startswith(begins)]
    nouns = [stem for stem in alike if not stem.endswith(("ськ", "ск"))]
    return max(nouns, key=len, default="").title()


@lru_cache(maxsize=8)
def lexicon_for(language: str) -> Lexicon:
    """Return the lexicon of a language together with the words of all wars."""
    return Lexicon(language, [*entries_of(words_of(language)), *_war_entries(language)])


def _war_entries(language: str) -> Iterator[tuple[str, str]]:
    for war in known_wars():
        for party, words in war.parties.items():
            yield from _tagged(f"party/{war.conflict}/{party}", words.words, language)
            yield from _tagged(f"party/{war.conflict}/{party}", words.enemy_words, language)
            yield from _tagged("epithet", words.enemy_words, language)
            yield from ((word, f"speaker/{war.conflict}/{party}") for word in words.speakers)
            yield from ((word, f"monitor/{war.conflict}/{party}") for word in words.monitors)
        yield from _tagged(f"both/{war.conflict}", war.both, language)
        for party, names in war.countries.items():
            yield from _tagged(f"country/{war.conflict}/{party}", names, language)
        for party, names in war.places.items():
            yield from _tagged(f"place/{war.conflict}/{party}", names, language)


def _tagged(tag: str, words: Mapping[str, tuple[str, ...]], language: str) -> Iterator[tuple[str, str]]:
    return ((word, tag) for word in words.get(language, ()))
