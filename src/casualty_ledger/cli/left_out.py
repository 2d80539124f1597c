"""What a run had to leave out: told on the console, with exit code 1."""

from __future__ import annotations

import typer

from casualty_ledger.cli.console import err_console
from casualty_ledger.project import Project

LEFT_OUT = 1


def end_with_left_out(project: Project) -> None:
    """Name the sheets that could not be read, and end with code 1 where there are any."""
    from casualty_ledger.ledger.storage import read_left_out

    left_out = read_left_out(project.processed)
    for sheet in left_out:
        told = f"{sheet['sheet']} cannot be read and is left out: {sheet['problem']}."
        err_console.print(told, style="red", highlight=False, markup=False)
    if left_out:
        raise typer.Exit(LEFT_OUT)
