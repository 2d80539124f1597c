"""What this package uses of ipykernel that ipykernel does not promise to keep, gathered in one place.

No other module imports ipykernel. `find_breaks` says which of it a version lacks, and what for.
"""

from __future__ import annotations

import inspect
import logging
import os
import sys
import threading
from collections.abc import Callable
from pkgutil import resolve_name
from types import SimpleNamespace
from typing import Any

import ipykernel
import ipykernel.debugger
import ipykernel_launcher
import zmq
from ipykernel.iostream import IOPubThread, OutStream
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from ipykernel.zmqshell import ZMQInteractiveShell
from jupyter_client.session import Session
from tornado.ioloop import IOLoop
from traitlets.config import Config

# Where a notebook finds itself told as the program that runs it.
LAUNCHER = ipykernel_launcher.__file__

# What is used, with the parameters that it is given, and what for.
USED: dict[str, tuple[tuple[str, ...], str]] = {
    "ipykernel.debugger:_is_debugpy_available": ((), "to leave out the debugger, which opens a socket"),
    "ipykernel.ipkernel:IPythonKernel.dispatch_shell": (("msg",), "to hand a cell to the kernel"),
    "ipykernel.ipkernel:IPythonKernel._supports_kernel_subshells": ((), "to have no threads for subshells"),
    "ipykernel.ipkernel:IPythonKernel.shell_channel_thread": ((), "to have no thread for its channel"),
    "ipykernel.ipkernel:IPythonKernel._execute_sleep": ((), "to answer without a pause"),
    "ipykernel.zmqshell:ZMQInteractiveShell.init_environment": ((), "to set up a notebook's environment"),
    "ipykernel.zmqshell:ZMQInteractiveShell.exit_now": ((), "to notice a notebook that exits"),
    "ipykernel.iostream:IOPubThread.schedule": (("f",), "to publish where a notebook prints"),
    "ipykernel.iostream:OutStream": (("session", "pub_thread", "name", "watchfd"), "to open streams"),
    "ipykernel.iostream:OutStream._flush": ((), "to publish what a notebook prints"),
    "ipykernel.iostream:OutStream._is_master_process": ((), "to tell a notebook from processes it starts"),
    "ipykernel.iostream:OutStream._setup_stream_redirects": ((), "to know that it keeps a descriptor"),
    "ipykernel.kernelapp:IPKernelApp.init_pdb": ((), "to set up the debugger of IPython"),
    "ipykernel.kernelapp:IPKernelApp.init_path": ((), "to let a notebook import from its folder"),
    "ipykernel.kernelapp:IPKernelApp.init_gui_pylab": ((), "to have pictures in the notebook"),
    "ipykernel.kernelapp:IPKernelApp.init_extensions": ((), "to load IPython's own extensions"),
    "ipykernel.kernelapp:IPKernelApp.patch_io": ((), "to let faulthandler write past the notebook"),
    "ipykernel.kernelapp:IPKernelApp.init_signal": ((), "to ignore interrupts between cells"),
    "ipykernel.kernelapp:IPKernelApp.load_config_file": ((), "to shut out a user's configuration"),
    "ipykernel.kernelapp:IPKernelApp._run_startup_files": ((), "to shut out a user's start-up files"),
}


def find_breaks() -> list[str]:
    """Say in a sentence each what the installed ipykernel lacks of what is used of it."""
    return [
        f"ipykernel {ipykernel.__version__} lacks {name.partition(':')[2]}{missing}, "
        f"which papermill_warm uses {purpose}; see papermill_warm/internals.py."
        for name, (parameters, purpose) in USED.items()
        if (missing := _missing(name, parameters)) is not None
    ]


def _missing(name: str, parameters: tuple[str, ...]) -> str | None:
    """Say what is missing of a part of ipykernel: all of it, or a parameter; nothing if it is as expected."""
    try:
        part: Any = resolve_name(name)
    except (ImportError, AttributeError):
        return ""
    wanted = set(parameters) - set(inspect.signature(part).parameters) if parameters else set()
    return f" with {', '.join(sorted(wanted))}" if wanted else None


class SocketlessKernel(IPythonKernel):
    """An IPython kernel that is handed its requests by a call, and starts no thread."""

    # What the kernel asks of its channel threads, of which there are none.
    shell_channel_thread = SimpleNamespace(parent_thread=threading.main_thread())
    _supports_kernel_subshells = False
    session: Session
    shell: ZMQInteractiveShell

    async def answer(self, request: dict[str, Any]) -> None:
        """Answer a request; the answer goes through the session."""
        self.io_loop = IOLoop.current()
        await self.dispatch_shell([zmq.Message(part) for part in self.session.serialize(request)])


def make_socketless(kind: type[SocketlessKernel], session: Session) -> Any:
    """Make the kernel of this process, set up as ipykernel's application sets up its own.

    It reads no configuration and no start-up file.
    """
    sys.argv = [LAUNCHER]
    # The debugger would open a socket and trace every line.
    ipykernel.debugger._is_debugpy_available = False
    config = Config(
        {
            "HistoryManager": {"hist_file": ":memory:"},
            "IPKernelApp": {"log_level": logging.CRITICAL},
            "IPythonKernel": {"_execute_sleep": 0.0},
        }
    )
    application: Any = IPKernelApp.instance(config=config)
    log = logging.getLogger(__name__)
    log.propagate = False  # A notebook that sets up logging hears of its own events only.
    log.addHandler(logging.NullHandler())
    kernel = kind.instance(session=session, config=config, user_ns=None, log=log)
    application.kernel, application.shell = kernel, kernel.shell
    for prepare in ("pdb", "path", "gui_pylab", "extensions"):
        getattr(application, f"init_{prepare}")()
    application.patch_io()
    application.init_signal()
    return kernel


class _Inline(IOPubThread):
    """Does at once what ipykernel hands to its publishing thread, and in time what it would delay."""

    thread: Any = None
    io_loop: Any

    def __init__(self) -> None:
        self.io_loop = self

    def schedule(self, f: Callable[[], None]) -> None:
        f()

    def call_later(self, delay: float, f: Callable[[], None]) -> None:
        timer = threading.Timer(delay, f)
        timer.daemon = True
        timer.start()


class ThreadlessStream(OutStream):
    """A notebook's stream that publishes where it is written to, under a lock of its own kind."""

    publishing: Any  # the lock, which whoever inherits provides

    def __init__(self, session: Session, name: str) -> None:
        """Take the place of the stream of this name."""
        super().__init__(session, _Inline(), name, watchfd=False)
        # A file that is asked for its descriptor must not answer with the one that is captured.
        self._original_stdstream_copy = os.dup(self.own_descriptor())

    def own_descriptor(self) -> int:
        """Return the descriptor that the process has for this stream."""
        descriptor: int = getattr(sys, f"__{self.name}__").fileno()
        return descriptor

    @property
    def is_of_notebook(self) -> bool:
        """Whether this is the notebook's process, not one that it started."""
        return bool(self._is_master_process())

    def _flush(self) -> None:
        with self.publishing():
            super()._flush()


class UnconfiguredKernel(IPKernelApp):
    """A standard kernel that reads no configuration and no start-up file of a user."""

    def load_config_file(self, *arguments: Any, **options: Any) -> None:
        """Read none."""

    def _run_startup_files(self) -> None:
        """Run none."""
