"""The cells of a report of one week, in ledgers of growing size, against those of the recorded one.

The ledgers are built before and kept in memory, as a report has them; a process is forked for each notebook.
With `--base FOLDER`, a checkout of another commit with an environment of its own, its cells of the recorded
ledger are run in the same run, too. Processor seconds, since they tell more where others use the machine.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from plain_cells import fork_each, import_all
from sheets_at_scale import HOME, make_sheet

BOUNDS = {100_000: 2, 1_000_000: 5}
BASE_BOUND = 0.6


def measure(home: Path, raw: Path, week: str) -> None:
    """Print the processor seconds of the cells, and the most memory of a notebook in MB."""
    from casualty_ledger.ledger.store import hold_ledger
    from casualty_ledger.project import Project
    from casualty_ledger.running.configuration import configure
    from casualty_ledger.running.opening import hold_project_ledger

    stored = hold_ledger(Project.at(raw=str(raw)))
    folders = {"HOME": home, "RAW": stored.project.raw, "PROCESSED": stored.project.processed}
    os.environ |= {f"CASUALTY_LEDGER_{name}": str(folder) for name, folder in folders.items()}
    os.environ |= configure(os.environ)
    os.chdir(home / "notebooks")
    import_all()
    hold_project_ledger()
    with tempfile.TemporaryDirectory() as out:
        parameters = {"week": week, "as_of": "", "out": out}
        notebooks = sorted((home / "notebooks").glob("0*.ipynb"))
        fork_each([(str(path), parameters) for path in notebooks], at_once=1)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(spent.ru_utime + spent.ru_stime, spent.ru_maxrss // 1024)


def ask(home: Path, raw: Path, week: str) -> tuple[float, int]:
    """Measure in a process of its own, with the environment of that checkout."""
    python = home / ".venv" / "bin" / "python"
    command = [
        python if python.is_file() else sys.executable,
        __file__,
        "--inside",
        home,
        raw,
        "--week",
        week,
    ]
    told = subprocess.run([*map(str, command)], check=True, stdout=subprocess.PIPE, text=True, cwd=home)
    *_, seconds, memory = told.stdout.split()
    return float(seconds), int(memory)


def main() -> None:
    """Measure each size and print its ratio, then that against the other checkout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[100_000])
    parser.add_argument("--week", default="2023-W22")
    parser.add_argument("--base", type=Path)
    parser.add_argument("--inside", type=Path, nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inside:
        measure(*given.inside, given.week)
        return
    recorded, memory = ask(HOME, HOME / "data" / "raw", given.week)
    print(f"recorded ledger, {given.week}: {recorded:.1f} s, {memory} MB", flush=True)
    if given.base:
        before, _ = ask(given.base.resolve(), given.base.resolve() / "data" / "raw", given.week)
        print(
            f"the other checkout: {before:.1f} s, ratio {recorded / before:.2f} (bound {BASE_BOUND})",
            flush=True,
        )
    for rows in given.rows:
        with tempfile.TemporaryDirectory() as folder:
            make_sheet(Path(folder) / "raw", rows)
            spent, memory = ask(HOME, Path(folder) / "raw", given.week)
        bound = BOUNDS.get(rows, "none")
        print(
            f"{rows:,} rows: {spent:.1f} s, {memory} MB, ratio {spent / recorded:.1f} (bound {bound})",
            flush=True,
        )


if __name__ == "__main__":
    main()
