"""Candidates into the review queue: a batch of proposals, with the text that was read kept as evidence."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd

from casualty_ledger.intake.articles.ledger_words import one_line, sheet_rows
from casualty_ledger.intake.articles.reading import Reading
from casualty_ledger.intake.articles.texts import Article
from casualty_ledger.intake.evidence.store import Kept, keep
from casualty_ledger.intake.proposals.batch import write_batch
from casualty_ledger.project import Project
from casualty_ledger.schema import SHEET_COLUMNS

SHORT = 8
PLACES = ("from_words", "from_start", "from_end", "from_confidence", "from_rule")


def propose(project: Project, article: Article, reading: Reading, *, today: date) -> str:
    """Write what an article reports as a batch of proposals, and return its name: one for one text.

    Each proposal has its place in the text: its words, first and last character, confidence and rule.
    Errors: EvidenceUnreadable, CannotWrite.
    """
    digest = sha256(article.text.encode("utf-8", errors="replace")).hexdigest()
    name = f"{article.id}-{digest[:SHORT]}"
    rows = pd.DataFrame(_rows(article, reading, name), columns=[*SHEET_COLUMNS, *PLACES], dtype="str")
    refused = pd.DataFrame(
        [{"row": each.start, "found": each.text, "reason": each.reason} for each in reading.refusals],
        columns=["row", "found", "reason"],
    )
    kept = _keep(project, article, today) if article.text.strip() else None
    write_batch(project, name, rows, _sidecar(article, reading, kept), refused)
    return name


def _rows(article: Article, reading: Reading, name: str) -> Iterator[dict[str, str]]:
    for row, candidate in zip(sheet_rows(article, reading, name), reading.candidates, strict=True):
        yield row | {
            "from_words": one_line(candidate.trigger),
            "from_start": str(candidate.start),
            "from_end": str(candidate.end),
            "from_confidence": f"{candidate.confidence:.2f}",
            "from_rule": one_line(candidate.rule),
        }


def _keep(project: Project, article: Article, today: date) -> Kept:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / f"{article.id}.txt"
        page.write_text(article.text, encoding="utf-8", errors="replace")
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
