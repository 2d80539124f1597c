"""The warm engine as papermill knows it: `papermill --engine warm in.ipynb out.ipynb`."""

from __future__ import annotations

import atexit
import functools
import os
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from papermill.engines import NBClientEngine, NotebookExecutionManager

from casualty_ledger.errors import NotebookFailed
from casualty_ledger.running.warm.jobs import CELL_SECONDS, Job
from casualty_ledger.running.warm.pool import WarmPool

# What papermill may ask of an engine and this one does; the rest is left to a standard kernel.
KNOWN = {"input_path", "execution_timeout", "start_timeout", "autosave_cell_every"}


class WarmEngine(NBClientEngine):
    """Runs a notebook in a process forked from a warm one, which the first notebook starts."""

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: NotebookExecutionManager, kernel_name: str, **options: Any
    ) -> None:
        """Run the notebook that papermill has parameterized and put into it what came of its cells.

        Options that ask for output while cells run are left to a standard kernel.
        """
        if {name for name, value in options.items() if value} - KNOWN:
            NBClientEngine.execute_managed_notebook(nb_man, kernel_name, **options)
            return
        seconds = options.get("execution_timeout") or CELL_SECONDS
        executed = _run(nb_man.nb, seconds)
        for index, cell in enumerate(executed.cells):
            _report(nb_man, index, cell)
        nb_man.nb.metadata.update(executed.metadata)


def _run(notebook: nbformat.NotebookNode, seconds: float) -> nbformat.NotebookNode:
    with tempfile.TemporaryDirectory(prefix="notebook-") as name:
        given, executed = Path(name, "given.ipynb"), Path(name, "executed.ipynb")
        nbformat.write(notebook, given)
        job = Job(given, executed, environment=os.environ, timeout=seconds, tidy=False)
        ...
    return executed
