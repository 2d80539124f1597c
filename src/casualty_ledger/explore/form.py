"""The recording form: one figure for a sheet, checked while it is typed, appended when it is right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from casualty_ledger.conflicts.choosing import take_conflict
from casualty_ledger.conflicts.known import learn_conflicts
from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.explore.blocks import read_block
from casualty_ledger.explore.recording import preview, words_of
from casualty_ledger.explore.widgets import find_face, show_controls
from casualty_ledger.ledger.judging import RowJudge
from casualty_ledger.ledger.recording import (
    append_rows,
    check_recorded,
    find_sheet,
    make_row,
    suggest_id,
    try_recorded,
)
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.ledger.taking_back import NothingTakenBack, take_back
from casualty_ledger.project import Project
from casualty_ledger.recorded_words import SHEET_WORDS
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import list_sheets, read_sheets
from casualty_ledger.sources.registry import read_register

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
SPEAKER = ("claimant", "claimant_side", "publisher")
MORE_OF_IT = "More: bounds, scope, notes, order within the day"
AGAIN = "The ledger holds it when it is opened again: ledger = cl.open_ledger()."
RIGHT = "All of it can be read."
Said = tuple[str, str]


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
        self._read_again()
        self.conflict = conflict or take_conflict("", list(self.rows["conflict"].unique()))
        self.first = FIRST | {"conflict": self.conflict}
        self.words = WORDS | words_of(learn_conflicts(self.project).get(self.conflict))
        self.stated: dict[str, str] = dict(self.first)
        self.recorded: list[pd.DataFrame] = []
        self.block = make_row(self.sheet, {}).head(0)
        face = find_face()
        self.box = self._build(face) if face else None

    def state(self, **cells: str) -> None:
        """State cells by column, as typing into the fields does.

        Errors: UnknownColumn.
        """
        make_row(self.sheet, cells)
        self.stated |= cells

    def problems(self) -> pd.DataFrame:
        """Return every problem of what is stated so far: sheet, row, row_id, column, found, reason."""
        return self.judge.find(self._row(self.stated))

    def record(self) -> pd.DataFrame:
        """Append the row to the sheet and return it as recorded; what is refused stays stated.

        Errors: FigureRefused, SheetBusy, SheetUnreadable, CannotWrite.
        """
        recorded = self._append(self._row(self.stated))
        kept = {name: self.stated.get(name, "") for name in SPEAKER}
        self.stated = self.first | kept
        return recorded

    def paste(self, text: str, *, start: str = "") -> pd.DataFrame:
        """Read rows copied from a spreadsheet and return their problems; `record_block` appends them.

        The first line may name columns; without it, cells stand for the columns of a sheet from `start` on.
        What the block does not state is as in the form. Errors: UnknownColumn.
        """
        rest = {name: cell for name, cell in self.stated.items() if name not in ("id", start)}
        self.block = read_block(text, self.sheet, rest, self.rows, start=start)
        return check_recorded(self.block, self.register, self.judge.beside(self.block))

    def record_block(self) -> pd.DataFrame:
        """Append the rows that were pasted, all or none, and return them as recorded.

        Errors: FigureRefused, SheetBusy, SheetUnreadable, CannotWrite.
        """
        recorded = self._append(self.block)
        self.block = self.block.head(0)
        return recorded

    def undo(self) -> pd.DataFrame:
        """Take what was recorded last with this form out of its sheet again, and return it.

        Errors: NothingTakenBack, SheetBusy, SheetUnreadable, CannotWrite.
        """
        if not self.recorded:
            raise NothingTakenBack(sheet=self.sheet)
        last = self.recorded[-1]
        take_back(self.project, find_sheet(self.project, last["sheet"].iloc[0]), last)
        self.recorded.pop()
        self._read_again()
        return last

    def _row(self, stated: Mapping[str, str]) -> pd.DataFrame:
        return make_row(self.sheet, {**stated, "id": stated.get("id") or self._next_id()})

    def _next_id(self) -> str:
        if self.sheet not in self.ids:
            self.ids[self.sheet] = suggest_id(self.rows, self.sheet)
        return self.ids[self.sheet]

    def _read_again(self) -> None:
        """Read the sheets again, which may have been written to by others too."""
        self.rows = read_sheets(self.project.recorded)
        self.judge = RowJudge(self.register, self.rows)
        self.ids: dict[str, str] = {}

    def _append(self, rows: pd.DataFrame) -> pd.DataFrame:
        recorded = append_rows(self.project, find_sheet(self.project, self.sheet), rows)
        self.recorded.append(recorded)
        self._read_again()
        return recorded

    def _build(self, face: Any) -> Any:
        fields = [self._field(name) for name in ("id", *ASKED, *MORE)]
        box = face(
            sheets=self.sheets,
            sheet=self.sheet,
            fields=fields,
            more=MORE_OF_IT,
            cells=self.stated,
            first=self.first,
            kept=list(SPEAKER),
        )
        box.on_msg(lambda _, message, __: self._reply(box, message))
        return box

    def _reply(self, box: Any, message: Mapping[str, Any]) -> None:
        """Answer, and then keep what is on screen, so that a page that is loaded again has it."""
        box.send(self.answer(message))
        box.sheet, box.cells = self.sheet, dict(self.stated)

    def _field(self, name: str) -> dict[str, Any]:
        field = {"name": name, "kind": "text", "options": [], "more": name in MORE}
        if name in self.words:
            return field | {"kind": "choice", "options": list(dict.fromkeys(["", *self.words[name]]))}
        if name in FREE:
            seen = sorted({str(text) for text in self.rows[name].unique() if text})
            return field | {"kind": "suggested", "options": seen}
        return field

    def answer(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Answer what the browser asks: to judge, preview, record, undo or paste; a row comes whole."""
        answers: dict[str, Callable[[], dict[str, Any]]] = {
            "judge": self._judge,
            "preview": self._preview,
            "record": self._take,
            "undo": self._take_back,
            "paste": lambda: self._read_pasted(message["text"], message["name"]),
            "record_pasted": self._take_block,
        }
        if "cells" in message:
            self.sheet, self.stated = message["sheet"], dict(message["cells"])
        return {"turn": message.get("turn", 0)} | answers[message["do"]]()

    def _judge(self) -> dict[str, Any]:
        """Say beside each field what is wrong with it, and below which they are."""
        found = self.problems()
        reasons = dict(zip(found["column"][::-1], found["reason"][::-1], strict=True))
        marks = {name: self._mark(name, reasons[name]) for name in found["column"].unique()}
        told = ("open", f"Needed, or not right yet: {', '.join(marks)}.") if marks else ("right", RIGHT)
        given = f"{self._next_id()}, given when recorded"
        return {"answer": "judged", "marks": marks, "told": told, "right": not marks, "id": given}

    def _preview(self) -> dict[str, Any]:
        """Say how the ledger will read the row, which takes longer than to say that it will."""
        row = self._row(self.stated)
        found, make = try_recorded(row, self.register, self.judge.beside(row))
        told = preview(figures_of(make())[0]) if found.empty else ""
        return {"answer": "previewed", "told": ("right", told)}

    def _mark(self, name: str, reason: str) -> Said:
        return ("wrong", reason) if self.stated.get(name, "").strip() else ("open", "needed")

    def _take(self) -> dict[str, Any]:
        try:
            row = self.record().iloc[0]
        except CasualtyLedgerError as error:
            return {"answer": "refused", "told": str(error)}
        where = f"Recorded as {row['id']} in {row['sheet']}, row {row['row']}"
        what = f"{row['value'] or row['lower'] or row['upper']} {row['measure']}, {row['claimant']}"
        return {"answer": "recorded", "told": f"{where}: {what}. {AGAIN}"}

    def _take_back(self) -> dict[str, Any]:
        try:
            undone = self.undo()
        except CasualtyLedgerError as error:
            return {"answer": "undone", "told": ("wrong", str(error)), "row": None}
        ids = ", ".join(undone["id"])
        cells = undone[[*ASKED, *MORE]].iloc[0].to_dict() if len(undone) == 1 else None
        return {"answer": "undone", "told": ("open", f"Undone: {ids}."), "row": cells}

    def _read_pasted(self, text: str, start: str) -> dict[str, Any]:
        try:
            found = self.paste(text, start=start)
        except CasualtyLedgerError as error:
            return {"answer": "pasted", "told": str(error), "rows": [], "right": False}
        rows = [self._tell_pasted(row, found) for row in self.block.to_dict("records")]
        right = bool(rows) and found.empty
        wrong = "" if right else " Mend what is marked, and paste them again."
        return {"answer": "pasted", "told": f"Pasted: {len(rows)} rows.{wrong}", "rows": rows, "right": right}

    def _tell_pasted(self, row: Mapping[Any, Any], found: pd.DataFrame) -> Said:
        wrong = found[found["row_id"] == row["id"]]
        what = f"{row['id']}: {row['value']} {row['measure']}, {row['claimant']}, {row['place']}"
        if wrong.empty:
            return "right", what
        return "wrong", f"{what}. {wrong['column'].iloc[0]}: {wrong['reason'].iloc[0]}"

    def _take_block(self) -> dict[str, Any]:
        try:
            taken = self.record_block()
        except CasualtyLedgerError as error:
            return {"answer": "took", "told": ("wrong", str(error))}
        ends = f"{taken['id'].iloc[0]} to {taken['id'].iloc[-1]}"
        return {"answer": "took", "told": ("right", f"Recorded {len(taken)} rows: {ends}. {AGAIN}")}

    def _ipython_display_(self) -> None:
        call = f'cl.record_figure("{self.sheet}", claimant=…, measure=…, value=…)'
        show_controls(self.box, f"Record a figure in {self.sheet}", f"Without a form: {call}.")
