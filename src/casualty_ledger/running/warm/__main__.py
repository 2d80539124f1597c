"""The warm process, started by `WarmPool`: take the settings, make everything ready, serve."""

import sys
from multiprocessing.connection import Connection

from casualty_ledger.running.warm.jobs import Settings
from casualty_ledger.running.warm.kernel import make_kernel
from casualty_ledger.running.warm.parent import Supervisor
from casualty_ledger.running.warm.preload import preload


def main(descriptor: int) -> None:
    """Serve the caller at the other end of `descriptor`."""
    caller: Connection = Connection(descriptor)
    settings: Settings = caller.recv()
    # The kernel comes first: matplotlib's inline backend hooks into the shell that it finds.
    kernel = make_kernel()
    preload(settings.preload, settings.prepare)
    Supervisor(caller, kernel, settings.environment).serve(settings.workers)


main(int(sys.argv[1]))
