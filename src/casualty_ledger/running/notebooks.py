"""Notebooks: found by number, name or path, and made the same by the same run."""

from __future__ import annotations

from pathlib import Path

from nbformat import NotebookNode

from casualty_ledger.project import Project
from casualty_ledger.running.notebook_errors import NoSuchNotebook
from casualty_ledger.running.scrubbing import scrub


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
