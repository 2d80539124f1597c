"""However a notebook dies, its failure names notebook and cell, its output is kept, and nothing hangs."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import nbformat
import psutil
import pytest
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from odd_notebooks import write_cells
from papermill.exceptions import PapermillExecutionError

from papermill_warm import EngineFailed, Job, WarmPool, process
from papermill_warm.jobs import Settings

BEFORE = 'print("before", flush=True)'
DEATHS = {
    "os._exit": ("import os\nos._exit(3)", "cell In [2] ended its process with exit code 3"),
    "a segfault": ("import ctypes\nctypes.string_at(0)", "cell In [2] was ended by SIGSEGV"),
    "kill -9": (
        "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
        "cell In [2] was ended by SIGKILL",
    ),
    "exit()": ("exit()", "cell In [3] ended its process with exit code 0"),
    "a hook that leaves": (
        "def leave(*_): raise SystemExit(4)\nget_ipython().events.register('post_run_cell', leave)",
        "cell In [2] ended its process with exit code 4",
    ),
    "a kernel that does not answer": (
        "get_ipython().kernel.do_execute = None",
        "cell In [3] ended its process with exit code 70",
    ),
}


@pytest.mark.parametrize("death", DEATHS)
def test_a_death_names_its_cell(death: str, run, texts, tmp_path: Path):
    """
    A notebook that dies fails with nbclient's error and its cell, and keeps what it gave before, unmarked.
    """
    source, sentence = DEATHS[death]

    with pytest.raises(DeadKernelError) as failure:
        run(BEFORE, source, 'print("never")')

    assert str(failure.value) == sentence
    assert texts()[0] == "before\n"
    assert "never\n" not in texts()
    assert len(nbformat.read(tmp_path / "out.ipynb", as_version=4).cells) == 3


def test_a_cell_that_takes_too_long_is_ended(run, texts):
    """
    An endless loop ends at its time-out, even one that ignores interrupts.
    """
    loop = 'import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nprint("in")\nwhile True: pass'

    with pytest.raises(CellTimeoutError, match=r"cell In \[2\] took longer than 1 seconds"):
        run(BEFORE, loop, timeout=1.0)

    assert texts()[-1] == "in\n"


def test_time_is_counted_for_each_cell(run, texts):
    """
    Cells that together take longer than the time-out of one are left alone.
    """
    run(*["import time\ntime.sleep(0.6)"] * 3, 'print("after")', timeout=1.5)

    assert texts()[-1] == "after\n"


@pytest.mark.parametrize("hog", ["x = bytearray(2_000_000_000)", "import numpy\nx = numpy.ones(10**9)"])
def test_a_memory_hog_is_stopped(hog: str, run):
    """
    A cell that asks for more memory than the limit fails.
    """
    with pytest.raises(PapermillExecutionError) as failure:
        run("1", hog, memory=500_000_000)

    assert failure.value.exec_count == 2
    assert failure.value.ename.endswith("MemoryError")


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
    with pytest.raises(DeadKernelError):
        run("import os\nos._exit(1)")
    run('print("well")')

    assert texts() == ["well\n"]


def test_a_killed_engine_fails_its_jobs_and_starts_again(tmp_path: Path):
    """
    When the warm process itself is killed, what it had in hand fails at once and the next job runs.
    """
    with WarmPool() as pool:
        slow = pool.submit(Job(write_cells(["import time\ntime.sleep(60)"], tmp_path), tmp_path / "a.ipynb"))
        os.kill(pool._process._process.pid, signal.SIGKILL)

        with pytest.raises(EngineFailed, match="the warm engine ended"):
            slow.result(timeout=30)
        pool.run(Job(write_cells(["1"], tmp_path), tmp_path / "b.ipynb"))


CALLER = """
import sys, time
from pathlib import Path
from papermill_warm import Job, WarmPool
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


def test_a_process_that_is_closed_with_a_job_in_hand_fails_it(tmp_path: Path, monkeypatch):
    """
    Whoever waits for a notebook when its engine is closed, as by Ctrl-C, gets an error at once.
    """
    monkeypatch.setattr(process, "PATIENCE", 0.2)
    failed: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", failed.append)
    begun = tmp_path / "begun"
    path = write_cells([f"open({str(begun)!r}, 'w').close()\nimport time\ntime.sleep(100)"], tmp_path)
    warm = process.WarmProcess(Settings(1, (), "", dict(os.environ)))
    job = Job(path, tmp_path / "out.ipynb")
    in_hand = warm.submit(job)
    while not begun.exists():
        time.sleep(0.05)
    warm.close()
    too_late = warm.submit(job)

    assert [type(each.exception(timeout=30)) for each in (in_hand, too_late)] == [EngineFailed] * 2
    assert failed == []
