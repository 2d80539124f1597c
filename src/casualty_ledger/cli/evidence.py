"""`casualty-ledger evidence`: pages kept as received, and whether the numbers still stand in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from casualty_ledger.cli.console import Raw, out_console, say_count, shown
from casualty_ledger.errors import CasualtyLedgerError

if TYPE_CHECKING:
    from casualty_ledger.intake.evidence.store import Kept
    from casualty_ledger.ledger.opening import Ledger
    from casualty_ledger.project import Project

evidence = typer.Typer(
    no_args_is_help=True, help="Pages kept as received, and whether numbers stand in them."
)
ARTICLES = "articles"
TOLD = 50
Row = Annotated[str, typer.Option(help="The recorded row that the page states, by its id.")]
Words = Annotated[str, typer.Option(help="The number's own words, as they stand in the page.")]
Nth = Annotated[int, typer.Option(min=0, help="Which of several places where they stand, from 1.")]


class NothingToKeep(CasualtyLedgerError):
    """Neither a file nor an article, or both."""

    template = "Name one page to keep: a FILE, or --article and the name of an article in data/raw/articles."


class NoSuchArticle(CasualtyLedgerError):
    """An article that is not there, or not alone."""

    template = "data/raw/articles holds {found} named {name!r}. Name one file of it."


@evidence.command()
def keep(
    file: Annotated[
        str, typer.Argument(help="A page or text as received: HTML, PDF, text, WARC, WACZ.")
    ] = "",
    article: Annotated[str, typer.Option(help="An article of data/raw/articles, by its name.")] = "",
    address: Annotated[str, typer.Option(help="Web address of the page; its rows are pointed into it.")] = "",
    row: Row = "",
    words: Words = "",
    nth: Nth = 0,
    raw: Raw = "",
) -> None:
    """Keep a page as received, outside git, and point figures to the words in it that state them."""
    from casualty_ledger.intake.evidence import store
    from casualty_ledger.project import Project

    project = Project.at(raw=raw)
    page = _choose(project, file, article)
    kept = store.keep(project, page, address=address or (store.read_address(page) if article else ""))
    out_console.print(f"Kept since {kept.kept_on:%-d %B %Y}: {shown(kept.path)}", highlight=False)
    if row:
        _point_one(project, kept, row, words, nth)
    elif address or kept.address:
        _point_all(project, kept, address or kept.address)


@evidence.command()
def point(
    row: Annotated[str, typer.Argument(help="The recorded row, by its id.")],
    page: Annotated[str, typer.Argument(help="The kept page, by the beginning of its sha256.")],
    words: Words = "",
    nth: Nth = 0,
    raw: Raw = "",
) -> None:
    """Point a figure to the words of a kept page that state it."""
    from casualty_ledger.intake.evidence.store import find_by_beginning
    from casualty_ledger.project import Project

    project = Project.at(raw=raw)
    _point_one(project, find_by_beginning(project, page), row, words, nth)


@evidence.command()
def verify(
    everything: Annotated[bool, typer.Option("--all", help="Tell every row that does not stand.")] = False,
    raw: Raw = "",
) -> None:
    """Say for how many figures the number stands in its evidence; exit code 1 if one does not."""
    from casualty_ledger.intake.evidence import verifying
    from casualty_ledger.ledger.opening import open_ledger
    from casualty_ledger.project import Project

    project = Project.at(raw=raw)
    ledger = open_ledger(project)
    found = verifying.verify(project, ledger.appearances)
    fallen = found[found["outcome"] != verifying.STANDS]
    for each in fallen.head(len(fallen) if everything else TOLD).to_dict("records"):
        line = f"{each['row_id']}, {each['claimant']}: {each['outcome']} (sha256 {each['sha256'][:12]}…)"
        out_console.print(line, highlight=False, markup=False)
    if len(fallen) > TOLD and not everything:
        out_console.print(f"and {len(fallen) - TOLD:,} more: --all tells them", highlight=False)
    stands = len(found) - len(fallen)
    said = f"{say_count(len(found), 'row')} of {len(ledger.appearances):,} point into evidence; "
    out_console.print(f"{said}the number stands in {stands:,} of them.", highlight=False)
    if len(fallen):
        raise typer.Exit(1)


def _choose(project: Project, file: str, article: str) -> Path:
    if bool(file) == bool(article):
        raise NothingToKeep
    if file:
        return Path(file).expanduser()
    folder = project.raw / ARTICLES
    name = Path(article).name
    found = [path for path in sorted(folder.glob("*")) if name in (path.name, path.stem) and path.is_file()]
    pages = [path for path in found if path.suffix not in (".json", ".yml")]
    if len(pages) != 1:
        raise NoSuchArticle(found=f"{len(pages)} files" if pages else "no file", name=article)
    return pages[0]


def _rows_of(ledger: Ledger, column: str, asked: str) -> list[dict[Any, Any]]:
    return ledger.appearances[ledger.appearances[column] == asked].to_dict("records")


def _point_one(project: Project, kept: Kept, row_id: str, words: str, nth: int) -> None:
    """Point one row to the words quoted, or to its number where that stands once."""
    from casualty_ledger.intake.evidence import pointing
    from casualty_ledger.intake.evidence.problems import NoSuchRow, WordsNotFound
    from casualty_ledger.ledger.opening import open_ledger
    from casualty_ledger.parsing.near_words import did_you_mean

    ledger = open_ledger(project)
    rows = _rows_of(ledger, "row_id", row_id)
    if not rows:
        raise NoSuchRow(found=row_id, hint=did_you_mean(row_id, ledger.appearances["row_id"]))
    text = kept.text()
    if words:
        found = pointing.find_words(kept.path.name, text, words, nth)
    else:
        places = pointing.find_number(text, rows[0])
        if len(places) != 1 and not 0 < nth <= len(places):
            how = f"stand {len(places)} times" if places else "do not stand"
            advice = "Quote the words that state it: --words."
            number = str(rows[0]["value"])
            raise WordsNotFound(found=number, how=how, file=kept.path.name, advice=advice)
        found = places[max(nth, 1) - 1]
    pointer = pointing.point(kept, text, found, rows[0])
    pointing.write_pointers(project, [(row_id, pointer)])
    said = (
        f"{row_id} points to “{text[found.start : found.end]}”, characters {found.start:,} to {found.end:,}."
    )
    out_console.print(said, highlight=False, markup=False)


def _point_all(project: Project, kept: Kept, address: str) -> None:
    """Point every row of an address whose number stands in the page once, and say which do not."""
    from casualty_ledger.intake.evidence import pointing
    from casualty_ledger.ledger.opening import open_ledger

    rows = _rows_of(open_ledger(project), "address", address)
    text = kept.text()
    places = {row["row_id"]: pointing.find_number(text, row) for row in rows}
    once = [row for row in rows if len(places[row["row_id"]]) == 1]
    pointers = [(row["row_id"], pointing.point(kept, text, places[row["row_id"]][0], row)) for row in once]
    if pointers:
        pointing.write_pointers(project, pointers)
    said = f"{say_count(len(rows), 'row')} of this address: {len(once):,} point to their number in the page."
    out_console.print(said, highlight=False)
    for row_id in [row_id for row_id, found in places.items() if len(found) != 1][:TOLD]:
        times = len(places[row_id])
        how = f"its number stands {times} times" if times else "its number is not found"
        again = f"casualty-ledger evidence point {row_id} {kept.sha256[:12]} --words …"
        line = f"{row_id}: {how}; quote its words: {again}"
        out_console.print(line, highlight=False, markup=False)
