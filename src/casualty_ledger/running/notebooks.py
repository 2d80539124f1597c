"""Notebooks: found by number, name or path, and run by papermill with the standard kernel."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Mapping
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from traitlets.config import Config

from casualty_ledger.errors import NoSuchNotebook, NotebookFailed
from casualty_ledger.project import Project
from casualty_ledger.running.scrubbing import scrub
from casualty_ledger.whole_files import write_text

KERNEL = "python3"
# A kernel that is shut down while it tidies up calls that an error; it is none.
QUIET = ["--IPKernelApp.log_level=50"]


def find_notebook(project: Project, name: str) -> Path:
    """Find a notebook by its number ("02"), its name or its path.

    Errors: NoSuchNotebook.
    """
    if name.endswith(".ipynb") and Path(name).is_file():
        return Path(name)
    everything = sorted(project.notebooks.glob("*.ipynb"))
    stem = Path(name).stem
    for path in everything:
        if path.stem == stem or path.stem.split("_")[0] in (name, name.zfill(2)):
            return path
    raise NoSuchNotebook(found=name, allowed=", ".join(path.stem for path in everything))


def run_notebook(notebook: Path, parameters: Mapping[str, object], output: Path) -> NotebookNode:
    """Run a notebook, write it to `output` as executed, and return it.

    Errors: NotebookFailed; the notebook is then written as far as it came.
    """
    import papermill

    output.parent.mkdir(parents=True, exist_ok=True)
    logging.getLogger("papermill").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="kernel-") as sockets:
        try:
            papermill.execute_notebook(
                notebook,
                output,
                parameters=dict(parameters),
                kernel_name=KERNEL,
                language="python",
                progress_bar=False,
                config=private_sockets(sockets),
                extra_arguments=QUIET,
            )
        except papermill.PapermillExecutionError as error:
            _write_tidied(output)
            problem = f"{error.ename}: {error.evalue}"
            raise NotebookFailed(notebook=notebook.name, problem=problem) from None
    return _write_tidied(output)


def _write_tidied(output: Path) -> NotebookNode:
    executed = tidy(nbformat.read(output, as_version=4))
    write_text(output, nbformat.writes(executed, indent=1) + "\n")
    return executed


def private_sockets(folder: str) -> Config:
    """Let a kernel talk through sockets in a folder of its own: ports would be open to the machine."""
    return Config({"KernelManager": {"transport": "ipc", "ip": f"{folder}/kernel"}})


def tidy(notebook: NotebookNode) -> NotebookNode:
    """Drop clocks, paths of this machine and random ids, so that the same run gives the same notebook."""
    told = notebook.metadata.pop("papermill", {})
    notebook.metadata["papermill"] = {"parameters": told.get("parameters", {})}
    for cell in notebook.cells:
        for noise in ("papermill", "execution"):
            cell.metadata.pop(noise, None)
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell["id"] = "injected-parameters"
    scrub(notebook)
    return notebook
