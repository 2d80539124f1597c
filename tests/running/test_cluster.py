"""A cluster: the same bytes as here, whoever dies midway."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from small import contents, make_small, run

from casualty_ledger.running import choosing, cluster
from casualty_ledger.running.backfill import open_backfill
from casualty_ledger.running.choosing import choose_executor
from casualty_ledger.running.executor import Local
from casualty_ledger.running.parcel import describe_software
from casualty_ledger.running.plan import plan_editions

SEES = """
import time
from casualty_ledger.desk import open_desk
desk = open_desk(week, as_of)
time.sleep(0.5)
desk.table(desk.edition.figures, "figures", "All", "None")
"""


class Dask:
    """A scheduler and two workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        """Start them."""
        self.file, self.folder = folder / "scheduler.json", folder
        self.scheduler = self.start("scheduler", "--port", "0", "--no-dashboard", "--host", "127.0.0.1")
        while not (self.file.is_file() and self.file.read_text().endswith("}")):
            time.sleep(0.05)
        self.workers = [self.start("worker", "--nthreads", "1", "--no-nanny") for _ in range(2)]

    @property
    def address(self) -> str:
        """Where the scheduler listens."""
        return str(json.loads(self.file.read_text())["address"])

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Start one process of Dask."""
        command = [sys.executable, "-m", "dask", *words, "--scheduler-file", str(self.file)]
        silent = subprocess.DEVNULL
        return subprocess.Popen(command, stdout=silent, stderr=silent, cwd=self.folder)

    def close(self) -> None:
        """End them all."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[Dask]:
    folder = tmp_path / "dask"
    folder.mkdir()
    started = Dask(folder)
    yield started
    started.close()


@pytest.mark.soak
def test_a_cluster_gives_the_same_bytes_even_when_a_worker_dies(dask: Dask, tmp_path: Path):
    """
    With one of two workers killed midway every report is made, byte for byte as on this machine.
    """
    project = make_small(tmp_path / "home", SEES)
    run(project, tmp_path / "here", start=Local)
    editions = plan_editions("2023-W21", "2023-W23", "each-week")
    with open_backfill(project, editions, tmp_path / "there") as opened:
        steps = opened.run(choose_executor(scheduler=dask.address))
        first = next(steps)
        below = psutil.Process(dask.workers[0].pid).children(recursive=True)
        dask.workers[0].kill()
        rest = list(steps)

    assert [step.failure for step in (first, *rest)] == [None] * 6
    assert len(contents(tmp_path / "here")) == 15
    assert contents(tmp_path / "there") == contents(tmp_path / "here")
    assert below and not psutil.wait_procs(below, timeout=20)[1]


@pytest.mark.soak
def test_a_failure_on_a_worker_comes_back_with_its_notebook(dask: Dask, tmp_path: Path):
    """
    A notebook that fails on a worker is kept here with its error, and the rest is made.
    """
    project = make_small(tmp_path / "home", 'assert week != "2023-W21", "broken"')
    with open_backfill(project, plan_editions("2023-W21", "2023-W22", "latest"), project.reports) as opened:
        start = choose_executor(scheduler=dask.address)
        failures = [step.failure for step in opened.run(start) if step.failure]
    kept = project.reports / "failed" / "2023-W21@latest" / "01_rows.ipynb"

    assert len(failures) == 2
    assert "broken" in kept.read_text()
    assert (project.reports / "2023-W22@latest" / "manifest.json").is_file()


def test_a_scheduler_that_does_not_answer_is_one_sentence(tmp_path: Path, monkeypatch):
    """
    An address where nobody listens is named, with what to do.
    """
    monkeypatch.setattr(cluster, "PATIENCE", 0.2)
    with pytest.raises(cluster.ClusterUnreachable, match=r"tcp://127.0.0.1:9 cannot be used"):
        choose_executor(scheduler="tcp://127.0.0.1:9")(make_small(tmp_path))


def test_workers_with_other_software_are_refused():
    """
    A worker that would make other bytes is named with what differs, and runs nothing.
    """
    wanted = describe_software()

    with pytest.raises(
        cluster.ClusterUnreachable, match=r"tcp://worker cannot be used: it has pandas 0\.1, not 3\."
    ):
        cluster.check_software("tcp://worker", wanted | {"pandas": "0.1"}, wanted)


def test_what_is_missing_for_a_cluster_is_one_sentence(tmp_path: Path, monkeypatch):
    """
    Without Dask the sentence tells how to install it; an unknown kind of cluster is named.
    """
    with pytest.raises(choosing.UnknownCluster, match="'moon' is not known"):
        choose_executor(cluster="moon")
    monkeypatch.setattr(choosing, "find_spec", lambda name: None)

    with pytest.raises(choosing.NoDask, match=r"uv pip install .*\[cluster\]"):
        choose_executor(cluster="local")
