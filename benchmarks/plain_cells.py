"""The cells of notebooks as plain code: what no engine can be faster than."""

from __future__ import annotations

import json
import os
import sys
import time

import nbformat

CHECK = "casualty_ledger.running.opening.check_once"
Run = tuple[str, dict[str, str]]  # a notebook's path and its parameters


def run_cells(run: Run) -> None:
    """Execute the cells of one notebook in this process, and show nothing."""
    path, parameters = run
    names: dict[str, object] = {"__name__": "__main__"}
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            exec(cell.source, names)
        if "parameters" in cell.metadata.get("tags", []):
            names.update(parameters)


def import_all() -> None:
    """Import what the notebooks import, and draw once."""
    from casualty_ledger.running.engine import MODULES
    from papermill_warm.preload import preload

    preload(MODULES, CHECK)


def fork_each(runs: list[Run], at_once: int) -> float:
    """Execute each notebook's cells in a process forked for it; return the seconds that all took."""
    started, waiting, running = time.perf_counter(), list(runs), set()
    while waiting or running:
        while waiting and len(running) < at_once:
            run = waiting.pop(0)
            if (pid := os.fork()) == 0:
                run_cells(run)
                os._exit(0)
            running.add(pid)
        pid, status = os.wait()
        running.remove(pid)
        assert status == 0, "a cell failed"
    return time.perf_counter() - started


def main() -> None:
    """Answer each line on standard input, a list of runs in JSON, with the seconds that they took."""
    import_all()
    for line in sys.stdin:
        print(fork_each(json.loads(line), at_once=2), flush=True)


if __name__ == "__main__":
    main()
