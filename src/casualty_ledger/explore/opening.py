"""Opening: the first call of every exploration, and the warning when the disk has moved on since."""

from __future__ import annotations

import warnings
import weakref
from datetime import date
from typing import Any

from casualty_ledger.explore.selection import Selection
from casualty_ledger.explore.source import CHANGED, Source, open_source
from casualty_ledger.explore.spans import parse_known

OPENED: list[weakref.ref[Source]] = []


class LedgerChanged(UserWarning):
    """The ledger on disk is newer than the one that a notebook shows."""


def open_ledger(as_of: str | date = "", *, raw: str = "", processed: str = "") -> Selection:
    """Open the whole ledger as known on a day, by default with everything known today.

    It is built first where it is missing or older than its sheets. `raw` and `processed` name other
    folders; CASUALTY_LEDGER_RAW and CASUALTY_LEDGER_PROCESSED do so for a whole session.
    Errors: NoSuchVintage, FolderMissing, SheetUnreadable, RegisterUnreadable.

    >>> import casualty_ledger as cl
    >>> cl.open_ledger("2023-06-05").select(place="Pidhorodne hromada near Dnipro", measure="casualties")
    0 figures: measure casualties; place Pidhorodne hromada near Dnipro
    Reported by nobody; as known on 5 June 2023.
    """
    vintage = parse_known(as_of)
    source = open_source(raw, processed)
    watch(source)
    return Selection(source, vintage)


def watch(source: Source) -> None:
    """Let a notebook warn after each cell when the disk has moved on from what was opened last."""
    shell = _find_shell()
    if shell is not None:
        if not OPENED:
            shell.events.register("post_run_cell", warn_if_stale)
        OPENED[:] = [weakref.ref(source)]


def warn_if_stale(_: object = None) -> None:
    """Warn where the ledger that was opened last is older than what is on disk now."""
    source = OPENED[0]() if OPENED else None
    if source is not None and source.is_stale:
        with warnings.catch_warnings():
            # Once per session, as is the rule for warnings, would be too seldom.
            warnings.simplefilter("always", LedgerChanged)
            warnings.warn(CHANGED, LedgerChanged, stacklevel=2)


def _find_shell() -> Any:
    from IPython.core.getipython import get_ipython

    return get_ipython()
