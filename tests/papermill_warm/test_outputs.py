"""What comes out of the engine is what comes out of papermill with a standard kernel."""

import contextlib
from pathlib import Path

import pytest
from nbclient.exceptions import DeadKernelError
from odd_notebooks import ODD, write_cells
from papermill.exceptions import PapermillExecutionError

from papermill_warm import Job, WarmPool

HOME = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((HOME / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("name", ODD)
def test_an_odd_notebook_gives_what_a_standard_kernel_gives(name, pool, by_papermill, normalised, tmp_path):
    """
    Every cell of an odd notebook has the same outputs, counts and marks as with papermill and ipykernel.
    """
    warm, plain = (write_cells(ODD[name], tmp_path / engine) for engine in ("warm", "plain"))
    by_papermill(plain, plain)
    with contextlib.suppress(PapermillExecutionError, DeadKernelError):
        pool.run(Job(warm, warm, cwd=warm.parent))

    assert normalised(warm) == normalised(plain)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_of_the_project_gives_what_a_standard_kernel_gives(
    path: Path, pool: WarmPool, by_papermill, normalised, project, tmp_path: Path
):
    """
    Each notebook of the project gives the same cells from either engine.
    """
    given = {"processed": str(project.processed), "out": str(tmp_path / "report")}
    pool.run(Job(path, tmp_path / "warm.ipynb", given))
    by_papermill(path, tmp_path / "plain.ipynb", parameters=given)

    assert normalised(tmp_path / "warm.ipynb") == normalised(tmp_path / "plain.ipynb")
