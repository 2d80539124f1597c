"""Scrubbing: no folder of this machine stays in what an executed notebook shows.

Secrets need no scrubbing: notebooks are not given them (see `orders.pass_on`).
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from nbformat import NotebookNode

# A colour that a terminal is told to take, a line's start, or whatever cannot be a part of an address.
BEFORE = r"(^|\x1b\[[0-9;]*m|[^\w:./<>~-])"
ANY_PATH = re.compile(BEFORE + r"~?(?:/[\w.+@=-]+)+/([\w.+@=-]+)", re.MULTILINE)
BINARY = ("image/png", "image/jpeg", "image/gif", "application/pdf")


class Folder(NamedTuple):
    """A folder of this machine, how it is found in a text, and what stands there instead."""

    path: str
    pattern: re.Pattern[str]
    name: str


def scrub(notebook: NotebookNode) -> None:
    """Take the folders of this machine out of every output; in an error, every path but its last part."""
    folders = list(_folders())
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            is_error = output.output_type == "error"
            for key, told in output.items():
                output[key] = _scrub(told, folders, is_error)


def _folders() -> Iterator[Folder]:
    """Yield the folders that could be shown, the longest first."""
    named = {f"CASUALTY_LEDGER_{name}": name.lower() for name in ("OUT", "RAW", "PROCESSED", "HOME")}
    found = {os.environ[variable]: name for variable, name in named.items() if os.environ.get(variable)}
    found |= {sys.prefix: "python", sys.base_prefix: "python", tempfile.gettempdir(): "tmp"}
    found |= {str(Path(__file__).resolve().parents[3]): "home", str(Path.home()): "user"}
    for folder in sorted(found, key=len, reverse=True):
        if len(folder) > 1:
            pattern = re.compile(rf"(?<![\w.]){re.escape(folder)}(?![\w-])")
            yield Folder(folder, pattern, f"<{found[folder]}>")


def _scrub(told: Any, folders: list[Folder], is_error: bool) -> Any:
    if isinstance(told, str):
        for folder in folders:
            # To look for its letters first is twenty times as fast in a long picture.
            told = folder.pattern.sub(folder.name, told) if folder.path in told else told
        return ANY_PATH.sub(r"\1…/\2", told) if is_error else told
    if isinstance(told, list):
        return [_scrub(each, folders, is_error) for each in told]
    if isinstance(told, dict):
        kept = {key: each if key in BINARY else _scrub(each, folders, is_error) for key, each in told.items()}
        return type(told)(kept)
    return told
