"""The cells of a report of one week, in ledgers of growing size, against those of the recorded one.

The ledgers are built before, in a process of its own, and kept in memory, as a report has them; what the
notebooks share is made before they are forked, one process each, and counted. With `--base FOLDER`, a
checkout of another commit, its cells of its recorded ledger are run in the same run, too, in its environment
or else in ours. Processor seconds are measured, since they tell more where others use the machine.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casualty_ledger.project import Project

HOME = Path(__file__).resolve().parents[1]
BOUNDS = {100_000: 2, 1_000_000: 5}
BASE_BOUND = 0.6


def open_project(raw: Path) -> Project:
    """Return the project with its ledger, built first where nobody has, also in checkouts that store none."""
    from casualty_ledger.project import Project

    project = Project.at(raw=str(raw))
    try:
        from casualty_ledger.ledger.store import hold_ledger
    except ModuleNotFoundError:
        from casualty_ledger.ledger.opening import open_ledger

        open_ledger(project)
        return project
    return hold_ledger(project).project


def measure(home: Path, raw: Path, week: str) -> None:
    """Print the processor seconds of the cells, and the most memory of a notebook in MB."""
    project = open_project(raw)
    folders = {"HOME": home, "RAW": project.raw, "PROCESSED": project.processed}
    os.environ |= {f"CASUALTY_LEDGER_{name}": str(folder) for name, folder in folders.items()}
    with suppress(ModuleNotFoundError):
        from casualty_ledger.running.configuration import configure

        os.environ |= configure(os.environ)
    os.chdir(home / "notebooks")
    # Each checkout knows best what its notebooks import.
    sys.path.insert(0, str(home / "benchmarks"))
    from plain_cells import fork_each, import_all

    from casualty_ledger.running.opening import hold_project_ledger

    import_all()
    hold_project_ledger()
    started = time.process_time()
    with suppress(ImportError):
        from casualty_ledger.running.opening import gather_edition

        gather_edition({"week": week})
    gathered = time.process_time() - started
    with tempfile.TemporaryDirectory() as out:
        parameters = {"week": week, "as_of": "", "out": out}
        notebooks = sorted((home / "notebooks").glob("0*.ipynb"))
        fork_each([(str(path), parameters) for path in notebooks], at_once=1)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(gathered + spent.ru_utime + spent.ru_stime, spent.ru_maxrss // 1024)


def ask(home: Path, raw: Path, week: str) -> tuple[float, int]:
    """Build the ledger and then measure, each in a process of its own that imports that checkout."""
    python = home / ".venv" / "bin" / "python"
    command = [python if python.is_file() else sys.executable, __file__, "--week", week]
    code = {**os.environ, "CASUALTY_LEDGER_HOME": str(home), "PYTHONPATH": str(home / "src")}
    for step in ("--build", "--inside"):
        told = subprocess.run(
            [*map(str, command), step, str(home), str(raw)],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            cwd=home,
            env=code,
        )
    *_, seconds, memory = told.stdout.split()
    return float(seconds), int(memory)


def main() -> None:
    """Measure each size and print its ratio, then that against the other checkout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[100_000])
    parser.add_argument("--week", default="2023-W22")
    parser.add_argument("--base", type=Path)
    parser.add_argument("--build", type=Path, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--inside", type=Path, nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.build:
        open_project(given.build[1])
        return
    if given.inside:
        measure(*given.inside, given.week)
        return
    from sheets_at_scale import make_sheet

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
