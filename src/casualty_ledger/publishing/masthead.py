"""The masthead: who publishes, with the logo of the project's settings, for pages and paper."""

from __future__ import annotations

import base64
from pathlib import Path

from casualty_ledger.project import find_home
from casualty_ledger.settings import settings

KINDS = {".svg": "image/svg+xml", ".png": "image/png"}


def title() -> str:
    """Return the name of who publishes."""
    return settings().title


def logo() -> Path | None:
    """Return the file of the logo, or nothing where there is none."""
    name = settings().logo
    return find_home() / name if name else None


def embed_logo() -> str:
    """Return the logo as an address that a page holds in itself, or nothing."""
    path = logo()
    if path is None:
        return ""
    content = base64.b64encode(path.read_bytes()).decode()
    return f"data:{KINDS[path.suffix.lower()]};base64,{content}"
