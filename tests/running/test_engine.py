"""The project's notebooks in the engine: what is written, and what counts as a failure."""

from pathlib import Path

import nbformat
import pytest
from odd_notebooks import RAISES, write_cells

from casualty_ledger.errors import CannotWrite, NotebookFailed
from casualty_ledger.running.engine import TIDY, run_job
from papermill_warm import Job, WarmPool

PARAMETERS = ("a = 1", "parameters")


@pytest.fixture(scope="module")
def pool():
    """Lend a pool with nothing ready."""
    with WarmPool(preload=()) as warm:
        yield warm


@pytest.fixture
def run(pool: WarmPool, tmp_path: Path):
    """Run cells as the project runs a notebook; it is written as `out.ipynb`."""

    def run_cells(*cells, **options) -> str:
        job = Job(write_cells(list(cells), tmp_path), tmp_path / "out.ipynb", before_writing=TIDY, **options)
        run_job(pool, job)
        return job.output.read_text()

    return run_cells


def test_nothing_of_this_machine_is_in_a_notebook(run, tmp_path: Path):
    """
    Neither a variable of the environment nor a clock nor an absolute path stands in an executed notebook.
    """
    secret = "5ecret-of-the-caller"
    cells = [PARAMETERS, "a", "import os\nprint(os.path.abspath('x'))"]
    told = run(
        *cells, parameters={"a": 2}, environment={"TOKEN": secret, "CASUALTY_LEDGER_OUT": str(tmp_path)}
    )

    assert secret not in told
    assert str(tmp_path) not in told
    assert "iopub" not in told
    assert nbformat.reads(told, as_version=4).metadata.papermill == {"parameters": {"a": 2}}


def test_the_same_job_gives_the_same_bytes(run):
    """
    A notebook that draws gives the same file twice.
    """
    cells = [
        PARAMETERS,
        "from matplotlib.figure import Figure\nFigure().add_subplot().plot([1, 2])[0].figure",
    ]

    assert run(*cells, parameters={"a": 2}) == run(*cells, parameters={"a": 2})


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("1 / 0", "raised ZeroDivisionError: division by zero"),
        ("%nosuchmagic", "raised UsageError: Line magic function `%nosuchmagic` not found."),
        ("%%nosuch\n1", "raised UsageError: Cell magic `%%nosuch` not found."),
        ("%timeit -z", 'raised UsageError: option -z not recognized (allowed: "n:r:tcp:qov:")'),
        ("import sys\nsys.exit(0)", "raised SystemExit: 0"),
        ("raise KeyboardInterrupt", "raised KeyboardInterrupt: "),
        (("1 / 0", RAISES), "raised ZeroDivisionError: division by zero"),
        (("%nosuchmagic", RAISES), "raised UsageError: Line magic function `%nosuchmagic` not found."),
        ("import os\nos._exit(3)", "ended its process with exit code 3"),
    ],
)
def test_a_notebook_with_an_error_reply_is_not_made(cell, problem: str, run):
    """
    Any cell whose reply is an error stops a notebook of the project, and is named with what it was.
    """
    with pytest.raises(NotebookFailed) as failure:
        run("1", cell, "2")

    assert str(failure.value) == f"given.ipynb stopped: cell In [2] {problem}"


def test_a_place_that_cannot_be_written_is_told(run, pool: WarmPool, tmp_path: Path):
    """
    An output that cannot be written fails with a sentence about its place.
    """
    (tmp_path / "file").write_text("")

    with pytest.raises(CannotWrite, match=r"out\.ipynb cannot be written"):
        run_job(pool, Job(write_cells(["1"], tmp_path), tmp_path / "file" / "out.ipynb"))
