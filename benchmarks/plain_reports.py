"""The limit of a backfill: cells as plain code and bare export calls, one fork a notebook, two at a time.

The pages are exported from notebooks that were executed before, since plain code makes none.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import nbformat
from plain_cells import import_all, run_cells

from casualty_ledger.publishing.html import export_notebook
from casualty_ledger.running.pages import name_page

Order = dict[str, str]  # notebook, week, as_of, executed, out


def run_one(order: Order) -> None:
    """Execute the cells of one notebook, then set the executed one as its page."""
    notebook, out = Path(order["notebook"]), Path(order["out"])
    out.mkdir(parents=True, exist_ok=True)
    run_cells((str(notebook), {"week": order["week"], "as_of": order["as_of"], "out": str(out)}))
    if page_file := name_page(notebook.stem):
        executed = nbformat.read(order["executed"], as_version=4)
        page = export_notebook(executed, title=notebook.stem, description=order["week"])
        (out / page_file).write_text(page, encoding="utf-8")


def main() -> None:
    """Run the orders on standard input, a list in JSON, two at a time."""
    waiting: list[Order] = json.load(sys.stdin)
    import_all()
    running: set[int] = set()
    while waiting or running:
        while waiting and len(running) < 2:
            order = waiting.pop(0)
            if (pid := os.fork()) == 0:
                run_one(order)
                os._exit(0)
            running.add(pid)
        pid, status = os.wait()
        running.remove(pid)
        assert status == 0, "a cell failed"


if __name__ == "__main__":
    main()
