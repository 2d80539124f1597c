"""The start of the warm process: take the settings, make everything ready, serve."""

from __future__ import annotations

from multiprocessing.connection import Connection

from casualty_ledger.running.warm.jobs import Settings
from casualty_ledger.running.warm.kernel import make_kernel
from casualty_ledger.running.warm.parent import Supervisor
from casualty_ledger.running.warm.preload import preload


def serve(descriptor: int) -> None:
    """Serve the caller at the other end of `descriptor` until it is done."""
    caller: Connection = Connection(descriptor)
    settings: Settings = caller.recv()
    # The kernel comes first, and its shell is in sight: pandas and matplotlib look for it when imported.
    kernel = make_kernel()
    with kernel.shell.builtin_trap:
        preload(settings.preload, settings.prepare)
    Supervisor(caller, kernel, settings.environment).serve(settings.workers)
