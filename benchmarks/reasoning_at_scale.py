"""Find all disagreements and incidents of a made-up ledger, against building it, in processor seconds."""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from sheets_at_scale import HOME, make_sheet

from casualty_ledger.ledger.build import build_ledger
from casualty_ledger.project import Project
from casualty_ledger.series.disagreements import find_disagreements
from casualty_ledger.week.incidents import find_incidents

BOUND = 3


def main() -> None:
    """Measure one size and print the ratio."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=100_000)
    rows = asked.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        make_sheet(Path(folder) / "raw", rows)
        project = Project(home=HOME, raw=Path(folder) / "raw", processed=Path(folder) / "processed")
        started = time.process_time()
        built = build_ledger(project)
        build = time.process_time() - started
        found = {}
        for name, find in {
            "disagreements": lambda: find_disagreements(built.figures, built.appearances),
            "incidents": lambda: find_incidents(built.figures),
        }.items():
            started = time.process_time()
            rows_found = len(find())
            found[name] = time.process_time() - started
            print(f"{name}: {rows_found:,} rows, {found[name]:.1f} s, {found[name] / build:.1f} of the build")
        print(f"build of {rows:,} rows: {build:.1f} s of a processor; bound {BOUND} times that")


if __name__ == "__main__":
    main()
