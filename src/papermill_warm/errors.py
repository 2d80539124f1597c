"""How a notebook can end badly without a cell that raised: in nbclient's own kinds, as one sentence.

A cell that raised is a `papermill.PapermillExecutionError`, a notebook that cannot be written an `OSError`.
"""

from __future__ import annotations

from nbclient.exceptions import CellTimeoutError, DeadKernelError


class KernelDied(DeadKernelError):
    """The process of a notebook ended before its cells did; `cell` is the index of the one it was in."""

    def __init__(self, sentence: str, cell: int | None = None) -> None:
        """Say where and how; no cell, if all had ended."""
        super().__init__(sentence)
        self.cell = cell


class CellTimedOut(CellTimeoutError):
    """A cell took longer than it may; `cell` is its index."""

    def __init__(self, sentence: str, cell: int | None = None) -> None:
        """Say which cell, and what it may take."""
        super().__init__(sentence)
        self.cell = cell


class EngineFailed(RuntimeError):
    """The engine itself could not run a notebook; the sentence says why."""
