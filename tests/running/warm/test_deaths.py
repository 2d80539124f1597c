"""However a notebook dies, its failure names notebook and cell, its output is kept, and nothing hangs."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import nbformat
import psutil
import pytest
from odd_notebooks import write_cells

from casualty_ledger.errors import NotebookFailed
from casualty_ledger.running.warm import Job, WarmPool

BEFORE = 'print("before", flush=True)'
DEATHS = {
    "an exception": ("1 / 0", "cell In [2] raised ZeroDivisionError: division by zero"),
    "os._exit": ("import os\nos._exit(3)", "cell In [2] ended its process with exit code 3"),
    "a segfault": ("import ctypes\nctypes.string_at(0)", "cell In [2] was ended by SIGSEGV"),
    "kill -9": (
        "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
        "cell In [2] was ended by SIGKILL",
    ),
    "sys.exit": ("import sys\nsys.exit(3)", "cell In [2] raised SystemExit: 3"),
    "exit()": ("exit()", "cell In [3] ended its process with exit code 0"),
}


@pytest.mark.parametrize("death", DEATHS)
def test_a_death_names_notebook_and_cell(death: str, run, texts):
    """
    A notebook that dies fails with its name and its cell, and keeps what it gave before.
    """
    source, sentence = DEATHS[death]

    with pytest.raises(NotebookFailed) as failure:
        run(BEFORE, source, 'print("never")')

    assert str(failure.value) == f"given.ipynb stopped: {sentence}"
    assert "before\n" in texts()
    assert "never\n" not in texts()


def test_a_cell_that_takes_too_long_is_ended(run, texts):
    """
    An endless loop ends at its time-out, even one that ignores interrupts.
    """
    loop = 'import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nprint("in")\nwhile True: pass'

    with pytest.raises(
        NotebookFailed, match=r"given.ipynb stopped: cell In \[2\] took longer than 1 seconds"
    ):
        run(BEFORE, loop, timeout=1.0)

    assert texts()[-1] == "in\nTook longer than 1 seconds."


def test_time_is_counted_for_each_cell(run, texts):
    """
    Cells that together take longer than the time-out of one are left alone.
    """
    run(*["import time\ntime.sleep(0.6)"] * 3, 'print("after")', timeout=1.5)

    assert texts()[-1] == "after\n"


@pytest.mark.parametrize("hog", ["x = bytearray(2_000_000_000)", "import numpy\nx = numpy.ones(10**9)"])
def test_a_memory_hog_is_stopped(hog: str, run):
    """
    A cell that asks for more memory than the limit fails by name.
    """
    with pytest.raises(NotebookFailed, match=r"given.ipynb stopped: cell In \[2\] needed more memory than"):
        run("1", hog, memory=500_000_000)


def test_memory_within_the_limit_is_given(run, texts):
    """
    A cell that stays within the limit is left alone.
    """
    run("len(bytearray(200_000_000))", memory=500_000_000)

    assert texts() == ["200000000"]


def test_no_process_is_left_behind(run, texts):
    """
    A subprocess that outlives its notebook is ended with it.
    """
    run("import subprocess\nprint(subprocess.Popen(['sleep', '600']).pid)")
    left = int(texts()[0])

    with pytest.raises(ProcessLookupError):
        for _ in range(100):
            os.kill(left, 0)
            time.sleep(0.05)


def test_the_pool_goes_on_after_deaths(run, texts):
    """
    A death does not touch the notebooks that come after.
    """
    with pytest.raises(NotebookFailed):
        run("import os\nos._exit(1)")
    run('print("well")')

    assert texts() == ["well\n"]


def test_the_cell_that_died_says_so(run, tmp_path: Path):
    """
    The notebook of a process that died holds the death as an error, marked as papermill marks failures.
    """
    with pytest.raises(NotebookFailed):
        run("import os\nos._exit(3)")
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells

    assert [cell.metadata.tags for cell in cells[:2]] == [["papermill-error-cell-tag"]] * 2
    assert cells[2].outputs[0].ename == "KernelDied"


def test_a_killed_engine_fails_its_jobs_and_starts_again(tmp_path: Path):
    """
    When the warm process itself is killed, what it had in hand fails at once and the next job runs.
    """
    with WarmPool() as pool:
        slow = pool.submit(Job(write_cells(["import time\ntime.sleep(60)"], tmp_path), tmp_path / "a.ipynb"))
        os.kill(pool._process._process.pid, signal.SIGKILL)

        with pytest.raises(NotebookFailed, match=r"given.ipynb stopped: the warm engine ended"):
            slow.result(timeout=30)
        pool.run(Job(write_cells(["1"], tmp_path), tmp_path / "b.ipynb"))


CALLER = """
import sys, time
from pathlib import Path
from casualty_ledger.running.warm import Job, WarmPool
pool = WarmPool(preload=["numpy"])
pool.run(Job(Path(sys.argv[1]), Path(sys.argv[2])))
"""


def test_a_killed_caller_takes_everything_with_it(tmp_path: Path):
    """
    When the caller is killed, neither the warm process nor a notebook stays behind.
    """
    told = tmp_path / "pids"
    tell = f"open({str(told)!r}, 'w').write(f'{{os.getppid()}} {{os.getpid()}}')"
    notebook = write_cells([f"import os, time\n{tell}\ntime.sleep(600)"], tmp_path)
    caller = subprocess.Popen([sys.executable, "-c", CALLER, notebook, tmp_path / "out.ipynb"])
    _wait_until(lambda: told.exists() and len(told.read_text().split()) == 2)
    caller.kill()
    caller.wait()

    _wait_until(lambda: not any(psutil.pid_exists(int(pid)) for pid in told.read_text().split()))


def _wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)
