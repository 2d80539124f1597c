"""One pool for all tests of the engine, and papermill with a standard kernel beside it."""

import contextlib
import json
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import nbformat
import papermill
import pytest
from odd_notebooks import write_cells

from papermill_warm import Job, Outcome, WarmPool

# What differs from run to run in any kernel.
NOISE = {
    r"0x[0-9a-f]{6,}": "<address>",
    r"object at [0-9a-f]{6,}": "<address>",
    r"ipykernel_\d+[/\\]\d+": "<cell>",
    r"<dc:date>.*?</dc:date>": "",
    # A widget is named at random.
    r'"model_id": "[0-9a-f]{32}"': '"model_id": "<widget>"',
    # papermill marks a failed cell with cells of its own, whose ids are random.
    r'"id": "[0-9a-f]{8}"': '"id": "<mark>"',
}


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


def join_streams(outputs: list[nbformat.NotebookNode]) -> list[nbformat.NotebookNode]:
    """Join what a stream said between other outputs; which of two comes first is a matter of chance."""
    joined: list[nbformat.NotebookNode] = []
    for is_stream, pieces in groupby(outputs, lambda output: output.output_type == "stream"):
        if not is_stream:
            joined += pieces
            continue
        texts: dict[str, str] = {}
        for piece in pieces:
            texts[piece.name] = texts.get(piece.name, "") + piece.text
        joined += [nbformat.v4.new_output("stream", name=name, text=texts[name]) for name in sorted(texts)]
    return joined


@pytest.fixture(scope="session")
def normalised() -> Callable[[Path], list[dict]]:
    """Read the cells of a notebook without clocks, addresses and process numbers.

    A text that a child printed is published as it comes: where it was cut is a matter of the moment.
    """

    def read(path: Path) -> list[dict]:
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            for clocks in ("papermill", "execution"):
                cell.metadata.pop(clocks, None)
            if "injected-parameters" in cell.metadata.tags:
                cell.id = "injected-parameters"
            if cell.cell_type == "code":
                cell.outputs = join_streams(cell.outputs)
        cells = json.dumps(notebook.cells)
        for pattern, name in NOISE.items():
            cells = re.sub(pattern, name, cells)
        return json.loads(cells)

    return read
