"""The cache: exactly what must run again does, and nothing stale is ever served."""

import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from rows import make_rows
from small import SHEET, contents, make_small, run, write_rows
from soak import in_soak

from casualty_ledger.project import Project

ALL = ["W21 01", "W21 02", "W22 01", "W22 02", "W23 01", "W23 02"]
FROM_W22 = ALL[2:]


def add_row(**cells: str) -> Callable[[Project], None]:
    def mutate(project: Project) -> None:
        sheet = project.recorded / SHEET
        new = make_rows(cells | {"id": "new"})
        write_rows(sheet, pd.concat([read(project), new]))

    return mutate


def set_cells(row: str, **cells: str) -> Callable[[Project], None]:
    def mutate(project: Project) -> None:
        rows = read(project)
        rows.loc[rows["id"] == row, list(cells)] = list(cells.values())
        write_rows(project.recorded / SHEET, rows)

    return mutate


def reorder(*order: int) -> Callable[[Project], None]:
    return lambda project: write_rows(project.recorded / SHEET, read(project).iloc[list(order)])


def correct(action: str, row: str, column: str, **more: str) -> Callable[[Project], None]:
    def mutate(project: Project) -> None:
        found = read(project).set_index("id").loc[row, column]
        told = {"id": row, "column": column, "expect": str(found), "action": action, "reason": "ours"}
        lines = [f"{key}: {text!r}" for key, text in (told | {"declared_on": "2023-06-06"} | more).items()]
        (project.corrections / "ours.yml").write_text("- " + "\n  ".join(lines) + "\n")

    return mutate


def append(*parts: str) -> Callable[[Project], None]:
    def mutate(project: Project) -> None:
        path = project.home.joinpath(*parts)
        path.write_text(path.read_text() + "# more\n")

    return mutate


def edit_cell(project: Project) -> None:
    path = project.notebooks / "01_rows.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].source += "  # more"
    nbformat.write(notebook, path)


def store_output(project: Project) -> None:
    path = project.notebooks / "01_rows.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].outputs = [nbformat.v4.new_output("stream", text="looked at")]
    nbformat.write(notebook, path)


def delete_output(project: Project) -> None:
    (project.reports / "2023-W22" / "tables" / "01_rows.csv").unlink()


def edit_output(project: Project) -> None:
    path = project.reports / "2023-W22" / "tables" / "02_helped.csv"
    path.write_text(path.read_text().replace("209940", "209941"))


def touch_output(project: Project) -> None:
    (project.reports / "2023-W22" / "tables" / "02_helped.csv").touch()


def read(project: Project) -> pd.DataFrame:
    return pd.read_csv(project.recorded / SHEET, dtype=str, keep_default_na=False)


MUTATIONS = {
    "a row published in W22": (add_row(published_on="2023-06-01"), FROM_W22),
    "a row known by month": (add_row(published_on="2023-05"), FROM_W22),
    "a row published later": (add_row(published_on="2023-06-20"), []),
    "a row that is refused": (add_row(published_on="2023-06-10", value="?"), ALL[4:]),
    "a row without a day": (add_row(published_on=""), ALL),
    "a later row with the id of an earlier": (set_cells("t-3", id="t-1"), ALL),
    "a number": (set_cells("t-2", value="210000"), FROM_W22),
    "a note known later": (set_cells("t-1", note="so", note_known_on="2023-06-03"), FROM_W22),
    "a note known after all weeks": (set_cells("t-1", note="so", note_known_on="2024"), []),
    "a relation known later": (set_cells("t-1", overlaps="t-2", overlaps_known_on="2023-06-10"), ALL[4:]),
    "a note that dates its row": (set_cells("t-1", note="day inferred", note_known_on="2024"), None),
    "the order of rows": (reorder(1, 0, 2), FROM_W22),
    "the register": (append("data", "sources.yml"), ALL),
    "a correction": (correct("replace", "t-2", "value", value="1"), FROM_W22),
    "a correction of a day": (correct("replace", "t-2", "published_on", value="2023-06-10"), ALL),
    "a correction that flags": (correct("flag", "t-1", "value"), ALL[4:]),
    "a correction that refuses": (correct("refuse", "t-1", "value"), ALL),
    "a module that one notebook imports": (append("notebooks", "helper.py"), ALL[1::2]),
    "a module that no notebook imports": (append("notebooks", "alone.py"), []),
    "a notebook": (edit_cell, ALL[::2]),
    "a stored output of a notebook": (store_output, []),
    "the lock": (append("requirements.lock"), ALL),
    "a result that was deleted": (delete_output, ["W22 01"]),
    "a result that was edited": (edit_output, ["W22 02"]),
    "a result that was only touched": (touch_output, []),
}

OFTEN = (
    "a row published in W22",
    "a row without a day",
    "a note known later",
    "the order of rows",
    "a correction that refuses",
    "a module that one notebook imports",
    "a notebook",
    "a result that was edited",
)


def test_another_day_of_a_declaration_concerns_what_shows_it(tmp_path: Path):
    """
    What stood before a correction is what an earlier report printed, so its day counts as the row does.
    """
    project = make_small(tmp_path / "home")
    correct("replace", "t-2", "value", value="1")(project)
    run(project, project.reports)
    correct("replace", "t-2", "value", value="1", declared_on="2023-05-30")(project)
    again, _ = run(project, project.reports)
    run(project, tmp_path / "anew")

    assert [str(task)[5:11] for task in again] == FROM_W22
    assert contents(project.reports) == contents(tmp_path / "anew")


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project after its first run, to be copied."""
    project = make_small(tmp_path_factory.mktemp("first") / "home")
    ran, _ = run(project, project.reports)
    assert len(ran) == len(ALL)
    return project.home


@pytest.mark.parametrize("name", [*OFTEN, *in_soak(*(name for name in MUTATIONS if name not in OFTEN))])
def test_exactly_what_a_change_concerns_runs_again(name: str, first_run: Path, tmp_path: Path):
    """
    Each kind of change makes those notebooks run again that see it, and all reports are as if made anew.
    """
    mutate, expected = MUTATIONS[name]
    home = Path(shutil.copytree(first_run, tmp_path / "home"))
    project = Project(home, home / "data" / "raw", home / "data" / "processed")
    mutate(project)
    again, why = run(project, project.reports)
    third, _ = run(project, project.reports)
    run(project, tmp_path / "anew")

    assert expected is None or [str(task)[5:11] for task in again] == expected
    assert all(why.values()) and not third
    assert contents(project.reports) == contents(tmp_path / "anew")
