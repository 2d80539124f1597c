"""What configures a standard kernel besides the notebook, so that papermill's engine is left to obey it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

FILES = ("ipython_config.py", "ipython_config.json", "ipython_kernel_config.py", "ipython_kernel_config.json")
STARTUP = ("startup/*.py", "startup/*.ipy")
# What Python, its libraries of numbers and matplotlib read once, when they start.
AT_START = ("HOME", "LANG", "LANGUAGE", "LD_LIBRARY_PATH", "PATH", "TZ")
AT_START_PREFIXES = ("ARROW_", "LC_", "MKL_", "MPL", "OMP_", "OPENBLAS_", "PYTHON", "XDG_")


def configured() -> bool:
    """Tell whether a kernel that this process starts in its folder would read a file of the user's."""
    startup = os.environ.get("PYTHONSTARTUP")
    return bool(startup and Path(startup).is_file()) or Path("matplotlibrc").is_file() or any(_files())


def _files() -> Iterator[Path]:
    """Yield configuration and start-up files of IPython's default profile, wherever it may lie."""
    for folder in _folders():
        yield from (folder / name for name in FILES if (folder / name).is_file())
        for pattern in STARTUP:
            yield from folder.glob(pattern)


def _folders() -> Iterator[Path]:
    """Yield the folders that IPython looks in, or could: to ask it takes a third of a second."""
    own = [os.environ["IPYTHONDIR"]] if os.environ.get("IPYTHONDIR") else []
    for folder in own or ("~/.ipython", f"{os.environ.get('XDG_CONFIG_HOME') or '~/.config'}/ipython"):
        yield Path(folder).expanduser() / "profile_default"
    if os.name == "nt":
        yield Path(os.environ.get("PROGRAMDATA", sys.prefix), "ipython")
    yield from (Path(sys.prefix, "etc/ipython"), Path("/usr/local/etc/ipython"), Path("/etc/ipython"))


def settings_of_start(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the variables that count when a process starts, and not any more afterwards.

    >>> settings_of_start({"TZ": "UTC", "PYTHONPATH": "lib", "TOKEN": "x"})
    {'TZ': 'UTC', 'PYTHONPATH': 'lib'}
    """
    return {
        name: text
        for name, text in environment.items()
        if name in AT_START or name.startswith(AT_START_PREFIXES)
    }
