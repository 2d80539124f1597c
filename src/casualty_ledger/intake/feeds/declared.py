"""Feeds as they are declared: a mapping that names an address is a feed, by the name of its file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, TypeAdapter

from casualty_ledger.intake.feeds.problems import FeedUnreadable, NoSuchFeed
from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.parsing.safe_yaml import read_yaml
from casualty_ledger.project import Project

FOLDER = "mappings"
NAME = re.compile(r"[a-z0-9][a-z0-9_]{0,59}")
# Kinds of files that are told apart, by the end of an address or of a file's name.
KINDS = ("json", "geojson", "csv", "tsv", "xlsx", "ods")


class FeedKeys(BaseModel):
    """The keys of a mapping that say where its file is; the others say how it is read."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    title: str = ""
    address: str = ""
    licence: str = ""
    credit: str = ""
    one_thing: tuple[str, ...] | str = ()


SHAPE = TypeAdapter(FeedKeys)


@dataclass(frozen=True)
class Feed:
    """A feed: its name, where it is, under which licence, whom to name, and which columns name a record."""

    name: str
    title: str
    address: str
    licence: str = ""
    credit: str = ""
    one_thing: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """What the file should be, by the end of its address; nothing where that does not tell."""
        return kind_of(urlsplit(self.address).path)


def kind_of(name: str) -> str:
    """Return the kind of a file by the end of its name.

    >>> kind_of("/data/russia.JSON"), kind_of("/api/v1/export")
    ('json', '')
    """
    end = name.rpartition(".")[2].lower()
    return end if end in KINDS else ""


def list_feeds(project: Project) -> Mapping[str, Feed]:
    """Return the feeds that the mappings of a project declare, by name.

    Errors: FeedUnreadable.
    """
    folders = (project.home / "data" / FOLDER, project.raw.parent / FOLDER)
    files = {path.stem: path for folder in folders for path in sorted(folder.glob("*.yml"))}
    read = {name: _read(path) for name, path in sorted(files.items()) if NAME.fullmatch(name)}
    return {name: feed for name, feed in read.items() if feed.address}


def _read(path: Path) -> Feed:
    keys = read_yaml(path, SHAPE, FeedUnreadable)
    keyed = (keys.one_thing,) if isinstance(keys.one_thing, str) else keys.one_thing
    return Feed(path.stem, keys.title, keys.address.strip(), keys.licence, keys.credit, keyed)


def find_feeds(project: Project, names: Iterable[str]) -> list[Feed]:
    """Return the feeds of these names, or all of them where none is named.

    Errors: NoSuchFeed, FeedUnreadable.
    """
    feeds = list_feeds(project)
    for name in names:
        if name not in feeds:
            allowed = ", ".join(feeds) or "none"
            raise NoSuchFeed(found=name, hint=did_you_mean(name, feeds), allowed=allowed)
    return [feeds[name] for name in names] or list(feeds.values())
