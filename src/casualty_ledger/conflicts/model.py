"""A conflict's file as it is declared: sides, parties, places, monitors, words. Its keys are documented here.

`docs/conflict_file.md` is written from these models. What a file leaves out is unstated, never a default.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.parsing.safe_yaml import Day, Declared, LanguageCode, Misplaced, Text
from casualty_ledger.vocabulary import Basis, Measure, Party, Population, Side

UNIVERSAL_PARTIES = frozenset(Party.words())
UNIVERSAL_SIDES = frozenset(Side.words())
Way = tuple[int | str, ...]
Name = Annotated[str, StringConstraints(pattern=r"^[^\W_]\w{0,39}$")]


def _one_of(what: str, words: list[str]) -> AfterValidator:
    def is_one(word: str) -> str:
        if word not in words:
            raise ValueError(f"{word!r} is no {what}. One of: {', '.join(words)}")
        return word

    return AfterValidator(is_one)


MeasureWord = Annotated[Text, _one_of("measure", Measure.words())]
PopulationWord = Annotated[Text, _one_of("population", Population.words())]
BasisWord = Annotated[Text, _one_of("basis", Basis.words())]


class SideDeclared(Declared):
    """A side: who speaks for it, and whose people are counted as its own. Its order gives its colour."""

    name: Text = Field(description="as in “to the North”, “according to the North”")
    adjective: Text = Field(description="as in “Northern soldiers”")
    forces: str = Field(default="", description="as in “forces of the North”; else from the adjective")
    speakers: str = Field(default="", description="who speaks on this side, for the codebook")
    people: str = Field(default="", description="whose people are counted under its name, for the codebook")
    beside_place: str = Field(default="", description="named beside a place where its people were harmed")


class PartyDeclared(Declared):
    """A formation or people counted apart from the side to which it belongs."""

    side: str = Field(default="", description="the side to which it belongs; empty where it belongs to none")
    adjective: Text = Field(description="as in “River Guard fighters”")
    is_formation: bool = Field(default=False, description="a formation beside armed forces: it has fighters")
    people: str = Field(default="", description="who is counted under its name, for the codebook")
    among: str = Field(default="", description="the wider party whose people they are, too")


class PlaceRule(Declared):
    """Places that decide whose civilians were harmed there. The first rule that fits a row decides."""

    party: Text = Field(description="a side, a party, both, or unstated")
    places: tuple[Text, ...] = Field(default=(), description="places as a sheet names them")
    regions: tuple[Text, ...] = Field(default=(), description="regions as a sheet names them (admin1)")
    starting: tuple[Text, ...] = Field(default=(), description="how a place begins")
    containing: tuple[Text, ...] = Field(default=(), description="what a place or a region contains")


class HeldArea(Declared):
    """Areas under another side's control: officials there speak of the people as their own."""

    held_by: Text = Field(description="the side that holds them")
    words: tuple[Text, ...] = Field(description="words of a claimant or place that tell of such an area")


class Monitor(Declared):
    """A body whose verified counts open the report."""

    claimant: Text = Field(description="its registered name")
    short: Text = Field(description="its name in a sentence")
    place: str = Field(default="", description="the place that its totals name, where they name one")


class Minimum(Declared):
    """Counts that their claimant calls minimums, whether a page repeats it or not."""

    claimant: Text = Field(description="whose counts, by its registered name")
    population: PopulationWord | None = Field(default=None, description="of these people only")
    basis: BasisWord | None = Field(default=None, description="on this basis only")


class Followed(Declared):
    """A running total that people follow week by week."""

    claimant: Text = Field(description="whose total it is, by its registered name")
    measure: MeasureWord = Field(description="what it counts")
    party: Text = Field(description="whose people it counts")
    population: PopulationWord = Field(
        default=Population.ARMED_FORCES,
        description="which of them, by the ledger's words: docs/codebook.md; else armed forces",
    )
    place: str = Field(default="", description="the place that it names, where it names one")
    own_word: str = Field(default="", description="the claimant's own word for what it counts")

    @property
    def of_losses(self) -> bool:
        """Whether it counts losses of armed forces, and not people harmed."""
        return self.population == Population.ARMED_FORCES


class Region(Declared):
    """A region, in the order in which regions are shown, with its tile on a small map."""

    name: Text = Field(description="as a sheet names it (admin1)")
    short: Text = Field(description="two or three letters for its tile")
    party: str = Field(default="", description="whose civilians are harmed there")
    tile: tuple[int, int] | None = Field(default=None, description="column and row of its tile, from 0")
    spellings: tuple[Text, ...] = Field(default=(), description="other spellings of its name")


class Place(Declared):
    """A place that sources spell in several ways."""

    name: Text = Field(description="as the ledger names it")
    region: str = Field(default="", description="the region in which it lies")
    spellings: tuple[Text, ...] = Field(default=(), description="other spellings")


class Forms(Declared):
    """What stands for a text of this file in another language; an adjective there may need two forms."""

    one: Text = Field(description="beside one, as in “північного бійця”")
    many: Text = Field(description="beside several, as in “північних бійців”")


