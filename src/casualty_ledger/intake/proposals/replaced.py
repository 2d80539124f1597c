"""Replaced: what was accepted of a file that another reading of the same file proposes otherwise."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.intake.proposals.batch import Batch, list_batches, read_batch
from casualty_ledger.intake.proposals.decisions import Decision, current_decisions
from casualty_ledger.project import Project

# The key of the sidecar for what an earlier reading proposed, and somebody accepted.
REPLACED = "replaced"
CELL = ["sheet", "row", "column"]
TWICE = (
    "A figure of the same cell of this file was accepted before, as it was read then. Take that one back "
    "(casualty-ledger proposals undo {batch}), or reject this one."
)


def find_replaced(project: Project, batch: Batch) -> pd.DataFrame:
    """Return the accepted figures of cells that a batch reads otherwise. Columns: id, accepted, batch.

    `id` is the proposal of this batch. The same file is known by its content, a cell by row and column.
    """
    current = current_decisions(project)
    accepted = current.index[current == Decision.ACCEPTED]
    if not set(CELL) <= set(batch.places) or accepted.empty:
        return pd.DataFrame({"id": [], "accepted": [], "batch": []}, dtype="str")
    outdated = batch.sidecar.get(REPLACED, [])
    proposed = batch.rows["id"][~batch.rows["id"].isin(outdated)]
    stood = [_cells(each, accepted[~accepted.isin(proposed)]) for each in _of_same_file(project, batch)]
    held = pd.concat(stood, ignore_index=True).rename(columns={"id": "accepted"})
    own = _cells(batch, pd.Index(proposed))
    return own.drop(columns="batch").merge(held, on=CELL).drop_duplicates("id")[["id", "accepted", "batch"]]


def _of_same_file(project: Project, batch: Batch) -> list[Batch]:
    """Return the batches of the same content: their names end alike."""
    ends = batch.name.rpartition("-")[2]
    names = [name for name in list_batches(project) if name.rpartition("-")[2] == ends]
    batches = [batch if name == batch.name else read_batch(project, name) for name in names]
    return [each for each in batches if each.sidecar.get("sha256") == batch.sidecar.get("sha256")]


def _cells(batch: Batch, ids: pd.Index) -> pd.DataFrame:
    """Return the cells in which the numbers of some proposals stood, a row each."""
    cells = batch.places[batch.places["id"].isin(ids)]
    columns = cells["column"].str.split(", ")
    return cells.assign(column=columns, batch=batch.name)[["id", *CELL, "batch"]].explode("column")


def tell_replaced(project: Project, batch: Batch, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of which a cell was accepted before, as `check_rows` returns problems."""
    found = find_replaced(project, batch)
    found = found[found["id"].isin(rows["id"])]
    where = rows.set_index("id").loc[found["id"], ["sheet", "row"]].reset_index(names="row_id")
    accepted = where.assign(column="row", found=found["accepted"].to_numpy())
    reasons = [TWICE.format(batch=each) for each in found["batch"]]
    return accepted.assign(reason=pd.Series(reasons, index=where.index, dtype="str"))
