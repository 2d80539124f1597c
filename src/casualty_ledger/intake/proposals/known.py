"""Known: what the ledger has of some conflicts just now, which proposals are held against."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.corrections import (
    Correction,
    apply_replacements,
    check_corrections,
    read_corrections,
)
from casualty_ledger.ledger.parsed import read_conflicts
from casualty_ledger.ledger.refusals import Problems
from casualty_ledger.ledger.storage import read_appearances
from casualty_ledger.ledger.store import find_stored
from casualty_ledger.project import Project
from casualty_ledger.sources.recorded_sheets import list_sheets, open_each
from casualty_ledger.sources.registry import Register


def find_known(project: Project, register: Register, conflicts: Collection[str]) -> pd.DataFrame:
    """Return the appearances of some conflicts: of the built ledger, or cleaned anew where none is built.

    A built ledger is taken only where it was built from what stands in the project now.
    Errors: FolderMissing, CorrectionsUnreadable, CorrectionOutdated.
    """
    if stored := find_stored(project):
        appearances = read_appearances(stored.project.processed)
        return appearances[appearances["conflict"].isin(conflicts)]
    recorded = open_each(list_sheets(project.recorded)).rows
    return clean_conflicts(recorded, register, read_corrections(project.corrections), conflicts)


def clean_conflicts(
    recorded: pd.DataFrame, register: Register, corrections: Sequence[Correction], conflicts: Collection[str]
) -> pd.DataFrame:
    """Return the appearances that recorded rows of some conflicts make.

    Of rows with one id the first stays; the ledger refuses the others. Errors: CorrectionOutdated.
    """
    check_corrections(recorded, corrections)
    first = recorded[~recorded["id"].duplicated()]
    rows = first[read_conflicts(Problems(apply_replacements(first, corrections))).isin(conflicts)]
    ids = set(rows["id"])
    return clean_rows(rows, register, [each for each in corrections if each.id in ids]).appearances
