"""The recording form: one figure for a sheet, checked while it is typed, appended when it is right."""

from __future__ import annotations

from typing import Any

import pandas as pd

from casualty_ledger.conflicts.choosing import take_conflict
from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.conflicts.known import learn_conflicts
from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.explore.recording import preview
from casualty_ledger.explore.widgets import find_widgets, layout_of, show_controls, status
from casualty_ledger.ledger.recording import append_row, check_recorded, make_row, suggest_id
from casualty_ledger.project import Project
from casualty_ledger.recorded_words import SHEET_WORDS
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import list_sheets, read_sheets
from casualty_ledger.sources.registry import read_register
from casualty_ledger.vocabulary import Party, Side

ASKED = (
    "claimant",
    "claimant_side",
    "publisher",
    "published_on",
    "measure",
    "value",
    "hedge",
    "population",
    "party",
    "place",
    "covers_from",
    "covers_until",
    "basis",
    "verification",
    "address",
)
MORE = tuple(column for column in SHEET_COLUMNS if column not in (*ASKED, "id"))
WORDS = {column: words for column, words in SHEET_WORDS.items() if column != "rate_unit"}
FREE = ("claimant", "publisher", "place", "conflict", "admin1")
FIRST = {"hedge": "exact", "basis": "period"}


def _words_of(conflict: Conflict | None) -> dict[str, list[str]]:
    """Return the words for parties and sides of a conflict; without a file, they are typed."""
    if conflict is None:
        return {}
    return {
        "claimant_side": [*conflict.sides, *Side.words()],
        "party": [*conflict.parties, str(Party.BOTH)],
    }


class RecordingForm:
    """A form for one figure; nothing is written before its button is pressed and all of it is right.

    >>> import casualty_ledger as cl
    >>> form = cl.RecordingForm("civilian")
    >>> form.state(claimant="OHCHR HRMMU", measure="killed", population="civilians", value="ten")
    >>> form.problems()["column"].tolist()
    ['value']
    """

    def __init__(self, sheet: str = "", *, conflict: str = "", raw: str = "") -> None:
        """Open the form for a sheet and a conflict; nothing means the first sheet and the default conflict.

        Errors: FolderMissing, NoProject, SheetUnreadable, RegisterUnreadable.
        """
        self.project = Project.told(raw=raw)
        self.sheets = [path.name for path in list_sheets(self.project.recorded)]
        self.sheet = f"{sheet.removesuffix('.csv')}.csv" if sheet else self.sheets[0]
        self.register = read_register(self.project.sources)
        self.rows = read_sheets(self.project.recorded)
        self.conflict = conflict or take_conflict("", list(self.rows["conflict"].unique()))
        self.first = FIRST | {"conflict": self.conflict}
        self.words = WORDS | _words_of(learn_conflicts(self.project).get(self.conflict))
        self.stated = self.first | {"id": suggest_id(self.rows, self.sheet)}
        self.resting = False
        self.widgets = find_widgets()
        self.fields: dict[str, Any] = {}
        self.marks: dict[str, Any] = {}
        self.box = self._build() if self.widgets else None

    def state(self, **cells: str) -> None:
        """State cells by column, as typing into the fields does.

        Errors: UnknownColumn.
        """
        make_row(self.sheet, cells)
        self.stated |= cells
        self._mark()

    def problems(self) -> pd.DataFrame:
        """Return every problem of what is stated so far: sheet, row, row_id, column, found, reason."""
        return check_recorded(make_row(self.sheet, self.stated), self.register, self.rows)

    def record(self) -> pd.DataFrame:
        """Append the row to the sheet and return it as recorded.

        Errors: FigureRefused, SheetBusy, SheetUnreadable, CannotWrite.
        """
        recorded = append_row(self.project, self.sheet, self.stated)
        self._start_anew()
        return recorded

    def _start_anew(self) -> None:
        self.rows = read_sheets(self.project.recorded)
        kept = {name: self.stated.get(name, "") for name in ("claimant", "claimant_side", "publisher")}
        self.stated = self.first | kept | {"id": suggest_id(self.rows, self.sheet)}
        self.resting = True
        for name, field in self.fields.items():
            field.value = self.stated.get(name, "")
        self.resting = False
        self._mark()

    def _build(self) -> Any:
        widgets = self.widgets
        which = widgets.Dropdown(
            options=self.sheets, value=self.sheet, description="sheet", **layout_of(widgets)
        )
        which.observe(lambda change: self._turn_to(change["new"]), names="value")
        self.told, self.last = widgets.HTML(), widgets.HTML()
        self.button = widgets.Button(description="Record figure", button_style="primary")
        self.button.on_click(lambda _: self._press())
        asked = [self._line(name) for name in ("id", *ASKED)]
        more = widgets.Accordion([widgets.VBox([self._line(name) for name in MORE])])
        more.set_title(0, "More: bounds, scope, notes, order within the day")
        self._mark()
        return widgets.VBox([which, *asked, more, self.told, self.button, self.last])

    def _line(self, name: str) -> Any:
        widgets, first = self.widgets, self.stated.get(name, "")
        if name in self.words:
            options = list(dict.fromkeys(["", *self.words[name]]))
            field = widgets.Dropdown(options=options, value=first, description=name, **layout_of(widgets))
        elif name in FREE:
            seen = sorted({str(text) for text in self.rows[name].unique() if text})
            field = widgets.Combobox(options=seen, value=first, description=name, **layout_of(widgets))
        else:
            field = widgets.Text(value=first, description=name, **layout_of(widgets))
        field.observe(lambda change: self._typed(name, change["new"]), names="value")
        self.fields[name], self.marks[name] = field, widgets.HTML()
        return widgets.HBox([field, self.marks[name]])

    def _typed(self, name: str, text: str) -> None:
        if not self.resting:
            self.stated[name] = text or ""
            self._mark()

    def _turn_to(self, sheet: str) -> None:
        self.sheet = sheet
        self.fields["id"].value = suggest_id(self.rows, sheet)

    def _mark(self) -> None:
        """Say beside each field what is wrong with it, and below how the ledger will read the row."""
        if not self.marks:
            return
        found = self.problems()
        for name, mark in self.marks.items():
            mark.value = self._judge(name, found.loc[found["column"] == name, "reason"])
        self.button.disabled = bool(len(found))
        if found.empty:
            self.told.value = status("right", preview(make_row(self.sheet, self.stated), self.register))
        else:
            wrong = ", ".join(found["column"].unique())
            self.told.value = status("open", f"Needed, or not right yet: {wrong}.")

    def _judge(self, name: str, reasons: pd.Series) -> str:
        if reasons.empty:
            return ""
        untouched = not self.stated.get(name, "").strip()
        return status("open", "needed") if untouched else status("wrong", str(reasons.iloc[0]))

    def _press(self) -> None:
        try:
            row = self.record().iloc[0]
        except CasualtyLedgerError as error:
            self.last.value = status("wrong", str(error))
            return
        where = f"Recorded as {row['id']} in {row['sheet']}, row {row['row']}."
        again = "The ledger holds it when it is opened again: ledger = cl.open_ledger()."
        self.last.value = status("right", f"{where} {again}")

    def _ipython_display_(self) -> None:
        call = f'cl.record_figure("{self.sheet}", claimant=…, measure=…, value=…)'
        show_controls(self.box, f"Record a figure in {self.sheet}", f"Without a form: {call}.")
