"""The start of the warm process: take the settings, make everything ready, serve."""

from __future__ import annotations

import warnings
from multiprocessing.connection import Connection

from papermill_warm.internals import find_breaks
from papermill_warm.jobs import Settings
from papermill_warm.kernel import make_kernel


def serve(descriptor: int) -> None:
    """Serve the caller at the other end of `descriptor` until it is done."""
    caller: Connection = Connection(descriptor)
    settings: Settings = caller.recv()
    if breaks := find_breaks():
        raise RuntimeError(" ".join(breaks))
    # The kernel comes first, and its shell is in sight: pandas looks for it when imported.
    kernel = make_kernel()
    # A notebook begins with the warning filters of a fresh kernel, not with those of what is imported here.
    with kernel.shell.builtin_trap, warnings.catch_warnings():
        from papermill_warm.preload import preload
        from papermill_warm.supervisor import Supervisor

        preload(settings.preload, settings.prepare)
    Supervisor(caller, kernel, settings.environment).serve(settings.workers)
