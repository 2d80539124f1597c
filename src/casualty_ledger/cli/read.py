"""`casualty-ledger read`: an article in, candidate figures out."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casualty_ledger.cli.console import err_console, out_console, say_count
from casualty_ledger.project import Project

if TYPE_CHECKING:
    from casualty_ledger.intake.articles.model.asking_model import Endpoint
    from casualty_ledger.intake.articles.reading import Reading
    from casualty_ledger.intake.articles.texts import Article, ArticleUnreadable

AROUND = 60


class Form(StrEnum):
    """What is written for each article."""

    TABLE = "table"
    JSONL = "jsonl"
    SHEET = "sheet"
    PROPOSALS = "proposals"


def read(
    articles: Annotated[
        list[str] | None, typer.Argument(help="Files (txt, md, html, pdf, docx); - is standard input.")
    ] = None,
    form: Annotated[
        Form, typer.Option("--format", help="For people, programs, a sheet, or the review queue.")
    ] = Form.TABLE,
    jsonl_in: Annotated[str, typer.Option(help='JSON lines {"id", "lang", "text"} in place of files.')] = "",
    lang: Annotated[str, typer.Option(help="en, uk or ru; default: by the letters of the text.")] = "",
    published_on: Annotated[
        str, typer.Option(help="The day of printing, YYYY-MM-DD, where the file does not tell it.")
    ] = "",
    publisher: Annotated[str, typer.Option(help="Who printed it, where the file does not tell it.")] = "",
    raw: Annotated[str, typer.Option(help="Folder that holds recorded/*.csv; default: data/raw.")] = "",
    model: Annotated[
        str, typer.Option(help="Address of a language model on this machine that may point at more words.")
    ] = "",
    model_name: Annotated[str, typer.Option(help="The model's name, as its server knows it.")] = "",
    model_host: Annotated[str, typer.Option(help="Another machine that may be sent the text.")] = "",
) -> None:
    """Read articles: the figures of people that they report, each pointing at its words."""
    from casualty_ledger.intake.articles.model.asking_model import endpoint_of
    from casualty_ledger.intake.articles.texts import ArticleUnreadable

    wrong = 0
    project = Project.at(raw=raw)
    write = _writer(form, project)
    endpoint = endpoint_of(model, model_name, model_host) if model else None
    for opened in _open_each(articles or [], jsonl_in):
        if isinstance(opened, ArticleUnreadable):
            err_console.print(str(opened), highlight=False, markup=False)
            wrong += 1
        else:
            article = opened.filled(lang, published_on, publisher)
            reading, is_answered = _read(article, endpoint, project)
            write(article, reading)
            wrong += not is_answered
    if wrong:
        raise typer.Exit(1)


def _read(article: Article, endpoint: Endpoint | None, project: Project) -> tuple[Reading, bool]:
    """Read an article, with what a model points at where one is asked; say whether it gave an answer."""
    from casualty_ledger.intake.articles.model.asking_model import ModelUnusable, ask_model
    from casualty_ledger.intake.articles.model.model_replies import keep_replies
    from casualty_ledger.intake.articles.model.pointing import say
    from casualty_ledger.intake.articles.reading import read_article

    if endpoint is None:
        return read_article(article.text, article.language), True
    try:
        answer = ask_model(endpoint, article.text)
    except ModelUnusable as error:
        err_console.print(f"{article.id}: {error}", highlight=False, markup=False)
        return read_article(article.text, article.language), False
    reading = read_article(article.text, article.language, answer.pointed)
    keep_replies(project, article, endpoint, answer, date.today())
    said = f"{article.id}: spans of the model {endpoint.name}: {say(answer.pointed)}"
    err_console.print(said, highlight=False, markup=False)
    return reading, True


def _open_each(names: list[str], jsonl_in: str) -> Iterator[Article | ArticleUnreadable]:
    from casualty_ledger.intake.articles.texts import (
        ArticleUnreadable,
        article_of,
        articles_of_lines,
        open_article,
    )

    if jsonl_in:
        content = sys.stdin.buffer.read() if jsonl_in == "-" else _bytes_of(Path(jsonl_in))
        yield from articles_of_lines(content, Path(jsonl_in).name)
    for name in names or ([] if jsonl_in else ["-"]):
        try:
            yield article_of(sys.stdin.buffer.read()) if name == "-" else open_article(Path(name))
        except ArticleUnreadable as error:
            yield error


def _bytes_of(path: Path) -> bytes:
    from casualty_ledger.intake.articles.texts import ArticleUnreadable

    try:
        return path.read_bytes()
    except OSError as error:
        raise ArticleUnreadable(file=path.name, problem=error.strerror or "it cannot be opened") from None


def _writer(form: Form, project: Project) -> Callable[[Article, Reading], None]:
    if form is Form.JSONL:
        return _write_line
    if form is Form.SHEET:
        return _SheetWriter()
    return partial(_propose, project) if form is Form.PROPOSALS else _print_table


def _write_line(article: Article, reading: Reading) -> None:
    record = {"id": article.id, "figures": [each.as_record() for each in reading.candidates]}
    typer.echo(json.dumps(record, ensure_ascii=False))


class _SheetWriter:
    """Rows of the recorded sheets' format on standard output, with one header."""

    def __init__(self) -> None:
        """Begin with the header."""
        self.has_header = False

    def __call__(self, article: Article, reading: Reading) -> None:
        """Write the rows of one article."""
        typer.echo(_sheet(article, reading, header=not self.has_header), nl=False)
        self.has_header = True


