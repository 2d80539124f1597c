"""`casualty-ledger build`: sheets in, ledger out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from casualty_ledger.cli.console import Processed, Raw, count_rows, out_console, say_count, shown
from casualty_ledger.cli.left_out import end_with_left_out, list_left_out
from casualty_ledger.project import Project

if TYPE_CHECKING:
    from casualty_ledger.ledger.opening import Ledger

# So many names of a long list are told.
NAMED = 5


def build(
    raw: Raw = "",
    processed: Processed = "",
    if_needed: Annotated[bool, typer.Option(help="Do nothing where the ledger is current.")] = False,
) -> None:
    """Build the ledger from the recorded sheets, and put its package where a person finds it."""
    from casualty_ledger.ledger.store import hold_ledger
    from casualty_ledger.running.current_package import is_published, publish

    project = Project.at(raw=raw, processed=processed)
    stored = hold_ledger(project)
    if if_needed and is_published(stored, project.processed):
        end_with_left_out(list_left_out(stored.project.processed))
        return
    from casualty_ledger.ledger.opening import open_ledger
    from casualty_ledger.publishing.package import derive_tables, write_package
    from casualty_ledger.publishing.release_note import (
        compare_releases,
        read_released,
        summarize,
        write_release,
    )

    ledger = open_ledger(stored.project)
    derived = derive_tables(ledger)
    former = read_released(project.processed)
    changes = None if former is None else compare_releases(former, ledger.figures)

    def write(staged: Project) -> None:
        write_package(staged, derived)
        write_release(staged.processed, changes, ledger.figures)

    publish(stored, project.processed, write)
    _print_read(stored.project, ledger)
    if changes is not None and len(changes):
        said = f"Since the last package: {summarize(changes)}. See them: casualty-ledger release-note"
        out_console.print(said, highlight=False)
    counts = ", ".join(f"{say_count(len(table), 'row')} of {name}" for name, table in derived.items())
    out_console.print(f"{counts}. Written to {shown(project.processed)}", highlight=False)
    end_with_left_out(list_left_out(stored.project.processed))


def _print_read(stored: Project, ledger: Ledger) -> None:
    appearances, refused = ledger.appearances, count_rows(stored.processed / "refused.csv")
    out_console.print(
        f"{len(appearances) + refused:,} rows read = {len(appearances):,} appearances "
        f"+ {refused:,} refused; {len(ledger.figures):,} reported figures."
    )
    unknown = appearances.loc[~appearances["is_registered"], "claimant"]
    for line in _tell_unknown(unknown.drop_duplicates().tolist()):
        out_console.print(line, highlight=False, markup=False)


def _tell_unknown(claimants: list[str]) -> Iterator[str]:
    """Tell how many claimants are not registered, the first few, and where all of them stand."""
    if not claimants:
        return
    more = f" and {len(claimants) - NAMED} more" if len(claimants) > NAMED else ""
    named = "; ".join(claimants[:NAMED])
    yield f"{say_count(len(claimants), 'claimant')} not in data/sources.yml: {named}{more}."
    yield "`casualty-ledger check` tells in which sheets and rows they begin."
