"""The notebook before and after its run, by papermill's own rules, and written whole or not at all."""

from __future__ import annotations

import logging

import nbformat
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError
from papermill.execute import raise_for_execution_errors, remove_error_markers
from papermill.iorw import load_notebook_node
from papermill.parameterize import parameterize_notebook

from casualty_ledger.errors import NotebookFailed
from casualty_ledger.running.notebooks import KERNEL, tidy
from casualty_ledger.running.warm.assembling import DIED, cause_of_death
from casualty_ledger.running.warm.jobs import Job
from casualty_ledger.whole_files import write_text


def read_notebook(job: Job) -> NotebookNode:
    """Read the notebook of a job, without outputs, with the cell of its parameters in its place."""
    logging.getLogger("papermill").setLevel(logging.ERROR)
    notebook = load_notebook_node(str(job.notebook))
    if job.parameters:
        given = dict(job.parameters)
        notebook = parameterize_notebook(notebook, given, kernel_name=KERNEL, language="python")
    for cell in remove_error_markers(notebook).cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def write_notebook(notebook: NotebookNode, job: Job) -> None:
    """Write an executed notebook to its place, with papermill's marks where a cell failed.

    Errors: NotebookFailed, once it is written; CannotWrite.
    """
    failure = None
    try:
        raise_for_execution_errors(notebook, None)
    except PapermillExecutionError as error:
        what = f"cell In [{error.exec_count}] {_describe(error, job)}"
        failure = NotebookFailed(notebook=job.notebook.name, problem=what, cell=error.exec_count)
    kept = tidy(notebook) if job.tidy else notebook
    write_text(job.output, nbformat.writes(kept, indent=1) + "\n")
    if failure:
        raise failure


def _describe(error: PapermillExecutionError, job: Job) -> str:
    if error.ename == DIED:
        return cause_of_death(error.evalue)
    if error.ename.endswith("MemoryError") and job.memory is not None:
        return lack_of_memory(job.memory)
    return f"raised {error.ename}: {error.evalue}"


def lack_of_memory(allowed: int) -> str:
    """Say that a cell needed more than it may have."""
    return f"needed more memory than the {allowed / 1e6:,.0f} MB allowed"