def _sheet(article: Article, reading: Reading, *, header: bool) -> str:
    from casualty_ledger.intake.articles.ledger_words import sheet_rows
    from casualty_ledger.schema import SHEET_COLUMNS

    text = io.StringIO()
    rows = csv.DictWriter(text, SHEET_COLUMNS, lineterminator="\n")
    if header:
        rows.writeheader()
    rows.writerows(sheet_rows(article, reading))
    return text.getvalue()


def _propose(project: Project, article: Article, reading: Reading) -> None:
    from casualty_ledger.intake.articles.proposing import propose

    name = propose(project, article, reading, today=date.today())
    count = say_count(len(reading.candidates), "figure")
    said = f"{count} proposed. See: casualty-ledger proposals list {name}"
    out_console.print(f"{article.id}: {said}", highlight=False, markup=False)


def _print_table(article: Article, reading: Reading) -> None:
    """Print each candidate with its words, and how many numbers are none and why."""
    out_console.print(
        f"{article.id} ({reading.language}): {say_count(len(reading.candidates), 'figure')}", markup=False
    )
    for number, each in enumerate(reading.candidates, 1):
        before = " ".join(article.text[max(0, each.start - AROUND) : each.start].split())
        after = " ".join(article.text[each.end : each.end + AROUND].split())
        part = "" if each.subset_of is None else f", part of no. {each.subset_of + 1}"
        out_console.print(f"\n{number}. …{before} [{each.trigger}] {after}…", markup=False, highlight=False)
        bounds = f"{each.low}–{each.high or ''}" if each.value is None else str(each.value)
        said = f"{each.hedge} {bounds}"
        out_console.print(
            f"   {each.measure}, {said}; people: {each.population}, {each.party}; claimant: {each.claimant}; "
            f"place: {each.place or '–'}; day: {each.date or '–'}{part}"
            f"{', cumulative' if each.cumulative else ''}"
            f"{', replaced later' if each.superseded else ''}; {each.confidence:.2f} by {each.rule}",
            markup=False,
            highlight=False,
        )
    for reason, words in _by_reason(reading).items():
        out_console.print(f"\nNo figure ({reason}): {', '.join(words)}", markup=False, highlight=False)


def _by_reason(reading: Reading) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for refusal in reading.refusals:
        grouped.setdefault(refusal.reason, []).append(refusal.text)
    return grouped
