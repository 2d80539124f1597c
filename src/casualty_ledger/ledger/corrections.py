"""Corrections: declared beside the figures, never typed over them.

A correction names a recorded row and column, the text that it expects to find there, and what to do:
`replace` it (a mistake of ours in recording), `refuse` the row, or `flag` it with a caveat.
One whose expectation no longer holds stops the run: somebody has mended the sheet, and the correction
must go.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import pandas as pd
from pydantic import AfterValidator, BeforeValidator, TypeAdapter, model_validator

from casualty_ledger.errors import CorrectionOutdated, CorrectionUnreadable
from casualty_ledger.parsing.plain_text import shorten
from casualty_ledger.parsing.safe_yaml import Day, Declared, Text, read_yaml
from casualty_ledger.schema import SHEET_COLUMNS

MENDED = "The sheet has changed: remove the correction, or declare it anew."
NO_ROW = "It is not in the sheet, or not among the rows that were chosen: give only the corrections of these."


def _check_column(column: str) -> str:
    if column not in SHEET_COLUMNS or column == "id":
        raise ValueError(f"there is no column {column!r} to correct")
    return column


class CorrectionEntry(Declared):
    """One declared correction of one recorded row, as a file holds it.

    `printed` is false where the row joined together with its correction: nothing was made of the mistake.
    """

    id: Text
    column: Annotated[str, AfterValidator(_check_column)]
    expect: str
    action: Literal["replace", "refuse", "flag"]
    value: str = ""
    reason: Text
    declared_on: Day
    printed: bool = True

    @model_validator(mode="after")
    def _replace_by_something(self) -> CorrectionEntry:
        if self.action == "replace" and "value" not in self.model_fields_set:
            raise ValueError("a replacement needs a value ('' empties the cell)")
        if self.action != "replace" and self.value:
            raise ValueError("a value is given only to replace")
        return self


class Correction(CorrectionEntry):
    """A declared correction, with the file that declares it."""

    file: str


# A file that holds nothing yet declares nothing.
CORRECTIONS_FILE: TypeAdapter[list[CorrectionEntry]] = TypeAdapter(
    Annotated[list[CorrectionEntry], BeforeValidator(lambda written: written or [])]
)


def read_corrections(folder: Path) -> list[Correction]:
    """Read every `*.yml` of a folder; no folder means no corrections.

    Errors: CorrectionUnreadable.
    """
    return [
        Correction(file=path.name, **each.model_dump(exclude_unset=True))
        for path in sorted(folder.glob("*.yml"))
        for each in read_yaml(path, CORRECTIONS_FILE, CorrectionUnreadable)
    ]


def check_corrections(rows: pd.DataFrame, corrections: Iterable[Correction]) -> None:
    """Raise where a correction does not find what it expects.

    Errors: CorrectionOutdated.
    """
    by_id = rows.drop_duplicates("id").set_index("id")
    for each in corrections:
        found = str(by_id.loc[each.id, each.column]) if each.id in by_id.index else None
        if found != each.expect:
            said, advice = ("no such row", NO_ROW) if found is None else (repr(shorten(found)), MENDED)
            where = {"file": each.file, "id": shorten(each.id), "column": each.column}
            raise CorrectionOutdated(**where, expect=shorten(each.expect), found=said, advice=advice)


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
    return pd.DataFrame([each.model_dump(mode="json") for each in corrections], columns=columns)
