"""Our own configuration of a kernel, in place of what a machine and its user have: it decides about bytes.

IPython's start-up files and configuration are shut out by the engine itself.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

# Kept between runs, since matplotlib lists the fonts of the machine in it, which takes a while.
FOLDER = Path(sys.prefix, "var", "casualty-ledger")
SETTINGS = Path(__file__).with_name("matplotlibrc")
LOCALE = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
# The first day of archives, for whatever would write a clock into a file.
OLD = "315532800"
# What else would have a say in what a kernel shows.
SHUT_OUT = ("LANG", "LC_", "MATPLOTLIBRC", "MPL", "PYTHONSTARTUP", "SEABORN_", "XDG_CONFIG_")


def configure(environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment with our own configuration in place of any other.

    >>> ours = configure({"TZ": "Asia/Tokyo", "MPLBACKEND": "svg", "PATH": "/bin"})
    >>> ours["TZ"], ours["PATH"], "MPLBACKEND" in ours
    ('UTC', '/bin', False)
    """
    with suppress(OSError):  # Where it cannot be, matplotlib and IPython take a temporary one.
        FOLDER.mkdir(parents=True, exist_ok=True)
    kept = {name: text for name, text in environment.items() if not name.startswith(SHUT_OUT)}
    return kept | {
        "MATPLOTLIBRC": str(SETTINGS),
        "IPYTHONDIR": str(FOLDER / "ipython"),
        "MPLCONFIGDIR": str(FOLDER / "matplotlib"),
        "LC_ALL": LOCALE,
        "TZ": "UTC",
        "PYTHONHASHSEED": "0",
        "PYTHONNOUSERSITE": "1",
        "SOURCE_DATE_EPOCH": OLD,
    }
