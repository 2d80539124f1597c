"""`casualty-ledger check`: sheets are read before they join."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casualty_ledger.cli.console import Raw, out_console
from casualty_ledger.project import Project


def check(
    sheets: Annotated[
        list[str] | None, typer.Argument(help="Sheets to read; nothing is those of the ledger.")
    ] = None,
    raw: Raw = "",
) -> None:
    """Read sheets before they join: all problems at once, exit code 1 where a row would be refused."""
    from casualty_ledger.ledger.checking import check_sheets
    from casualty_ledger.sources.recorded_sheets import list_sheets, read_sheets
    from casualty_ledger.sources.registry import read_register

    project = Project.at(raw=raw)
    own = list_sheets(project.recorded)
    paths = [Path(sheet) for sheet in sheets or []] or own
    joined = any(path.resolve().parent == project.recorded.resolve() for path in paths)
    beside = None if joined else read_sheets(project.recorded)
    problems = check_sheets(paths, read_register(project.sources), beside=beside)
    for problem in problems.to_dict("records"):
        line = "{sheet}, row {row} ({row_id}), column {column}: found {found!r}. {reason}"
        out_console.print(line.format_map(problem), highlight=False, markup=False)
    refused = problems[["sheet", "row"]].drop_duplicates()
    sheet, row = ("sheet" if len(paths) == 1 else "sheets"), ("row" if len(refused) == 1 else "rows")
    out_console.print(f"{len(paths)} {sheet} checked; {len(refused)} {row} would be refused.")
    if len(refused):
        raise typer.Exit(1)
