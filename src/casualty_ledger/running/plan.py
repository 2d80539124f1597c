"""The plan: weeks × notebooks, each with the key of its result. Nothing is run and no table is opened here.

A key is made of everything that can change a result: the notebook, its parameters, the code that it and its
page can reach, the packages, the project's settings, the inputs that are read whole, and the rows visible
in its vintage.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from casualty_ledger.conflicts.choosing import place_of, take_conflict
from casualty_ledger.conflicts.known import learn_conflicts
from casualty_ledger.errors import WeeksCross
from casualty_ledger.installed import digest_packages
from casualty_ledger.ledger.freshness import read_conflicts, read_data_inputs
from casualty_ledger.parsing.weeks import Vintage, Week, label_edition, parse_vintage, parse_week
from casualty_ledger.project import Project
from casualty_ledger.running.pages import list_pages, name_page, read_cells, source_of
from casualty_ledger.running.reach import Reach
from casualty_ledger.running.visible import Visible
from casualty_ledger.settings import digest_settings, read_settings
from casualty_ledger.whole_files import digest
from casualty_ledger.wording.language import check_language, folder_in

EACH_WEEK = "each-week"
# What runs a notebook and sets its page decides about the result as well.
ENTRIES = ("casualty_ledger.running.pages", "papermill_warm.start")
BY_ROW = ("recorded/", "corrections/")
Ingredients = dict[str, str]


class About(NamedTuple):
    """The conflict of a run, its language, and the folder of its reports: none for the defaults of both."""

    conflict: str
    folder: str
    language: str = "en"

    def locate(self, week: Week, vintage: Vintage) -> str:
        """Return where a report stands below the folder of reports."""
        return "/".join(part for part in (self.folder, label_edition(week, vintage)) if part)


def find_about(project: Project, asked: str, language: str = "") -> About:
    """Find the conflict that is asked for, or the default one of the built ledger of `project`.

    Errors: UnknownConflict, ConflictNotChosen, UnknownLanguage.
    """
    learn_conflicts(project)
    held = read_conflicts(project.processed)
    conflict = take_conflict(asked, held)
    usual = read_settings(project.home).language
    spoken = language or usual
    check_language(spoken)
    return About(conflict, folder_in(spoken, usual, place_of(conflict, held)), spoken)


@dataclass(frozen=True, eq=False)
class Task:
    """One notebook for one week in one vintage, and what its result is made of."""

    week: Week
    vintage: Vintage
    notebook: Path
    ingredients: Ingredients
    about: About

    @property
    def edition(self) -> str:
        """The report that the result is a part of, by its folder below the reports."""
        return self.about.locate(self.week, self.vintage)

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters that the notebook runs with."""
        return {
            "week": str(self.week),
            "as_of": str(self.vintage),
            "conflict": self.about.conflict,
            "language": self.about.language,
        }

    def __str__(self) -> str:
        """Name the task for a person."""
        return f"{self.edition} {self.notebook.stem}"


@dataclass(frozen=True)
class Plan:
    """All tasks, report by report, and the digests behind each digest of code."""

    tasks: list[Task]
    code: dict[str, dict[str, str]]

    def editions(self) -> dict[str, list[Task]]:
        """Return the tasks of each report, in the order of the weeks."""
        found: dict[str, list[Task]] = {}
        for task in self.tasks:
            found.setdefault(task.edition, []).append(task)
        return found


def plan_editions(first: str, last: str, as_of: str) -> list[tuple[Week, Vintage]]:
    """List the weeks from `first` to `last`, both included, each in the vintage that is asked for.

    `as_of` is each-week (each as known on the Monday after it), a date, or latest.
    Errors: UnreadableWeek, WeeksCross, UnreadableVintage.

    >>> [f"{week} {vintage}" for week, vintage in plan_editions("2022-W52", "2023-W01", "each-week")]
    ['2022-W52 2023-01-02', '2023-W01 2023-01-09']
    """
    start, week = parse_week(first), parse_week(last)
    if week < start:
        raise WeeksCross(first=start, last=week)
    weeks = [week]
    while weeks[0] > start:
        weeks.insert(0, weeks[0].before())
    asked = "" if as_of.strip() == EACH_WEEK else as_of
    return [(week, parse_vintage(asked, week)) for week in weeks]


def make_plan(
    project: Project,
    editions: Iterable[tuple[Week, Vintage]],
    notebooks: list[Path],
    visible: Visible,
    about: About,
) -> Plan:
    """Plan each of the notebooks for each edition of one conflict.

    Errors: NotebookUnreadable, PagesCollide.
    """
    inputs = _digest_whole_inputs(project, about.conflict)
    settings = digest_settings(project.home)
    shared = {"packages": _digest_packages(project), "inputs": inputs, "settings": settings}
    reach = Reach(project.notebooks)
    code = {path: reach.find_code(_sources(path), ENTRIES) for path in notebooks}
    own = {path: {"notebook": _digest_notebook(path), "code": _hash(files)} for path, files in code.items()}
    pages = _hash(list_pages(notebooks))  # Each page links to all others.
    for path in notebooks:
        own[path] |= {"pages": pages} if name_page(path.stem) else {}
    tasks = [
        Task(
            week,
            vintage,
            notebook,
            shared | own[notebook] | _of_edition(week, vintage, visible, about),
            about,
        )
        for week, vintage in editions
        for notebook in notebooks
    ]
    return Plan(tasks, {_hash(files): files for files in code.values()})


def _of_edition(week: Week, vintage: Vintage, visible: Visible, about: About) -> Ingredients:
    seen = visible.seen_in(vintage)
    return {
        "parameters": f"week={week} as_of={vintage} conflict={about.conflict} language={about.language}",
        "rows": f"{seen.digest} ({seen.rows:,} rows)",
    }


def _digest_whole_inputs(project: Project, conflict: str) -> str:
    """Digest what is read whole: the register, the conflict's file. Sheets and corrections count by row."""
    inputs = read_data_inputs(project.processed)
    own = f"conflicts/{conflict}.yml"
    others = [name for name in inputs if name.startswith("conflicts/") and name != own]
    return _hash(
        {name: inputs[name] for name in inputs if not name.startswith(BY_ROW) and name not in others}
    )


def _digest_packages(project: Project) -> str:
    """Digest the lock, and what is in fact installed."""
    lock = project.home / "requirements.lock"
    return _hash({"lock": digest(lock) if lock.is_file() else "", "is": digest_packages()})


def _sources(notebook: Path) -> Iterator[str]:
    return (source_of(cell) for cell in read_cells(notebook) if cell["cell_type"] == "code")


def _digest_notebook(notebook: Path) -> str:
    """Digest a notebook without its outputs: looking at it in JupyterLab changes nothing."""
    whole = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in whole["cells"]:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)
    return _hash(whole | {"name": notebook.name})


def _hash(told: object) -> str:
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
