"""Corrections: declared beside the figures, never typed over them.

A correction names a recorded row and column, the text that it expects to find there, and what to do:
`replace` it (a mistake of ours in recording), `refuse` the row, or `flag` it with a caveat.
One whose expectation no longer holds stops the run: somebody has mended the sheet, and the correction
must go.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from casualty_ledger.errors import CorrectionOutdated, CorrectionUnreadable
from casualty_ledger.schema import SHEET_COLUMNS

ACTIONS = ("replace", "refuse", "flag")
KEYS = {"id", "column", "expect", "action", "value", "reason", "declared_on"}


@dataclass(frozen=True)
class Correction:
    """One declared correction of one recorded row."""

    file: str
    id: str
    column: str
    expect: str
    action: str
    value: str
    reason: str
    declared_on: str


def read_corrections(folder: Path) -> list[Correction]:
    """Read every `*.yml` of a folder; no folder means no corrections.

    Errors: CorrectionUnreadable.
    """
    found: list[Correction] = []
    for path in sorted(folder.glob("*.yml")):
        try:
            entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            problem = " ".join(str(error).split())
            raise CorrectionUnreadable(file=path.name, problem=problem) from None
        found += [_read(path.name, entry) for entry in _listed(path.name, entries)]
    return found


def _listed(file: str, entries: Any) -> list[Any]:
    if not isinstance(entries, list):
        raise CorrectionUnreadable(file=file, problem="it must be a list of corrections")
    return entries


def _read(file: str, entry: Any) -> Correction:
    if not isinstance(entry, dict) or not KEYS - {"value"} <= set(entry) <= KEYS:
        expected = ", ".join(sorted(KEYS))
        raise CorrectionUnreadable(
            file=file, problem=f"a correction has the keys {expected}; value only to replace"
        )
    texts = {key: str(entry.get(key, "")) for key in KEYS}
    if texts["action"] not in ACTIONS:
        problem = f"action {texts['action']!r} is none of {', '.join(ACTIONS)}"
        raise CorrectionUnreadable(file=file, problem=problem)
    if texts["column"] not in SHEET_COLUMNS or texts["column"] == "id":
        raise CorrectionUnreadable(file=file, problem=f"there is no column {texts['column']!r} to correct")
    if not texts["reason"].strip():
        raise CorrectionUnreadable(file=file, problem=f"the correction of {texts['id']} gives no reason")
    return Correction(file=file, **texts)


def check_corrections(rows: pd.DataFrame, corrections: Iterable[Correction]) -> None:
    """Raise where a correction does not find what it expects.

    Errors: CorrectionOutdated.
    """
    by_id = rows.drop_duplicates("id").set_index("id")
    for each in corrections:
        found = str(by_id.loc[each.id, each.column]) if each.id in by_id.index else None
        if found != each.expect:
            said = "no such row" if found is None else repr(found)
            raise CorrectionOutdated(
                file=each.file, id=each.id, column=each.column, expect=each.expect, found=said
            )


def apply_replacements(rows: pd.DataFrame, corrections: Iterable[Correction]) -> pd.DataFrame:
    """Return the rows with what was wrongly recorded replaced; the given rows stay as they are."""
    corrected = rows.copy()
    for each in corrections:
        if each.action == "replace":
            corrected.loc[corrected["id"] == each.id, each.column] = each.value
    return corrected


def list_corrections(corrections: Iterable[Correction]) -> pd.DataFrame:
    """Return the corrections as a table, to be published beside the ledger."""
    columns = ["id", "column", "expect", "action", "value", "reason", "declared_on", "file"]
    return pd.DataFrame([asdict(each) for each in corrections], columns=columns)
