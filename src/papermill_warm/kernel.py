"""ipykernel's own kernel and shell, without sockets: cells go in by a call, messages out into a record."""

from __future__ import annotations

import asyncio
import os
from functools import partial
from typing import Any, NoReturn

from nbformat import NotebookNode

from papermill_warm.cells import may_fail, runs
from papermill_warm.internals import SocketlessKernel, make_socketless
from papermill_warm.record import RecordingSession, Reply
from papermill_warm.shared import NEEDS_CLIENT, Progress, SharedBytes
from papermill_warm.streams import open_streams


class WarmKernel(SocketlessKernel):
    """An IPython kernel that is made once and runs one notebook in each process forked from it."""

    session: RecordingSession

    def run(self, notebook: NotebookNode, record: SharedBytes, progress: Progress) -> None:
        """Run the cells in order into `record`, up to the first that fails."""
        self.session.record = record
        self.session.needs_client = partial(_leave_to_client, progress)
        self._stdout, self._stderr = open_streams(self.session)
        asyncio.set_event_loop(loop := asyncio.new_event_loop())
        loop.run_until_complete(self._run_cells(notebook, progress))
        self.session.record = None

    async def _run_cells(self, notebook: NotebookNode, progress: Progress) -> None:
        for index, cell in enumerate(notebook.cells):
            if not runs(cell):
                continue
            progress.enter(index)
            if self.shell.exit_now:
                os._exit(0)  # A kernel that was told to exit is not there for the next cell.
            reply = await self._run_cell(index, cell.source)
            if reply["status"] == "error" and not may_fail(cell):
                return

    async def _run_cell(self, index: int, source: str) -> Reply:
        content = {"code": source, "silent": False, "store_history": True, "allow_stdin": False}
        request: dict[str, Any] = self.session.msg("execute_request", {**content, "stop_on_error": False})
        request["header"]["msg_id"] = str(index)
        self.session.reply = None
        try:
            await self.answer(request)
        except SystemExit as left:  # raised outside the cell's code, as by a hook: it ends a kernel
            os._exit(left.code if isinstance(left.code, int) else bool(left.code))
        # Tasks that the cell left behind get their turn before the next cell.
        await asyncio.sleep(0)
        if self.session.reply is None:
            os._exit(os.EX_SOFTWARE)  # A client of a kernel that does not answer would wait for ever.
        return self.session.reply


def _leave_to_client(progress: Progress) -> NoReturn:
    """End this process: the notebook is to run again, with a kernel whose client answers."""
    progress.enter(NEEDS_CLIENT)
    os._exit(0)


def make_kernel() -> WarmKernel:
    """Make the kernel of this process."""
    kernel: WarmKernel = make_socketless(WarmKernel, RecordingSession())
    return kernel
