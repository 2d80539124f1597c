"""The warm engine under papermill's own command and call."""

import subprocess
import sys
from pathlib import Path

import nbformat
import papermill
import pytest
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from odd_notebooks import RAISES, write_cells
from papermill.engines import papermill_engines

from papermill_warm.engine import WarmEngine

PARAMETERS = ("a = 1", "parameters")


def execute(cells: list, folder: Path, **options: object) -> nbformat.NotebookNode:
    """Run cells by papermill with the warm engine."""
    path = write_cells(cells, folder)
    options = {"engine_name": "warm", "progress_bar": False, **options}
    return papermill.execute_notebook(path, folder / "out.ipynb", **options)


@pytest.mark.soak
def test_the_command_line_knows_the_engine(tmp_path: Path):
    """
    `papermill --engine warm` runs a notebook with its parameters.
    """
    path = write_cells([PARAMETERS, "a * 10"], tmp_path)
    command = [Path(sys.executable).with_name("papermill"), "--engine", "warm", path, tmp_path / "out.ipynb"]
    subprocess.run([*command, "-p", "a", "7"], check=True, capture_output=True, timeout=120)
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells

    assert cells[1].metadata.tags == ["injected-parameters"]
    assert cells[2].outputs[0].data["text/plain"] == "70"


def test_papermill_finds_the_engine_by_its_entry_point():
    """
    The package tells papermill of the engine when it is installed.
    """
    assert papermill_engines.get_engine("warm") is WarmEngine


def test_the_metadata_are_those_of_papermill(tmp_path: Path):
    """
    Parameters, status and times of every cell are told as papermill tells them.
    """
    notebook = execute([PARAMETERS, "import time\ntime.sleep(0.3)"], tmp_path, parameters={"a": 2})
    told = [cell.metadata.papermill for cell in notebook.cells]

    assert notebook.metadata.papermill["parameters"] == {"a": 2}
    assert [cell["status"] for cell in told] == ["completed"] * 3
    assert 0.3 <= told[2]["duration"] < 30
    assert told[1]["end_time"] <= told[2]["start_time"]


def test_a_failure_is_papermills(tmp_path: Path):
    """
    A cell that fails raises papermill's error, and the notebook is saved with it and no further.
    """
    with pytest.raises(papermill.PapermillExecutionError, match="division by zero"):
        execute([("1 / 0", RAISES), "2 / 0", "3"], tmp_path)
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells

    assert [cell.cell_type for cell in cells].count("markdown") == 2
    assert [cell.metadata.papermill["status"] for cell in cells if "papermill" in cell.metadata] == [
        "completed",
        "failed",
        "pending",
    ]


def test_a_death_is_nbclients(tmp_path: Path):
    """
    A process that dies raises what a dead kernel raises, and the notebook is saved without a mark.
    """
    with pytest.raises(DeadKernelError, match=r"cell In \[2\] ended its process with exit code 1"):
        execute(["1", "print('said', flush=True)\nimport os\nos._exit(1)", "3"], tmp_path)
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells

    assert [cell.execution_count for cell in cells] == [1, 2, None]
    assert cells[1].outputs[0].text == "said\n"
    assert {cell.metadata.papermill["status"] for cell in cells} == {"completed"}


def test_papermills_time_out_is_kept(tmp_path: Path):
    """
    `execution_timeout` ends a cell that takes longer, with nbclient's error.
    """
    with pytest.raises(CellTimeoutError, match=r"cell In \[1\] took longer than 1 seconds"):
        execute(["while True: pass"], tmp_path, execution_timeout=1)


def test_output_that_is_wanted_at_once_is_left_to_papermill(tmp_path: Path):
    """
    Where papermill is to pass on output while cells run, its own engine runs them.
    """
    with (tmp_path / "told.txt").open("w") as told:
        execute(["print('at once')"], tmp_path, stdout_file=told)

    assert (tmp_path / "told.txt").read_text() == "at once\n"
