"""Where things are: the folders of one project, found from the package or the working directory."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from casualty_ledger.errors import FolderMissing, NoProject

MARK = Path("data", "sources.yml")
STORE = ".ledgers"


def find_home() -> Path:
    """Return the project's folder: CASUALTY_LEDGER_HOME, else above this file, else above here.

    Errors: NoProject.
    """
    stated = os.environ.get("CASUALTY_LEDGER_HOME")
    starts = [Path(stated)] if stated else [Path(__file__).resolve(), Path.cwd()]
    for start in starts:
        for folder in (start, *start.parents):
            if (folder / MARK).is_file():
                return folder
    raise NoProject(start=Path.cwd())


@dataclass(frozen=True)
class Project:
    """The folders that one run reads and writes."""

    home: Path
    raw: Path
    processed: Path

    @classmethod
    def at(cls, *, raw: str = "", processed: str = "") -> Project:
        """Find the project, with other folders for raw sheets or the ledger where they are named.

        The ledger of other sheets goes beside them, in `<raw>/../processed`, never over the project's own.
        Errors: NoProject, FolderMissing.
        """
        home = find_home()
        sheets = Path(raw).expanduser().resolve() if raw else home / "data" / "raw"
        if not sheets.is_dir():
            raise FolderMissing(
                folder=raw or "data/raw",
                purpose="the recorded sheets",
                advice="Name a folder that holds recorded/*.csv, or leave the parameter empty.",
            )
        ledger = Path(processed).expanduser().resolve() if processed else sheets.parent / "processed"
        return cls(home=home, raw=sheets, processed=ledger)

    @classmethod
    def told(cls, *, raw: str = "", processed: str = "") -> Project:
        """Find the project, with the folders named here or else in the environment, as notebooks are told.

        Errors: NoProject, FolderMissing.
        """
        return cls.at(
            raw=raw or os.environ.get("CASUALTY_LEDGER_RAW", ""),
            processed=processed or os.environ.get("CASUALTY_LEDGER_PROCESSED", ""),
        )

    @property
    def store(self) -> Path:
        """The folder of built ledgers, beside the one where a person finds the current package."""
        return self.processed.parent / STORE

    @property
    def is_stored(self) -> bool:
        """Whether its sheets and its ledger are those of a built ledger, which nobody changes."""
        return self.raw.parent.parent.name == STORE

    @property
    def recorded(self) -> Path:
        """The folder of the sheets kept by hand."""
        return self.raw / "recorded"

    @property
    def sources(self) -> Path:
        """The register of claimants and publishers: the one beside the sheets, else the project's."""
        beside = self.raw.parent / "sources.yml"
        return beside if beside.is_file() else self.home / MARK

    @property
    def pointers(self) -> Path:
        """The file of pointers to evidence, beside the sheets' folder."""
        return self.raw.parent / "evidence.csv"

    @property
    def corrections(self) -> Path:
        """The folder of declared corrections, beside the sheets' folder."""
        return self.raw.parent / "corrections"

    @property
    def notebooks(self) -> Path:
        """The folder of the notebooks."""
        return self.home / "notebooks"

    @property
    def reports(self) -> Path:
        """The folder of the generated reports."""
        return self.home / "reports"
