"""`casualty-ledger notebook`: a notebook of one's own."""

from __future__ import annotations

from typing import Annotated

import typer

from casualty_ledger.cli.console import OwnNotebooks, out_console, shown

notebook = typer.Typer(no_args_is_help=True, help="Notebooks of your own: docs/your_own_notebook.md.")


@notebook.callback()
def about() -> None:
    """Notebooks of your own, beside those of the project."""


@notebook.command()
def new(
    title: Annotated[str, typer.Argument(help='Its title, such as "Injured by month".')],
    notebooks: OwnNotebooks = "",
) -> None:
    """Write a notebook that runs as it stands and joins the next report."""
    from casualty_ledger.project import Project
    from casualty_ledger.running.new_notebook import make_folder, write_notebook

    make_folder(notebooks)
    path = write_notebook(Project.at(notebooks=notebooks), title)
    said = f"Written to {shown(path)}. Open it in JupyterLab; the next report has a page of it."
    out_console.print(said, highlight=False, markup=False)
