"""Notebooks run in processes forked from one that has the imports ready; see README.md beside this file.

How it works. A *pool* (`pool`, `process`) starts one warm process and sends it jobs. The *warm process*
(`start`, `supervisor`) has one thread; it imports once (`preload`), makes an IPython kernel without sockets
(`kernel`, `streams`, on the parts of ipykernel gathered in `internals`), and forks a *child* for each job
(`child`). The child runs the cells; what the kernel says goes into a *record* in memory that outlives it
(`record`, `shared`). From the record the notebook is *assembled* by nbclient's rules (`assembling`),
parameterized and marked by papermill's (`parameterizing`), and written whole. If the child dies, the warm
process forks another to do the same with what the record holds by then.

What this kernel does not do is left to a standard one (`plain`). papermill knows it all as an engine
(`engine`): `papermill --engine warm in.ipynb out.ipynb`.
"""

from papermill_warm.errors import CellTimedOut, EngineFailed, KernelDied
from papermill_warm.jobs import Failure, Job, Outcome
from papermill_warm.pool import WarmPool

__all__ = ["CellTimedOut", "EngineFailed", "Failure", "Job", "KernelDied", "Outcome", "WarmPool"]
