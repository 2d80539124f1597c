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
    # The kernel comes first: matplotlib's inline backend hooks into the shell that it finds.
    kernel = make_kernel()
    preload(settings.preload, settings.prepare)
    Supervisor(caller, kernel, settings.environment).serve(settings.workers)
