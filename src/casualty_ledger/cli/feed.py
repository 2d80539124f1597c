"""`casualty-ledger feed`: the feeds that there are, their snapshots, and what upstream changed in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from casualty_ledger.cli.console import Raw, out_console, say_count

if TYPE_CHECKING:
    from casualty_ledger.intake.feeds.comparing import Difference
    from casualty_ledger.intake.feeds.snapshots import Snapshot

feed = typer.Typer(no_args_is_help=True, help="Feeds, their snapshots, and what changed in them in silence.")
# So many changes are told, unless all are asked for.
TOLD = 50


@feed.command(name="list")
def list_all(raw: Raw = "") -> None:
    """List the feeds, how many snapshots are kept of each, and of when the last is."""
    from casualty_ledger.intake.feeds.declared import list_feeds
    from casualty_ledger.intake.feeds.snapshots import list_snapshots
    from casualty_ledger.project import Project

    project = Project.at(raw=raw)
    feeds = list_feeds(project)
    for name, each in feeds.items():
        kept = list_snapshots(project, name)
        last = f", the last of {kept[-1].day:%-d %B %Y}" if kept else ""
        said = f"{name}: {say_count(len(kept), 'snapshot')}{last}; {each.address}"
        out_console.print(said, highlight=False, markup=False)
    if not feeds:
        out_console.print("No mapping declares a feed: write its address into data/mappings/<feed>.yml.")


@feed.command()
def diff(
    name: Annotated[str, typer.Argument(help="The feed.")],
    since: Annotated[
        str, typer.Option(help="An earlier snapshot, by its name; default: the last but one.")
    ] = "",
    until: Annotated[str, typer.Option(help="A later snapshot; default: the last.")] = "",
    key: Annotated[
        list[str] | None, typer.Option(help="A column that names a record; may be repeated; default: found.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Tell every change.")] = False,
    raw: Raw = "",
) -> None:
    """List what upstream changed in silence between two snapshots: altered, removed, added among earlier."""
    from casualty_ledger.intake.feeds.comparing import compare, read_records
    from casualty_ledger.intake.feeds.declared import find_feeds
    from casualty_ledger.intake.feeds.snapshots import list_snapshots
    from casualty_ledger.project import Project

    project = Project.at(raw=raw)
    [declared] = find_feeds(project, [name])
    earlier, later = _choose(name, list_snapshots(project, name), since, until)
    before, now = (read_records(each.check(), declared.mapping) for each in (earlier, later))
    found = compare(name, before, now, key or declared.mapping.one_thing)
    _tell(found, TOLD if not everything else len(found.changes))
    said = f"From {earlier.name} to {later.name}: {say_count(len(found.changes), 'change')} in silence, "
    out_console.print(f"{said}{say_count(found.new, 'new record')}.", highlight=False, markup=False)


def _choose(name: str, snapshots: list[Snapshot], since: str, until: str) -> tuple[Snapshot, Snapshot]:
    """Return the two snapshots to compare, the earlier first. Errors: NoSnapshot."""
    from casualty_ledger.intake.feeds.problems import NoSnapshot

    if len(snapshots) < 2:
        found = "one snapshot, and two are compared" if snapshots else "no snapshot"
        raise NoSnapshot(feed=name, found=found, advice=f"Fetch it: casualty-ledger fetch {name}.")
    named = {each.name: each for each in snapshots}
    for asked in filter(None, (since, until)):
        if asked not in named:
            raise NoSnapshot(feed=name, found=f"no snapshot {asked!r}", advice=f"It has: {', '.join(named)}.")
    later = named.get(until, snapshots[-1])
    at = snapshots.index(later)
    return named.get(since, snapshots[max(at - 1, 0)]), later


def _tell(found: Difference, most: int) -> None:
    for change in found.changes.head(most).to_dict("records"):
        before, now = (change[name] or "nothing" for name in ("before", "now"))
        cell = f", {change['column']}: {before} → {now}" if change["before"] or change["now"] else ""
        out_console.print(f"{change['change']}: {change['key']}{cell}", highlight=False, markup=False)
    if len(found.changes) > most:
        out_console.print(f"and {len(found.changes) - most:,} more: --all tells them", highlight=False)
