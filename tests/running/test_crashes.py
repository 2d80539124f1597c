"""Whatever stops a run, nothing half-written is visible, what is finished stays, and the next run goes on."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import psutil
import pytest
from paths import HOME
from small import Witness, make_small, run, write_notebook
from soak import in_soak

from casualty_ledger.errors import CannotWrite, NotebookFailed
from casualty_ledger.project import Project
from casualty_ledger.running.backfill import open_backfill
from casualty_ledger.running.orders import Order
from casualty_ledger.running.plan import plan_editions

THREE_WEEKS = ["--from", "2023-W21", "--to", "2023-W23"]
WEEK_22 = plan_editions("2023-W22", "2023-W22", "each-week")


class Stumbling(Witness):
    """A witness that cannot make out one notebook of one week."""

    def run(self, order: Order, folder: Path) -> None:
        """Fail at the first notebook of 2023-W22."""
        super().run(order, folder)
        if (order.notebook, order.parameters["week"]) == ("01_rows.ipynb", "2023-W22"):
            raise NotebookFailed(notebook=order.notebook, problem="cell In [2] raised it", cell=2)


def start(home: Path, *words: str) -> subprocess.Popen[str]:
    """Start a backfill of a small project by its command, as from a terminal: Ctrl-C is heard.

    What a shell runs in the background ignores Ctrl-C, and so would everything that it starts.
    """
    command = [sys.executable, "-m", "casualty_ledger.cli", "backfill", *words]
    environment = os.environ | {"CASUALTY_LEDGER_HOME": str(home)}
    pipe = subprocess.PIPE
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True, preexec_fn=heed)


def wait_until(holds, seconds: float = 120.0) -> None:
    """Wait until something holds; fail where it never does."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def still_there(processes: list[psutil.Process]) -> list[psutil.Process]:
    _, alive = psutil.wait_procs(processes, timeout=20)
    return [process for process in alive if process.status() != psutil.STATUS_ZOMBIE]


@pytest.mark.soak
def test_a_run_that_is_stopped_at_any_moment_leaves_nothing_half_written(tmp_path: Path):
    """
    Runs stopped at two random operations (kill -9, a full disk, Ctrl-C) leave whole reports and tables.
    """
    command = [sys.executable, str(HOME / "tests" / "support" / "killing.py"), "--times", "2", "--seed", "7"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=500)

    assert ended.returncode == 0, ended.stderr[-2000:]
    assert "2 runs stopped, nothing half-written seen." in ended.stdout
    assert ended.stdout.count("status -9") >= 1


@pytest.mark.parametrize(("end", "status"), [(signal.SIGKILL, -9), *in_soak((signal.SIGINT, 130))])
def test_no_process_is_left_behind_and_the_next_run_goes_on(end: int, status: int, tmp_path: Path):
    """
    A run that is killed or interrupted midway takes its processes with it; the next does only the rest.
    """
    project = make_small(tmp_path, "import time\ntime.sleep(0.3)\nweek")
    begun = start(tmp_path, *THREE_WEEKS, "--workers", "1")
    wait_until(lambda: list(project.reports.glob("2023-*")) or begun.poll() is not None)
    children = psutil.Process(begun.pid).children(recursive=True)
    begun.send_signal(end)
    _, said = begun.communicate(timeout=60)
    ended = start(tmp_path, *THREE_WEEKS)
    _, told = ended.communicate(timeout=200)

    assert (begun.returncode, "Traceback" in said) == (status, False)
    assert children and still_there(children) == []
    assert ended.returncode == 0
    assert "6 to run" not in told and "0 to run" not in told
    assert "2023-W23: made." in told
    assert len(list(project.reports.glob("2023-W2[123]/manifest.json"))) == 3


def test_two_runs_at_once_take_turns(tmp_path: Path):
    """
    Of two runs in one folder the second waits for the first, and then finds everything done.
    """
    project, told = make_small(tmp_path), []

    def run_second() -> list[object]:
        with open_backfill(project, WEEK_22, project.reports, tell=told.append) as opened:
            return list(opened.run(Witness))

    with ThreadPoolExecutor(1) as beside:
        with open_backfill(project, WEEK_22, project.reports) as first:
            second = beside.submit(run_second)
            wait_until(lambda: told)
            made = list(first.run(Witness))
        ran = second.result(timeout=100)

    assert [len(made), ran] == [2, []]
    assert told == ["waiting for another run to end"]


def test_a_week_that_fails_stops_no_other(tmp_path: Path):
    """
    The other weeks are made; what failed is kept apart with its error, and only it runs again.
    """
    project = make_small(tmp_path)
    with open_backfill(
        project, plan_editions("2023-W21", "2023-W23", "each-week"), project.reports
    ) as opened:
        failed = [step for step in opened.run(Stumbling) if step.failure]
    kept = project.reports / "failed" / "2023-W22" / "01_rows.ipynb"
    kept_then = kept.is_file()
    again, _ = run(project, project.reports)

    assert [str(step.task) for step in failed] == ["2023-W22 01_rows"]
    assert "kept, with the error in it, as reports/failed/2023-W22/01_rows.ipynb" in str(failed[0].failure)
    assert kept_then and not kept.exists()
    assert [str(task) for task in again] == ["2023-W22 01_rows"]


@pytest.mark.soak
def test_a_failing_week_is_named_in_the_summary_and_the_exit_code_is_1(tmp_path: Path):
    """
    The command names the notebook, its week and its error, and ends with exit code 1.
    """
    project = make_small(tmp_path)
    cell = 'assert week != "2023-W22", "this week is broken"'
    write_notebook(project.notebooks / "02_helped.ipynb", cell)
    process = start(tmp_path, "--from", "2023-W22", "--to", "2023-W23")
    printed, _ = process.communicate(timeout=200)

    assert process.returncode == 1
    assert "1 report made, 0 unchanged, 1 failed" in printed
    assert "2023-W22: 02_helped.ipynb stopped: " in printed
    assert "this week is broken" in (project.reports / "failed/2023-W22/02_helped.ipynb").read_text()


@pytest.mark.parametrize("place", ["/proc", "file"])
def test_a_folder_that_cannot_be_written_is_one_sentence(place: str, tmp_path: Path):
    """
    Where reports cannot be written at all, the run says so before anything is run.
    """
    project = make_small(tmp_path)
    (tmp_path / "file").write_text("")

    with pytest.raises(CannotWrite):
        run(project, Path(tmp_path, place) / "reports")


def test_a_folder_that_the_person_keeps_things_in_keeps_them(tmp_path: Path):
    """
    Building puts the ledger's tables in their place together and takes nothing else away.
    """
    project = make_small(tmp_path)
    project.processed.mkdir()
    (project.processed / "mine.txt").write_text("mine")
    (project.processed / "datapackage.json").write_text('{"resources": [{"path": "weekly.csv"}]}')
    (project.processed / "weekly.csv").write_text("of another ledger")
    run(Project(project.home, project.raw, project.processed), tmp_path / "reports")

    names = {path.name for path in project.processed.iterdir()}
    assert {"mine.txt", "appearances.csv", "inputs.json"} <= names
    assert not {"weekly.csv", "datapackage.json"} & names
