"""What comes out of the engine is what comes out of papermill with a standard kernel."""

import shutil
from collections.abc import Callable
from pathlib import Path

import papermill
import pytest
from odd_notebooks import write_cells
from standard_kernel import NOTEBOOKS as ODD_NOTEBOOKS
from standard_kernel import End, read_cells, recorded_end, run_odd

from papermill_warm import Job, WarmPool

HOME = Path(__file__).resolve().parents[2]
# Notebooks of one kind are tried by one of them; `make soak` tries all.
OF_EACH_KIND = ("01_clean_figures",)
NOTEBOOKS = [
    pytest.param(path, marks=() if path.stem in OF_EACH_KIND else pytest.mark.soak, id=path.stem)
    for path in sorted((HOME / "notebooks").glob("*.ipynb"))
]


@pytest.fixture
def ends_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., End]:
    """Run an odd notebook by papermill with an engine, and tell how that ended."""

    def run(name: str, **options: object) -> End:
        # ipykernel does not capture descriptors when it believes that pytest does.
        monkeypatch.delenv("PYTEST_CURRENT_TEST", raising=False)
        # A notebook may show its folder, which is one for both.
        return run_odd(name, tmp_path / "here", **options)

    return run


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


@pytest.mark.parametrize("name", ODD_NOTEBOOKS)
def test_an_odd_notebook_ends_as_with_a_standard_kernel(name: str, ends_in, pool: WarmPool, tmp_path: Path):
    """
    Error, cells that ran, marks, counts and outputs are those of papermill, and failures those of replies.
    """
    plain = recorded_end(name) or ends_in(name)
    warm = ends_in(name, engine_name="warm")

    assert warm.error == plain.error
    assert warm.states == plain.states
    assert warm.cells == (_with_last_words(plain, warm) if _died(plain) else plain.cells)
    if not plain.error:
        path = write_cells(ODD_NOTEBOOKS[name], tmp_path / "pool")
        failures = pool.run(Job(path, path, cwd=path.parent)).failures
        assert [[each.cell, each.name, each.message] for each in failures] == plain.failed


@pytest.mark.soak
@pytest.mark.parametrize("name", ODD_NOTEBOOKS)
def test_what_is_on_record_is_what_a_standard_kernel_answers(name: str, ends_in):
    """
    The record is of the pinned versions, and a standard kernel that is asked anew answers the same.
    """
    recorded, plain = recorded_end(name), ends_in(name)

    assert recorded is not None
    assert (recorded.error, recorded.states, recorded.failed) == (plain.error, plain.states, plain.failed)
    assert _died(plain) or recorded.cells == plain.cells


@pytest.mark.parametrize("path", NOTEBOOKS)
def test_a_notebook_of_the_project_gives_what_a_standard_kernel_gives(
    path: Path, pool: WarmPool, project, tmp_path: Path, monkeypatch
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

    assert read_cells(tmp_path / "warm.ipynb") == read_cells(plain)
    assert (tmp_path / "report" / "brief.pdf").is_file() == path.stem.startswith("05")
