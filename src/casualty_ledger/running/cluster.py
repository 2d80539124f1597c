"""A cluster of Dask: the same orders, run by its workers; what they make comes back as bytes.

A worker of Dask has threads and must not fork, so each has a warm process of its own (see `engine`), which
ends with it. The inputs travel once, as a task of their own: a worker that joins or comes back gets them
from another, or has them made again by the scheduler. A worker that dies has its orders given to others.
"""

from __future__ import annotations

import atexit
import os
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import dask
from distributed import CancelledError, Client, Future, LocalCluster, get_worker
from distributed.scheduler import KilledWorker

from casualty_ledger.errors import CasualtyLedgerError, NotebookFailed
from casualty_ledger.loaded_code import check_code
from casualty_ledger.project import Project
from casualty_ledger.running.engine import make_job, open_pool, run_job
from casualty_ledger.running.orders import Order
from casualty_ledger.running.parcel import Parcel, describe_software
from casualty_ledger.whole_files import write_bytes
from papermill_warm import WarmPool

PATIENCE = 30


class ClusterUnreachable(CasualtyLedgerError):
    """A scheduler that does not answer, or has no worker."""

    template = "The scheduler {address} cannot be used: {problem}. Start it, and its workers, and try again."


class Ran(NamedTuple):
    """What became of an order: files by their paths in the result, and what stopped the notebook."""

    files: dict[str, bytes]
    failure: NotebookFailed | None


class Cluster:
    """The workers of a scheduler; without an address, one started on this machine."""

    def __init__(self, project: Project, address: str = "", workers: int = 0) -> None:
        """Connect and send the inputs.

        Errors: ClusterUnreachable.
        """
        self._own = None if address else _start_here(workers)
        self._address = self._own.scheduler_address if self._own else address
        self._client = self._connect()
        # Some orders wait at the scheduler, so that no worker waits for the next, and more may join.
        self.in_hand = max(64, 2 * sum(self._client.nthreads().values()))
        parcel = Parcel.of(project)
        self._inputs = self._client.submit(_hold, parcel, key=f"inputs-{parcel.name}")

    def _connect(self) -> Client:
        try:
            # Workers on this machine can be asked for what they made; others may stand behind the scheduler.
            direct = self._own is not None
            client = Client(self._address, timeout=PATIENCE, set_as_default=False, direct_to_workers=direct)
            client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, TimeoutError, ValueError) as error:
            problem = str(error).strip().splitlines()[0].rstrip(".")
            raise self._unreachable(problem) from None
        return client

    def _unreachable(self, problem: str) -> ClusterUnreachable:
        return ClusterUnreachable(address=self._address, problem=problem)

    def run(self, order: Order, folder: Path) -> None:
        """Run one order; see `Executor`."""
        ran = self._wait_for(self._client.submit(run_order, self._inputs, order, pure=False), order)
        for name, content in ran.files.items():
            write_bytes(folder / name, content)
        if ran.failure:
            raise ran.failure

    def _wait_for(self, future: Future, order: Order) -> Ran:
        try:
            ran: Ran = future.result()
        except KilledWorker:
            problem = "every worker that took it died"
            raise NotebookFailed(notebook=order.notebook, problem=problem, cell=None) from None
        except (CancelledError, OSError, TimeoutError):
            raise self._unreachable("the connection was lost") from None
        except (ImportError, AttributeError) as error:
            raise self._unreachable(f"its workers lack this package ({error})") from None
        return ran

    def close(self) -> None:
        """Leave the scheduler; end it where it was started here."""
        self._client.close()
        if self._own:
            self._own.close()


def _start_here(workers: int) -> Any:
    count = workers or os.cpu_count()
    # Workers look at their own threads a hundred times a second, which nobody here asks for.
    with dask.config.set({"distributed.worker.profile.enabled": False}):
        return LocalCluster(n_workers=count, threads_per_worker=1, dashboard_address=None)


def _hold(parcel: Parcel) -> Parcel:
    return parcel


@dataclass(frozen=True)
class Workshop:
    """What a worker keeps between orders: the inputs, unpacked, and a warm process."""

    project: Project
    pool: WarmPool
    folder: Any


_workshops: dict[str, Workshop] = {}
_opening = threading.Lock()


def run_order(parcel: Parcel, order: Order) -> Ran:
    """Run one order on a worker and return what it makes. Errors: ClusterUnreachable, CodeChanged."""
    workshop = _open_workshop(parcel)
    with tempfile.TemporaryDirectory(dir=workshop.folder.name) as name:
        folder = Path(name)
        failure = None
        try:
            run_job(workshop.pool, make_job(workshop.project, order, folder))
            check_code()
        except NotebookFailed as error:
            failure = error
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return Ran({path.relative_to(folder).as_posix(): path.read_bytes() for path in files}, failure)


def _open_workshop(parcel: Parcel) -> Workshop:
    with _opening:
        if parcel.name not in _workshops:
            for former in list(_workshops):
                _close(former)
            worker = get_worker()
            check_software(worker.address, describe_software(), parcel.software)
            folder = tempfile.TemporaryDirectory(dir=worker.local_directory)
            project = parcel.unpack(Path(folder.name) / "project")
            pool = open_pool(project, worker.state.nthreads)
            _workshops[parcel.name] = Workshop(project, pool, folder)
        return _workshops[parcel.name]


def check_software(worker: str, here: dict[str, str], wanted: dict[str, str]) -> None:
    """Refuse to run on a worker whose software would make other bytes than that of whoever asks.

    Errors: ClusterUnreachable.
    """
    differing = [name for name in wanted if here.get(name) != wanted[name]]
    if differing:
        other = "; ".join(f"{name} {here.get(name)}, not {wanted[name]}" for name in differing)
        raise ClusterUnreachable(address=worker, problem=f"it has {other}")


def _close(name: str) -> None:
    workshop = _workshops.pop(name)
    workshop.pool.close(wait_for_jobs=False)
    workshop.folder.cleanup()


@atexit.register
def _close_all() -> None:
    for name in list(_workshops):
        _close(name)
