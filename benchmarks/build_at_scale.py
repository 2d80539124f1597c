"""Build ledgers of growing size, against a bare read of the same CSV, and `as_of` against its bare query."""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd
from sheets_at_scale import HOME, make_sheet

from casualty_ledger.ledger.build import build_ledger
from casualty_ledger.ledger.opening import open_ledger
from casualty_ledger.parsing.weeks import Vintage
from casualty_ledger.project import Project
from casualty_ledger.series.weekly import weekly_table

BOUND, DAY = 25, pd.Timestamp("2024-06-01")


def measure(rows: int, runs: int) -> None:
    """Measure one size in this process and print its ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data" / "raw"
        sheet = make_sheet(folder, rows)
        project = Project(home=HOME, raw=folder, processed=Path(name) / "data" / "processed")
        reads = [_time(lambda: pd.read_csv(sheet)) for _ in range(runs)]
        builds = [_time(lambda: build_ledger(project)) for _ in range(runs)]
        read, build = statistics.median(reads), statistics.median(builds)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
        print(
            f"{rows:>9,} rows: read {read:.2f} s, build {build:.2f} s, ratio {build / read:.1f} "
            f"(bound {BOUND}), {build / rows * 1e6:.0f} µs a row, peak {peak:.2f} GiB"
        )
        _measure_vintage(project, runs)


def _measure_vintage(project: Project, runs: int) -> None:
    ledger = open_ledger(project)
    known = ledger.appearances["published_on"]
    bare = statistics.median(_time(lambda: ledger.appearances[known <= DAY].copy()) for _ in range(runs))
    vintage = Vintage(DAY.date())
    whole = statistics.median(_time(lambda: weekly_table(ledger.as_of(vintage).figures)) for _ in range(runs))
    print(
        f"{'':>9}  bare query {bare:.3f} s, as_of with the weekly series {whole:.3f} s, "
        f"ratio {whole / bare:.1f} (bound 2)"
    )


def _time(work: object) -> float:
    started = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - started


def main() -> None:
    """Measure each size in a process of its own, so that peaks are its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    for rows in given.rows:
        if given.inside:
            measure(rows, given.runs)
            continue
        command = [sys.executable, __file__, "--inside", "--rows", str(rows), "--runs", str(given.runs)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
