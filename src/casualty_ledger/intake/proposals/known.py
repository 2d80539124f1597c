"""Known: what the ledger has just now of the days of some proposals, which they are held against."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.corrections import (
    Correction,
    apply_replacements,
    check_corrections,
    read_corrections,
)
from casualty_ledger.ledger.distinct import number_distinct
from casualty_ledger.ledger.parsed import first_days, last_days, read_conflicts
from casualty_ledger.ledger.refusals import Problems
from casualty_ledger.ledger.storage import read_appearances
from casualty_ledger.ledger.store import find_stored
from casualty_ledger.parsing.rewriting import parse_day_cell
from casualty_ledger.project import Project
from casualty_ledger.sources.recorded_sheets import list_sheets, open_each
from casualty_ledger.sources.registry import Register

# What any two statements must share to be one, or to be told beside each other (ledger.identity.SUBJECT).
SHARED = ("conflict", "covers_from", "covers_until")


def find_known(project: Project, register: Register, told: pd.DataFrame) -> pd.DataFrame:
    """Return the appearances of the conflicts and days of `told`, which alone can stand beside it.

    A built ledger is taken only where it was built from what stands in the project now; else the rows are
    cleaned. Errors: FolderMissing, CorrectionsUnreadable, CorrectionOutdated.
    """
    if stored := find_stored(project):
        appearances = read_appearances(stored.project.processed)
        return appearances[share_days(appearances, told)]
    recorded = open_each(list_sheets(project.recorded)).rows
    return clean_beside(recorded, register, read_corrections(project.corrections), told)


def clean_beside(
    recorded: pd.DataFrame, register: Register, corrections: Sequence[Correction], told: pd.DataFrame
) -> pd.DataFrame:
    """Return the appearances that recorded rows of the conflicts and days of `told` make.

    Of rows with one id the first stays; the ledger refuses the others. Errors: CorrectionOutdated.
    """
    check_corrections(recorded, corrections)
    first = recorded[~recorded["id"].duplicated()]
    problems = Problems(apply_replacements(first, corrections))
    days = {
        "covers_from": first_days(problems.parse("covers_from", parse_day_cell)),
        "covers_until": last_days(problems.parse("covers_until", parse_day_cell)),
    }
    rows = first[share_days(pd.DataFrame({"conflict": read_conflicts(problems)} | days), told)]
    ids = set(rows["id"])
    return clean_rows(rows, register, [each for each in corrections if each.id in ids]).appearances


def share_days(rows: pd.DataFrame, told: pd.DataFrame) -> np.ndarray:
    """Say of which rows the conflict and both days are those of some row of `told`; none equals none."""
    numbers = number_distinct(pd.concat([rows[name], told[name]], ignore_index=True) for name in SHARED)
    return np.isin(numbers[: len(rows)], numbers[len(rows) :])
