"""The warm engine: notebooks run in processes forked from one that has the imports ready.

How it works. A *pool* (`pool`, `handle`) starts one warm process and sends it jobs. The *warm process*
(`parent`) has one thread; it imports and draws once (`preload`), makes an IPython kernel without sockets
(`kernel`, `streams`), and forks a *child* for each job (`child`). The child runs the cells; what the
kernel says goes into a *record* in memory that outlives it (`record`, `shared`). From the record the
notebook is *assembled* by nbclient's rules (`assembling`), parameterized and marked by papermill's
(`parameterizing`), and written whole. If the child dies, the warm process forks another to do the same
with what the record holds by then.

What this kernel does not do is left to a standard one (`plain`). papermill knows it all as an engine
(`engine`): `papermill --engine warm in.ipynb out.ipynb`.
"""

from casualty_ledger.running.warm.jobs import Job, Outcome
from casualty_ledger.running.warm.pool import WarmPool

__all__ = ["Job", "Outcome", "WarmPool"]
