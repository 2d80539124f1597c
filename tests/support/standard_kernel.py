"""How the odd notebooks end by papermill with a standard kernel: asked anew, or read from the record.

A standard kernel takes seconds to start, and what it answers is a matter of its version alone. So the
record holds the answers of the pinned versions; `make soak` asks them anew. To record after a new lock:
`.venv/bin/python tests/support/standard_kernel.py`.
"""

from __future__ import annotations

import hashlib
import json
import platform
import re
import shutil
import sys
import tempfile
from dataclasses import asdict, dataclass
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any

import nbformat
import papermill
from odd_errors import ERRORS
from odd_notebooks import ODD, write_cells

NOTEBOOKS = {**ODD, **ERRORS}
RECORD = Path(__file__).parents[1] / "fixtures" / "standard_kernel.json"
PACKAGES = ("ipykernel", "ipython", "matplotlib", "nbclient", "nbformat", "papermill", "pandas")
KINDS = ("papermill.exceptions", "nbclient.exceptions")
# A longer text is recorded as its length and digest.
LONGEST = 4_000
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


@dataclass
class End:
    """How a run ended: its error as papermill and nbclient know it, its cells, and the failed replies."""

    error: list[Any]
    cells: list[dict[str, Any]]
    states: list[list[Any]]
    failed: list[list[str]]


def run_odd(name: str, folder: Path, **options: object) -> End:
    """Run an odd notebook by papermill in a folder of its own, and tell how that ended."""
    shutil.rmtree(folder, ignore_errors=True)
    path, error, failed = write_cells(NOTEBOOKS[name], folder), [], {}

    def listen(cell: object, cell_index: int, execute_reply: dict[str, Any]) -> None:
        told = execute_reply["content"]
        if told["status"] == "error":
            failed[cell_index] = [told["ename"], told["evalue"]]

    if "engine_name" not in options:
        options["on_cell_executed"] = listen
    try:
        papermill.execute_notebook(
            path, path, kernel_name="python3", progress_bar=False, cwd=folder, **options
        )
    except Exception as ended:
        kind = next(each for each in type(ended).__mro__ if each.__module__ in KINDS)
        facts = ("cell_index", "exec_count", "ename", "evalue")
        error = [kind.__name__, *(getattr(ended, fact, None) for fact in facts)]
    cells = nbformat.read(path, as_version=4).cells
    end = End(
        error, read_cells(path), [_state(cell) for cell in cells], [[n, *told] for n, told in failed.items()]
    )
    return End(**_anywhere(asdict(end), folder))


def recorded_end(name: str) -> End | None:
    """Read how a notebook ended with a standard kernel of these very versions, where that is on record."""
    held = json.loads(RECORD.read_text())
    return End(**held["ends"][name]) if held["versions"] == _versions() and name in held["ends"] else None


def read_cells(path: Path) -> list[dict[str, Any]]:
    """Read the cells of a notebook without clocks, addresses and process numbers.

    A text that a child printed is published as it comes: where it was cut is a matter of the moment.
    """
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        for clocks in ("papermill", "execution"):
            cell.metadata.pop(clocks, None)
        if "injected-parameters" in cell.metadata.tags:
            cell.id = "injected-parameters"
        if cell.cell_type == "code":
            cell.outputs = _join_streams(cell.outputs)
    cells = json.dumps(notebook.cells)
    for pattern, name in NOISE.items():
        cells = re.sub(pattern, name, cells)
    return json.loads(cells)


def _join_streams(outputs: list[nbformat.NotebookNode]) -> list[nbformat.NotebookNode]:
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


def _state(cell: nbformat.NotebookNode) -> list[Any]:
    """Tell whether a cell ran, and how papermill calls what came of it."""
    told = cell.metadata.get("papermill", {})
    ran = "shell.execute_reply" in cell.metadata.get("execution", {})
    return [ran, told.get("status"), told.get("exception")]


def _anywhere(told: Any, folder: Path) -> Any:
    """Name folders as on any machine, and shorten long texts to their digests."""
    match told:
        case str():
            for place, name in _places(folder).items():
                told = told.replace(place, name)
            digest = hashlib.sha256(told.encode(errors="surrogatepass")).hexdigest()
            return told if len(told) <= LONGEST else f"{len(told)} characters, sha256 {digest}"
        case dict():
            return {key: _anywhere(each, folder) for key, each in told.items()}
        case list() | tuple():
            return [_anywhere(each, folder) for each in told]
    return told


def _places(folder: Path) -> dict[str, str]:
    home = Path(__file__).resolve().parents[2]
    return {
        str(folder): "<here>",
        sys.prefix: "<environment>",
        str(home): "<project>",
        sys.base_prefix: "<python>",
        tempfile.gettempdir(): "<temporary>",
    }


def _versions() -> dict[str, str]:
    python = f"{platform.python_implementation()} {platform.python_version()} {sys.platform}"
    return {"python": python} | {name: version(name) for name in PACKAGES}


def record() -> None:
    """Run every odd notebook with a standard kernel and write down how each ended."""
    with tempfile.TemporaryDirectory() as folder:
        ends = {name: asdict(run_odd(name, Path(folder) / "here")) for name in NOTEBOOKS}
    RECORD.write_text(json.dumps({"versions": _versions(), "ends": ends}, indent=1, ensure_ascii=True) + "\n")


if __name__ == "__main__":
    record()
