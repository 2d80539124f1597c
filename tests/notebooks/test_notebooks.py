"""The notebooks: read like an essay, and work however they are run."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from casualty_ledger.wording.table_words import NOTHING, TABLES

HOME = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((HOME / "notebooks").glob("*.ipynb"))
PAPERMILL = str(Path(sys.executable).with_name("papermill"))


def cells_of(path: Path, kind: str) -> list[str]:
    return [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_holds_no_stored_outputs(path: Path):
    """
    Notebooks are kept without outputs and execution counts, with the standard kernel.
    """
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]

    assert notebook.metadata.kernelspec.name == "python3"
    assert not [cell for cell in code if cell.outputs or cell.execution_count]


def test_notebooks_are_linted(tmp_path: Path):
    """
    The linter reads every notebook and finds nothing, and finds an unused import where there is one.
    """
    ruff = [str(Path(sys.executable).with_name("ruff")), "check", "--config", str(HOME / "pyproject.toml")]
    wrong = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("import os")])
    nbformat.write(wrong, tmp_path / "wrong.ipynb")
    places = (NOTEBOOKS[0].parent, tmp_path)
    told = [subprocess.run([*ruff, place], check=False, capture_output=True, text=True) for place in places]

    assert [ended.returncode for ended in told] == [0, 1], told[0].stdout
    assert "F401" in told[1].stdout


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_reads_like_an_essay(path: Path):
    """
    A question, definitions, parameters, caveats and sources stand in each; code cells are short.
    """
    prose = "\n".join(cells_of(path, "markdown"))
    code = cells_of(path, "code")

    for part in ("# ", "**Question.**", "## Definitions", "## Parameters", "Caveats", "## Sources"):
        assert part in prose
    assert max(len(source.splitlines()) for source in code) <= 15
    assert not [source for source in code if re.search(r"^\s*(def|class) ", source, re.MULTILINE)]


def test_a_notebook_builds_a_missing_ledger(made_up, tmp_path: Path):
    """
    On a fresh clone there is no ledger: the first notebook that papermill runs, from anywhere, builds it.
    """
    given = {
        "week": "2023-W22",
        "raw": str(made_up({}).raw),
        "processed": str(tmp_path / "processed"),
        "out": str(tmp_path / "report"),
    }
    command = [PAPERMILL, str(HOME / "notebooks" / "04_prisoners_of_war.ipynb"), str(tmp_path / "out.ipynb")]
    for name, value in given.items():
        command += ["-p", name, value]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)

    assert len([*(tmp_path / ".ledgers").rglob("reported_figures.parquet")]) == 1


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_cell_says_that_nothing_is_recorded(path: Path):
    """
    Captions and the sentences for what the ledger lacks stand in one register, not in cells.
    """
    words = [each for told in TABLES.values() for each in told] + list(NOTHING.values())

    assert not [cell for cell in cells_of(path, "code") if any(f'"{each}"' in cell for each in words)]
    assert not [cell for cell in cells_of(path, "code") if "his ledger has recorded no" in cell]
