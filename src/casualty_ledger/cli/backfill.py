"""`casualty-ledger backfill`: the reports of many weeks, where only what has changed is run."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casualty_ledger.cli.console import (
    ConflictName,
    LanguageCode,
    OwnNotebooks,
    Raw,
    err_console,
    out_console,
    print_changes,
    say_count,
    shown,
    warn_outside,
)
from casualty_ledger.cli.left_out import end_with_left_out, list_left_out
from casualty_ledger.cli.progress import RunProgress, say_seconds
from casualty_ledger.cli.site import give_index
from casualty_ledger.project import Project

if TYPE_CHECKING:
    from casualty_ledger.running.backfill import Backfill, Step
    from casualty_ledger.running.executor import Executor
    from casualty_ledger.running.plan import Task

INTERRUPTED = 130
NEW = "not made yet"


def backfill(
    first: Annotated[str, typer.Option("--from", help="First ISO week, such as 2022-W08.")],
    last: Annotated[str, typer.Option("--to", help="Last ISO week, such as 2026-W04.")],
    as_of: Annotated[
        str, typer.Option(help="Vintage: each-week (each on the Monday after it), a date, or latest.")
    ] = "each-week",
    workers: Annotated[int, typer.Option(min=0, help="Notebooks at a time; 0 is one per core.")] = 0,
    scheduler: Annotated[str, typer.Option(help="Address of a Dask scheduler, tcp://….")] = "",
    cluster: Annotated[str, typer.Option(help="local starts a Dask cluster here, to try it.")] = "",
    conflict: ConflictName = "",
    language: LanguageCode = "",
    raw: Raw = "",
    notebooks: OwnNotebooks = "",
    out: Annotated[str, typer.Option(help="Folder of reports; default: reports.")] = "",
    explain: Annotated[bool, typer.Option("--explain", help="Say of each notebook why it runs.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would run, and run nothing.")] = False,
) -> None:
    """Make the reports of many weeks; run only what has changed since they were made."""
    from casualty_ledger.running.backfill import open_backfill
    from casualty_ledger.running.choosing import choose_executor
    from casualty_ledger.running.plan import plan_editions

    editions = plan_editions(first, last, as_of)
    project = Project.at(raw=raw, notebooks=notebooks)
    reports = Path(out).expanduser().resolve() if out else project.reports
    start = choose_executor(workers=workers, scheduler=scheduler, cluster=cluster)
    started = time.monotonic()
    about = {"conflict": conflict, "language": language}
    with open_backfill(project, editions, reports, **about, tell=_tell) as opened:
        warn_outside((week for week, _ in editions), opened.start)
        _print_plan(opened, explain=explain)
        if dry_run:
            return
        failed, placed = _run(opened, start)
        print_changes(opened.list_changes())
        left_out = list_left_out(opened.editions.project.processed)
    give_index(reports / opened.plan.tasks[0].edition)
    _print_summary(opened, placed, time.monotonic() - started, reports)
    _end_with_failures(failed)
    end_with_left_out(left_out)


def _end_with_failures(failed: list[Step]) -> None:
    for step in failed:
        out_console.print(f"  {step.task.edition}: {step.failure}", highlight=False, markup=False)
    if failed:
        raise typer.Exit(1)


def _tell(line: str) -> None:
    err_console.print(f"Backfill: {line}", highlight=False, markup=False)


def _run(opened: Backfill, start: Callable[[Project], Executor]) -> tuple[list[Step], int]:
    """Tell of each step as it comes; return those that failed, and how many reports were placed."""
    seen: list[Step] = []
    with RunProgress(opened.to_run) as progress, closing(opened.run(start)) as steps:
        try:
            for step in steps:
                seen.append(step)
                progress.advance(step.task)
                if step.failure:
                    progress.say(f"{step.task}: failed.")
                if step.placed:
                    progress.say(f"{step.task.edition}: made.")
        except KeyboardInterrupt:
            progress.say("Stopped. What is finished is kept; the same command goes on from there.")
            raise typer.Exit(INTERRUPTED) from None
    return [step for step in seen if step.failure], sum(step.placed is not None for step in seen)


def _print_plan(opened: Backfill, *, explain: bool) -> None:
    tasks, changed, to_run = len(opened.plan.tasks), len(opened.why), len(opened.to_run)
    planned = f"{say_count(len(opened.plan.editions()), 'report')}, {say_count(tasks, 'notebook')}"
    stand, wait = tasks - changed, changed - to_run
    err_console.print(
        f"{planned}: {stand:,} unchanged, {wait:,} finished by a former run, {to_run:,} to run.",
        highlight=False,
    )
    why = {task: opened.why[task] for task in opened.to_run}
    for line in _explain(why) if explain else _summarize(why):
        err_console.print(f"  {line}", highlight=False, markup=False)


def _explain(why: dict[Task, list[str]]) -> list[str]:
    return [f"{task}: {'; '.join(reasons)}" for task, reasons in why.items()]


def _summarize(why: dict[Task, list[str]]) -> list[str]:
    kinds = Counter(reason.partition(" (")[0] for reasons in why.values() for reason in reasons)
    return [f"{count:,} {'' if kind == NEW else 'because '}{kind}" for kind, count in kinds.items()]


def _print_summary(opened: Backfill, placed: int, seconds: float, reports: Path) -> None:
    editions = len(opened.plan.editions())
    failed = len(opened.to_place) - placed
    said = f", {failed:,} failed" if failed else ""
    out_console.print(
        f"{say_count(placed, 'report')} made, {editions - len(opened.to_place):,} unchanged{said}, "
        f"in {say_seconds(seconds)}: {shown(reports)}",
        highlight=False,
    )
