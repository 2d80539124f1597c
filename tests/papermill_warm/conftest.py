"""One pool for all tests of the engine, and papermill with a standard kernel beside it."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import papermill
import pytest
from odd_notebooks import write_cells

from papermill_warm import Job, Outcome, WarmPool


@pytest.fixture(scope="session")
def pool() -> Iterator[WarmPool]:
    """Lend the pool that all tests share."""
    with WarmPool() as warm:
        yield warm


@pytest.fixture
def run(pool: WarmPool, tmp_path: Path) -> Callable[..., Outcome]:
    """Run cells in the pool; the notebook is written as `out.ipynb`."""

    def run_cells(*cells: str | tuple[str, str], **options: object) -> Outcome:
        return pool.run(Job(write_cells(list(cells), tmp_path), tmp_path / "out.ipynb", **options))

    return run_cells


@pytest.fixture
def texts(tmp_path: Path) -> Callable[[], list[str]]:
    """Read what the cells of `out.ipynb` printed or returned, one text a cell."""

    def read() -> list[str]:
        cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
        return ["".join(map(_text, cell.outputs)) for cell in cells if cell.cell_type == "code"]

    return read


def _text(output: nbformat.NotebookNode) -> str:
    return output.get("text") or output.get("data", {}).get("text/plain") or output.get("evalue", "")


@pytest.fixture
def by_papermill(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Run a notebook by papermill with a standard kernel; a failure stays in the notebook."""

    def execute(notebook: Path, output: Path, **options: object) -> None:
        # ipykernel does not capture descriptors when it believes that pytest does.
        monkeypatch.delenv("PYTEST_CURRENT_TEST")
        with contextlib.suppress(papermill.PapermillExecutionError):
            papermill.execute_notebook(
                notebook, output, kernel_name="python3", progress_bar=False, cwd=output.parent, **options
            )

    return execute
