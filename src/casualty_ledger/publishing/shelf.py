"""The shelf: every report in a folder, each read from its record alone, which is small.

No ledger, notebook or table is opened here, so that a site of hundreds of reports is made in a second.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from casualty_ledger.conflicts.reading import is_name
from casualty_ledger.errors import CasualtyLedgerError, RecordUnreadable
from casualty_ledger.parsing.safe_yaml import explain
from casualty_ledger.parsing.weeks import Vintage, Week, parse_vintage, parse_week
from casualty_ledger.wording.language import counted_phrase, mark, phrase, write_number

RECORD, BRIEF, MANIFEST = "brief.json", "brief.html", "manifest.json"
FORMAT = 1
EDITION = re.compile(r"(?P<week>\d{4}-W\d{2})(?:@(?P<vintage>latest|\d{4}-\d{2}-\d{2}))?")
# Marks that XML forbids, and marks that turn the direction of all that follows them.
UNPRINTABLE = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ud800-\\udfff\\ufffe\\uffff\\u202a-\\u202e\\u2066-\\u2069]"
)


class Described(BaseModel):
    """A part of a record, as far as its readers rely on it; other keys may stand beside these."""

    model_config = ConfigDict(strict=True)


class Number(Described):
    """A number of a brief."""

    said: str
    what: str
    about: str
    how: str
    parts: list[str]
    figures: Annotated[list[str], Field(min_length=1)]
    claimant: str
    publisher: str
    published: str
    is_part: bool
    warnings: list[str]
    subject: str
    stands: bool
    follows: str
    kind: str
    why: str


class Told(Described):
    """A change that a brief tells of."""

    printed: str
    now: str
    by: str
    why: str


class Coverage(Described):
    """How much is recorded of the week."""

    by_monday: int
    usual: float | None
    is_thin: bool


class Record(Described):
    """The record of a brief."""

    edition: str
    known_until: str
    title: str
    period: str
    known: str
    language: str
    # Records of earlier versions say nothing of it.
    coverage: Coverage | None = None
    bottom_line: list[str]
    numbers: list[Number]
    changed: list[Told]
    corrected: list[Told]


SHAPE = TypeAdapter(Record)

# What a report may hold, and what a reader calls it; its pages stand between these two.
PDF, TRACE = ("brief.pdf", "PDF"), ("trace.csv", mark("Trace of every number (CSV)"))
# The pages of a report whose manifest is of an earlier version.
PAGES = {
    "civilian_casualties.html": mark("Civilian casualties"),
    "military_losses.html": mark("Military losses"),
    "prisoners_of_war.html": mark("Prisoners of war"),
}
PAGE = re.compile(r"[\w-]+\.html")


@dataclass(frozen=True)
class Report:
    """One report on the shelf: a week in one vintage, and what its record says."""

    name: str
    week: Week
    vintage: Vintage
    record: dict[str, Any]
    links: tuple[tuple[str, str], ...] = field(default=())

    @property
    def is_first(self) -> bool:
        """Whether this is the vintage of the Monday after the week: the brief as it went out."""
        return self.vintage.day == self.week.brief_day

    @property
    def coverage(self) -> str:
        """How much is recorded of the week, in words; nothing where the record does not say what is usual."""
        told = self.record.get("coverage") or {}
        if told.get("usual") is None:
            return ""
        usual = write_number(round(told["usual"]))
        said = counted_phrase(
            "{count} figure recorded by its Monday, usually {usual}",
            "{count} figures recorded by its Monday, usually {usual}",
            told["by_monday"],
            usual=usual,
        )
        return phrase("Thin: {said}", said=said) if told["is_thin"] else said

    @property
    def conflict(self) -> str:
        """The conflict that it is about; a record of an earlier version names none."""
        return str(self.record.get("conflict", ""))

    @property
    def age(self) -> date:
        """Sort vintages of a week by what they know; hindsight knows most."""
        return self.vintage.day or date.max

    @property
    def updated(self) -> str:
        """The day up to which it knows anything, as ISO text."""
        return str(self.record["known_until"])


def read_shelf(folder: Path) -> list[Report]:
    """Read every report in `folder`, newest week first, of one week the vintage that knows most first.

    Errors: RecordUnreadable.
    """
    found = [
        _read_report(path, parts["week"], parts["vintage"] or "")
        for path in (folder.iterdir() if folder.is_dir() else ())
        if (parts := EDITION.fullmatch(path.name)) and (path / RECORD).is_file()
    ]
    return sorted(found, key=lambda report: (report.week, report.age), reverse=True)


def list_shelves(folder: Path) -> list[Path]:
    """List the folders below `folder` that hold the reports of a conflict of their own, by name."""
    held = (path for path in sorted(folder.iterdir()) if path.is_dir()) if folder.is_dir() else iter(())
    return [path for path in held if is_name(path.name) and read_shelf(path)]


def list_unrecorded(folder: Path) -> list[str]:
    """Name the reports in `folder` that hold a brief and no record of it: made by an earlier version."""
    pages = folder.glob("*/brief.html")
    names = (path.parent.name for path in pages if not (path.parent / RECORD).is_file())
    return sorted(name for name in names if EDITION.fullmatch(name))


def _read_report(path: Path, week: str, vintage: str) -> Report:
    file = f"{path.name}/{RECORD}"
    record = read_record(path / RECORD, file)
    try:
        stated = parse_week(week)
        known = parse_vintage(vintage, stated)
        date.fromisoformat(record["known_until"])
    except (CasualtyLedgerError, ValueError) as error:
        raise RecordUnreadable(file=file, problem=str(error).rstrip(".")) from None
    if record["edition"] != path.name:
        raise RecordUnreadable(file=file, problem=f"it is the record of {record['edition']}")
    files = (PDF, *_read_pages(path).items(), TRACE)
    links = tuple((said, f"{path.name}/{name}") for name, said in files if (path / name).is_file())
    return Report(path.name, stated, known, record, links)


def _read_pages(report: Path) -> dict[str, str]:
    """Read from the manifest of a report which pages it has beside the brief, and their names."""
    try:
        pages = _plain(json.loads((report / MANIFEST).read_text(encoding="utf-8"))["pages"])
        named = {str(page["file"]): str(page["name"]) for page in pages}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return PAGES
    return {file: name for file, name in named.items() if file != BRIEF and PAGE.fullmatch(file)}


def read_record(path: Path, file: str) -> dict[str, Any]:
    """Read a record and hold it to its format; its texts lose what no page may print.

    Errors: RecordUnreadable, which calls it `file`.
    """
    try:
        record = _plain(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError) as error:
        raise RecordUnreadable(file=file, problem=f"it is no JSON ({error})") from None
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise RecordUnreadable(file=file, problem=f"its format is not {FORMAT}")
    try:
        SHAPE.validate_python(record)
    except ValidationError as error:
        raise RecordUnreadable(file=file, problem=explain(error, SHAPE)) from None
    return record


def _plain(content: Any) -> Any:
    if isinstance(content, str):
        return UNPRINTABLE.sub("", content)
    if isinstance(content, list):
        return [_plain(each) for each in content]
    if isinstance(content, dict):
        return {key: _plain(each) for key, each in content.items()}
    return content
