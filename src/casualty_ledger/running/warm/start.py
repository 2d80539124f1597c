"""The start of the warm process: take the settings, make everything ready, serve."""

from __future__ import annotations

import warnings
from multiprocessing.connection import Connection

from casualty_ledger.running.warm.jobs import Settings
from casualty_ledger.running.warm.kernel import make_kernel


def serve(descriptor: int) -> None:
    """Serve the caller at the other end of `descriptor` until it is done."""
    caller: Connection = Connection(descriptor)
    settings: Settings = caller.recv()
    # The kernel comes first, and its shell is in sight: pandas looks for it when imported.
    kernel = make_kernel()
    # A notebook begins with the warning filters of a fresh kernel, not with those of what is imported here.
    with kernel.shell.builtin_trap, warnings.catch_warnings():
        from casualty_ledger.running.warm.parent import Supervisor
        from casualty_ledger.running.warm.preload import preload

        preload(settings.preload, settings.prepare)
    Supervisor(caller, kernel, settings.environment).serve(settings.workers)
