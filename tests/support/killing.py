"""Stop a backfill or a build at any operation on files, and look at what is left.

`python tests/support/killing.py --times 500` does so five hundred times; the tests do so some twenty times.
Each round changes the sheet and a notebook, starts a build and a backfill in a process of its own, and stops
it at a random operation: by kill -9, by a disk that is full from then on, or by Ctrl-C.
Whatever the moment, what is visible must be whole.
"""

from __future__ import annotations

import argparse
import csv
import errno
import json
import os
import random
import signal
import sys
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pandas as pd
from rows import make_rows
from small import SHEET, contents, make_small, run, write_notebook, write_rows

from casualty_ledger.errors import CannotWrite
from casualty_ledger.project import Project
from casualty_ledger.running.orders import Order
from casualty_ledger.running.pages import name_page

CHANGES = {"open", "os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.utime", "os.chmod"}
WAYS = ("kill", "kill", "kill", "full", "interrupt")


class Stop:
    """Stops this process at the operation of a number on files below a folder; counts them in any case."""

    def __init__(self, below: Path, number: int, way: str) -> None:
        """Wait for the operation."""
        self.below, self.number, self.way, self.count = str(below), number, way, 0
        sys.addaudithook(self)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Look at an operation before it is done."""
        if event not in CHANGES or not str(arguments[0]).startswith(self.below):
            return
        if event == "open" and not int(arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR):
            return
        self.count += 1
        if self.way == "full" and self.count >= self.number and event in ("open", "os.mkdir", "os.link"):
            raise OSError(errno.ENOSPC, "No space left on device")
        if self.count == self.number and self.way == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if self.count == self.number and self.way == "interrupt":
            os.kill(os.getpid(), signal.SIGINT)


class Copyist:
    """An executor that copies what a notebook is made of, two at a time, so that a round is short."""

    in_hand = 2

    def __init__(self, project: Project) -> None:
        """Copy from one project."""
        self.project = project

    def run(self, order: Order, folder: Path) -> None:
        """Copy the notebook and the sheet."""
        executed = json.loads((self.project.notebooks / order.notebook).read_text())
        for cell in executed["cells"]:
            cell["execution_count"] = 1
        target = folder / "recorded" / f"{order.notebook[:2]}-{SHEET}"
        (folder / "notebooks").mkdir()
        target.parent.mkdir()
        (folder / order.output).write_text(json.dumps(executed))
        target.write_bytes((self.project.recorded / SHEET).read_bytes())
        (folder / name_page(Path(order.notebook).stem)).write_text("<html></html>")

    def close(self) -> None:
        """End nothing: nothing runs."""


def change(project: Project, number: int) -> None:
    """Make everything new: one more row, and another cell."""
    rows = make_rows(*({"published_on": "2023-05-28", "value": str(n + 1)} for n in range(number % 7 + 1)))
    write_rows(project.recorded / SHEET, rows)
    write_notebook(project.notebooks / "01_rows.ipynb", f"week, {number}")


def attempt(project: Project, number: int, way: str) -> tuple[int, int]:
    """Build and backfill in a process of its own; return its status and how many operations it did."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 0
        stop = Stop(project.home, number, way)
        try:
            run(project, project.reports, start=Copyist)
        except CannotWrite:
            status = 2
        except KeyboardInterrupt:
            status = 130
        os.write(write, str(stop.count).encode())
        os._exit(status)
    os.close(write)
    with os.fdopen(read) as answer:
        told = answer.read()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), int(told or 0)


def describe(project: Project) -> tuple[str, int]:
    """Return the sha256 of the sheet, and how many rows it has."""
    content = (project.recorded / SHEET).read_bytes()
    return sha256(content).hexdigest(), sum(1 for _ in csv.DictReader(content.decode().splitlines()))


def check_whole(project: Project, sheets: dict[str, int]) -> None:
    """Raise where a report or the ledger that is visible is not whole."""
    for report in project.reports.glob("[0-9]*"):
        outputs = json.loads((report / "manifest.json").read_text())["outputs"]
        files = [path for path in report.rglob("*") if path.is_file() and path.name != "manifest.json"]
        found = {path.relative_to(report).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}
        assert found == outputs, report
    if project.processed.exists():
        inputs = json.loads((project.processed / "inputs.json").read_text())
        rows = sheets[inputs[f"recorded/{SHEET}"]]
        for name in ("appearances", "reported_figures"):
            assert len(pd.read_csv(project.processed / f"{name}.csv")) == rows, name


def punish(home: Path, times: int, seed: int, say: Callable[[str], object] = lambda _: None) -> list[int]:
    """Stop that many runs at random moments, look after each, and let a last one end; return all statuses."""
    project = make_small(home)
    moments = random.Random(seed)
    _, operations = attempt(project, 0, "")
    statuses, sheets = [], dict([describe(project)])
    for number in range(times):
        change(project, number)
        sheets |= [describe(project)]
        way = moments.choice(WAYS)
        status, _ = attempt(project, moments.randint(1, operations), way)
        statuses.append(status)
        say(f"{number + 1} of {times}: {way}, status {status}")
        check_whole(project, sheets)
    assert attempt(project, 0, "")[0] == 0
    check_whole(project, sheets)
    return statuses


def check_last(home: Path) -> None:
    """Raise where the last run's reports are not those that a folder without a past would hold."""
    project = Project(home, home / "data" / "raw", home / "data" / "processed")
    run(project, home / "anew", start=Copyist)
    assert contents(project.reports) == contents(home / "anew")
    left = [path.name for path in (project.reports / ".cache").rglob("*") if path.name.startswith(".")]
    assert not left, left
    assert not list(project.reports.glob(".*.partial")) + list((home / "data").glob(".*.partial"))
    assert not list(project.store.glob(".*"))


def main() -> None:
    """Stop as many runs as is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        statuses = punish(home, asked.times, asked.seed, say=print)
        check_last(home)
    counts = {status: statuses.count(status) for status in sorted(set(statuses))}
    print(f"{asked.times} runs stopped, nothing half-written seen. How they ended: {counts}")


if __name__ == "__main__":
    main()
