"""The caller's end of the warm process: jobs go out, outcomes come in as they are done."""

from __future__ import annotations

import contextlib
import itertools
import pickle
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import Future
from dataclasses import replace
from multiprocessing import Pipe

from papermill_warm.errors import EngineFailed
from papermill_warm.jobs import Job, Outcome, Settings
from papermill_warm.preload import WARMING

PATIENCE = 10.0
# The caller's folder is no place to import from, or to find settings in, while the process makes itself
# ready.
START = """
import os, sys
sys.path = [place for place in sys.path if place]
os.chdir(os.sep)
from papermill_warm.start import serve
serve(int(sys.argv[1]))
"""


class WarmProcess:
    """One warm process and the jobs it has in hand."""

    def __init__(self, settings: Settings) -> None:
        """Start it; it makes itself ready while the caller goes on."""
        self._connection, theirs = Pipe()
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._complaints,
            env={**settings.environment, **WARMING},
            start_new_session=True,  # Ctrl-C is the caller's to deal with.
        )
        theirs.close()
        self._numbers = itertools.count()
        self._in_hand: dict[int, tuple[Job, Future[Outcome]]] = {}
        self._lock = threading.Lock()
        # Apart from the lock of what is in hand: whoever waits to send must not keep answers from being read.
        self._sending = threading.Lock()
        self._ended = False
        self._connection.send(settings)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def lives(self) -> bool:
        """Whether it can still take jobs."""
        return not self._ended

    def submit(self, job: Job) -> Future[Outcome]:
        """Hand over a job; its future holds the outcome or fails, see `WarmPool.submit`."""
        future: Future[Outcome] = Future()
        future.set_running_or_notify_cancel()
        with self._lock:
            number = next(self._numbers)
            self._in_hand[number] = (job, future)
        self._send((number, job))
        if self._ended:
            self._give_up()
        return future

    def close(self) -> None:
        """End it, with whatever it still runs."""
        self._send(None)
        self._reader.join(PATIENCE)
        self._process.kill()
        self._process.wait()
        # What the process had in hand fails before its complaints are gone.
        self._reader.join(PATIENCE)
        self._give_up()
        self._connection.close()
        self._complaints.close()

    def _send(self, message: tuple[int, Job] | None) -> None:
        with self._sending, contextlib.suppress(OSError):
            self._connection.send(message)

    def _read(self) -> None:
        with contextlib.suppress(EOFError, OSError):
            while True:
                number, result, seconds, peak = self._connection.recv()
                with self._lock:
                    job, future = self._in_hand.pop(number)
                _settle(future, result, Outcome(job.output, seconds, peak))
        self._process.wait()
        self._give_up()

    def _give_up(self) -> None:
        """Fail what is still in hand: nobody will answer for it."""
        with self._lock:
            self._ended = True
            lost, self._in_hand = list(self._in_hand.values()), {}
        said = f"the warm engine ended{self._last_words()}" if lost else ""
        for _, future in lost:
            future.set_exception(EngineFailed(said))

    def _last_words(self) -> str:
        if self._complaints.closed:
            return ""
        self._complaints.seek(0)
        lines = self._complaints.read().decode(errors="replace").strip().splitlines()
        return f": {lines[-1]}" if lines else ""


def _settle(future: Future[Outcome], packed: bytes, outcome: Outcome) -> None:
    """Give a future what the process of its job left."""
    try:
        result = pickle.loads(packed)
    except Exception as error:
        result = error
    if isinstance(result, Exception):
        future.set_exception(result)
    else:
        failures, returned = result
        future.set_result(replace(outcome, failures=failures, returned=returned))
