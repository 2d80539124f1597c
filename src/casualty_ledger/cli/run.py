"""`casualty-ledger run`: one notebook, held to its parameters."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casualty_ledger.cli.console import out_console, shown
from casualty_ledger.project import Project


def run(
    notebook: Annotated[str, typer.Argument(help="Number, name or path, such as 02.")],
    parameter: Annotated[
        list[str] | None, typer.Option("--parameter", "-p", help="name=value; may be repeated.")
    ] = None,
    output: Annotated[str, typer.Option(help="Where to write the notebook as executed.")] = "",
) -> None:
    """Run one notebook, once its parameters are known to be its own."""
    from casualty_ledger.running.engine import run_notebook
    from casualty_ledger.running.notebooks import find_notebook
    from casualty_ledger.running.parameters import parse_given, split_given

    project = Project.at()
    path = find_notebook(project, notebook)
    given = parse_given(path, split_given(parameter or []))
    target = Path(output) if output else Path.cwd() / f"{path.stem}.out.ipynb"
    run_notebook(path, given, target)
    out_console.print(f"Written to {shown(target)}", highlight=False)
