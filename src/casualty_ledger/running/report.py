"""A report: a backfill of one week in one vintage."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from casualty_ledger.parsing.weeks import Vintage, Week
from casualty_ledger.project import Project
from casualty_ledger.running.backfill import Backfill, Tell, open_backfill
from casualty_ledger.running.executor import Executor, Local


def make_report(
    project: Project,
    week: Week,
    vintage: Vintage,
    *,
    reports: Path,
    conflict: str = "",
    language: str = "",
    tell: Tell = lambda _: None,
) -> Path:
    """Make the report of `week` in `vintage` under `reports`, where it is not there as it should be.

    Return its folder. `tell` is called with a line for each step. Errors: those of `open_backfill`,
    NotebookFailed.
    """
    with open_backfill(
        project, [(week, vintage)], reports, conflict=conflict, language=language, tell=tell
    ) as opened:
        finish_report(opened, Local, tell=tell)
    return reports / opened.plan.tasks[0].edition


def finish_report(opened: Backfill, start: Callable[[Project], Executor], *, tell: Tell) -> None:
    """Run what must run of a backfill that is one report. Errors: NotebookFailed, CannotWrite."""
    failures = []
    with closing(opened.run(start)) as steps:
        for step in steps:
            if step.failure:
                failures.append(step.failure)
            else:
                tell(f"ran {step.task.notebook.name}")
    if failures:
        raise failures[0]
