"""Build: sheets in, ledger out. Rows read = appearances + refused, or nothing is written."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import pandas as pd

from casualty_ledger.conflicts.known import learn_conflicts
from casualty_ledger.declared import as_declared
from casualty_ledger.ledger.caveats import find_caveats
from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.corrections import list_corrections, read_corrections
from casualty_ledger.ledger.figures import describe_statements, tell_statements
from casualty_ledger.ledger.freshness import digest_inputs, write_conflicts, write_inputs
from casualty_ledger.ledger.left_out import LEFT_OUT
from casualty_ledger.ledger.misrecorded import find_misrecorded
from casualty_ledger.ledger.questions.asking import QUESTIONS_FILE, ask
from casualty_ledger.ledger.storage import begin_table, list_left_out, write_csv, write_misrecorded
from casualty_ledger.project import Project
from casualty_ledger.schema import ReportedFigures
from casualty_ledger.sources.evidence import attach_pointers, read_pointers
from casualty_ledger.sources.recorded_sheets import open_folder
from casualty_ledger.sources.registry import read_register
from casualty_ledger.vocabulary import Caveat


class Built(NamedTuple):
    """The ledger as built: everything known, in hindsight."""

    rows_read: int
    appearances: pd.DataFrame
    figures: pd.DataFrame
    refused: pd.DataFrame
    left_out: pd.DataFrame


class RowsLost(RuntimeError):
    """A recorded row became neither an appearance nor a refusal: a mistake in this package."""


def build_ledger(project: Project) -> Built:
    """Read the sheets of `project` and write its ledger to `project.processed`.

    A sheet that cannot be read is left out, and named in `left_out`.
    Errors: FolderMissing, SheetUnreadable, RegisterUnreadable, ConflictUnreadable, CorrectionUnreadable,
    CorrectionOutdated, PointersUnreadable, CannotWrite.
    """
    inputs = digest_inputs(project)
    learn_conflicts(project)
    opened = open_folder(project.recorded)
    rows = attach_pointers(opened.rows, read_pointers(project.pointers))
    corrections = read_corrections(project.corrections)
    register = read_register(project.sources)
    appearances, refused = clean_rows(rows, register, corrections)
    if len(rows) != len(appearances) + len(refused):
        raise RowsLost(f"{len(rows)} rows read, {len(appearances)} kept, {len(refused)} refused")
    figures = _write_figures(project, appearances)
    write_misrecorded(project.processed, find_misrecorded(rows, register, corrections))
    left_out = list_left_out(opened.left_out)
    write_csv(project.processed / "refused.csv", refused)
    write_csv(project.processed / LEFT_OUT, left_out)
    write_csv(
        project.processed / QUESTIONS_FILE, ask(rows, register, corrected={each.id for each in corrections})
    )
    write_csv(project.processed / "corrections.csv", list_corrections(corrections))
    write_conflicts(project.processed, set(appearances["conflict"]))
    write_inputs(project.processed, inputs)
    return Built(len(rows), appearances, figures, refused, left_out)


def _write_figures(project: Project, appearances: pd.DataFrame) -> pd.DataFrame:
    """Gather the figures, while the appearances are being written. No thread outlives the call."""
    caveats = find_caveats(appearances)
    statements = tell_statements(appearances, caveats[str(Caveat.PART)])
    printed = appearances.assign(figure_id=statements.figure_ids(appearances))
    with ThreadPoolExecutor(2) as writers:
        writes = begin_table(writers, project.processed, "appearances", printed)
        figures = as_declared(describe_statements(appearances, statements, caveats), ReportedFigures)
        writes += begin_table(writers, project.processed, "reported_figures", figures)
    for write in writes:
        write.result()
    return figures
