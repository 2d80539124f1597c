"""Notebooks of one's own: each joins the report, its links, its manifest and its cache by being there."""

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from small import Witness, make_small, run, write_notebook

from casualty_ledger.parsing.weeks import parse_week
from casualty_ledger.project import Project
from casualty_ledger.publishing.html import export_notebook
from casualty_ledger.running import new_notebook
from casualty_ledger.running.backfill import open_backfill
from casualty_ledger.running.executor import Local
from casualty_ledger.running.notebook_errors import (
    NamesCollide,
    NoOwnNotebooks,
    NoParameters,
    NotebookUnnamed,
    NotebookUnreadable,
    NumbersUsedUp,
    PagesCollide,
)
from casualty_ledger.running.orders import Order
from casualty_ledger.running.pages import link_pages, list_pages, name_page, read_title
from casualty_ledger.running.parameters import parse_given
from casualty_ledger.running.plan import plan_editions

WEEK = ("2023-W22", "2023-W22")
HOSTILE = '# <script>alert("x")</script> & sites\u202e'


class Bare(Witness):
    """An executor that looks at nothing: it leaves an executed notebook and its page."""

    def run(self, order: Order, folder: Path) -> None:
        """Write what a result must have."""
        (folder / "notebooks").mkdir()
        (folder / order.output).write_text('{"cells": []}')
        (folder / name_page(Path(order.notebook).stem)).write_text("<html></html>")


class Pageless(Bare):
    """An executor that loses one page."""

    def run(self, order: Order, folder: Path) -> None:
        """Run, and leave one page out."""
        super().run(order, folder)
        (folder / "rows.html").unlink(missing_ok=True)


def read_manifest(project: Project) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((project.reports / WEEK[0] / "manifest.json").read_text())
    return manifest


def pages_of(project: Project) -> list[dict[str, str]]:
    pages: list[dict[str, str]] = read_manifest(project)["pages"]
    return pages


def test_a_notebook_joins_the_report_by_being_there(tmp_path: Path):
    """
    A new numbered notebook gets its page, its results and its places in manifest and links; the others are
    made anew once, for their links, and a change in its code runs it alone.
    """
    project = make_small(tmp_path)
    run(project, project.reports, weeks=WEEK, start=Bare)
    write_notebook(project.notebooks / "10_mine.ipynb", "week")
    joined, why = run(project, project.reports, weeks=WEEK, start=Bare)
    write_notebook(project.notebooks / "10_mine.ipynb", "week * 2")
    changed, _ = run(project, project.reports, weeks=WEEK, start=Bare)
    report = project.reports / WEEK[0]

    assert [task.notebook.stem for task in joined] == ["01_rows", "02_helped", "10_mine"]
    assert why[joined[0]] == ["a page was added to the report, taken away or renamed"]
    assert [task.notebook.stem for task in changed] == ["10_mine"]
    assert (report / "mine.html").is_file()
    assert {"file": "mine.html", "name": "Mine"} in pages_of(project)
    assert {"notebooks/10_mine.ipynb", "notebooks/01_rows.ipynb"} <= {*read_manifest(project)["inputs"]}


def test_a_folder_of_ones_own_works_beside_the_project(tmp_path: Path):
    """
    Notebooks of another folder, with the modules beside them, are run and counted like the project's.
    """
    project = make_small(tmp_path / "home")
    own = tmp_path / "own"
    own.mkdir()
    write_notebook(own / "06_mine.ipynb", "import mine_words\nmine_words.word")
    (own / "mine_words.py").write_text("word = 1\n")
    mine = Project(project.home, project.raw, project.processed, own)
    run(mine, project.reports, weeks=WEEK, start=Bare)
    (own / "mine_words.py").write_text("word = 2\n")
    changed, why = run(mine, project.reports, weeks=WEEK, start=Bare)

    assert [page["file"] for page in pages_of(project)] == ["rows.html", "helped.html", "mine.html"]
    assert [task.notebook.stem for task in changed] == ["06_mine"]
    assert why[changed[0]] == ["code that it reaches has changed (mine_words.py)"]


