"""The cells of a notebook: which of them run, which may fail, and how they are numbered."""

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


def _tags(cell: NotebookNode) -> list[str]:
    tags: list[str] = cell.metadata.get("tags", [])
    return tags
