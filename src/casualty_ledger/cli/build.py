"""`casualty-ledger build`: sheets in, ledger out."""

from __future__ import annotations

from typing import Annotated

import typer

from casualty_ledger.cli.console import Processed, Raw, out_console, shown
from casualty_ledger.project import Project


def build(
    raw: Raw = "",
    processed: Processed = "",
    if_needed: Annotated[bool, typer.Option(help="Do nothing where the ledger is current.")] = False,
) -> None:
    """Build the ledger from the recorded sheets."""
    from casualty_ledger.ledger.build import build_ledger
    from casualty_ledger.ledger.freshness import is_current

    project = Project.at(raw=raw, processed=processed)
    if if_needed and is_current(project):
        return
    from casualty_ledger.ledger.opening import open_ledger
    from casualty_ledger.publishing.package import write_package

    built = build_ledger(project)
    derived = write_package(project, open_ledger(project))
    out_console.print(
        f"{built.rows_read:,} rows read = {len(built.appearances):,} appearances "
        f"+ {len(built.refused):,} refused; {len(built.figures):,} reported figures."
    )
    unknown = sorted(set(built.appearances.loc[~built.appearances["is_registered"], "claimant"]))
    if unknown:
        out_console.print(f"Not in data/sources.yml: {', '.join(unknown)}.", highlight=False, markup=False)
    counts = ", ".join(f"{len(table):,} rows of {name}" for name, table in derived.items())
    out_console.print(f"{counts}. Written to {shown(project.processed)}", highlight=False)
