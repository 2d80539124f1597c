"""`casualty-ledger fetch`: public feeds, each snapshot kept as it came."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from casualty_ledger.cli.console import Raw, err_console, out_console, say_count, shown
from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.intake.feeds.reach import REACH

if TYPE_CHECKING:
    from casualty_ledger.intake.feeds.declared import Feed
    from casualty_ledger.intake.feeds.fetching import Fetched
    from casualty_ledger.project import Project

NOT_FETCHED = 1


class OneFeed(CasualtyLedgerError):
    """A file by hand, and not one feed that it is of."""

    template = (
        "--from keeps one file as one feed; {found} named. Write: casualty-ledger fetch FEED --from FILE."
    )


def fetch(
    feeds: Annotated[list[str] | None, typer.Argument(help="Feeds, by name; default: all.")] = None,
    file: Annotated[
        str, typer.Option("--from", help="A file that you downloaded yourself, in place of asking for it.")
    ] = "",
    raw: Raw = "",
) -> None:
    """Fetch public feeds (https only) and keep what came; exit code 1 if one could not be fetched."""
    from casualty_ledger.intake.feeds.declared import find_feeds
    from casualty_ledger.project import Project

    project = Project.at(raw=raw)
    names = feeds or []
    if file and len(names) != 1:
        raise OneFeed(found="none is" if not names else f"{len(names)} are")
    found = find_feeds(project, names)
    if not found:
        out_console.print("No mapping declares a feed: write its address into data/mappings/<feed>.yml.")
    failed = [feed for feed in found if not _fetch_one(project, feed, file)]
    if failed:
        raise typer.Exit(NOT_FETCHED)


def _fetch_one(project: Project, feed: Feed, file: str) -> bool:
    """Fetch one feed and say what came of it; False where nothing did."""
    from casualty_ledger.intake.feeds.fetching import take_file

    try:
        fetched = take_file(project, feed, Path(file).expanduser()) if file else _ask(project, feed)
    except CasualtyLedgerError as error:
        err_console.print(
            f"{error} {_say_what_serves(project, feed)}", style="red", highlight=False, markup=False
        )
        return False
    if not fetched.is_new:
        said = f"{feed.name}: unchanged since {fetched.snapshot.day:%-d %B %Y}."
    else:
        size = int(fetched.snapshot.facts["bytes"])
        said = f"{feed.name}: {say_count(size, 'byte')} kept, {shown(fetched.snapshot.sidecar)}"
    out_console.print(said, highlight=False, markup=False)
    return True


def _ask(project: Project, feed: Feed) -> Fetched:
    """Fetch a feed, with a display of how far it has come where somebody looks."""
    from casualty_ledger.intake.feeds.fetching import fetch as fetch_feed

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(
        *columns, console=err_console, transient=True, disable=not err_console.is_terminal
    ) as progress:
        task = progress.add_task(feed.name, total=None)
        return fetch_feed(
            project,
            feed,
            reach=REACH,
            tell=lambda received, of: progress.update(task, completed=received, total=of or None),
        )


def _say_what_serves(project: Project, feed: Feed) -> str:
    from casualty_ledger.intake.feeds.snapshots import find_latest

    try:
        latest = find_latest(project, feed.name)
    except CasualtyLedgerError as error:
        return str(error)
    if latest is None:
        return "No snapshot of it is kept yet."
    return f"Its last snapshot, of {latest.day:%-d %B %Y}, serves."
