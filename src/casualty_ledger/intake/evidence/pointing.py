"""Pointing: from a recorded row to the words of a kept page that state its number."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.intake.articles.numbers.wordless import counts_in
from casualty_ledger.intake.evidence.problems import WordsNotFound, WordsSayOtherwise
from casualty_ledger.intake.evidence.store import Kept
from casualty_ledger.intake.evidence.texts import level
from casualty_ledger.locks import locked
from casualty_ledger.parsing.phrases import Phrase, parse_phrase
from casualty_ledger.project import Project
from casualty_ledger.sources.evidence import COLUMNS, Pointer, digest_words, read_pointers
from casualty_ledger.whole_files import write_text

# A number that is no part of a larger one, of a day, a clock time, an address or a percentage.
NUMBER = re.compile(
    r"(?<![\w.,:/+-])\d{1,3}(?:[ ,]\d{3})+(?![\d%]|[.,:/]\d|-\w)|(?<![\w.,:/+-])\d+(?![\w%]|[.,:/]\d|-\w)"
)
MOST_WORDS = 120


@dataclass(frozen=True)
class Found:
    """Where the words of a number stand in a text."""

    start: int
    end: int


def states(words: str, row: Mapping[Any, Any]) -> bool:
    """Say whether words state the number of a row: its value, or its bounds where it has no value.

    One person and a denial need no number: "a girl", "no casualties".
    """
    try:
        phrase = parse_phrase(words)
    except CasualtyLedgerError:
        phrase = None
    if pd.isna(row["value"]):
        return phrase is not None and _same_bounds(phrase, row)
    return (phrase is not None and phrase.value == row["value"]) or row["value"] in counts_in(words)


def _same_bounds(phrase: Phrase, row: Mapping[Any, Any]) -> bool:
    """Compare what has no one number: a range by its ends, "dozens" by their word."""
    if phrase.value is not None or str(phrase.hedge) != row["hedge"]:
        return False
    bounds = [(phrase.lower, row["lower"]), (phrase.upper, row["upper"])]
    return all(said is None or pd.isna(known) or said == known for said, known in bounds)


def find_number(text: str, row: Mapping[Any, Any]) -> list[Found]:
    """List where the number of a row stands in a text, in digits."""
    if pd.isna(row["value"]):
        return []
    value = str(int(row["value"]))
    matches = (each for each in NUMBER.finditer(text) if re.sub(r"[ ,]", "", each[0]) == value)
    return [Found(each.start(), each.end()) for each in matches]


def find_words(file: str, text: str, words: str, nth: int = 0) -> Found:
    """Find where quoted words stand; `nth` chooses among several places, from 1.

    Errors: WordsNotFound.
    """
    asked = level(words)
    if not asked or len(asked) > MOST_WORDS:
        raise WordsNotFound(
            found=words[:MOST_WORDS],
            how="cannot be looked for",
            file=file,
            advice="Quote the number's own words.",
        )
    places = [each.start() for each in re.finditer(rf"(?<!\w){re.escape(asked)}(?!\w)", text)]
    if not places:
        raise WordsNotFound(found=asked, how="do not stand", file=file, advice="Quote them as they stand.")
    if (len(places) > 1 and not nth) or nth > len(places):
        advice = f"Say which, from the first: --nth 1 to --nth {len(places)}, or quote more words."
        raise WordsNotFound(found=asked, how=f"stand {len(places)} times", file=file, advice=advice)
    start = places[max(nth, 1) - 1]
    return Found(start, start + len(asked))


def point(kept: Kept, text: str, found: Found, row: Mapping[Any, Any]) -> Pointer:
    """Return the pointer to words that state the number of a row.

    Errors: WordsSayOtherwise.
    """
    words = text[found.start : found.end]
    if not states(words, row):
        number = row["value"] if pd.notna(row["value"]) else f"{row['lower']} to {row['upper']}"
        raise WordsSayOtherwise(found=words, row=row["row_id"], number=number)
    return Pointer(kept.sha256, found.start, found.end, digest_words(words), kept.kept_on)


def write_pointers(project: Project, pointers: Iterable[tuple[str, Pointer]]) -> None:
    """Add pointers to `evidence.csv` beside the sheets, by the id of their row; a later one goes before.

    Errors: PointersUnreadable, CannotWrite.
    """
    path = project.pointers
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path.parent):
        read_pointers(path)  # What cannot be read is not added to.
        before = path.read_text(encoding="utf-8") if path.is_file() else ",".join(COLUMNS) + "\n"
        lines = io.StringIO()
        csv.writer(lines, lineterminator="\n").writerows((row_id, str(each)) for row_id, each in pointers)
        write_text(path, before + ("" if before.endswith("\n") else "\n") + lines.getvalue())
