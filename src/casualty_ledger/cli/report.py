"""`casualty-ledger report`: one week in one vintage."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casualty_ledger.cli.console import (
    ConflictName,
    LanguageCode,
    OwnNotebooks,
    Progress,
    Raw,
    count_rows,
    out_console,
    print_changes,
    say_count,
    shown,
    warn_outside,
)
from casualty_ledger.cli.left_out import end_with_left_out, list_left_out
from casualty_ledger.cli.site import give_index
from casualty_ledger.ledger.freshness import read_inputs
from casualty_ledger.project import Project

if TYPE_CHECKING:
    from casualty_ledger.parsing.weeks import Week
    from casualty_ledger.running.backfill import Backfill


def report(
    week: Annotated[str, typer.Option(help="ISO week, such as 2023-W22.")],
    as_of: Annotated[
        str, typer.Option(help="Vintage: a date, latest, or nothing for the Monday after the week.")
    ] = "",
    conflict: ConflictName = "",
    language: LanguageCode = "",
    raw: Raw = "",
    notebooks: OwnNotebooks = "",
    out: Annotated[str, typer.Option(help="Folder of reports; default: reports.")] = "",
) -> None:
    """Make the report of a week: brief, pages, charts, tables, notebooks, manifest."""
    from casualty_ledger.parsing.weeks import parse_vintage, parse_week

    stated = parse_week(week)
    asked = [(stated, parse_vintage(as_of, stated))]
    project = Project.at(raw=raw, notebooks=notebooks)
    reports = Path(out).expanduser().resolve() if out else project.reports
    about = {"conflict": conflict, "language": language}
    from casualty_ledger.running.backfill import open_backfill
    from casualty_ledger.running.executor import Local
    from casualty_ledger.running.report import finish_report

    started = time.monotonic()
    with (
        Progress(f"Report of {stated}") as tell,
        open_backfill(project, asked, reports, **about, tell=tell) as opened,
    ):
        warn_outside([stated], opened.start)
        stands = not opened.to_place
        finish_report(opened, Local, tell=tell)
        changed, refused = opened.list_changes(), _list_refused(opened)
        left_out = list_left_out(opened.editions.project.processed)
        questions = 0 if stands else _count_questions(opened.editions.project.processed, stated)
    give_index(reports / opened.plan.tasks[0].edition)
    _print_report(reports / opened.plan.tasks[0].edition, None if stands else time.monotonic() - started)
    print_changes(changed)
    _print_refused(*refused)
    _print_questions(questions, raw)
    end_with_left_out(left_out)


def _print_report(folder: Path, seconds: float | None) -> None:
    said = "Nothing has changed since it was made" if seconds is None else f"Made in {seconds:.0f} s"
    out_console.print(f"{said}: {shown(folder)}", highlight=False)
    for path in sorted(folder.iterdir()):
        inside = f"/ ({sum(each.is_file() for each in path.rglob('*'))} files)" if path.is_dir() else ""
        out_console.print(f"  {path.name}{inside}", highlight=False)


def _count_questions(ledger: Path, week: Week) -> int:
    from casualty_ledger.ledger.questions.asking import read_questions
    from casualty_ledger.series.weeks import IN_WEEK, LEARNED, place_in_week
    from casualty_ledger.vocabulary import DatePrecision

    # A question has the days of its row as they were read, not what was noted about them.
    asked = read_questions(ledger).assign(caveats="", published_precision=DatePrecision.DAY)
    return int(place_in_week(asked, week).isin([IN_WEEK, LEARNED]).sum())


def _print_questions(count: int, raw: str) -> None:
    if count:
        again = "casualty-ledger check" + (f" --raw {raw}" if raw else "")
        out_console.print(f"{say_count(count, 'question')} about rows of this week: {again}", highlight=False)


def _list_refused(opened: Backfill) -> tuple[int, Path]:
    """Count the rows that the ledger of a report refused, and say where they are listed."""
    held, current = opened.editions.project.processed, opened.project.processed
    # Another run may have put another ledger there by now.
    folder = current if read_inputs(current) == read_inputs(held) else held
    return count_rows(held / "refused.csv"), folder / "refused.csv"


def _print_refused(count: int, table: Path) -> None:
    if count:
        said = "1 recorded row was" if count == 1 else f"{count} recorded rows were"
        out_console.print(f"{said} refused; {shown(table)} says why.", highlight=False)
