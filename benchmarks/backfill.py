"""Time reports and backfills against their limit, what is left to do where little changed, and a cluster.

The limit is the same cells as plain code and the same export calls (`plain_reports.py`), as a whole
process: start-up and imports are on both sides. Contestants run in turn; the ratios are of medians.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from casualty_ledger.ledger.store import hold_ledger
from casualty_ledger.parsing.weeks import Vintage, Week
from casualty_ledger.project import Project
from casualty_ledger.running.backfill import open_backfill
from casualty_ledger.running.choosing import choose_executor
from casualty_ledger.running.executor import Executor, Local
from casualty_ledger.running.orders import Order
from casualty_ledger.running.plan import plan_editions

HERE = Path(__file__).resolve()
COMMAND = Path(sys.executable).with_name("casualty-ledger")
SINGLE = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "JE_ARROW_MALLOC_CONF": "background_thread:false",
}


class Took(NamedTuple):
    """How long a command took by the wall's clock, and how long processors worked for it."""

    seconds: float
    computed: float


Editions = list[tuple[Week, Vintage]]


@dataclass(frozen=True)
class Range:
    """The weeks that are made, and a folder for everything."""

    first: str
    last: str
    folder: Path
    project: Project

    @property
    def editions(self) -> Editions:
        """The weeks, each as known on its Monday."""
        return plan_editions(self.first, self.last, "each-week")

    def backfill(self, out: Path) -> Took:
        """Time the command."""
        words = ["--from", self.first, "--to", self.last, "--raw", self.project.raw, "--out", out]
        return run([COMMAND, "backfill", *words])

    def limit(self, executed: Path, editions: Editions) -> Took:
        """Time the same cells and export calls as plain code."""
        orders = [
            {
                "notebook": str(notebook),
                "week": str(week),
                "as_of": str(vintage),
                "executed": str(executed / str(week) / "notebooks" / notebook.name),
                "out": str(self.folder / "plain" / str(week)),
            }
            for week, vintage in editions
            for notebook in self.project.numbered
        ]
        raw = {"CASUALTY_LEDGER_RAW": str(self.project.raw)}
        command = [sys.executable, str(HERE.with_name("plain_reports.py"))]
        return run(command, given=json.dumps(orders), environment=SINGLE | raw)


def run(words: list[object], *, given: str = "", environment: dict[str, str] | None = None) -> Took:
    """Time a command, and count what it and its processes computed."""
    started, before = time.perf_counter(), _computed()
    said = [str(word) for word in words]
    own = os.environ | (environment or {})
    subprocess.run(said, input=given, text=True, check=True, capture_output=True, env=own)
    return Took(time.perf_counter() - started, _computed() - before)


def _computed() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def median(times: list[Took]) -> Took:
    """Return the medians of both clocks."""
    return Took(*(statistics.median(clock) for clock in zip(*times, strict=True)))


def compare(weeks: Range, rounds: int, bound: float) -> Path:
    """Print how long the weeks take, nothing cached, against their limit; return the last reports."""
    ours, theirs = [], []
    for number in range(rounds + 1):
        out = weeks.folder / f"reports-{number}"
        ours.append(weeks.backfill(out))
        theirs.append(weeks.limit(out, weeks.editions))
        print(
            f"  round {number}: backfill {ours[-1].seconds:.1f} s, limit {theirs[-1].seconds:.1f} s",
            flush=True,
        )
    mine, limit = (median(times[1:] or times) for times in (ours, theirs))
    print(
        f"{len(weeks.editions)} reports: {mine.seconds:.1f} s, limit {limit.seconds:.1f} s, "
        f"ratio {mine.seconds / limit.seconds:.2f} (bound {bound}); "
        f"processors {mine.computed:.1f} and {limit.computed:.1f} s, "
        f"ratio {mine.computed / limit.computed:.2f}"
    )
    return out


