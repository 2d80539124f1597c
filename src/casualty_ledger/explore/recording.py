"""Recording from a notebook: one figure for a sheet, with a preview of how the ledger will read it."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.ledger.identity import most_of
from casualty_ledger.ledger.recording import append_row, suggest_id
from casualty_ledger.project import Project
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.sources.recorded_sheets import read_sheets
from casualty_ledger.vocabulary import Party, Side
from casualty_ledger.wording.labels import label_count, label_figure, label_number, label_until


def record_figure(sheet: str, *, raw: str = "", **stated: str) -> pd.DataFrame:
    """Append one figure to a sheet, checked as `casualty-ledger check` does; return it as recorded.

    `stated` are cells of the sheet by column (data/raw/recorded/README.md); an id is given where none is
    stated. The ledger holds the figure when it is next opened.
    Errors: NoSuchSheet, UnknownColumn, FigureRefused, SheetBusy, SheetUnreadable, CannotWrite.

    >>> import casualty_ledger as cl
    >>> cl.record_figure("civilian", claimant="OHCHR HRMMU", measure="dead", value="many")
    Traceback (most recent call last):
    casualty_ledger.ledger.recording.FigureRefused: Nothing was recorded. ...
    """
    project = Project.told(raw=raw)
    if not stated.get("id"):
        rows = read_sheets(project.recorded)
        stated = stated | {"id": suggest_id(rows, f"{sheet.removesuffix('.csv')}.csv")}
    return append_row(project, sheet, stated)


def words_of(conflict: Conflict | None) -> dict[str, list[str]]:
    """Return the words for parties and sides of a conflict; without a file, they are typed."""
    if conflict is None:
        return {}
    return {
        "claimant_side": [*conflict.sides, *Side.words()],
        "party": [*conflict.parties, str(Party.BOTH)],
    }


def preview(figure: ReportedFigure) -> str:
    """Say how the ledger will read one row that has no problem: what, whose, its bounds and its grade."""
    lower, upper = label_number(figure["lower"]), label_number(most_of(figure))
    soft = ", soft" if figure["is_soft"] else ""
    place = f"; {figure['place']}" if figure["place"] else ""
    return (
        f"{figure['claimant']}: {label_figure(figure, label_count(figure))}{place}; {label_until(figure)}. "
        f"Bounds {lower} to {upper}{soft}; grade {figure['reliability']}{figure['credibility']}."
    )
