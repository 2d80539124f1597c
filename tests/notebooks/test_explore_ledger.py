"""The exploring notebook without widgets: run by papermill, and as a page that no script moves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from casualty_ledger.publishing.html import export_notebook, read_script
from casualty_ledger.running.engine import run_notebook

NOTEBOOK = Path(__file__).resolve().parents[2] / "notebooks" / "explore_ledger.ipynb"
SECTIONS = ("summary", "figures", "chart", "comparison", "weekly", "revisions", "disagreements", "code")


@pytest.fixture(scope="module")
def run(project, tmp_path_factory) -> Callable[..., NotebookNode]:
    """Run the notebook with parameters."""
    folder = tmp_path_factory.mktemp("explored")

    def make(**parameters: str) -> NotebookNode:
        given = {"processed": str(project.processed)} | parameters
        return run_notebook(NOTEBOOK, given, folder / "out.ipynb")

    return make


@pytest.fixture(scope="module")
def executed(run) -> NotebookNode:
    """Run the notebook once as it stands."""
    return run()


def shown(notebook: NotebookNode, section: str) -> str:
    """Return what a section of the panel shows, whatever its form."""
    cell = next(cell for cell in notebook.cells if cell.source == f'panel.show("{section}")')
    return "".join(str(text) for output in cell.outputs for text in output.data.values())


@pytest.mark.soak
def test_every_section_is_shown_for_the_defaults(executed):
    """
    Each section has an output of its own, tables where there are tables, a picture where there is a chart.
    """
    sections = {name: shown(executed, name) for name in SECTIONS}

    assert all(sections.values())
    assert "data:image/svg+xml" in sections["chart"] and "<figcaption>Counted:" in sections["chart"]
    for name in ("summary", "figures", "comparison", "weekly", "revisions", "disagreements"):
        assert sections[name].count("<tr>") > 1, name


@pytest.mark.soak
def test_the_code_shown_is_that_of_the_parameters(run):
    """
    Other parameters give another selection, and the code under it says so.
    """
    notebook = run(measure="killed", population="civilian", party="", weeks="2023-W22", as_of="latest")

    assert "measure killed" in shown(notebook, "summary")
    assert "weeks=&quot;2023-W22&quot;" in shown(notebook, "code")
    assert "as_of" not in shown(notebook, "code")


@pytest.mark.soak
def test_a_page_of_it_is_whole_without_any_script(executed):
    """
    As a page it shows figures, links and the code, says how to get the controls, and runs no script but the
    one that sorts and filters a table.
    """
    page = export_notebook(executed, title="Explore", description="Explore")

    assert "209,940" in page
    assert "Controls need ipywidgets and a live kernel" in page
    assert "ledger = cl.open_ledger()" in page
    assert page.count('<script type="application/ld+json">') == 1
    assert page.replace(f"<script>{read_script()}</script>", "").count("<script") == 1


@pytest.mark.soak
def test_it_works_where_ipywidgets_is_not_installed(project, tmp_path, monkeypatch):
    """
    In an environment without ipywidgets every cell runs, and the controls are a sentence.
    """
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text("import sys\nsys.modules['ipywidgets'] = None\n")
    monkeypatch.setenv("PYTHONPATH", str(hidden))
    notebook = run_notebook(NOTEBOOK, {"processed": str(project.processed)}, tmp_path / "out.ipynb")

    assert "widget-view" not in nbformat.writes(notebook)
    assert "Controls need ipywidgets" in nbformat.writes(notebook)
