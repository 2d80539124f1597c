"""Deciding: a person accepts, rejects or edits proposals; what is accepted passes the checks of the form."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.intake.evidence.pointing import write_pointers
from casualty_ledger.intake.proposals.batch import Batch, read_batch, with_places, write_batch
from casualty_ledger.intake.proposals.decisions import (
    Decision,
    are_open,
    check_role,
    current_decisions,
    keep_decisions,
)
from casualty_ledger.intake.proposals.identity import name_proposals
from casualty_ledger.intake.proposals.replaced import tell_replaced
from casualty_ledger.ledger.appending import KEPT, UnknownColumn
from casualty_ledger.ledger.readings import registered_side
from casualty_ledger.ledger.recording import FigureRefused, append_rows, begin_sheet, check_beside
from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.project import Project
from casualty_ledger.sources.evidence import parse_pointer
from casualty_ledger.sources.recorded_sheets import list_sheets, open_each, open_sheet
from casualty_ledger.sources.registry import Register, read_register

# In which cells one row names another.
RELATIONS = ("scope", "overlaps")
EVIDENCE = "evidence"


class NoSuchProposal(CasualtyLedgerError):
    """A proposal that its batch does not have, or about which somebody decided already."""

    template = (
        "The batch {batch} has no open proposal {found!r}{hint}. See: casualty-ledger proposals list {batch}"
    )


@dataclass(frozen=True)
class Accepted:
    """What became of proposals that somebody accepts: those recorded, and those that the checks refuse."""

    recorded: pd.DataFrame
    refused: pd.DataFrame


def open_proposals(project: Project, batch: Batch) -> pd.DataFrame:
    """Return the proposals of a batch about which nobody has decided."""
    return batch.rows[are_open(project, batch.rows["id"])]


def choose(project: Project, batch: Batch, ids: Collection[str] = ()) -> pd.DataFrame:
    """Return the open proposals of these ids, or all.

    Errors: NoSuchProposal.
    """
    rows = open_proposals(project, batch)
    absent = [each for each in ids if each not in set(rows["id"])]
    if absent:
        decided = current_decisions(project).get(absent[0], "")
        hint = f" (it is {decided} already)" if decided else did_you_mean(absent[0], rows["id"])
        raise NoSuchProposal(batch=batch.name, found=absent[0], hint=hint)
    return rows[rows["id"].isin(ids)] if ids else rows


def accept(
    project: Project, name: str, sheet: str, *, role: str, ids: Collection[str] = (), because: str = ""
) -> Accepted:
    """Append proposals to a sheet, those of these ids or all that are open; what is refused stays open.

    All that pass are appended in one step. A sheet that is not there is begun.
    Errors: NoSuchBatch, NoSuchProposal, RoleMissing, SheetMisnamed, SheetBusy, UnknownColumn, CannotWrite.
    """
    check_role(role)
    batch = read_batch(project, name)
    path = begin_sheet(project, sheet)
    rows = _set_apart_recorded(project, batch, choose(project, batch, ids), role).assign(sheet=path.name)
    problems = pd.concat(
        [check_beside(project, rows, read_register(project.sources)), tell_replaced(project, batch, rows)],
        ignore_index=True,
    )
    sound = rows[~rows["id"].isin(problems["row_id"])]
    if sound.empty:
        return Accepted(sound, problems)
    has_column = not path.exists() or EVIDENCE in open_sheet(path).layout.columns
    written = sound if has_column else sound.assign(**{EVIDENCE: ""})
    recorded = append_rows(project, path, written.reset_index(drop=True))
    if not has_column:
        _point_beside(project, sound)
    keep_decisions(
        project,
        sound["id"],
        Decision.ACCEPTED,
        batch=batch.name,
        role=role,
        sheet=path.name,
        because=because,
    )
    return Accepted(recorded, problems)


def _point_beside(project: Project, rows: pd.DataFrame) -> None:
    """Keep the pointers of rows whose sheet has no column for them beside the sheets."""
    told = ((row_id, parse_pointer(words)) for row_id, words in zip(rows["id"], rows[EVIDENCE], strict=True))
    write_pointers(project, [(row_id, pointer) for row_id, pointer in told if pointer])


def _set_apart_recorded(project: Project, batch: Batch, rows: pd.DataFrame, role: str) -> pd.DataFrame:
    """Keep as accepted what a sheet holds already, as after a run that was stopped; return the others."""
    recorded = open_each(list_sheets(project.recorded)).rows
    held = recorded[recorded["id"].isin(rows["id"])]
    for sheet, alike in held.groupby("sheet"):
        keep_decisions(project, alike["id"], Decision.ACCEPTED, batch=batch.name, role=role, sheet=str(sheet))
    return rows[~rows["id"].isin(held["id"])]


def reject(project: Project, name: str, *, role: str, because: str, ids: Collection[str] = ()) -> list[str]:
    """Reject proposals, those of these ids or all that are open; return their ids.

    Errors: NoSuchBatch, NoSuchProposal, RoleMissing, CannotWrite.
    """
    batch = read_batch(project, name)
    rows = choose(project, batch, ids)
    keep_decisions(project, rows["id"], Decision.REJECTED, batch=batch.name, role=role, because=because)
    return rows["id"].tolist()


def edit(project: Project, name: str, proposal: str, *, role: str, cells: Mapping[str, str]) -> str:
    """Put an edited proposal in the place of one, which stays in its batch as it was; return the new id.

    Errors: those of `edit_each`.
    """
    return edit_each(project, name, [proposal], role=role, cells=cells)[0]


def edit_each(
    project: Project, name: str, proposals: Collection[str], *, role: str, cells: Mapping[str, str]
) -> list[str]:
    """Set the same cells of several proposals, all or none, and return the new ids.

    Another claimant speaks for its own side, where no other is set.
    Errors: NoSuchBatch, NoSuchProposal, RoleMissing, UnknownColumn, FigureRefused, CannotWrite.
    """
    check_role(role)
    batch = read_batch(project, name)
    rows = choose(project, batch, list(proposals))
    before = rows["id"].tolist()
    rows = state(project, batch, rows, cells)
    _put_beside(project, batch, rows, before)
    for old, new in zip(before, rows["id"], strict=True):
        keep_decisions(project, [old], Decision.EDITED, batch=batch.name, role=role, because=new)
    return rows["id"].tolist()


def state(project: Project, batch: Batch, rows: pd.DataFrame, cells: Mapping[str, str]) -> pd.DataFrame:
    """Return proposals with these cells and the ids that follow from what they state now.

    Errors: UnknownColumn; FigureRefused, where the checks would not let one in.
    """
    unknown = [column for column in cells if column not in KEPT or column == "id"]
    if unknown:
        raise UnknownColumn(found=unknown[0], allowed=", ".join(KEPT[1:]))
    register = read_register(project.sources)
    rows = rows.assign(**cells)
    if "claimant" in cells and "claimant_side" not in cells:
        rows = rows.assign(claimant_side=_sides(rows, register))
    rows = rows.assign(
        id=name_proposals(rows, rows["id"].iloc[0].partition("-")[0] or batch.name.partition("-")[0])
    )
    problems = check_beside(project, rows, register)
    if len(problems):
        told = (f"{each['column']}: {each['reason']}" for each in problems.to_dict("records"))
        raise FigureRefused(problems=" ".join(dict.fromkeys(told)))
    return rows


def _sides(rows: pd.DataFrame, register: Register) -> list[str]:
    who = zip(rows["conflict"], rows["claimant"], strict=True)
    return [registered_side(conflict, register.claimant(claimant)) for conflict, claimant in who]


def _put_beside(project: Project, batch: Batch, edited: pd.DataFrame, before: list[str]) -> None:
    """Write a batch with edited proposals, each behind the one that it stands for, with its place."""
    now = dict(zip(before, edited["id"], strict=True))
    places = batch.places[batch.places["id"].isin(before)]
    places = pd.concat([batch.places, places.assign(id=places["id"].map(now))], ignore_index=True)
    rows = batch.rows
    for old, new in now.items():
        rows = rename_related(rows, old, new)
        edited = rename_related(edited, old, new)
    together = pd.concat([rows, edited]).sort_index(kind="stable").reset_index(drop=True)
    write_batch(project, batch.name, with_places(replace(batch, places=places), together), batch.sidecar)


def rename_related(rows: pd.DataFrame, before: str, now: str) -> pd.DataFrame:
    """Let the others name the edited proposal, where they say that they are a part of it or overlap it."""
    word = rf"(?<![\w-]){re.escape(before)}(?![\w-])"
    return rows.assign(**{name: rows[name].str.replace(word, now, regex=True) for name in RELATIONS})
