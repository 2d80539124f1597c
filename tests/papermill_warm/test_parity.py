"""What comes out of the engine is what comes out of papermill with a standard kernel."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
import papermill
import pytest
from odd_errors import ERRORS
from odd_notebooks import ODD, write_cells

from papermill_warm import Job, WarmPool

HOME = Path(__file__).resolve().parents[2]
# Notebooks of one kind are tried by one of them; `make soak` tries all.
OF_EACH_KIND = ("01_clean_figures", "explore_ledger")
NOTEBOOKS = [
    pytest.param(path, marks=() if path.stem in OF_EACH_KIND else pytest.mark.soak, id=path.stem)
    for path in sorted((HOME / "notebooks").glob("*.ipynb"))
]
KINDS = ("papermill.exceptions", "nbclient.exceptions")
Replies = dict[int, tuple[str, str, str]]


@dataclass
class End:
    """How a run ended: its error, as papermill and nbclient know it, and what became of each cell."""

    error: tuple[object, ...]
    cells: list[dict]
    states: list[tuple[object, ...]]


@pytest.fixture
def end_of(normalised, monkeypatch: pytest.MonkeyPatch) -> Callable[..., End]:
    """Run a notebook by papermill with an engine, and tell how that ended."""

    def run(cells: list, folder: Path, **options: object) -> End:
        # ipykernel does not capture descriptors when it believes that pytest does.
        monkeypatch.delenv("PYTEST_CURRENT_TEST", raising=False)
        shutil.rmtree(folder, ignore_errors=True)  # A notebook may show its folder, which is one for both.
        path, error = write_cells(cells, folder), ()
        try:
            papermill.execute_notebook(
                path, path, kernel_name="python3", progress_bar=False, cwd=folder, **options
            )
        except Exception as ended:
            kind = next(each for each in type(ended).__mro__ if each.__module__ in KINDS)
            facts = ("cell_index", "exec_count", "ename", "evalue")
            error = (kind.__name__, *(getattr(ended, fact, None) for fact in facts))
        notebook = nbformat.read(path, as_version=4)
        return End(error, normalised(path), [_state(cell) for cell in notebook.cells])

    return run


def _state(cell: nbformat.NotebookNode) -> tuple[object, ...]:
    """Tell whether a cell ran, and how papermill calls what came of it."""
    told = cell.metadata.get("papermill", {})
    return (
        "shell.execute_reply" in cell.metadata.get("execution", {}),
        told.get("status"),
        told.get("exception"),
    )


def _died(end: End) -> bool:
    return bool(end.error) and end.error[0] == "DeadKernelError"


def _with_last_words(plain: End, warm: End) -> list[dict]:
    """Give cells that lost what they printed what the warm engine kept: whether a kernel that dies gets it
    out is a matter of the moment.
    """
    lost = [not each.get("outputs") for each in plain.cells]
    return [
        each | {"outputs": kept["outputs"]} if gone and "outputs" in each else each
        for each, kept, gone in zip(plain.cells, warm.cells, lost, strict=True)
    ]


@pytest.mark.parametrize("name", [*ODD, *ERRORS])
def test_an_odd_notebook_ends_as_with_a_standard_kernel(name: str, end_of, pool: WarmPool, tmp_path: Path):
    """
    Error, cells that ran, marks, counts and outputs are those of papermill, and failures those of replies.
    """
    cells = {**ODD, **ERRORS}[name]
    replies: Replies = {}

    def listen(cell, cell_index: int, execute_reply: dict) -> None:
        told = execute_reply["content"]
        if told["status"] == "error":
            replies[cell_index] = (cell_index, told["ename"], told["evalue"])

    plain = end_of(cells, tmp_path / "here", on_cell_executed=listen)
    warm = end_of(cells, tmp_path / "here", engine_name="warm")

    assert warm.error == plain.error
    assert warm.states == plain.states
    assert warm.cells == (_with_last_words(plain, warm) if _died(plain) else plain.cells)
    if not plain.error:
        path = write_cells(cells, tmp_path / "pool")
        failures = pool.run(Job(path, path, cwd=path.parent)).failures
        assert [(failure.cell, failure.name, failure.message) for failure in failures] == list(
            replies.values()
        )


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_a_notebook_of_the_project_gives_what_a_standard_kernel_gives(
    path: Path, pool: WarmPool, normalised, project, tmp_path: Path, monkeypatch
):
    """
    Run All: each notebook of the project runs with its defaults, and gives the same cells from either engine.
    """
    # What is read and proposed is written beside the sheets: these are copied.
    raw = shutil.copytree(project.raw, tmp_path / "data" / "raw")
    folders = {"RAW": raw, "PROCESSED": tmp_path / "data" / "processed", "OUT": tmp_path / "report"}
    given = {f"CASUALTY_LEDGER_{name}": str(folder) for name, folder in folders.items()}
    for name, folder in given.items():
        monkeypatch.setenv(name, folder)
    # ipykernel does not capture descriptors when it believes that pytest does.
    monkeypatch.delenv("PYTEST_CURRENT_TEST")
    assert not pool.run(Job(path, tmp_path / "warm.ipynb", environment=given)).failures
    plain = tmp_path / "plain.ipynb"
    papermill.execute_notebook(path, plain, kernel_name="python3", progress_bar=False, cwd=tmp_path)

    assert normalised(tmp_path / "warm.ipynb") == normalised(plain)
    assert (tmp_path / "report" / "brief.pdf").is_file() == path.stem.startswith("05")