class ConflictFile(Declared):
    """A conflict's file, `data/conflicts/<conflict>.yml`."""

    title: Text = Field(description="the conflict's name for readers")
    start: Day | None = Field(default=None, description="the day from which totals count, such as 2022-02-24")
    is_default: bool = Field(default=False, description="the conflict of a report that names none")
    sides: dict[Name, SideDeclared] = Field(default_factory=dict, description="the sides, by their words")
    parties: dict[Name, PartyDeclared] = Field(
        default_factory=dict, description="who else is counted apart, by their words"
    )
    whole_places: tuple[Text, ...] = Field(
        default=(), description="places that stand for a whole country or front"
    )
    whose: tuple[PlaceRule, ...] = Field(default=(), description="which places decide whose civilians")
    held_areas: tuple[HeldArea, ...] = Field(default=(), description="areas under another side's control")
    monitors: tuple[Monitor, ...] = Field(default=(), description="whose verified counts open the report")
    minimums: tuple[Minimum, ...] = Field(default=(), description="counts that are called minimums")
    followed: tuple[Followed, ...] = Field(default=(), description="totals that people follow week by week")
    exchanges: tuple[Name, ...] = Field(default=(), description="sides to which prisoners return, in order")
    regions: tuple[Region, ...] = Field(
        default=(), description="regions in the order in which they are shown"
    )
    places: tuple[Place, ...] = Field(default=(), description="places and their spellings")
    named_places: tuple[Text, ...] = Field(
        default=(), description="places of the sheets that need no rule but a name in other languages"
    )
    abbreviations: dict[Text, Text] = Field(default_factory=dict, description="what letters stand for")
    with_article: tuple[Text, ...] = Field(default=(), description="beginnings of claimants that take “the”")
    other_words: dict[Text, Text] = Field(
        default_factory=dict, description="other words for sides and parties that sheets or people use"
    )
    words: dict[LanguageCode, dict[Text, Text | Forms]] = Field(
        default_factory=dict, description="what stands for texts of this file in other languages"
    )
    language: Literal["en"] = Field(default="en", description="the language of the words of this file")

    @model_validator(mode="after")
    def _fits_together(self) -> ConflictFile:
        for problem in (*self._taken(), *self._unknown(), *self._on_one_tile(), *self._unsaid()):
            raise problem
        return self

    def _taken(self) -> Iterator[Misplaced]:
        taken = [("sides", name) for name in self.sides if name in UNIVERSAL_SIDES | UNIVERSAL_PARTIES]
        taken += [("parties", name) for name in self.parties if name in UNIVERSAL_PARTIES | {*self.sides}]
        for key, name in taken:
            yield Misplaced("this is a word already, and names nobody else", key, name)

    def _unknown(self) -> Iterator[Misplaced]:
        parties = {*self.sides, *self.parties} | UNIVERSAL_PARTIES
        for name, way in self._sides_named():
            if name not in self.sides:
                yield Misplaced(f"{name!r} is none of the sides{did_you_mean(name, self.sides)}", *way)
        for name, way in self._parties_named():
            if name not in parties:
                yield Misplaced(f"{name!r} is no party here{did_you_mean(name, parties)}", *way)

    def _sides_named(self) -> Iterator[tuple[str, Way]]:
        """Yield every word that must be a side, with the way to it."""
        yield from (
            (each.side, ("parties", name, "side")) for name, each in self.parties.items() if each.side
        )
        yield from ((area.held_by, ("held_areas", at, "held_by")) for at, area in enumerate(self.held_areas))
        yield from ((side, ("exchanges", at)) for at, side in enumerate(self.exchanges))

    def _parties_named(self) -> Iterator[tuple[str, Way]]:
        """Yield every word that must be a party, with the way to it."""
        for key in ("whose", "followed", "regions"):
            named = ((each.party, (key, at, "party")) for at, each in enumerate(getattr(self, key)))
            yield from (pair for pair in named if pair[0])

    def _on_one_tile(self) -> Iterator[Misplaced]:
        taken: dict[tuple[int, int], str] = {}
        for at, region in enumerate(self.regions):
            if region.tile and taken.setdefault(region.tile, region.name) != region.name:
                yield Misplaced(f"{taken[region.tile]} has this tile already", "regions", at, "tile")

    def _unsaid(self) -> Iterator[Misplaced]:
        """Tell which texts have words in another language that stand nowhere in this file."""
        said = {*self.texts()}
        for code, words in self.words.items():
            for text in words:
                if text not in said:
                    yield Misplaced(f"{text!r} is no text of this file", "words", code, text)

    def claimants(self) -> Iterator[str]:
        """Yield every claimant whose figures this file says something of."""
        entries: tuple[Monitor | Minimum | Followed, ...] = (*self.monitors, *self.minimums, *self.followed)
        yield from (each.claimant for each in entries)

    def in_other_languages(self, text: str) -> Iterator[str]:
        """Yield a text of the file as other languages say it, where they have one form for it."""
        yield from (said for words in self.words.values() if isinstance(said := words.get(text), str))

    def texts(self) -> Iterator[str]:
        """Yield every text that readers may see, each as it is said in English."""
        yield self.title
        for side in self.sides.values():
            yield from (side.name, f"to {side.name}", side.forces, side.beside_place)
        adjectives = [each.adjective for each in self.sides.values()]
        adjectives += [each.adjective for each in self.parties.values()]
        yield from (text for adjective in adjectives for text in (adjective, f"{adjective} forces"))
        yield from (each.short for each in self.monitors)
        yield from (each.own_word for each in self.followed)
        yield from self.place_names()
        yield from (each.short for each in self.regions)
        yield from (*self.abbreviations, *self.abbreviations.values())

    def place_names(self) -> Iterator[str]:
        """Yield the names of all places and regions, under whatever spelling."""
        places: tuple[Region | Place, ...] = (*self.regions, *self.places)
        for place in places:
            yield from (place.name, place.name.partition(" (")[0], *place.spellings)
        yield from (*self.whole_places, *self.named_places)
