"""`casualty-ledger build`: sheets in, ledger out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from casualty_ledger.cli.console import Processed, Raw, out_console, say_count, shown
from casualty_ledger.cli.left_out import end_with_left_out
from casualty_ledger.project import Project

if TYPE_CHECKING:
    from pandas import DataFrame

    from casualty_ledger.ledger.build import Built

# So many names of a long list are told.
NAMED = 5


def build(
    raw: Raw = "",
    processed: Processed = "",
    if_needed: Annotated[bool, typer.Option(help="Do nothing where the ledger is current.")] = False,
) -> None:
    """Build the ledger from the recorded sheets."""
    from casualty_ledger.ledger.freshness import is_current

    project = Project.at(raw=raw, processed=processed)
    if if_needed and is_current(project):
        end_with_left_out(project)
        return
    from casualty_ledger.running.building import build_whole

    built, derived = build_whole(project, _describe)
    out_console.print(
        f"{built.rows_read:,} rows read = {len(built.appearances):,} appearances "
        f"+ {len(built.refused):,} refused; {len(built.figures):,} reported figures."
    )
    unknown = built.appearances.loc[~built.appearances["is_registered"], "claimant"]
    for line in _tell_unknown(unknown.drop_duplicates().tolist()):
        out_console.print(line, highlight=False, markup=False)
    counts = ", ".join(f"{len(table):,} rows of {name}" for name, table in derived.items())
    out_console.print(f"{counts}. Written to {shown(project.processed)}", highlight=False)
    end_with_left_out(project)


def _tell_unknown(claimants: list[str]) -> Iterator[str]:
    """Tell how many claimants are not registered, the first few, and where all of them stand."""
    if not claimants:
        return
    more = f" and {len(claimants) - NAMED} more" if len(claimants) > NAMED else ""
    named = "; ".join(claimants[:NAMED])
    yield f"{say_count(len(claimants), 'claimant')} not in data/sources.yml: {named}{more}."
    yield "`casualty-ledger check` tells each with its sheet and row."


def _describe(staged: Project, built: Built) -> tuple[Built, dict[str, DataFrame]]:
    from casualty_ledger.ledger.opening import open_ledger
    from casualty_ledger.publishing.package import write_package

    return built, write_package(staged, open_ledger(staged))
