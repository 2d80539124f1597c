"""Undoing: an acceptance is taken back, and the row that it appended goes, while it stands as appended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.intake.proposals.batch import Batch, read_batch
from casualty_ledger.intake.proposals.decisions import Decision, check_role, keep_decisions, read_decisions
from casualty_ledger.intake.proposals.replaced import REPLACED
from casualty_ledger.ledger.recording import find_sheet, remove_rows
from casualty_ledger.project import Project
from casualty_ledger.sources.recorded_sheets import list_sheets, open_each

OUTDATED = "taken back: its file is read otherwise now"


class NotAccepted(CasualtyLedgerError):
    """A proposal whose acceptance should be taken back, and that nobody has accepted."""

    template = (
        "The batch {batch} has no accepted proposal {found!r}. See: casualty-ledger proposals list {batch}"
    )


@dataclass(frozen=True)
class Undone:
    """What became of acceptances: the ids taken back, and those whose rows were changed since, by sheet."""

    ids: list[str]
    changed: dict[str, list[str]]


def undo(project: Project, name: str, *, role: str, ids: Collection[str] = ()) -> Undone:
    """Take acceptances back, those of these ids or all of a batch; their rows leave the sheets.

    A row that somebody changed since stays, and so does its acceptance; one that is gone is taken back. The
    proposal is open again, unless its file is read otherwise now.
    Errors: NoSuchBatch, NotAccepted, RoleMissing, SheetBusy, SheetUnreadable, CannotWrite.
    """
    check_role(role)
    batch = read_batch(project, name)
    accepted = _find_accepted(project, batch)
    if absent := [each for each in ids if each not in accepted.index]:
        raise NotAccepted(batch=batch.name, found=absent[0])
    accepted = accepted[accepted.index.isin(ids)] if ids else accepted
    undone, changed = [], {}
    for sheet, rows in _by_sheet(project, batch.rows[batch.rows["id"].isin(accepted.index)]).items():
        removed = remove_rows(project, find_sheet(project, sheet), rows) if sheet else set(rows["id"])
        undone += [each for each in rows["id"] if each in removed]
        if left := [each for each in rows["id"] if each not in removed]:
            changed[sheet] = left
    _keep(project, batch, undone, role)
    return Undone(undone, changed)


def _find_accepted(project: Project, batch: Batch) -> pd.Series:
    """Return the sheet that each accepted proposal of a batch joined, by its id."""
    last = read_decisions(project).drop_duplicates("id", keep="last").set_index("id")
    return last["sheet"][(last["decision"] == Decision.ACCEPTED) & last.index.isin(batch.rows["id"])]


def _by_sheet(project: Project, rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Part rows by the sheet in which they stand now; those that stand in none are under an empty name."""
    recorded = open_each(list_sheets(project.recorded)).rows.drop_duplicates("id").set_index("id")["sheet"]
    sheets = pd.Series([recorded.get(each, "") for each in rows["id"]], index=rows.index, dtype="str")
    return {str(sheet): alike for sheet, alike in rows.groupby(sheets)}


def _keep(project: Project, batch: Batch, ids: Collection[str], role: str) -> None:
    outdated = set(batch.sidecar.get(REPLACED, ()))
    for decision, because in ((Decision.OPEN, "taken back"), (Decision.REJECTED, OUTDATED)):
        of_this = [each for each in ids if (each in outdated) == (decision is Decision.REJECTED)]
        keep_decisions(project, of_this, decision, batch=batch.name, role=role, because=because)
