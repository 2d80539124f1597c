"""The source of every selection: one ledger as opened, its vintages, and whether the disk has moved on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from casualty_ledger.explore.attribution import lead_with_attribution
from casualty_ledger.explore.choices import VOCABULARIES, match_choice
from casualty_ledger.ledger.freshness import digest_data, list_data, read_data_inputs
from casualty_ledger.ledger.opening import Ledger, open_ledger
from casualty_ledger.ledger.store import hold_ledger
from casualty_ledger.parsing.weeks import Vintage
from casualty_ledger.project import Project
from casualty_ledger.series.disagreements import find_disagreements
from casualty_ledger.sources.registry import Register, read_register

CHANGED = (
    "The ledger on disk is newer than what is shown here. "
    "Open it again, ledger = cl.open_ledger(), and run the cells below."
)


@dataclass(frozen=True, eq=False)
class Source:
    """One ledger as it was opened."""

    project: Project
    everything: Ledger
    register: Register
    opened: dict[str, str] = field(repr=False)
    vintages: dict[Vintage, Ledger] = field(default_factory=dict, repr=False)
    led: dict[Vintage, pd.DataFrame] = field(default_factory=dict, repr=False)
    said: dict[tuple[Any, ...], str] = field(default_factory=dict, repr=False)
    disputes: dict[Vintage, pd.DataFrame] = field(default_factory=dict, repr=False)

    def in_vintage(self, vintage: Vintage) -> Ledger:
        """Return the ledger as known in a vintage; each is made once."""
        if vintage not in self.vintages:
            self.vintages[vintage] = self.everything.as_of(vintage)
        return self.vintages[vintage]

    def attributed(self, vintage: Vintage) -> pd.DataFrame:
        """Return every figure known in a vintage, with who said it as firmly as it was said; made once."""
        if vintage not in self.led:
            self.led[vintage] = lead_with_attribution(self.in_vintage(vintage).figures, self.said)
        return self.led[vintage]

    def disagreements(self, vintage: Vintage) -> pd.DataFrame:
        """Return every disagreement known in a vintage; each vintage is looked through once."""
        if vintage not in self.disputes:
            ledger = self.in_vintage(vintage)
            self.disputes[vintage] = find_disagreements(ledger.figures, ledger.appearances)
        return self.disputes[vintage]

    def resolve(self, kind: str, asked: str | Iterable[str]) -> tuple[str, ...]:
        """Return the words asked for as the ledger spells them; a claimant's alias is its registered name.

        Errors: UnknownChoice.
        """
        texts = (asked,) if isinstance(asked, str) else tuple(asked)
        return tuple(dict.fromkeys(self._resolve(kind, str(text)) for text in texts if text != ""))

    def find_within(self, name: str) -> tuple[str, ...]:
        """Return the recorded places whose names hold that of a place: the place and its sites.

        Errors: UnknownChoice.
        """
        places = pd.Series(self._words("place"))
        named = rf"(?<!\w){re.escape(name.strip())}(?!\w)"
        found = places[places.str.contains(named, case=False, regex=True)]
        return tuple(sorted(found)) if name.strip() and len(found) else self.resolve("place", name)

    def _resolve(self, kind: str, text: str) -> str:
        if kind in VOCABULARIES:
            return match_choice(kind, text, VOCABULARIES[kind].words())
        known = self._words(kind)
        alias = self.register.claimants.get(text) if kind == "claimant" else None
        return match_choice(kind, alias.name if alias and alias.name in known else text, known)

    def _words(self, kind: str) -> Any:
        """Return the words of one kind; to know them no figure has to be gathered."""
        return self.everything.appearances[kind].unique()

    @property
    def is_stale(self) -> bool:
        """Whether the sheets, the register or the corrections differ from what was opened."""
        return _digest_once(self.project, tuple(map(_stamp, list_data(self.project).values()))) != self.opened


@lru_cache(1)
def _digest_once(project: Project, stamps: tuple[tuple[int, int], ...]) -> dict[str, str]:
    """Digest the data of a project, again only when a file is another by its stamp."""
    return digest_data(project)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        told = path.stat()
    except OSError:
        return 0, 0
    return told.st_mtime_ns, told.st_size


# A ledger that has not changed on disk is not read twice.
OPEN: dict[Project, Source] = {}


def open_source(raw: str = "", processed: str = "") -> Source:
    """Open the ledger of the project, or of the folders named here or in the environment.

    Errors: NoProject, FolderMissing, SheetUnreadable, RegisterUnreadable.
    """
    project = Project.told(raw=raw, processed=processed)
    known = OPEN.get(project)
    if known is not None and not known.is_stale:
        return known
    stored = hold_ledger(project).project
    everything, register = open_ledger(stored), read_register(stored.sources)
    OPEN[project] = Source(project, everything, register, read_data_inputs(stored.processed))
    return OPEN[project]
