"""Reviewing what an article proposes: one proposal at a time, accepted, edited or rejected by a person."""

from __future__ import annotations

from typing import Any

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.explore.widgets import find_widgets, layout_of, show_controls, status
from casualty_ledger.intake.proposals.deciding import accept, edit, reject
from casualty_ledger.intake.proposals.review import name_sheet, review
from casualty_ledger.project import Project

INSTEAD = "Decide on the command line: casualty-ledger proposals list {batch}"
EDITED = (
    "claimant",
    "party",
    "population",
    "measure",
    "place",
    "covers_from",
    "covers_until",
    "value",
    "hedge",
)


class ReviewPanel:
    """Controls for the open proposals of one batch; without a live kernel everything stays proposed."""

    def __init__(self, project: Project, batch: str, role: str = "editor") -> None:
        """Open a batch for a person in a role; no name is asked."""
        self.project, self.batch, self.role = project, batch, role
        self.widgets = find_widgets()
        self.box = self._build() if self.widgets else None

    def show(self) -> None:
        """Show the controls, or say what to do instead."""
        show_controls(self.box, "Accept, edit or reject", INSTEAD.format(batch=self.batch))

    def _build(self) -> Any:
        made, options = self.widgets, layout_of(self.widgets)
        self.proposal = made.Dropdown(description="Proposal", **options)
        self.column = made.Dropdown(description="Edit", options=EDITED, **options)
        self.cell = made.Text(description="to", **options)
        self.reason = made.Text(description="Because", **options)
        self.told = made.HTML()
        buttons = [
            self._button("Accept", self._accept),
            self._button("Edit", self._edit),
            self._button("Reject", self._reject),
        ]
        self._refresh()
        return made.VBox([self.proposal, self.column, self.cell, self.reason, made.HBox(buttons), self.told])

    def _button(self, label: str, act: Any) -> Any:
        button = self.widgets.Button(description=label)
        button.on_click(lambda _: self._do(act))
        return button

    def _do(self, act: Any) -> None:
        """Do what a person decided; a refusal is told in one sentence."""
        try:
            self.told.value = status("right", act())
        except CasualtyLedgerError as error:
            self.told.value = status("wrong", str(error))
        self._refresh()

    def _refresh(self) -> None:
        rows = review(self.project, self.batch)
        self.proposal.options = [(row["said"], row["id"]) for row in rows.to_dict("records")]

    def _accept(self) -> str:
        sheet = name_sheet(self.project, self.batch)
        done = accept(self.project, self.batch, sheet, role=self.role, ids=[self.proposal.value])
        return f"Recorded in {sheet}." if len(done.recorded) else "The checks refuse it: edit it first."

    def _edit(self) -> str:
        cells = {self.column.value: self.cell.value}
        edit(self.project, self.batch, self.proposal.value, role=self.role, cells=cells)
        return "Edited; the proposal as it was stays in its batch."

    def _reject(self) -> str:
        ids = [self.proposal.value]
        reject(self.project, self.batch, role=self.role, because=self.reason.value, ids=ids)
        return "Rejected."
