"""Casualty Ledger: reported casualty and prisoner-of-war figures, with who says so and how sure it is.

In a notebook or at a prompt: `import casualty_ledger as cl; ledger = cl.open_ledger()`.
"""

from __future__ import annotations

import gc
from importlib import import_module
from types import ModuleType
from typing import Any

# The first of this package to be imported: it looks at the files before any other is.
from casualty_ledger import loaded_code as loaded_code

__version__ = "0.1.0"

# What an analyst calls, and where it stands. Nothing is imported before it is asked for.
CALLS = {
    "open_ledger": "explore.opening",
    "Selection": "explore.selection",
    "Panel": "explore.panel",
    "RecordingForm": "explore.form",
    "record_figure": "explore.recording",
    "ProposalReview": "explore.review",
    "Measure": "vocabulary",
    "Population": "vocabulary",
    "Party": "vocabulary",
    "Hedge": "vocabulary",
    "Basis": "vocabulary",
    "Verification": "vocabulary",
}
__all__ = ["__version__", *CALLS]


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for."""
    if name in CALLS:
        return getattr(_import(f"{__name__}.{CALLS[name]}"), name)
    raise AttributeError(f"casualty_ledger has no {name!r}; it has {', '.join(CALLS)}")


def _import(module: str) -> ModuleType:
    """Import a module; what modules hold stays, so that looking for garbage among it only costs time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return import_module(module)
    finally:
        if was_enabled:
            gc.enable()


def __dir__() -> list[str]:
    """List what completion offers."""
    return sorted(__all__)
