"""A report: a backfill of one week in one vintage."""

from __future__ import annotations

from pathlib import Path

from casualty_ledger.parsing.weeks import Vintage, Week, label_edition
from casualty_ledger.project import Project
from casualty_ledger.running.backfill import Tell, open_backfill
from casualty_ledger.running.executor import Local


def make_report(
    project: Project, week: Week, vintage: Vintage, *, reports: Path, tell: Tell = lambda _: None
) -> Path:
    """Make the report of `week` in `vintage` under `reports`, where it is not there as it should be.

    Return its folder. `tell` is called with a line for each step. Errors: those of `open_backfill`,
    NotebookFailed.
    """
    failures = []
    with open_backfill(project, [(week, vintage)], reports, tell=tell) as backfill:
        for step in backfill.run(lambda: Local(project)):
            if step.failure:
                failures.append(step.failure)
            else:
                tell(f"ran {step.task.notebook.name}")
    if failures:
        raise failures[0]
    return reports / label_edition(week, vintage)
