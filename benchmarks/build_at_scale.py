"""Build ledgers of growing size, and answer vintages, each against the bare work beneath it.

Building is compared with `pandas.read_csv` of the same sheet, columns guessed, nothing done with them.

A vintage is compared with its bare query: the rows published by a day, selected from the same place and
handed back as a DataFrame, notes of later days still in them, which the vintage blanks. Both are asked of
the stored ledger, as a notebook does, and of one in memory.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from sheets_at_scale import HOME, make_sheet

from casualty_ledger.ledger.build import build_ledger
from casualty_ledger.ledger.opening import Ledger
from casualty_ledger.ledger.storage import read_appearances
from casualty_ledger.parsing.weeks import LATEST, Vintage
from casualty_ledger.project import Project

BUILD_BOUND, VINTAGE_BOUND = 25, 2
DAY = pd.Timestamp("2024-06-01")
VINTAGE = Vintage(DAY.date())


def measure(folder: Path, rows: int, runs: int) -> None:
    """Measure one size in this process and print its ratios; the sheet is in `folder` already."""
    [sheet] = (folder / "raw" / "recorded").glob("*.csv")
    project = Project(home=HOME, raw=folder / "raw", processed=folder / "processed")
    read, build = _in_turn(lambda: pd.read_csv(sheet), lambda: build_ledger(project), runs)
    print(f"{rows:>9,} rows, peak {_peak():.2f} GiB")
    _tell("bare read", read, "build", build, BUILD_BOUND)
    print(f"{'':>11}{build.processor / rows * 1e6:.1f} µs of a processor per row")
    _measure_vintages(project, runs)


def _measure_vintages(project: Project, runs: int) -> None:
    stored = project.processed / "appearances.parquet"
    known = [("published_on", "<=", DAY)]
    bare, whole = _in_turn(
        lambda: pd.read_parquet(stored, filters=known),
        lambda: Ledger(LATEST, read_appearances(project.processed), 0).as_of(VINTAGE).appearances,
        runs,
    )
    _tell("bare query, stored", bare, "as_of", whole, VINTAGE_BOUND)
    told = read_appearances(project.processed)
    ledger = Ledger(LATEST, told, 0)
    bare, whole = _in_turn(
        lambda: told[told["published_on"] <= DAY], lambda: ledger.as_of(VINTAGE).appearances, runs
    )
    _tell("bare query, in memory", bare, "as_of", whole, VINTAGE_BOUND)


class Spent(NamedTuple):
    """Seconds on the clock, and of a processor: the latter tells more where others use the machine."""

    clock: float
    processor: float


def _tell(bare_name: str, bare: Spent, name: str, whole: Spent, bound: int) -> None:
    print(f"{'':>11}{bare_name} {bare.clock:.3f} s, {name} {whole.clock:.3f} s", end=", ")
    print(f"ratio {whole.clock / bare.clock:.1f} (bound {bound})", end=", ")
    print(f"of processor time {whole.processor / bare.processor:.1f}", flush=True)


def _in_turn(bare: Callable[[], object], whole: Callable[[], object], runs: int) -> tuple[Spent, Spent]:
    """Return the median seconds of both, run in turn, after one run of each that does not count."""
    bare(), whole()
    spent = [(_time(bare), _time(whole)) for _ in range(runs)]
    return _median([first for first, _ in spent]), _median([second for _, second in spent])


def _median(spent: list[Spent]) -> Spent:
    return Spent(*(statistics.median(seconds) for seconds in zip(*spent, strict=True)))


def _time(work: Callable[[], object]) -> Spent:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - clock, time.process_time() - processor)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def main() -> None:
    """Make a sheet of each size, and measure it in a process of its own, so that peaks are its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inside:
        measure(given.inside, given.rows[0], given.runs)
        return
    for rows in given.rows:
        with tempfile.TemporaryDirectory() as folder:
            make_sheet(Path(folder) / "raw", rows)
            asked = ["--inside", folder, "--rows", str(rows), "--runs", str(given.runs)]
            subprocess.run([sys.executable, __file__, *asked], check=True)


if __name__ == "__main__":
    main()
