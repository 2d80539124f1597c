"""The register of sources: who speaks, who prints, on whose side, and what kind of body it is.

An alias resolves to one registered name. A claimant that is not registered is accepted and said to be so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from casualty_ledger.errors import RegisterUnreadable
from casualty_ledger.vocabulary import Reliability

UNREGISTERED_KIND = "unregistered"


@dataclass(frozen=True)
class Source:
    """A claimant or a publisher as the register knows it."""

    name: str
    kind: str
    side: str = "unstated"
    is_registered: bool = True
    reliability: str = ""


@dataclass(frozen=True)
class Register:
    """Claimants and publishers by every spelling."""

    claimants: dict[str, Source]
    publishers: dict[str, Source]

    def claimant(self, spelling: str) -> Source:
        """Return the claimant of this spelling, unregistered where the register does not know it."""
        return self.claimants.get(spelling) or Source(spelling, UNREGISTERED_KIND, is_registered=False)

    def publisher(self, spelling: str) -> Source:
        """Return the publisher of this spelling, unregistered where the register does not know it."""
        return self.publishers.get(spelling) or Source(spelling, UNREGISTERED_KIND, is_registered=False)


def read_register(path: Path) -> Register:
    """Read the register of sources.

    Errors: RegisterUnreadable, where it is no YAML, lacks a name or spells two sources alike.
    """
    try:
        register = yaml.load(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return Register(
            claimants=_by_spelling(path, register["claimants"]),
            publishers=_by_spelling(path, register["publishers"]),
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        problem = str(error).strip().replace("\n", " ") or type(error).__name__
        raise RegisterUnreadable(file=path.name, problem=problem) from None


def _by_spelling(path: Path, entries: Iterable[dict[str, Any]]) -> dict[str, Source]:
    spellings: dict[str, Source] = {}
    for entry in entries:
        reliability = _read_override(path, entry)
        side = entry.get("side", "unstated")
        source = Source(entry["name"], entry["kind"], side, reliability=reliability)
        for spelling, spelled in _spellings_of(source, entry):
            if spellings.get(spelling, spelled) != spelled:
                raise RegisterUnreadable(
                    file=path.name,
                    problem=f"{spelling!r} stands for {spellings[spelling].name} and for {source.name}",
                )
            spellings[spelling] = spelled
    return spellings


def _read_override(path: Path, entry: dict[str, Any]) -> str:
    """Return the reliability that an entry states in place of the rules, if it gives its reason."""
    stated = str(entry.get("reliability", ""))
    if stated and (stated not in Reliability.words() or not str(entry.get("reason", "")).strip()):
        problem = f"{entry['name']}: a reliability is a letter from A to F, and needs a reason"
        raise RegisterUnreadable(file=path.name, problem=problem)
    return stated


def _spellings_of(source: Source, entry: dict[str, Any]) -> Iterator[tuple[str, Source]]:
    yield source.name, source
    for alias in entry.get("aliases", ()):
        yield alias, source
    for spelling, origin in entry.get("relays", {}).items():
        yield spelling, replace(source, name=f"{source.name} (from {origin})")
