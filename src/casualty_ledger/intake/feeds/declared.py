"""Feeds as they are declared: a mapping that names an address is a feed, by the name of its file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from casualty_ledger.intake.feeds.problems import NoSuchFeed
from casualty_ledger.intake.mapping import model
from casualty_ledger.intake.mapping.reading import list_mappings, read_mapping
from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.project import Project

# Kinds of files that are told apart, by the end of an address or of a file's name.
KINDS = ("json", "geojson", "csv", "tsv", "xlsx", "ods")


@dataclass(frozen=True)
class Feed:
    """A feed: its name, and the mapping that says where it is and how it is read."""

    name: str
    mapping: model.Mapping

    @property
    def address(self) -> str:
        """Where the file itself is."""
        return self.mapping.address.strip()

    @property
    def kind(self) -> str:
        """What the file should be, by the end of its address; nothing where that does not tell."""
        return kind_of(urlsplit(self.address).path)


def kind_of(name: str) -> str:
    """Return the kind of a file by the end of its name.

    >>> kind_of("/data/losses.JSON"), kind_of("/api/v1/export")
    ('json', '')
    """
    end = name.rpartition(".")[2].lower()
    return end if end in KINDS else ""


def list_feeds(project: Project) -> Mapping[str, Feed]:
    """Return the feeds that the mappings of a project declare, by name.

    Errors: MappingUnreadable.
    """
    read = {name: Feed(name, read_mapping(path)) for name, path in sorted(list_mappings(project).items())}
    return {name: feed for name, feed in read.items() if feed.address}


def find_feeds(project: Project, names: Iterable[str]) -> list[Feed]:
    """Return the feeds of these names, or all of them where none is named.

    Errors: NoSuchFeed, MappingUnreadable.
    """
    feeds = list_feeds(project)
    asked = list(names)
    for name in asked:
        if name not in feeds:
            allowed = ", ".join(feeds) or "none"
            raise NoSuchFeed(found=name, hint=did_you_mean(name, feeds), allowed=allowed)
    return [feeds[name] for name in asked] or list(feeds.values())
