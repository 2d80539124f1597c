"""Candidates into the review queue: rows in `data/raw/proposed/`, with the text kept as evidence."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path

from casualty_ledger.intake.articles.ledger_words import sheet_rows
from casualty_ledger.intake.articles.reading import Reading
from casualty_ledger.intake.articles.texts import Article
from casualty_ledger.project import Project
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.whole_files import write_text

PROPOSED, EVIDENCE = "proposed", "articles"


def propose(project: Project, article: Article, reading: Reading) -> Path:
    """Write the candidates of an article as proposed rows and keep its text; return the sheet's path.

    Reading the same text again writes the same bytes. Nothing here is in a report until a person accepts it.
    Errors: CannotWrite.
    """
    text = io.StringIO()
    rows = csv.DictWriter(text, SHEET_COLUMNS, lineterminator="\n")
    rows.writeheader()
    rows.writerows(sheet_rows(article, reading))
    write_text(project.raw / EVIDENCE / f"{article.id}.txt", article.text)
    write_text(project.raw / EVIDENCE / f"{article.id}.yml", _sidecar(article))
    sheet = project.raw / PROPOSED / f"{article.id}.csv"
    write_text(sheet, text.getvalue())
    return sheet


def _sidecar(article: Article) -> str:
    import yaml

    held = {
        "title": article.title,
        "publisher": article.publisher,
        "published_on": article.published_on,
        "address": article.address,
        "sha256": hashlib.sha256(article.text.encode("utf-8", errors="surrogatepass")).hexdigest(),
    }
    return yaml.safe_dump(held, allow_unicode=True, sort_keys=False)
