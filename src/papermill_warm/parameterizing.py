"""The notebook before and after its run, by papermill's own rules, and written whole or not at all."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from pkgutil import resolve_name

import nbformat
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError
from papermill.execute import raise_for_execution_errors, remove_error_markers
from papermill.iorw import load_notebook_node
from papermill.parameterize import parameterize_notebook

from papermill_warm.cells import take_mark
from papermill_warm.jobs import KERNEL, Failure, Job


def read_notebook(job: Job) -> NotebookNode:
    """Read the notebook of a job, without outputs, with the cell of its parameters in its place."""
    logging.getLogger("papermill").setLevel(logging.ERROR)
    notebook = load_notebook_node(str(job.notebook))
    if job.parameters:
        given = dict(job.parameters)
        notebook = parameterize_notebook(notebook, given, kernel_name=KERNEL, language="python")
    for cell in remove_error_markers(notebook).cells:
        take_mark(cell)  # An input may be the output of a run that failed.
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def mark_failure(notebook: NotebookNode, failures: Iterable[Failure]) -> PapermillExecutionError | None:
    """Mark where an executed notebook failed, as papermill does, and return papermill's error of it.

    Where papermill has no name for what happened, since no output tells of it, the reply's is put in.
    """
    try:
        raise_for_execution_errors(notebook, None)
    except PapermillExecutionError as error:
        told = {failure.cell: failure for failure in failures}.get(error.cell_index)
        if told and not error.evalue:
            error.ename, error.evalue = told.name, told.message
        return error
    return None


def write_notebook(notebook: NotebookNode, job: Job) -> None:
    """Write an executed notebook to its place. Errors: OSError."""
    written = resolve_name(job.before_writing)(notebook) if job.before_writing else notebook
    _write_whole(job.output, nbformat.writes(written, indent=1) + "\n")


def _write_whole(path: Path, text: str) -> None:
    """Write a file into a neighbour first, and move it over in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
    neighbour = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        neighbour.chmod(0o644)
        neighbour.replace(path)
    finally:
        neighbour.unlink(missing_ok=True)
