"""What the warm kernel does not do is done by a standard one, and so is everything where there is no fork."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from odd_notebooks import write_cells
from papermill.exceptions import PapermillExecutionError

from papermill_warm import Job, WarmPool, pool
from papermill_warm.plain import needs_plain_kernel

FORKING = ("child", "kernel", "supervisor", "streams", "internals")
WHO = "type(get_ipython().kernel).__name__"
IMPORT = "import ipywidgets"
WIDGET = "import ipywidgets\nout = ipywidgets.Output()\nwith out:\n    print('inside')\nout"


@pytest.fixture
def no_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the pool believe that there is no fork, as on Windows."""
    monkeypatch.setattr(pool, "can_fork", lambda: False)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_only_linux_forks(platform: str, monkeypatch: pytest.MonkeyPatch):
    """
    On Windows and macOS there is no fork to be had.
    """
    assert pool.can_fork()
    monkeypatch.setattr(sys, "platform", platform)

    assert not pool.can_fork()


def test_a_system_without_fork_loads_nothing_that_forks():
    """
    The fallback imports no module that only a system with fork can import.
    """
    loaded = "import sys, papermill_warm.plain; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    modules = told.stdout.split()

    assert "papermill_warm.running" in modules
    assert not {f"papermill_warm.{name}" for name in FORKING} & set(modules)


def test_live_widgets_get_a_standard_kernel(run, texts, tmp_path: Path):
    """
    A notebook with live widgets runs with a standard kernel, which hears what the widgets answer.
    """
    run(WHO, WIDGET, "out.outputs")
    state = nbformat.read(tmp_path / "out.ipynb", as_version=4).metadata.widgets

    assert texts()[0] == "'IPythonKernel'"
    assert "inside" in texts()[2]
    assert state["application/vnd.jupyter.widget-state+json"]["state"]


@pytest.mark.parametrize(
    ("cells", "files"),
    [
        (["import helper"], {"helper.py": IMPORT}),
        (["from helper import deep"], {"helper/__init__.py": "", "helper/deep.py": IMPORT}),
        (["import helper"], {"helper/__init__.py": "from . import deep", "helper/deep.py": IMPORT}),
        (
            ["%time 1\nimport one"],
            {"one.py": "import two", "two.py": f"if True:\n    {IMPORT}"},
        ),
    ],
)
def test_widgets_behind_an_import_get_a_standard_kernel(cells: list, files: dict[str, str], tmp_path: Path):
    """
    A notebook whose modules import widgets is not for the warm kernel, however far behind they are.
    """
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    job = Job(write_cells(cells, tmp_path), tmp_path / "out.ipynb", cwd=tmp_path)

    assert needs_plain_kernel(job)
    assert not needs_plain_kernel(replace(job, cwd=tmp_path.parent))


def test_an_import_that_a_function_would_do_is_no_widget(tmp_path: Path):
    """
    A module that imports widgets only when a function of it is called does not cost the warm kernel.
    """
    (tmp_path / "helper.py").write_text("def show():\n    import ipywidgets\n")
    job = Job(write_cells(["import helper"], tmp_path), tmp_path / "out.ipynb", cwd=tmp_path)

    assert not needs_plain_kernel(job)


def test_an_output_widget_that_was_not_foreseen_starts_again_with_a_standard_kernel(run, texts, tmp_path):
    """
    A notebook that makes an output widget by a way that cannot be read is run by a kernel that is answered.
    """
    made = "import importlib\nwidgets = importlib.import_module('ipy' + 'widgets')\nout = widgets.Output()"
    run(WHO, made, "with out:\n    print('inside')", "out.outputs")

    assert texts()[0] == "'IPythonKernel'"
    assert "inside" in texts()[3]


def test_another_kernel_is_not_replaced(tmp_path: Path):
    """
    A notebook for another kernel than the standard one is not for the warm one.
    """
    path = write_cells(["1"], tmp_path)
    job = Job(path, tmp_path / "out.ipynb")

    assert not needs_plain_kernel(job)
    path.write_text(path.read_text().replace('"python3"', '"julia"'))
    assert needs_plain_kernel(job)


def test_a_pool_without_fork_uses_standard_kernels(no_fork, tmp_path: Path):
    """
    Where there is no fork, jobs run all the same, with their parameters, environment and folder.
    """
    cells = [
        ("a = 1", "parameters"),
        "a",
        "import os\nos.environ['TOKEN'], os.path.basename(os.getcwd())",
        WHO,
    ]
    path = write_cells(cells, tmp_path / "here")
    job = Job(path, tmp_path / "out.ipynb", {"a": 2}, environment={"TOKEN": "t"}, cwd=path.parent)
    with WarmPool() as plain:
        assert plain.run(job).peak_memory is None
    told = (tmp_path / "out.ipynb").read_text()

    assert "a = 2" in told
    assert "('t', 'here')" in told
    assert "'IPythonKernel'" in told


@pytest.mark.parametrize(
    ("source", "kind", "sentence"),
    [
        ("1 / 0", PapermillExecutionError, "ZeroDivisionError"),
        ("%nosuchmagic", PapermillExecutionError, "UsageError"),
        ("import os\nos._exit(1)", DeadKernelError, r"cell In \[2\] ended its process"),
        ("while True: pass", CellTimeoutError, r"cell In \[2\] took longer than 2 seconds"),
    ],
)
def test_failures_without_fork_are_those_of_a_warm_kernel(source, kind, sentence, no_fork, tmp_path: Path):
    """
    A standard kernel's failures and deaths are told as those of a warm one, and its notebook is kept.
    """
    job = Job(write_cells(["'before'", source], tmp_path), tmp_path / "out.ipynb", timeout=2)

    with WarmPool() as plain, pytest.raises(kind) as failure:
        plain.run(job)
    assert re.search(sentence, getattr(failure.value, "ename", str(failure.value)))
    assert "'before'" in job.output.read_text()
