"""Time 25 topic notebooks in the warm engine against plain code and against papermill, and their memory.

The limit is the notebooks' cells as plain code, imports done, in a process forked for each notebook, two
at a time. Every contestant runs the same notebooks in turn in each round; the ratios are of medians.
The command line of papermill is slow: it runs some of the notebooks, and its time is scaled to all.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path

import psutil
from plain_cells import CHECK, Run, import_all, run_cells
from traitlets.config import Config

from casualty_ledger.ledger.store import hold_ledger
from casualty_ledger.project import Project
from casualty_ledger.running.engine import MODULES, TIDY
from papermill_warm import Job, WarmPool
from papermill_warm.preload import WARMING

HERE = Path(__file__).resolve()
TOPICS = ("02_civilian", "03_military", "04_prisoners", "05_weekly")
FIRST = date(2022, 9, 5)
Contest = Callable[[list[Run]], object]
COMMAND = "papermill command"
Measured = tuple[float, float]  # seconds by the clock, and of processors
Round = dict[str, Measured]


def list_runs(count: int, folder: Path) -> list[Run]:
    """List notebooks and parameters: the four topics over weeks some months apart."""
    notebooks = [next((HERE.parents[1] / "notebooks").glob(f"{topic}*.ipynb")) for topic in TOPICS]
    runs = []
    for number, notebook in enumerate(itertools.islice(itertools.cycle(notebooks), count)):
        year, week, _ = (FIRST + timedelta(weeks=5 * number)).isocalendar()
        runs.append((str(notebook), {"week": f"{year}-W{week:02}", "out": str(folder / f"{number}")}))
    return runs


@contextmanager
def limit() -> Iterator[Contest]:
    """Plain code, one fork a notebook, two at a time."""
    command = [sys.executable, str(HERE.with_name("plain_cells.py"))]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env={**os.environ, **WARMING}, **pipes) as process:

        def contest(runs: list[Run]) -> None:
            process.stdin.write(json.dumps(runs) + "\n")
            process.stdin.flush()
            assert process.stdout.readline(), "a cell failed"

        yield contest
        process.stdin.close()


@contextmanager
def two_workers() -> Iterator[Contest]:
    """Plain code in two long-lived processes: no notebook is apart from the others."""
    with ProcessPoolExecutor(2, get_context("spawn"), import_all) as workers:
        yield lambda runs: list(workers.map(run_cells, runs))


@contextmanager
def warm(folder: Path) -> Iterator[Contest]:
    """The warm engine, which is ready before the first round."""
    with WarmPool(workers=2, preload=MODULES, prepare=CHECK) as pool:

        def contest(runs: list[Run]) -> None:
            jobs = [
                Job(Path(path), folder / f"{n}.ipynb", given, before_writing=TIDY)
                for n, (path, given) in enumerate(runs)
            ]
            for future in [pool.submit(job) for job in jobs]:
                future.result()

        yield contest


@contextmanager
def two_papermills(folder: Path) -> Iterator[Contest]:
    """A pool of two standard papermill processes."""
    with ProcessPoolExecutor(2, get_context("spawn")) as workers:
        yield lambda runs: list(workers.map(_papermill, runs, [folder] * len(runs)))


def _papermill(run: Run, folder: Path) -> None:
    import papermill

    output = folder / f"papermill-{os.getpid()}.ipynb"
    with tempfile.TemporaryDirectory() as sockets:  # A port may be taken by another kernel.
        config = Config({"KernelManager": {"transport": "ipc", "ip": f"{sockets}/kernel"}})
        papermill.execute_notebook(run[0], output, parameters=run[1], progress_bar=False, config=config)


@contextmanager
def papermill_command(folder: Path) -> Iterator[Contest]:
    """The command line of papermill, one notebook after the other."""

    def command(run: Run) -> None:
        words = [Path(sys.executable).with_name("papermill"), run[0], folder / "command.ipynb"]
        given = [word for name, value in run[1].items() for word in ("-p", name, value)]
        subprocess.run([*words, *given, "--no-progress-bar"], check=True, capture_output=True)

    yield lambda runs: [command(run) for run in runs]


def compete(contests: dict[str, Contest], runs: list[Run], rounds: int, sample: int) -> Iterator[Round]:
    """Let all contestants run in turn: once to warm up, then `rounds` times, each in another order."""
    names = list(contests)
    for number in range(rounds + 1):
        measured = {}
        for name in names:
            taken = runs[:sample] if name == COMMAND else runs
            measured[name] = tuple(len(runs) / len(taken) * each for each in measure(contests[name], taken))
        names = names[1:] + names[:1]
        if number:
            told = (f"{name} {measured[name][0]:.1f} s ({measured[name][1]:.1f})" for name in contests)
            print(f"round {number}: {', '.join(told)}", flush=True)
            yield measured


def measure(contest: Contest, runs: list[Run]) -> Measured:
    """Return the seconds that a contest takes, by the clock and of processors."""
    clock, used = time.perf_counter(), _processor_seconds()
    contest(runs)
    return time.perf_counter() - clock, _processor_seconds() - used


def _processor_seconds() -> float:
    """Return what this process, its children and what those have waited for have used of processors."""
    processes = [psutil.Process(), *psutil.Process().children()]
    return sum(sum(process.cpu_times()[:4]) for process in processes)


def measure_memory(contest: Contest, runs: list[Run]) -> float:
    """Return the most private memory, in MB, that a running notebook held, read every 20 ms."""
    most, done = 0, threading.Event()

    def watch() -> None:
        nonlocal most
        while not done.wait(0.02):
            parents = psutil.Process().children()
            for process in (child for parent in parents for child in _children(parent)):
                most = max(most, _private_bytes(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    contest(runs)
    done.set()
    watcher.join()
    return most / 1e6


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children()
    except psutil.NoSuchProcess:
        return []


def _private_bytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # It has ended.
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Private_"))


def tell(rounds: list[Round]) -> None:
    """Print medians and what the bounds say of them; processors tell more where others use them too."""
    for place, what in enumerate(("clock", "processors")):
        medians = {name: statistics.median(each[name][place] for each in rounds) for name in rounds[0]}
        warm, limit = medians["warm engine"], medians["limit"]
        print(f"{what}:", ", ".join(f"{name} {median:.1f} s" for name, median in medians.items()))
        print(f"  warm engine / limit {warm / limit:.2f} (bound 1.25)")
        print(f"  two papermills / warm engine {medians['two papermills'] / warm:.1f} (bound 3.5)")
        print(f"  papermill command / warm engine {medians[COMMAND] / warm:.1f} (bound 12)")


def main() -> None:
    """Run all contestants and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="rounds after the first")
    parser.add_argument("--notebooks", type=int, default=25)
    parser.add_argument("--sample", type=int, default=3, help="notebooks for the command of papermill")
    given = parser.parse_args()
    project = Project.at()
    hold_ledger(project)
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
        folder = Path(name)
        contests = {
            "limit": stack.enter_context(limit()),
            "warm engine": stack.enter_context(warm(folder)),
            "two workers": stack.enter_context(two_workers()),
            "two papermills": stack.enter_context(two_papermills(folder)),
            COMMAND: stack.enter_context(papermill_command(folder)),
        }
        runs = list_runs(given.notebooks, folder)
        tell(list(compete(contests, runs, given.runs, given.sample)))
        most = measure_memory(contests["warm engine"], runs)
        print(f"most private memory of a notebook {most:.0f} MB (bound 150)")


if __name__ == "__main__":
    main()
