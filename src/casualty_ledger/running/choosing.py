"""The choice of who runs orders: this machine, or a cluster of Dask."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from casualty_ledger.errors import NoDask, UnknownCluster
from casualty_ledger.project import Project
from casualty_ledger.running.executor import Executor, Local


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
