"""Another day for a Python process and its children.

The time zone is that whose days begin first; and `time` runs forty days ahead, which
the clock within `datetime` cannot be made to do without harm to compiled packages.
"""

from pathlib import Path

CLOCK = """
import time

AHEAD = 40 * 86_400
told, told_ns, local, utc = time.time, time.time_ns, time.localtime, time.gmtime
time.time = lambda: told() + AHEAD
time.time_ns = lambda: told_ns() + AHEAD * 10**9
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: utc(time.time() if seconds is None else seconds)
"""

# Runs the command line as it is, but for its notebooks: they get the day of whoever runs them.
LET_IN = """
from casualty_ledger.running import engine, orders
orders.PASSED_ON += ("PYTHONPATH", "TZ")
ours = engine.configure
engine.configure = lambda found: ours(found) | {name: found[name] for name in ("TZ",) if name in found}
from casualty_ledger.cli import main
main()
"""


def environment_of_another_day(folder: Path) -> dict[str, str]:
    """Write the clock where every Python that is started finds it, and return the variables for that."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sitecustomize.py").write_text(CLOCK)
    return {
        "PYTHONPATH": str(folder),
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "4711",
        "SOURCE_DATE_EPOCH": "1234567890",
        "LC_ALL": "C",
    }
