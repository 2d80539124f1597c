"""The choice of who runs orders: this machine, or a cluster of Dask."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.project import Project
from casualty_ledger.running.executor import Executor, Local


class NoDask(CasualtyLedgerError):
    """A cluster is asked for where Dask is not installed."""

    template = (
        "A cluster needs Dask, which is not installed here. "
        "Install it: .venv/bin/uv pip install --python .venv/bin/python -e '.[cluster]' -c requirements.lock"
    )


class UnknownCluster(CasualtyLedgerError):
    """A kind of cluster that cannot be started from here."""

    template = "--cluster {found!r} is not known. Write local, or name a running scheduler with --scheduler."


def choose_executor(
    *, workers: int = 0, scheduler: str = "", cluster: str = ""
) -> Callable[[Project], Executor]:
    """Return what starts the executor that is asked for: this machine, or a cluster of Dask.

    Errors: UnknownCluster, NoDask; once started, ClusterUnreachable.
    """
    if not scheduler and not cluster:
        return lambda project: Local(project, workers)
    if cluster not in ("", "local"):
        raise UnknownCluster(found=cluster)
    if find_spec("distributed") is None:
        raise NoDask
    from casualty_ledger.running.cluster import Cluster

    return lambda project: Cluster(project, scheduler, workers)