def test_names_and_pages_that_collide_are_told_in_a_sentence(tmp_path: Path):
    """
    Neither a file nor a page of one's own replaces one of the project; a folder without a notebook is told.
    """
    project = make_small(tmp_path / "home")
    own = tmp_path / "own"
    own.mkdir()
    mine = Project(project.home, project.raw, project.processed, own)
    with pytest.raises(NoOwnNotebooks, match="06_my_question"):
        run(mine, project.reports, weeks=WEEK, start=Bare)
    write_notebook(own / "01_rows.ipynb", "week")
    with pytest.raises(NamesCollide, match=r"01_rows\.ipynb"):
        run(mine, project.reports, weeks=WEEK, start=Bare)
    (own / "01_rows.ipynb").rename(own / "06_Rows.ipynb")
    with pytest.raises(PagesCollide, match=r"01_rows\.ipynb and 06_Rows\.ipynb .* Rename one"):
        run(mine, project.reports, weeks=WEEK, start=Bare)


def test_a_page_that_was_not_made_is_told(tmp_path: Path):
    """
    A notebook whose page is missing fails, and the report is not placed.
    """
    project = make_small(tmp_path)
    with open_backfill(project, plan_editions(*WEEK, "each-week"), project.reports) as backfill:
        failures = [str(step.failure) for step in backfill.run(Pageless) if step.failure]

    assert len(failures) == 1
    assert "rows.html is missing" in failures[0]
    assert not (project.reports / WEEK[0]).exists()


def test_what_is_no_notebook_is_told_in_a_sentence(tmp_path: Path):
    """
    A file that is no notebook, and a notebook without a week, stop the run with a sentence.
    """
    project = make_small(tmp_path)
    broken = project.notebooks / "06_broken.ipynb"
    for text in ("<html>", "{}", "[1]", '{"cells": [{"source": "x"}]}', '{"cells": [1]}'):
        broken.write_text(text)
        with pytest.raises(NotebookUnreadable, match=r"06_broken\.ipynb"):
            run(project, project.reports, weeks=WEEK, start=Bare)
    broken.write_text(json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    with pytest.raises(NoParameters, match="notebook new"):
        run(project, project.reports, weeks=WEEK, start=Bare)


def test_parameters_need_no_types(tmp_path: Path):
    """
    A cell of parameters as papermill's own guide writes it, without types, is a signature too.
    """
    cell = nbformat.v4.new_code_cell('week = "2023-W22"\nas_of = ""', metadata={"tags": ["parameters"]})
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "06_mine.ipynb")

    assert parse_given(tmp_path / "06_mine.ipynb", {"week": "2023-W23"}) == {"week": "2023-W23"}


def test_a_hostile_title_is_text_in_every_page(tmp_path: Path):
    """
    A title is the first heading of its notebook, without marks that steer, and is escaped among the links.
    """
    path = tmp_path / "06_mine.ipynb"
    heading = nbformat.v4.new_markdown_cell(HOSTILE)
    nbformat.write(nbformat.v4.new_notebook(cells=[heading]), path)
    links = link_pages(parse_week(WEEK[0]), list_pages([path]))
    page = export_notebook(nbformat.read(path, 4), title=read_title(path), description="", links=links)

    assert read_title(path) == '<script>alert("x")</script> & sites'
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_new_notebook_runs_as_it_stands(tmp_path: Path):
    """
    What the command writes is numbered after the last, and makes its page, chart and table in a report.
    """
    project = make_small(tmp_path)
    path = new_notebook.write_notebook(project, 'Sites <b>& "schools"</b>')
    for other in project.numbered[:2]:
        other.unlink()
    run(project, project.reports, weeks=WEEK, start=Local)
    report = project.reports / WEEK[0]
    page = (report / "sites_b_schools_b.html").read_text()

    assert path.name == "03_sites_b_schools_b.ipynb"
    assert (report / "charts" / "sites_b_schools_b.svg").is_file()
    assert (report / "tables" / "sites_b_schools_b.csv").is_file()
    assert "&lt;b&gt;&amp;" in page
    assert "Reported by" in page
    assert "data:image/svg+xml" in page


def test_a_title_that_names_no_page_of_its_own_is_refused(tmp_path: Path):
    """
    A title without a letter, one whose page is there already, and a number past 99 are told in a sentence.
    """
    project = make_small(tmp_path)
    with pytest.raises(NotebookUnnamed):
        new_notebook.write_notebook(project, "!?")
    with pytest.raises(PagesCollide, match=r"01_rows\.ipynb"):
        new_notebook.write_notebook(project, "Rows")
    write_notebook(project.notebooks / "99_last.ipynb", "week")
    with pytest.raises(NumbersUsedUp, match="99_last"):
        new_notebook.write_notebook(project, "One more")
