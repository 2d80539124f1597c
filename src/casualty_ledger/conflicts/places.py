"""Places: where a figure counts, whatever spelling and level of the place its source uses.

A place is taken apart into a region, a town and a site in it, as keys to compare by and never to print.
Spellings come from the conflict's file; which words mean a region, a town or a holder, from the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from casualty_ledger.conflicts.model import ConflictFile, Place, Region

REGION_WORD = re.compile(r"\s+(?:oblast|region|province|governorate|krai|область|обл\.?|край)$")
# A town, a town with what lies around it and its edge are one place: how much of it is meant, a count tells.
TOWN_WORD = re.compile(
    r"\s+(?:city|town|village|settlement|hromada|community)$|^(?:the )?(?:city|town|village) of\s+"
    r"|(?:\s+city)?\s+and (?:its |the )?(?:(?:surrounding|nearby|adjacent|neighbou?ring) \w+|area"
    r"|surroundings|suburbs?|outskirts|vicinity|environs|district|community|hromada)$"
    r"|^(?:on )?(?:the )?(?:outskirts|suburbs?|vicinity|area) of\s+|^(?:near(?: to)?|close to|around)\s+"
    r"|^(?:(?:м|с|смт|г|пос|пгт)\.\s*|(?:місто|село|селище|смт|город|пос[её]лок|пгт)\s+)"
)
TOWN_AND_REGION = re.compile(r"\s+city and (?:the )?(?:oblast|region|province)$")
# Who holds a town tells of no other town; who holds a part of a region tells of the part.
HELD = re.compile(r"[\w ]*-(?:held|occupied|controlled)")
BESIDE = re.compile(r"(?P<base>[^(]*?)\s*\((?P<inside>.*)\)")
NUMBER = re.compile(r"\d")


class Spot(NamedTuple):
    """Where a figure counts: `whole` is a country or a front; each level may be empty.

    Where all of them are, nothing is said of the place.
    """

    whole: str = ""
    region: str = ""
    town: str = ""
    site: str = ""


@dataclass(frozen=True)
class Gazetteer:
    """The places of a conflict by their spellings, all in small letters.

    `towns` gives the name of a town and the key of its region, `regions` the key of a region.
    """

    wholes: frozenset[str]
    regions: Mapping[str, str]
    towns: Mapping[str, tuple[str, str]]
    found: dict[tuple[str, str], Spot] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, file: ConflictFile) -> Gazetteer:
        """Gather the places that a conflict's file declares."""
        said = [file.in_other_languages(name) for name in file.whole_places]
        wholes = frozenset(name.casefold() for name in (*file.whole_places, *chain(*said)))
        keys = {each.name: _plain(each.name, wholes) for each in file.regions}
        regions = {
            _plain(name, wholes): keys[each.name]
            for each in file.regions
            for name in (each.name, *each.spellings, *translations_of(file, each))
        }
        towns = {
            name.casefold(): (each.name.casefold(), keys.get(each.region, ""))
            for each in file.places
            for name in (each.name, *each.spellings, *translations_of(file, each))
        }
        return cls(wholes, regions, towns)

    def find(self, place: str, region: str) -> Spot:
        """Return where a recorded place in a recorded region (admin1) lies; each is looked up once."""
        if (place, region) not in self.found:
            self.found[place, region] = self._find(place, region)
        return self.found[place, region]

    def _find(self, place: str, region: str) -> Spot:
        base, inside = _split(place.strip().casefold())
        where = self._region(region)
        if base in self.wholes:
            return Spot(base, site="" if NUMBER.search(inside) else inside)
        town = TOWN_WORD.sub("", base)
        if town in self.towns:
            name, known = self.towns[town]
            return Spot(region=where or known, town=name, site=self._site(inside))
        is_region = REGION_WORD.search(base) and "," not in base
        if not base or is_region or _plain(base, self.wholes) in self.regions:
            return Spot(region=self._region(base) or where, site=self._site(inside, of_region=True))
        if TOWN_AND_REGION.search(base):
            return Spot(region=where or self._region(TOWN_AND_REGION.sub(" region", base)))
        name, site, known = self._town_with_site(base)
        return Spot(region=where or known, town=name, site=self._site(inside) or site)

    def _town_with_site(self, base: str) -> tuple[str, str, str]:
        """Take "Plant, Town", "Town, shopping centre" and "Town, Some region" apart."""
        one, _, other = (part.strip() for part in base.partition(","))
        if not other or "," in other or " and " in base:
            return TOWN_WORD.sub("", base), "", ""
        if REGION_WORD.search(other):
            return self._town(one)[0], "", self._region(other)
        for town, site in ((other, one), (one, other)):
            if TOWN_WORD.sub("", town) in self.towns:
                name, region = self._town(town)
                return name, site, region
        return TOWN_WORD.sub("", one), other, ""

    def _town(self, spelled: str) -> tuple[str, str]:
        plain = TOWN_WORD.sub("", spelled)
        return self.towns.get(plain, (plain, ""))

    def _region(self, spelled: str) -> str:
        plain = _plain(spelled, self.wholes)
        return self.regions.get(plain, plain)

    def _site(self, inside: str, *, of_region: bool = False) -> str:
        said = (part.strip() for part in inside.split(","))
        return ", ".join(
            part
            for part in said
            if part and part not in self.wholes and (of_region or not HELD.fullmatch(part))
        )


def translations_of(file: ConflictFile, named: Region | Place) -> Iterator[str]:
    """Yield a region's or place's names in other languages; the adjective of a region names it alone too."""
    own = (named.name, named.name.partition(" (")[0], *named.spellings)
    said = [each for name in own for each in file.in_other_languages(name)]
    adjectives = [REGION_WORD.sub("", each) for each in (*said, *named.spellings)]
    yield from (*said, *(adjectives if isinstance(named, Region) else ()))


def _split(place: str) -> tuple[str, str]:
    found = BESIDE.fullmatch(place)
    return (found["base"], found["inside"]) if found else (place, "")


def _plain(region: str, wholes: Iterable[str]) -> str:
    """Return a region's name in small letters, without its country and with one word for a region."""
    base, inside = _split(region.strip().casefold())
    return REGION_WORD.sub(" region", base if inside in wholes else region.strip().casefold())
