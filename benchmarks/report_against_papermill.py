"""Time a whole report against the papermill command line and nbconvert, in turn, and print the ratio."""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
WEEK = "2023-W22"


def time_report(folder: Path) -> float:
    """Make the report with the command line of this project, in a folder where none stands."""
    with tempfile.TemporaryDirectory(dir=folder) as out:
        return _time([BIN / "casualty-ledger", "report", "--week", WEEK, "--out", out])


def time_papermill(folder: Path) -> float:
    """Run the same notebooks by papermill one after the other, then turn the pages into HTML."""
    seconds = 0.0
    for notebook in sorted((HOME / "notebooks").glob("0*.ipynb")):
        executed = folder / notebook.name
        parameters = ["-p", "week", WEEK, "-p", "out", folder / "out"]
        seconds += _time([BIN / "papermill", notebook, executed, "--no-progress-bar", *parameters])
        if not notebook.name.startswith("01"):
            seconds += _time([BIN / "jupyter", "nbconvert", "--to", "html", executed])
    return seconds


def _time(command: list[str | Path]) -> float:
    started = time.perf_counter()
    subprocess.run([str(word) for word in command], check=True, capture_output=True, env=os.environ)
    return time.perf_counter() - started


def main() -> None:
    """Warm up once, then run both in turn and print medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        time_report(folder)
        for run in range(1, runs + 1):
            ours.append(time_report(folder))
            theirs.append(time_papermill(folder))
            print(f"run {run}: report {ours[-1]:.1f} s, papermill and nbconvert {theirs[-1]:.1f} s")
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f"median ratio {ratio:.2f} (bound 0.50) on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
