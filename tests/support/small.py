"""A small project of its own, and an executor that writes down all that a notebook of it could see."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import nbformat
import pandas as pd
from paths import HOME
from rows import make_rows

from casualty_ledger.ledger.accounting import account_for_rows, recorded_to_measure
from casualty_ledger.ledger.clean import Cleaned, clean_rows
from casualty_ledger.ledger.corrections import read_corrections
from casualty_ledger.ledger.misrecorded import find_misrecorded, put_back
from casualty_ledger.ledger.vintages import as_of
from casualty_ledger.parsing.weeks import Vintage, parse_vintage, parse_week
from casualty_ledger.project import Project
from casualty_ledger.running.backfill import open_backfill
from casualty_ledger.running.executor import Executor
from casualty_ledger.running.orders import Order
from casualty_ledger.running.pages import name_page
from casualty_ledger.running.plan import Task, plan_editions
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import read_sheets
from casualty_ledger.sources.registry import read_register

PARAMETERS = 'week: str = ""  # ISO week\nconflict: str = ""  # conflict\nas_of: str = ""  # vintage'
SHEET = "made_up.csv"


def make_small(home: Path, *cells: str) -> Project:
    """Make a project of three rows, one a week from 2023-W21 on; the second of its notebooks has a helper."""
    recorded = home / "data" / "raw" / "recorded"
    (home / "data" / "corrections").mkdir(parents=True)
    recorded.mkdir(parents=True)
    (home / "notebooks").mkdir()
    shutil.copy(HOME / "data" / "sources.yml", home / "data" / "sources.yml")
    shutil.copytree(HOME / "data" / "conflicts", home / "data" / "conflicts")
    (home / "requirements.lock").write_text("pandas==3\n")
    days = ("2023-05-28", "2023-06-04", "2023-06-11")
    write_rows(recorded / SHEET, make_rows(*({"published_on": day, "covers_until": day} for day in days)))
    write_notebook(home / "notebooks" / "01_rows.ipynb", *(cells or ("week",)))
    write_notebook(home / "notebooks" / "02_helped.ipynb", *(cells or ("from helper import word\nword",)))
    (home / "notebooks" / "helper.py").write_text("word = 1\n")
    (home / "notebooks" / "alone.py").write_text("word = 1\n")
    return Project(home, home / "data" / "raw", home / "data" / "processed")


def write_rows(sheet: Path, rows: pd.DataFrame) -> None:
    rows[list(SHEET_COLUMNS)].to_csv(sheet, index=False)


def write_notebook(path: Path, *cells: str) -> None:
    made = [nbformat.v4.new_code_cell(source, id=f"c{n}") for n, source in enumerate((PARAMETERS, *cells))]
    made[0].metadata["tags"] = ["parameters"]
    nbformat.write(nbformat.v4.new_notebook(cells=made), path)


class Witness:
    """An executor that runs no notebook, but writes down everything that one could see."""

    in_hand = 1

    def __init__(self, project: Project) -> None:
        """Look at one project."""
        self.project = project

    def run(self, order: Order, folder: Path) -> None:
        """Write down what the notebook of an order could see."""
        (folder / "notebooks").mkdir()
        (folder / "tables").mkdir()
        source = self.project.notebooks / order.notebook
        helped = "helper" in source.read_text()
        seen = [[cell.source for cell in nbformat.read(source, as_version=4).cells], order.parameters]
        seen += [path.read_text() for path in (self.project.sources, self.project.home / "requirements.lock")]
        seen += [(self.project.notebooks / "helper.py").read_text()] if helped else []
        told = {"cell_type": "markdown", "source": repr(seen), "metadata": {}}
        (folder / order.output).write_text(json.dumps({"cells": [told]}))
        (folder / name_page(source.stem)).write_text("<html></html>")
        table = see(self.project, order.parameters)
        (folder / "tables" / f"{source.stem}.csv").write_text(table)

    def close(self) -> None:
        """End nothing: nothing runs."""


def see(project: Project, parameters: dict[str, str]) -> str:
    """Say what the cells of the project's own notebooks are given: known rows, and where each row went."""
    data = project.home / "data"
    state = tuple(path.read_bytes() for path in sorted(data.rglob("*")) if path.is_file() and _is_told(path))
    return _see(project, state, parameters["week"], parameters["as_of"])


def _is_told(path: Path) -> bool:
    return path.suffix in (".csv", ".yml") and "processed" not in path.parts


@lru_cache(maxsize=16)
def _see(project: Project, state: tuple[bytes, ...], told_week: str, told_as_of: str) -> str:
    week = parse_week(told_week)
    vintage = parse_vintage(told_as_of, week)
    rows, cleaned, misrecorded = _clean(project, state)
    known = as_of(cleaned.appearances, vintage)
    tables = [known.drop(columns="row"), account_for_rows(rows, cleaned, vintage)]
    earlier = Vintage(week.monday)
    tables.append(as_of(put_back(known, misrecorded, earlier), earlier).drop(columns="row"))
    return "".join(table.to_csv() for table in [*tables, recorded_to_measure(rows, known)])


@lru_cache(maxsize=4)
def _clean(project: Project, state: tuple[bytes, ...]) -> tuple[pd.DataFrame, Cleaned, pd.DataFrame]:
    rows, register = read_sheets(project.recorded), read_register(project.sources)
    corrections = read_corrections(project.corrections)
    return rows, clean_rows(rows, register, corrections), find_misrecorded(rows, register, corrections)


def run(
    project: Project,
    reports: Path,
    *,
    weeks: tuple[str, str] = ("2023-W21", "2023-W23"),
    as_of: str = "each-week",
    start: Callable[[Project], Executor] | None = None,
) -> tuple[list[Task], dict[Task, list[str]]]:
    """Run a backfill with a witness; return what was run, and why."""
    with open_backfill(project, plan_editions(*weeks, as_of), reports) as backfill:
        steps = list(backfill.run(start or Witness))
        assert not [step.failure for step in steps if step.failure]
        return backfill.to_run, backfill.why


def contents(reports: Path) -> dict[str, bytes]:
    """Read every file of the reports but the manifests, which tell of the inputs as a whole."""
    files = (path for path in reports.glob("[0-9]*/**/*") if path.is_file() and path.name != "manifest.json")
    return {path.relative_to(reports).as_posix(): path.read_bytes() for path in files}
