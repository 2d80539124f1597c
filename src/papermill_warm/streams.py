"""Standard output and error of a notebook: text that is printed, and bytes that subprocesses write.

ipykernel's streams publish from a thread of their own. These publish where they are written to, so that
the process that is forked has one thread and what a cell wrote is in its cell when it ends.
"""

from __future__ import annotations

import codecs
import os
import select
import sys
import threading
from collections.abc import Iterable

from papermill_warm.internals import ThreadlessStream
from papermill_warm.record import RecordingSession

CHUNK = 1 << 16
_publishing = threading.RLock()


def _renew_lock() -> None:
    # A process that the notebook forks may begin while another thread of it publishes.
    global _publishing
    _publishing = threading.RLock()


os.register_at_fork(after_in_child=_renew_lock)


class Stream(ThreadlessStream):
    """`sys.stdout` or `sys.stderr` of a notebook."""

    publishing = staticmethod(lambda: _publishing)

    def __init__(self, session: RecordingSession, name: str) -> None:
        """Take the place of the stream of this name, and of its descriptor."""
        super().__init__(session, name)
        self._pipe, end = os.pipe()
        os.set_blocking(self._pipe, False)
        os.dup2(end, self.own_descriptor())
        os.close(end)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def write(self, string: str) -> int:
        """Write text, after what subprocesses wrote before it."""
        self.take()
        super().write(string)
        return len(string)

    def flush(self) -> None:
        """Publish everything written so far."""
        self.take()
        super().flush()

    def take(self) -> None:
        """Take over what has come through the descriptor. Nothing is under way when this returns."""
        if not self.is_of_notebook:
            return
        with _publishing:
            try:
                while came := os.read(self._pipe, CHUNK):
                    super().write(self._decode(came))
            except BlockingIOError:
                return


def open_streams(session: RecordingSession) -> tuple[Stream, Stream]:
    """Put both streams in the place of the process's own."""
    streams = Stream(session, "stdout"), Stream(session, "stderr")
    sys.stdout, sys.stderr = streams
    threading.Thread(target=_watch, args=(streams,), daemon=True).start()
    return streams


def _watch(streams: Iterable[Stream]) -> None:
    """Keep the pipes from filling up, or whoever writes into them would wait for ever."""
    poll = select.poll()
    ends = {stream._pipe: stream for stream in streams}
    for end in ends:
        poll.register(end, select.POLLIN)
    while True:
        for end, event in poll.poll():
            ends[end].take()
            if not event & select.POLLIN:  # The notebook has closed the other end.
                poll.unregister(end)
