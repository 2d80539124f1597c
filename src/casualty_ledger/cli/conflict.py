"""`casualty-ledger conflict`: a new conflict's file, and the conflicts that there are."""

from __future__ import annotations

from typing import Annotated

import typer

from casualty_ledger.cli.console import Raw, out_console, shown

conflict = typer.Typer(no_args_is_help=True, help="Conflicts: what is special to each, in a file of its own.")


@conflict.command()
def new(
    name: Annotated[str, typer.Argument(help="Its word in the column conflict, such as my_war.")],
    raw: Raw = "",
) -> None:
    """Write a conflict's file to fill in: valid as it stands, with a comment on every key."""
    from casualty_ledger.conflicts.reading import folder_of
    from casualty_ledger.conflicts.template import write_new
    from casualty_ledger.project import Project

    path = write_new(folder_of(Project.at(raw=raw)), name)
    out_console.print(
        f"Written to {shown(path)}. Fill it in, and check it: casualty-ledger check", highlight=False
    )


@conflict.command(name="list")
def list_conflicts(raw: Raw = "") -> None:
    """List the conflicts that have a file, and those of which the sheets hold rows."""
    from casualty_ledger.conflicts.known import learn_conflicts
    from casualty_ledger.project import Project
    from casualty_ledger.sources.recorded_sheets import read_sheets

    project = Project.at(raw=raw)
    known = learn_conflicts(project)
    rows = read_sheets(project.recorded)["conflict"].value_counts()
    for name in sorted({*known, *rows.index}):
        title = known[name].title if name in known else "no file yet: casualty-ledger conflict new"
        out_console.print(
            f"{name or '(none stated)'}: {rows.get(name, 0):,} rows; {title}", highlight=False, markup=False
        )