def time_little(weeks: Range, out: Path, rounds: int) -> None:
    """Print how long it takes where nothing changed, and where one row came in the last week."""
    nothing, worked = median([weeks.backfill(out) for _ in range(rounds)])
    count = len(weeks.editions)
    print(f"nothing changed in {count} reports: {nothing:.2f} s (bound 1.5 s), processors {worked:.2f} s")
    sheet = weeks.project.recorded / "prisoners.csv"
    week, _ = weeks.editions[-1]
    changed, limits = [], []
    for number in range(rounds):
        add_row(sheet, str(number), week.sunday.isoformat())
        changed.append(weeks.backfill(out))
        limits.append(weeks.limit(out, weeks.editions[-1:]))
    mine, limit = median(changed).seconds, median(limits).seconds
    print(
        f"one row changed, one report of {len(weeks.editions)} to make: {mine:.1f} s, limit {limit:.1f} s; "
        f"less {nothing:.2f} s, ratio {(mine - nothing) / limit:.2f} (bound 2)"
    )


def add_row(sheet: Path, name: str, day: str) -> None:
    """Add a row that was published on a day: the sheet's last with another id."""
    with sheet.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    with sheet.open("a", encoding="utf-8", newline="") as lines:
        new = rows[-1] | {"id": f"bench-{name}", "published_on": day}
        csv.DictWriter(lines, list(rows[0])).writerow(new)


class Kept:
    """An executor that stays open from one backfill to the next."""

    def __init__(self, start: Callable[[Project], Executor]) -> None:
        """Keep the one that `start` gives."""
        self.start, self.inner, self.in_hand = start, None, 0

    def __call__(self, project: Project) -> Kept:
        """Start it for the first project; later ones have the same inputs."""
        self.inner = self.inner or self.start(project)
        self.in_hand = self.inner.in_hand
        return self

    def run(self, order: Order, folder: Path) -> None:
        """Run an order."""
        self.inner.run(order, folder)

    def close(self) -> None:
        """Stay open."""


def compare_cluster(weeks: Range, rounds: int) -> None:
    """Print how long the weeks take on a local cluster of Dask against this machine, start-up apart."""
    kept = {"cluster": Kept(choose_executor(cluster="local")), "here": Kept(Local)}
    seconds: dict[str, list[float]] = {name: [] for name in kept}
    for number in range(rounds + 1):
        for name, executor in kept.items():
            out = weeks.folder / f"{name}-{number}"
            editions = weeks.editions if number else weeks.editions[:2]
            seconds[name].append(make(weeks.project, editions, out, executor))
        print("  " + ", ".join(f"{name} {times[-1]:.1f} s" for name, times in seconds.items()), flush=True)
    for executor in kept.values():
        executor.inner.close()
    cluster, here = (statistics.median(seconds[name][1:]) for name in ("cluster", "here"))
    print(f"cluster {cluster:.1f} s, here {here:.1f} s, ratio {cluster / here:.2f} (bound 1.10)")


def make(project: Project, editions: Editions, out: Path, start: Callable[[Project], Executor]) -> float:
    """Make reports on an executor; return the seconds."""
    started = time.perf_counter()
    with open_backfill(project, editions, out) as opened:
        assert not [step.failure for step in opened.run(start) if step.failure]
    return time.perf_counter() - started


def copy_inputs(folder: Path) -> Project:
    """Copy the sheets, which are to be changed, and build their ledger."""
    own = Project.at()
    shutil.copytree(own.raw, folder / "data" / "raw")
    copied = replace(own, raw=folder / "data" / "raw", processed=folder / "data" / "processed")
    hold_ledger(copied)
    return copied


def main() -> None:
    """Print one report, some weeks, little changes, and a cluster, each with its bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="first", default="2023-W15", help="2022-W08 for all")
    parser.add_argument("--to", dest="last", default="2023-W22", help="2026-W04 for all")
    parser.add_argument("--runs", type=int, default=5, help="rounds after the first")
    parser.add_argument("--only", choices=("report", "weeks", "cluster"), help="one of the comparisons")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = copy_inputs(folder)
        weeks = Range(given.first, given.last, folder / "weeks", project)
        if given.only in (None, "report"):
            compare(Range(given.last, given.last, folder / "one", project), given.runs, 1.6)
        if given.only in (None, "weeks"):
            time_little(weeks, compare(weeks, given.runs, 1.3), max(given.runs, 3))
        if given.only in (None, "cluster"):
            compare_cluster(replace(weeks, folder=folder / "cluster"), given.runs)


if __name__ == "__main__":
    main()
