"""The program of a standard kernel that a pool starts: `python -m papermill_warm.plain_kernel FOLDER -f …`.

It differs from ipykernel's own in what it does not read: a user's configuration of IPython, start-up
files, and settings of matplotlib that lie in the folder of the notebook.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path


def main() -> None:
    """Serve as a kernel in the folder that is given first; the other arguments are ipykernel's."""
    # As ipykernel's own program does: the folder comes back once everything is imported.
    if sys.path[0] in ("", str(Path.cwd())):
        del sys.path[0]
    folder, *arguments = sys.argv[1:]
    from papermill_warm.internals import LAUNCHER, UnconfiguredKernel

    with contextlib.suppress(ImportError):
        import matplotlib  # noqa: F401  It looks for its settings where it is imported.
    os.chdir(folder)
    sys.argv = [LAUNCHER, *arguments]
    UnconfiguredKernel.launch_instance()


if __name__ == "__main__":
    main()
