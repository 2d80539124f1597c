"""A conflict: its words and rules, for whoever asks by a recorded word. One without a file is neutral."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from casualty_ledger.conflicts.model import ConflictFile, PartyDeclared, Place, Region, SideDeclared
from casualty_ledger.conflicts.places import Gazetteer, Spot, translations_of
from casualty_ledger.vocabulary import Party, Side

UNSTATED = "unstated"
# A total since the first days of the conflict; one that begins later counts something else.
FIRST_DAYS = timedelta(days=5)
NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Conflict:
    """One conflict by its recorded name; `is_filed` says whether a file declares it."""

    name: str
    file: ConflictFile
    is_filed: bool = True

    @property
    def title(self) -> str:
        """Its name for readers."""
        return self.file.title

    @cached_property
    def sides(self) -> Mapping[str, SideDeclared]:
        """Its sides, in the order of the file."""
        return self.file.sides

    @cached_property
    def parties(self) -> Mapping[str, SideDeclared | PartyDeclared]:
        """Everybody whose people are counted: the sides, then who is counted apart."""
        return {**self.file.sides, **self.file.parties}

    def side_of(self, party: str) -> str:
        """Return the side to which a party belongs, or nothing.

        Of a conflict without a file nothing is known but that a side's people are its own.
        """
        if party in self.sides or (not self.is_filed and party not in Party.words()):
            return party
        declared = self.file.parties.get(party)
        return declared.side if declared else ""

    def is_side(self, word: str) -> bool:
        """Say whether a claimant's side is one of those that fight."""
        return word in self.sides or (not self.is_filed and word not in Side.words())

    def adjective_of(self, party: str) -> str:
        """Return the adjective of a party: "Northern"; nothing where none is known."""
        if party == Party.BOTH:
            return self._both
        declared = self.parties.get(party)
        return declared.adjective if declared else ""

    @cached_property
    def _both(self) -> str:
        adjectives = [side.adjective for side in self.sides.values()]
        return " and ".join(adjectives) if len(adjectives) == 2 else ""

    def forces_of(self, party: str) -> str:
        """Name the forces of a party: "Northern forces"."""
        declared = self.parties.get(party)
        stated = declared.forces if isinstance(declared, SideDeclared) else ""
        return stated or f"{self.adjective_of(party) or as_recorded(party)} forces"

    def is_formation(self, party: str) -> bool:
        """Say whether a party is a formation beside armed forces, which has fighters."""
        declared = self.file.parties.get(party)
        return declared is not None and declared.is_formation

    def widest(self, party: str) -> str:
        """Return the party among whose people those of a party are counted, too; else the party."""
        declared = self.file.parties.get(party)
        return declared.among if declared and declared.among else party

    def name_side(self, side: str) -> str:
        """Name a side for readers: "the North"."""
        return self.sides[side].name if side in self.sides else as_recorded(side)

    @cached_property
    def said_of_sides(self) -> list[str]:
        """Everything that names a side: its name, its adjective and its forces."""
        return [text for side in self.sides.values() for text in (side.name, side.adjective, side.forces)]

    def beside_place(self, party: str) -> str:
        """Return what is named beside a place where a party's people were harmed, or nothing."""
        return self.sides[party].beside_place if party in self.sides else ""

    @cached_property
    def by_losses(self) -> list[str]:
        """The sides in the order of their losses' panels: those whose losses people follow come first."""
        followed = [series.party for series in self.file.followed if series.party in self.sides]
        return list(dict.fromkeys([*followed, *self.sides]))

    @cached_property
    def returns(self) -> Mapping[str, str]:
        """The directions in which prisoners return, in order: "to the North" by the side."""
        return {side: f"to {self.name_side(side)}" for side in self.file.exchanges or self.sides}

    def say(self, text: str, language: str, *, of_one: bool = False) -> str:
        """Return a text of the file in another language; as it is where the file gives no words for it."""
        said = self.file.words.get(language, {}).get(text, text)
        return said if isinstance(said, str) else said.one if of_one else said.many

    def name_place(self, place: str) -> str:
        """Return the file's own name of a place under whatever spelling, of other languages too."""
        return self._names.get(place) or self._translated.get(place, place)

    def say_place(self, place: str, language: str) -> str:
        """Return the name of a place, under whatever spelling, in another language, or from one."""
        words = self.file.words.get(language, {})
        translated = self._translated.get(place, "")
        name = place if place in words else self._names.get(place, translated)
        return self.say(name, language) if name in words else translated or place

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """The name of every region and place by its other spellings."""
        return {spelling: each.name for each in self._named for spelling in each.spellings}

    @cached_property
    def _translated(self) -> Mapping[str, str]:
        """The name of every region and place by what other languages call it."""
        return {
            said: each.name
            for each in self._named
            for said in translations_of(self.file, each)
            if said not in self._names
        }

    @property
    def _named(self) -> tuple[Region | Place, ...]:
        return (*self.file.regions, *self.file.places)

    def is_everywhere(self, place: str) -> bool:
        """Say whether a place is no single one: empty, or a whole country or front."""
        return place == "" or place in self.file.whole_places

    def is_since_start(self, day: date) -> bool:
        """Say whether what begins on a day counts the whole conflict so far."""
        return self.file.start is None or day <= self.file.start + FIRST_DAYS

    def find_spot(self, place: str, region: str) -> Spot:
        """Return where a recorded place in a recorded region lies, under whatever spelling."""
        return self._gazetteer.find(place, region)

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer.of(self.file)

    def whose_place(self, place: str, region: str) -> str:
        """Return whose civilians were harmed at a place in a region: unstated where nothing is said."""
        if not place and not region:
            return UNSTATED
        for rule in self.file.whose:
            if (
                place in rule.places
                or region in rule.regions
                or (place and place.startswith(rule.starting))
                or any(text in place or text in region for text in rule.containing)
            ):
                return rule.party
        return next((found for name in (region, place) if (found := self._by_name.get(name))), UNSTATED)

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        """Whose civilians are harmed in a region, or at a place of it, by every spelling of either."""
        regions = {each.name: each.party for each in self.file.regions}
        named: list[tuple[Region | Place, str]] = [(each, each.party) for each in self.file.regions]
        named += [(each, regions.get(each.region, "")) for each in self.file.places]
        return {
            name: party
            for each, party in named
            for name in (each.name, *each.spellings, *translations_of(self.file, each))
        }

    @cached_property
    def held_by(self) -> Mapping[str, re.Pattern[str]]:
        """The words that tell of an area held by a side, as a pattern by the side."""
        return {area.held_by: any_of(area.words) for area in self.file.held_areas}

    def speaks_as_own(self, side: str, whereabouts: str) -> bool:
        """Say whether claimant or place tell of an area that the side holds."""
        return bool(self.held_by.get(side, NEVER).search(whereabouts))


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of some words or phrases, as wholes."""
    listed = "|".join(re.escape(word) for word in words)
    return re.compile(rf"\b(?:{listed})\b") if listed else NEVER


def as_recorded(word: str) -> str:
    """Show a word of a sheet as it was recorded, without underscores."""
    return word.replace("_", " ")


@lru_cache(maxsize=256)
def neutral(name: str) -> Conflict:
    """Return a conflict that no file declares: parties as recorded, everything else unstated."""
    return Conflict(
        name, ConflictFile(title=as_recorded(name) or "a conflict that is not named"), is_filed=False
    )
