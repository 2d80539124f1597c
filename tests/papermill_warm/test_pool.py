"""Jobs: parameters, what comes after them, how many at once, and what their notebooks tell."""

import os
import re
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from odd_notebooks import write_cells

from papermill_warm import EngineFailed, Job, WarmPool

PARAMETERS = ("a = 1", "parameters")
TOLD = ("[2]", "[2, 0]", "[2, 0, 3]")
STAMPS = "import time\nprint(time.monotonic())\ntime.sleep(1)\nprint(time.monotonic())"


def test_parameters_are_injected(run, texts, tmp_path: Path):
    """
    Parameters follow the cell that declares them, in a cell tagged injected-parameters.
    """
    run(PARAMETERS, "a", parameters={"a": 5})
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells

    assert [cell.metadata.tags for cell in cells] == [["parameters"], ["injected-parameters"], []]
    assert texts()[2] == "5"


def test_what_comes_after_runs_in_the_notebooks_process(run):
    """
    `after_writing` is called with the executed notebook where it ran, and what it returns comes back.
    """
    # Its times may hold a 42 as well, but not alone between quotes.
    assert run("6 * 7", after_writing="nbformat.v4.nbjson.writes").returned.count('"42"') == 1


def test_what_comes_after_may_fail_in_its_own_way(run):
    """
    What `after_writing` raises is raised to whoever waits.
    """
    with pytest.raises(ModuleNotFoundError, match="no_such"):
        run("1", after_writing="no_such.function")


@pytest.mark.parametrize("workers", [1, 2])
def test_no_more_than_the_workers_run_at_once(workers: int, tmp_path: Path):
    """
    As many notebooks as there are workers overlap in time, and never more.
    """
    notebook = write_cells([STAMPS], tmp_path)
    with WarmPool(workers=workers, preload=["numpy"]) as pool:
        for done in [pool.submit(Job(notebook, tmp_path / f"{n}.ipynb")) for n in range(4)]:
            done.result()
    told = [(tmp_path / f"{n}.ipynb").read_text() for n in range(4)]
    spans = [sorted(float(stamp) for stamp in re.findall(r'"(\d+\.\d+)\\n"', text)) for text in told]

    assert max(sum(start <= moment < end for start, end in spans) for moment, _ in spans) == workers


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, pool: WarmPool):
    """
    An output that cannot be written fails as any file does.
    """
    (tmp_path / "file").write_text("")

    with pytest.raises(FileExistsError):
        pool.run(Job(write_cells(["1"], tmp_path), tmp_path / "file" / "out.ipynb"))


def test_many_jobs_with_much_to_return_do_not_block(modules: dict[str, str], tmp_path: Path):
    """
    Jobs and results that together are more than a socket holds pass one another.
    """
    job = Job(write_cells(["1"], tmp_path), tmp_path / "out.ipynb", after_writing="store.much")
    job = replace(job, environment={"PADDING": "x" * 100_000})
    with WarmPool(preload=["numpy"], environment=modules) as busy:
        sizes = [len(done.result().returned) for done in [busy.submit(job) for _ in range(12)]]

    assert sizes == [1_000_000] * 12


@pytest.fixture
def modules(tmp_path: Path) -> dict[str, str]:
    """An environment in which the modules of a folder can be imported."""
    (tmp_path / "store.py").write_text(
        "loaded = []\ndef load():\n    loaded.append('once')\n"
        "def share(parameters):\n    loaded.append(parameters['n'])\n    1 / parameters['n']\n"
        "def much(notebook):\n    return 'x' * 1_000_000\n"
    )
    (tmp_path / "threads.py").write_text(
        "import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()\n"
    )
    return {**os.environ, "PYTHONPATH": str(tmp_path)}


def test_what_prepare_loads_is_shared(modules: dict[str, str], tmp_path: Path):
    """
    The function that `prepare` names is called once, before all notebooks.
    """
    notebook = write_cells(["import store\nstore.loaded"], tmp_path)
    with WarmPool(preload=["numpy"], prepare="store.load", environment=modules) as prepared:
        for name in ("a.ipynb", "b.ipynb"):
            prepared.run(Job(notebook, tmp_path / name))

    assert "['once']" in (tmp_path / "b.ipynb").read_text()


def test_what_is_made_before_a_fork_is_shared(modules: dict[str, str], tmp_path: Path):
    """
    The function that `before_forking` names gets the parameters of each job in the warm process, and a
    notebook finds what it made for those before; where it raises, the notebook is run all the same.
    """
    notebook = write_cells([("n = 1", "parameters"), "import store\nstore.loaded"], tmp_path)
    jobs = [Job(notebook, tmp_path / f"{n}.ipynb", {"n": n}, before_forking="store.share") for n in (2, 0, 3)]
    with WarmPool(workers=1, preload=["numpy"], environment=modules) as pool:
        for job in jobs:
            pool.run(job)

    assert [text in job.output.read_text() for job, text in zip(jobs, TOLD, strict=True)] == [True] * 3


@pytest.mark.parametrize(
    ("preload", "prepare", "told"),
    [
        (["threads"], "", "the process that is to fork has 2 threads"),
        (["no_such_module"], "", "No module named 'no_such_module'"),
        ([], "store.no_such_function", "no attribute 'no_such_function'"),
    ],
)
def test_an_engine_that_cannot_start_says_why(preload, prepare, told, modules, tmp_path: Path):
    """
    What cannot be preloaded, or must not be forked, fails every job with the reason; nothing hangs.
    """
    job = Job(write_cells(["1"], tmp_path), tmp_path / "out.ipynb")
    settings = {"preload": ["numpy", *preload], "prepare": prepare, "environment": modules}

    with (
        WarmPool(**settings) as broken,
        pytest.raises(EngineFailed, match=f"the warm engine ended: .*{told}"),
    ):
        broken.run(job)
