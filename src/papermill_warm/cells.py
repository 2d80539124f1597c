"""The cells of a notebook: which of them run, which may fail, which did, and how they are numbered."""

from __future__ import annotations

from nbformat import NotebookNode

SKIP, RAISES = "skip-execution", "raises-exception"


def runs(cell: NotebookNode) -> bool:
    """Tell whether a cell is run at all."""
    return bool(cell.cell_type == "code" and cell.source.strip() and SKIP not in _tags(cell))


def may_fail(cell: NotebookNode) -> bool:
    """Tell whether the cells after this one run even if it fails."""
    return RAISES in _tags(cell)


def number_of(notebook: NotebookNode, index: int) -> int:
    """Return the number that the cell of this index has when it runs, as in `In [3]`."""
    return sum(runs(cell) for cell in notebook.cells[: index + 1])


def mark_failed(cell: NotebookNode) -> None:
    """Mark a cell as papermill marks one that failed, whatever it shows."""
    cell.metadata.setdefault("papermill", NotebookNode())["exception"] = True


def take_mark(cell: NotebookNode) -> bool:
    """Take the mark of failure from a cell; tell whether it had one."""
    return bool(cell.metadata.get("papermill", {}).pop("exception", False))


def _tags(cell: NotebookNode) -> list[str]:
    tags: list[str] = cell.metadata.get("tags", [])
    return tags
