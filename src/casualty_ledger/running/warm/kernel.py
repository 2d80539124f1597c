"""ipykernel's own kernel and shell, without sockets: cells go in by a call, messages out into a record."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import threading
from types import SimpleNamespace
from typing import Any

import ipykernel.debugger
import ipykernel_launcher
import zmq
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from ipykernel.zmqshell import ZMQInteractiveShell
from nbformat import NotebookNode
from tornado.ioloop import IOLoop
from traitlets.config import Config

from casualty_ledger.running.warm.cells import may_fail, runs
from casualty_ledger.running.warm.record import RecordingSession
from casualty_ledger.running.warm.shared import Progress, SharedBytes
from casualty_ledger.running.warm.streams import open_streams


class WarmKernel(IPythonKernel):
    """An IPython kernel that is made once and runs one notebook in each process forked from it."""

    # What the kernel asks of its channel threads, of which there are none.
    shell_channel_thread = SimpleNamespace(parent_thread=threading.main_thread())
    _supports_kernel_subshells = False
    session: RecordingSession
    shell: ZMQInteractiveShell

    def run(self, notebook: NotebookNode, record: SharedBytes, progress: Progress) -> None:
        """Run the cells in order into `record`, up to the first that fails."""
        self.session.record = record
        self._stdout, self._stderr = open_streams(self.session)
        asyncio.set_event_loop(loop := asyncio.new_event_loop())
        loop.run_until_complete(self._run_cells(notebook, progress))
        self.session.record = None

    async def _run_cells(self, notebook: NotebookNode, progress: Progress) -> None:
        self.io_loop = IOLoop.current()
        for index, cell in enumerate(notebook.cells):
            if not runs(cell):
                continue
            progress.enter(index)
            if self.shell.exit_now:
                os._exit(0)  # A kernel that was told to exit is not there for the next cell.
            await self._run_cell(index, cell.source)
            if self.session.reply["status"] == "error" and not may_fail(cell):
                return

    async def _run_cell(self, index: int, source: str) -> None:
        content = {"code": source, "silent": False, "store_history": True, "allow_stdin": False}
        request = self.session.msg("execute_request", {**content, "stop_on_error": False})
        request["header"]["msg_id"] = str(index)
        await self.dispatch_shell([zmq.Message(part) for part in self.session.serialize(request)])
        # Tasks that the cell left behind get their turn before the next cell.
        await asyncio.sleep(0)


def make_kernel() -> WarmKernel:
    """Make the kernel of this process, set up as ipykernel's application sets up its own."""
    sys.argv = [ipykernel_launcher.__file__]
    # The debugger would open a socket and trace every line.
    ipykernel.debugger._is_debugpy_available = False
    config = Config(
        {
            "HistoryManager": {"hist_file": ":memory:"},
            "IPKernelApp": {"log_level": logging.CRITICAL},
            "WarmKernel": {"_execute_sleep": 0.0},
        }
    )
    application: Any = IPKernelApp.instance(config=config)
    log = logging.getLogger(__name__)
    kernel = WarmKernel.instance(session=RecordingSession(), config=config, user_ns=None, log=log)
    application.kernel, application.shell = kernel, kernel.shell
    for prepare in ("pdb", "path", "gui_pylab", "extensions"):
        getattr(application, f"init_{prepare}")()
    application.patch_io()
    application.init_signal()
    return kernel
