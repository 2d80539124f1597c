"""The register of sources: who speaks, who prints, on whose side, and what kind of body it is.

An alias resolves to one registered name. A claimant that is not registered is accepted and said to be so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from pydantic import Field, TypeAdapter, model_validator

from casualty_ledger.errors import RegisterUnreadable
from casualty_ledger.parsing.safe_yaml import Declared, LanguageCode, Text, read_yaml

UNREGISTERED_KIND, UNNAMED_KIND = "unregistered", "unnamed"


@dataclass(frozen=True)
class Source:
    """A claimant or a publisher as the register knows it; `body` is whom an office-holder speaks for."""

    name: str
    kind: str
    side: str = "unstated"
    is_registered: bool = True
    reliability: str = ""
    body: str = ""


@dataclass(frozen=True)
class Register:
    """Claimants and publishers by every spelling, and the names of claimants in other languages."""

    claimants: dict[str, Source]
    publishers: dict[str, Source]
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def claimant(self, spelling: str) -> Source:
        """Return the claimant of this spelling, unregistered where the register does not know it."""
        return self.claimants.get(spelling) or Source(spelling, UNREGISTERED_KIND, is_registered=False)

    def publisher(self, spelling: str) -> Source:
        """Return the publisher of this spelling, unregistered where the register does not know it."""
        return self.publishers.get(spelling) or Source(spelling, UNREGISTERED_KIND, is_registered=False)


class Claimant(Declared):
    """A claimant as the file declares it; a reliability stands in place of the rules, with its reason.

    `names` are those in other languages, by the language's code.
    """

    name: Text
    kind: Text
    side: Text = "unstated"
    body: Text = ""
    aliases: tuple[Text, ...] = ()
    reliability: Literal["", "A", "B", "C", "D", "E", "F"] = ""
    reason: str = ""
    names: dict[LanguageCode, Text] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _give_reason(self) -> Claimant:
        if self.reliability and not self.reason.strip():
            raise ValueError(f"the reliability of {self.name} needs a reason")
        return self

    def spellings(self) -> Iterator[tuple[str, Source]]:
        """Return every spelling with the source that it stands for."""
        source = Source(self.name, self.kind, self.side, reliability=self.reliability, body=self.body)
        yield from ((spelling, source) for spelling in (self.name, *self.aliases))


class Publisher(Declared):
    """A publisher as the file declares it; `relays` names whom it had a figure from, by spelling."""

    name: Text
    kind: Text
    aliases: tuple[Text, ...] = ()
    relays: dict[Text, Text] = Field(default_factory=dict)

    def spellings(self) -> Iterator[tuple[str, Source]]:
        """Return every spelling with the source that it stands for."""
        source = Source(self.name, self.kind)
        yield from ((spelling, source) for spelling in (self.name, *self.aliases))
        for spelling, origin in self.relays.items():
            yield spelling, replace(source, name=f"{source.name} (from {origin})")


class RegisterFile(Declared):
    """The file `sources.yml`."""

    claimants: list[Claimant]
    publishers: list[Publisher]


REGISTER_FILE = TypeAdapter(RegisterFile)


def read_register(path: Path) -> Register:
    """Read the register of sources.

    Errors: RegisterUnreadable, where it is not as `RegisterFile` says, or spells two sources alike.
    """
    declared = read_yaml(path, REGISTER_FILE, RegisterUnreadable)
    names = _by_language(declared.claimants)
    return Register(
        claimants=_with_names(_by_spelling(path, declared.claimants), names),
        publishers=_by_spelling(path, declared.publishers),
        names=names,
    )


def _with_names(spellings: dict[str, Source], names: Mapping[str, Mapping[str, str]]) -> dict[str, Source]:
    """Add the names in other languages to the spellings, those that no two claimants share."""
    said = [(name, source) for of_language in names.values() for source, name in of_language.items()]
    shared = Counter(name for name, _ in said)
    own = {name: spellings[source] for name, source in said if shared[name] == 1}
    return own | spellings


def _by_language(entries: Iterable[Claimant]) -> dict[str, dict[str, str]]:
    names: dict[str, dict[str, str]] = {}
    for entry in entries:
        for code, name in entry.names.items():
            names.setdefault(code, {})[entry.name] = name
    return names


def _by_spelling(path: Path, entries: Iterable[Claimant | Publisher]) -> dict[str, Source]:
    spellings: dict[str, Source] = {}
    for entry in entries:
        for spelling, source in entry.spellings():
            if spellings.get(spelling, source) != source:
                problem = f"{spelling!r} stands for {spellings[spelling].name} and for {source.name}"
                raise RegisterUnreadable(file=path.name, problem=problem)
            spellings[spelling] = source
    return spellings
