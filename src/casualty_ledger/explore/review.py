"""The review of proposals: each beside what the ledger has, decided with buttons and never without."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from casualty_ledger.conflicts.known import learn_conflicts
from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.explore.display import frame, mark_rows, say
from casualty_ledger.explore.widgets import find_widgets, layout_of, show_controls, status
from casualty_ledger.intake.proposals.batch import list_batches, read_batch
from casualty_ledger.intake.proposals.deciding import accept, edit_each, reject
from casualty_ledger.intake.proposals.review import count_open, name_sheet, review, tell_uncharted
from casualty_ledger.ledger.appending import KEPT
from casualty_ledger.project import Project

COLUMNS = ("said", "beside", "says", "row_ids", "id")
SHOWN, ROWS, EVERY = 200, 12, "all"
NONE = "There are no proposals. Bring in a table: casualty-ledger import FILE."
LIST_WIDTH = "60rem"
ROLE = "editor"
# The id, and where its words stand, are no person's to write.
EDITED = tuple(column for column in KEPT if column not in ("id", "evidence"))


class NothingChosen(CasualtyLedgerError):
    """A decision about no proposal, or a rejection without a reason."""

    template = "{asked}"


class NothingRecorded(CasualtyLedgerError):
    """An acceptance of which the checks of the form let nothing in."""

    template = "{said}"


class ProposalReview:
    """Proposals of one batch beside the ledger, to be accepted, edited or rejected in a role.

    >>> import casualty_ledger as cl
    >>> review = cl.ProposalReview()  # doctest: +SKIP
    >>> review.accept(role="editor", only="new")  # doctest: +SKIP
    """

    def __init__(self, batch: str = "", *, raw: str = "") -> None:
        """Open a batch, by name or by as much of it as no other has.

        Nothing means the first that has open proposals, or else the first.

        Errors: FolderMissing, NoProject, NoSuchBatch, SheetUnreadable, SidecarUnreadable.
        """
        self.project = Project.told(raw=raw)
        learn_conflicts(self.project)
        self.batches = list_batches(self.project)
        self.batch = read_batch(self.project, batch).name if batch else self._first_open()
        self.held = self._read()
        self.edited: list[str] = []
        self.widgets = find_widgets()
        self.box = self._build() if self.widgets and self.batch else None

    def _first_open(self) -> str:
        is_open = (each for each in self.batches if count_open(self.project, each))
        return next(is_open, next(iter(self.batches), ""))

    def _read(self) -> pd.DataFrame:
        return (
            review(self.project, self.batch) if self.batch else pd.DataFrame({name: [] for name in COLUMNS})
        )

    def choose(self, only: str = "") -> list[str]:
        """Return the ids of the open proposals, or of those that are so beside the ledger."""
        return self.held["id"][self.held["beside"].isin([only]) | (only in ("", EVERY))].tolist()

    def accept(
        self, *, role: str = ROLE, only: str = "", ids: list[str] | None = None, sheet: str = ""
    ) -> str:
        """Append proposals to a sheet (after their source where none is named), and say what became of them.

        Errors: NothingChosen, NothingRecorded, those of `casualty-ledger proposals accept`.
        """
        chosen = ids if ids is not None else self.choose(only)
        if not chosen:
            raise NothingChosen(asked="Choose proposals to accept.")
        joined = sheet or name_sheet(self.project, self.batch)
        done = accept(self.project, self.batch, joined, role=role, ids=chosen)
        self.held = self._read()
        reasons = " ".join(done.refused["reason"].unique()[:3])
        refused = (
            f"; {done.refused['row_id'].nunique():,} refused and still open: {reasons}" if reasons else ""
        )
        uncharted = " ".join(("", *tell_uncharted(done.recorded)))
        said = f"{len(done.recorded):,} recorded in {joined}{refused}.{uncharted}"
        if done.recorded.empty:
            raise NothingRecorded(said=said)
        return said

    def edit(self, *proposals: str, role: str = ROLE, cells: Mapping[str, str]) -> str:
        """Set the same cells of proposals; each stays in its batch as it was, too.

        Errors: NothingChosen, those of `casualty-ledger proposals edit`.
        """
        if not proposals:
            raise NothingChosen(asked="Choose proposals to edit.")
        self.edited = edit_each(self.project, self.batch, proposals, role=role, cells=cells)
        self.held = self._read()
        return f"{len(self.edited):,} edited; each as it was stays in its batch."

    def reject(self, *, because: str, role: str = ROLE, only: str = "", ids: list[str] | None = None) -> str:
        """Reject proposals with a reason, and say how many.

        Errors: NothingChosen, those of `casualty-ledger proposals reject`.
        """
        chosen = ids if ids is not None else self.choose(only)
        if not chosen or not because.strip():
            raise NothingChosen(asked="Choose proposals, and say why they are rejected.")
        rejected = reject(self.project, self.batch, role=role, because=because, ids=chosen)
        self.held = self._read()
        return f"{len(rejected):,} rejected."

    def _build(self) -> Any:
        widgets = self.widgets
        self.which = widgets.Dropdown(
            options=self.batches, value=self.batch, description="batch", **layout_of(widgets)
        )
        self.only = widgets.Dropdown(description="beside the ledger", **layout_of(widgets))
        self.list = widgets.SelectMultiple(rows=ROWS, layout=widgets.Layout(width=LIST_WIDTH))
        self.role = widgets.Text(
            description="your role", value=ROLE, placeholder="editor; no name", **layout_of(widgets)
        )
        self.sheet = widgets.Text(description="sheet", **layout_of(widgets))
        self.because = widgets.Text(description="why rejected", **layout_of(widgets))
        self.told, self.detail = widgets.HTML(), widgets.HTML()
        self.column = widgets.Dropdown(description="edit", options=EDITED, **layout_of(widgets))
        self.cell = widgets.Text(description="to", **layout_of(widgets))
        buttons = [
            self._button("Accept chosen", self._accept_chosen),
            self._button("Edit chosen", self._edit_chosen),
            self._button("Reject chosen", self._reject_chosen),
        ]
        self.which.observe(lambda change: self._turn_to(change["new"]), names="value")
        self.only.observe(lambda _: self._fill(), names="value")
        self.list.observe(lambda _: self._show_chosen(), names="value")
        self._refresh()
        asked = [self.which, self.only, self.list, self.detail, self.role, self.sheet]
        asked += [self.column, self.cell, self.because]
        return widgets.VBox([*asked, widgets.HBox(buttons), self.told])

    def _button(self, label: str, decide: Callable[[], str]) -> Any:
        button = self.widgets.Button(description=label)
        button.on_click(lambda _: self._press(decide))
        return button

    def _accept_chosen(self) -> str:
        return self.accept(role=self.role.value, ids=list(self.list.value), sheet=self.sheet.value)

    def _edit_chosen(self) -> str:
        cells = {self.column.value: self.cell.value}
        return self.edit(*self.list.value, role=self.role.value, cells=cells)

    def _reject_chosen(self) -> str:
        return self.reject(role=self.role.value, because=self.because.value, ids=list(self.list.value))

    def _press(self, decide: Callable[[], str]) -> None:
        """Decide what a button asks for, and say what became of it."""
        self.edited = []
        try:
            self.told.value = status("right", decide())
        except CasualtyLedgerError as error:
            self.told.value = status("wrong", str(error))
            return
        self._refresh()
        # What was edited stays chosen, for the next cell.
        self.list.value = tuple(value for _, value in self.list.options if value in self.edited)

    def _turn_to(self, batch: str) -> None:
        self.batch = batch
        self.held = self._read()
        self._refresh()

    def _refresh(self) -> None:
        """Offer what is open: the words that stand beside the ledger, and the proposals."""
        counts = self.held["beside"].value_counts()
        options = [(f"all ({len(self.held):,})", EVERY)]
        self.only.options = options + [(f"{word} ({count:,})", word) for word, count in counts.items()]
        self.sheet.placeholder = name_sheet(self.project, self.batch)
        self._fill()

    def _fill(self) -> None:
        wanted = self.held[self.held["id"].isin(self.choose(self.only.value or EVERY))]
        self.list.options = [(f"{row.beside}: {row.said}", row.id) for row in wanted.itertuples()]

    def _show_chosen(self) -> None:
        chosen = self.held[self.held["id"].isin(self.list.value)].head(SHOWN)
        self.detail.value = frame(mark_rows(chosen, COLUMNS)) if len(chosen) else ""

    def _repr_html_(self) -> str:
        """Show the open proposals as a table, without controls."""
        what = f"{len(self.held):,} open proposals of {self.batch}" if self.batch else NONE
        more = len(self.held) - SHOWN
        rest = f"{more:,} more: .held is the DataFrame." if more > 0 else "Nothing proposed is in a report."
        return frame(say(what, rest), mark_rows(self.held.head(SHOWN), COLUMNS) if len(self.held) else "")

    def _ipython_display_(self) -> None:
        call = "casualty-ledger proposals accept, or .accept(role=…, only=…)"
        show_controls(self.box, f"Review proposals of {self.batch}" if self.batch else NONE, f"Use {call}.")
