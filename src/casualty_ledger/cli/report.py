"""`casualty-ledger report`: one week in one vintage."""

from __future__ import annotations

import csv
import time
from pathlib import Path
from typing import Annotated

import typer

from casualty_ledger.cli.console import ConflictName, Progress, Raw, out_console, shown, warn_outside
from casualty_ledger.cli.left_out import end_with_left_out
from casualty_ledger.project import Project


def report(
    week: Annotated[str, typer.Option(help="ISO week, such as 2023-W22.")],
    as_of: Annotated[
        str, typer.Option(help="Vintage: a date, latest, or nothing for the Monday after the week.")
    ] = "",
    conflict: ConflictName = "",
    raw: Raw = "",
    out: Annotated[str, typer.Option(help="Folder of reports; default: reports.")] = "",
) -> None:
    """Make the report of a week: brief, pages, charts, tables, notebooks, manifest."""
    from casualty_ledger.parsing.weeks import parse_vintage, parse_week

    stated = parse_week(week)
    vintage = parse_vintage(as_of, stated)
    project = Project.at(raw=raw)
    reports = Path(out).expanduser().resolve() if out else project.reports
    from casualty_ledger.running.backfill import open_backfill
    from casualty_ledger.running.executor import Local
    from casualty_ledger.running.report import finish_report

    started = time.monotonic()
    with (
        Progress(f"Report of {stated}") as tell,
        open_backfill(project, [(stated, vintage)], reports, conflict=conflict, tell=tell) as opened,
    ):
        warn_outside([stated], opened.start)
        stands = not opened.to_place
        finish_report(opened, Local, tell=tell)
    made = f"Made in {time.monotonic() - started:.0f} s"
    said = "Nothing has changed since it was made" if stands else made
    _print_report(said, reports / opened.plan.tasks[0].edition)
    _print_refused(project)
    end_with_left_out(project)


def _print_report(said: str, folder: Path) -> None:
    out_console.print(f"{said}: {shown(folder)}", highlight=False)
    for path in sorted(folder.iterdir()):
        inside = f"/ ({sum(each.is_file() for each in path.rglob('*'))} files)" if path.is_dir() else ""
        out_console.print(f"  {path.name}{inside}", highlight=False)


def _print_refused(project: Project) -> None:
    refused = project.processed / "refused.csv"
    with refused.open(encoding="utf-8", newline="") as lines:
        count = sum(1 for _ in csv.reader(lines)) - 1
    if count:
        said = "1 recorded row was" if count == 1 else f"{count} recorded rows were"
        out_console.print(f"{said} refused; {shown(refused)} says why.", highlight=False)
