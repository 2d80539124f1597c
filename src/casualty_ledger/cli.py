"""The command line: thin. Bad input is one sentence and exit code 2; a failed notebook is exit code 1."""

from __future__ import annotations

import csv
import sys
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from casualty_ledger import __version__
from casualty_ledger.errors import CasualtyLedgerError, NotebookFailed
from casualty_ledger.project import Project

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Reported casualty and prisoner-of-war figures: who says so, and how sure it is.",
)
out_console, err_console = Console(soft_wrap=True), Console(stderr=True, soft_wrap=True)

Raw = Annotated[str, typer.Option(help="Folder that holds recorded/*.csv; nothing is data/raw.")]
Processed = Annotated[str, typer.Option(help="Folder of the ledger; nothing is data/processed.")]


@app.command()
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
    out_console.print(f"{counts}. Written to {_shown(project.processed)}", highlight=False)


@app.command()
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
    out_console.print(f"{len(paths)} sheets checked; {len(refused)} rows would be refused.")
    if len(refused):
        raise typer.Exit(1)


@app.command()
def report(
    week: Annotated[str, typer.Option(help="ISO week, such as 2023-W22.")],
    as_of: Annotated[
        str, typer.Option(help="Vintage: a date, latest, or nothing for the Monday after the week.")
    ] = "",
    raw: Raw = "",
    out: Annotated[str, typer.Option(help="Folder of reports; nothing is reports.")] = "",
) -> None:
    """Make the report of a week: brief, pages, charts, tables, notebooks, manifest."""
    from casualty_ledger.parsing.weeks import parse_vintage, parse_week

    stated = parse_week(week)
    vintage = parse_vintage(as_of, stated)
    project = Project.at(raw=raw)
    reports = Path(out).expanduser().resolve() if out else project.reports
    started = time.monotonic()
    from casualty_ledger.running.report import make_report

    with Progress(f"Report of {stated}") as tell:
        folder = make_report(project, stated, vintage, reports=reports, tell=tell)
    _print_report(folder, time.monotonic() - started)
    _print_refused(project)


def _print_report(folder: Path, seconds: float) -> None:
    out_console.print(f"Made in {seconds:.0f} s: {_shown(folder)}", highlight=False)
    for path in sorted(folder.iterdir()):
        inside = f"/ ({sum(each.is_file() for each in path.rglob('*'))} files)" if path.is_dir() else ""
        out_console.print(f"  {path.name}{inside}", highlight=False)


def _print_refused(project: Project) -> None:
    refused = project.processed / "refused.csv"
    with refused.open(encoding="utf-8", newline="") as lines:
        count = sum(1 for _ in csv.reader(lines)) - 1
    if count:
        said = "1 recorded row was" if count == 1 else f"{count} recorded rows were"
        out_console.print(f"{said} refused; {_shown(refused)} says why.", highlight=False)


@app.command()
def run(
    notebook: Annotated[str, typer.Argument(help="Number, name or path, such as 02.")],
    parameter: Annotated[
        list[str] | None, typer.Option("--parameter", "-p", help="name=value; may be repeated.")
    ] = None,
    output: Annotated[str, typer.Option(help="Where to write the notebook as executed.")] = "",
) -> None:
    """Run one notebook, once its parameters are known to be its own."""
    from casualty_ledger.running.notebooks import find_notebook, run_notebook
    from casualty_ledger.running.parameters import parse_given

    project = Project.at()
    path = find_notebook(project, notebook)
    pairs = [text.partition("=") for text in parameter or []]
    given = parse_given(path, {name: value for name, _, value in pairs})
    target = Path(output) if output else Path.cwd() / f"{path.stem}.out.ipynb"
    run_notebook(path, given, target)
    out_console.print(f"Written to {_shown(target)}", highlight=False)


class Progress:
    """One progress display on a terminal, plain lines elsewhere."""

    def __init__(self, title: str) -> None:
        """Name what is being made."""
        self.title = title
        self.status = err_console.status(f"{title} …") if err_console.is_terminal else None

    def __enter__(self) -> Progress:
        """Show that work has begun."""
        if self.status:
            self.status.start()
        return self

    def __call__(self, line: str) -> None:
        """Tell of a step."""
        if self.status:
            self.status.update(f"{self.title}: {line} …")
        else:
            err_console.print(f"{self.title}: {line}", highlight=False)

    def __exit__(self, *_: object) -> None:
        """Show that work has ended."""
        if self.status:
            self.status.stop()


def _shown(path: Path) -> str:
    """Show a path from here where it lies below, whole where it does not."""
    resolved = path.resolve()
    here = Path.cwd().resolve()
    return str(resolved.relative_to(here)) if resolved.is_relative_to(here) else str(resolved)


@app.callback(invoke_without_command=True)
def version(
    show: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Reported casualty and prisoner-of-war figures: who says so, and how sure it is."""
    if show:
        typer.echo(f"casualty-ledger {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; say what is wrong in one sentence."""
    try:
        app()
    except NotebookFailed as failure:
        err_console.print(f"casualty-ledger: {failure}", style="red", highlight=False, markup=False)
        sys.exit(1)
    except CasualtyLedgerError as error:
        err_console.print(f"casualty-ledger: {error}", style="red", highlight=False, markup=False)
        sys.exit(2)


if __name__ == "__main__":
    main()
