"""Verifying: for how many figures the number still stands in the page that was kept for it.

A page that was edited, words that were, a number that was, a pointer that leads elsewhere, and a page that
is not here are told apart. What stands is compared with the ledger's own number, whoever wrote the pointer.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Any

import pandas as pd

from casualty_ledger.intake.evidence.pointing import states
from casualty_ledger.intake.evidence.problems import EvidenceUnreadable
from casualty_ledger.intake.evidence.store import find
from casualty_ledger.project import Project
from casualty_ledger.sources.evidence import Pointer, digest_words, parse_pointer

COLUMNS = ["row_id", "claimant", "value", "sha256", "kept_on", "outcome"]
STANDS = "stands"
ABSENT, EDITED, UNREADABLE = "page is not here", "page was edited", "page cannot be read"
MOVED, OTHERWISE = "words are others", "words state another number"


def verify(project: Project, appearances: pd.DataFrame) -> pd.DataFrame:
    """Return for each row with evidence whether its number stands there. Columns: COLUMNS."""
    read = _Pages(project)
    rows = appearances[appearances["evidence"] != ""].to_dict("records")
    found = [_verify_one(read, row) for row in rows]
    return pd.DataFrame(found, columns=COLUMNS).astype({"value": "Int64"})


def _verify_one(read: _Pages, row: Mapping[Any, Any]) -> dict[str, Any]:
    pointer = parse_pointer(str(row["evidence"]))
    told = {name: row[name] for name in ("row_id", "claimant", "value")}
    if pointer is None:
        return told | {"sha256": "", "kept_on": "", "outcome": MOVED}
    outcome, text = read(pointer.sha256)
    outcome = outcome or _compare(text, pointer, row)
    return told | {"sha256": pointer.sha256, "kept_on": pointer.kept_on.isoformat(), "outcome": outcome}


def _compare(text: str, pointer: Pointer, row: Mapping[Any, Any]) -> str:
    words = text[pointer.start : pointer.end]
    if len(words) != pointer.end - pointer.start or digest_words(words) != pointer.words:
        return MOVED
    return STANDS if states(words, row) else OTHERWISE


class _Pages:
    """The texts of kept pages, each read once, as long as it is what it was when it was kept."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.read = lru_cache(maxsize=64)(self._read)

    def __call__(self, sha: str) -> tuple[str, str]:
        """Return what is wrong with a page, or its text."""
        return self.read(sha)

    def _read(self, sha: str) -> tuple[str, str]:
        kept = find(self.project, sha)
        if kept is None:
            return ABSENT, ""
        try:
            content = kept.read()
            if sha256(content).hexdigest() != sha:
                return EDITED, ""
            return "", kept.text()
        except (OSError, EvidenceUnreadable):
            return UNREADABLE, ""
