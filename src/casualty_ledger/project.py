"""Where things are: the folders of one project, found from the package or the working directory."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from casualty_ledger.errors import FolderMissing, NoProject

MARK = Path("data", "sources.yml")
STORE = ".ledgers"
NUMBERED = "[0-9][0-9]_*.ipynb"


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
    """The folders that one run reads and writes; `own` holds notebooks of one's own beside the project's."""

    home: Path
    raw: Path
    processed: Path
    own: Path | None = None

    @classmethod
    def at(cls, *, raw: str = "", processed: str = "", notebooks: str = "") -> Project:
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
        return cls(home=home, raw=sheets, processed=ledger, own=_find_own(notebooks, home))

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
    def notebook_folders(self) -> list[Path]:
        """The folder of the notebooks, and that of one's own where there is one."""
        return [self.notebooks, *([self.own] if self.own else [])]

    @property
    def numbered(self) -> list[Path]:
        """The notebooks that make a report, in reading order: those whose names begin with two digits."""
        found = (path for folder in self.notebook_folders for path in folder.glob(NUMBERED))
        return sorted(found, key=lambda path: path.name)

    @property
    def reports(self) -> Path:
        """The folder of the generated reports."""
        return self.home / "reports"


def _find_own(notebooks: str, home: Path) -> Path | None:
    """Find a folder of one's own notebooks, where one is named. Errors: FolderMissing."""
    folder = Path(notebooks).expanduser().resolve()
    if not notebooks or folder == home / "notebooks":
        return None
    if not folder.is_dir():
        raise FolderMissing(
            folder=notebooks,
            purpose="your own notebooks",
            advice='Make it, and a notebook in it: casualty-ledger notebook new "Title" --notebooks FOLDER.',
        )
    return folder
