"""Candidates into the review queue: a batch of proposals, with the text that was read kept as evidence."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd

from casualty_ledger.intake.articles.candidate import Candidate
from casualty_ledger.intake.articles.ledger_words import hedge_of, one_line, question_of, sheet_rows
from casualty_ledger.intake.articles.reading import Reading
from casualty_ledger.intake.articles.texts import Article
from casualty_ledger.intake.evidence.pointing import states
from casualty_ledger.intake.evidence.store import Kept, keep
from casualty_ledger.intake.proposals.batch import Batch, list_batches, read_batch, with_places, write_batch
from casualty_ledger.intake.proposals.deciding import rename_related
from casualty_ledger.intake.proposals.decisions import edits_of
from casualty_ledger.project import Project
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.sources.evidence import Pointer, digest_words
from casualty_ledger.sources.registry import Register, read_register

SHORT = 8
PLACES = ("from_words", "from_start", "from_end", "from_confidence", "from_rule", "from_question")
EVIDENCE = "evidence"


def propose(project: Project, article: Article, reading: Reading, *, today: date) -> str:
    """Write what an article reports as a batch of proposals, and return its name: one for one text.

    Each proposal has its place in the text: its words, first and last character, confidence and rule. Read
    again, a text keeps the day, publisher and address that it had, and what a person edited or added.
    Errors: EvidenceUnreadable, CannotWrite.
    """
    digest = sha256(article.text.encode("utf-8", errors="replace")).hexdigest()
    name = f"{article.id}-{digest[:SHORT]}"
    before = read_batch(project, name) if name in list_batches(project) else None
    if before:
        article = _as_told_before(article, before)
    kept = _keep(project, article, today) if article.text.strip() else None
    columns = [*SHEET_COLUMNS, EVIDENCE, *PLACES]
    register = read_register(project.sources)
    rows = pd.DataFrame(_rows(article, reading, name, kept, register), columns=columns, dtype="str")
    if before:
        rows = pd.concat([rows, _by_a_person(before)], ignore_index=True).fillna("")
        for old, new in edits_of(project, name).items():
            rows = rename_related(rows, old, new)
    refused = pd.DataFrame(
        [{"row": each.start, "found": each.text, "reason": each.reason} for each in reading.refusals],
        columns=["row", "found", "reason"],
    )
    write_batch(project, name, rows, _sidecar(article, reading, kept), refused)
    return name


def _as_told_before(article: Article, before: Batch) -> Article:
    """Fill what a text does not tell with what somebody told of it when it was read before."""
    told = {name: str(before.sidecar.get(name, "")) for name in ("published_on", "publisher", "address")}
    filled = article.filled("", told["published_on"], told["publisher"])
    return replace(filled, address=article.address or told["address"])


def _by_a_person(before: Batch) -> pd.DataFrame:
    """Return the proposals of a batch that no reading made: those that a person edited or added."""
    by_reading = before.rows["id"].str.fullmatch(rf"{re.escape(before.name)}-\d{{3,}}")
    return with_places(before, before.rows[~by_reading]).drop(columns=["sheet", "row"], errors="ignore")


def _rows(
    article: Article, reading: Reading, name: str, kept: Kept | None, register: Register
) -> Iterator[dict[str, str]]:
    text = kept.text() if kept else ""
    for row, candidate in zip(sheet_rows(article, reading, name, register), reading.candidates, strict=True):
        yield row | {
            "from_words": one_line(candidate.trigger),
            "from_start": str(candidate.start),
            "from_end": str(candidate.end),
            "from_confidence": f"{candidate.confidence:.2f}",
            "from_rule": one_line(candidate.rule),
            "from_question": question_of(row, register),
            EVIDENCE: str(_point(kept, candidate)) if kept and _stands(candidate, text) else "",
        }


def _stands(candidate: Candidate, text: str) -> bool:
    """Say whether a candidate's words stand at its place in the text that is kept, and state its number."""
    told = {"value": candidate.value, "lower": candidate.low, "upper": candidate.high}
    is_there = text[candidate.start : candidate.end] == candidate.trigger
    return is_there and states(candidate.trigger, told | {"hedge": hedge_of(candidate)})


def _point(kept: Kept, candidate: Candidate) -> Pointer:
    words = digest_words(candidate.trigger)
    return Pointer(kept.sha256, candidate.start, candidate.end, words, kept.kept_on)


def _keep(project: Project, article: Article, today: date) -> Kept:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / f"{article.id}.txt"
        page.write_bytes(article.content or article.text.encode("utf-8", errors="replace"))
        return keep(project, page, address=article.address, on=today)


def _sidecar(article: Article, reading: Reading, kept: Kept | None) -> dict[str, Any]:
    """Say what was read, and what became of every number in it."""
    return {
        "kind": "article",
        "title": article.title,
        "publisher": article.publisher,
        "published_on": article.published_on,
        "address": article.address,
        "language": reading.language,
        "evidence": kept.sha256 if kept else "",
        "figures": {
            "read": len(reading.candidates) + len(reading.refusals),
            "proposed": len(reading.candidates),
            "refused": len(reading.refusals),
        },
    }
