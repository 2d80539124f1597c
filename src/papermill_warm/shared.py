"""Memory that a run shares with its supervisor: what was said and where it stands survive its death."""

from __future__ import annotations

import mmap
import os
import struct
import time

# Where a run stands, in place of the index of a cell: its cells have ended, it has ended, or it cannot go
# on, since what a cell made wants to be answered while it runs.
WRITING, DONE, NEEDS_CLIENT = -1, -2, -3


class SharedBytes:
    """Bytes that one process appends and another reads, even after the first was killed."""

    def __init__(self) -> None:
        """Open an empty one."""
        self._descriptor = os.memfd_create("notebook")

    def append(self, content: bytes) -> None:
        """Append bytes; processes forked from the writer append to the same end."""
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]

    def read(self) -> bytes:
        """Return everything appended so far."""
        return os.pread(self._descriptor, os.fstat(self._descriptor).st_size, 0)

    def close(self) -> None:
        """Let go of the memory; other processes keep theirs."""
        os.close(self._descriptor)


class Progress:
    """Which cell a run is in, and until when it may take."""

    _LAYOUT = struct.Struct("qd")

    def __init__(self, patience: float) -> None:
        """Begin before the first cell; each cell may take `patience` seconds."""
        self._memory = mmap.mmap(-1, self._LAYOUT.size)
        self._patience = patience
        self.enter(0)

    def enter(self, cell: int, *, seconds: float | None = None) -> None:
        """Note that the cell of this index begins now, and may take `seconds` instead of its usual time."""
        allowed = self._patience if seconds is None else seconds
        self._LAYOUT.pack_into(self._memory, 0, cell, time.monotonic() + allowed)

    @property
    def cell(self) -> int:
        """The index of the cell that runs; or WRITING, DONE or NEEDS_CLIENT."""
        return int(self._LAYOUT.unpack_from(self._memory)[0])

    @property
    def deadline(self) -> float:
        """Until when it may take, on the monotonic clock."""
        return float(self._LAYOUT.unpack_from(self._memory)[1])
