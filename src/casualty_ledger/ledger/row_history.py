"""One row on its way from sheet to figure, and what another rule would have made of the rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.ledger.corrections import Correction

RECORDED = ("claimant", "publisher", "party", "population", "measure", "covers_until", "value", "hedge")
READ = ("measure", "population", "party", "covers_from", "covers_until", "value", "hedge")
COMPARED = ("measure", "covers_from", "covers_until", "lower", "value", "upper", "hedge", "is_soft")


class RowNotRead(CasualtyLedgerError):
    """A row that is no appearance: there is none of this name, or it was refused."""

    template = (
        "{found!r} is no row that was read. Take a row_id of the appearances; refusals are listed apart."
    )


def follow_row(
    row_id: str,
    rows: pd.DataFrame,
    corrections: Sequence[Correction],
    appearances: pd.DataFrame,
    figures: pd.DataFrame,
) -> pd.DataFrame:
    """Return what each step made of a recorded row: recorded, corrected, read, bounded, graded, merged.

    Errors: RowNotRead.
    """
    if row_id not in set(appearances["row_id"]):
        raise RowNotRead(found=row_id)
    recorded = _find(rows, rows["id"] == row_id)
    read = _find(appearances, appearances["row_id"] == row_id)
    figure = _find(figures, figures["row_ids"].str.split().map(lambda ids: row_id in ids))
    declared = [f"{each.column}: {each.action}, {each.reason}" for each in corrections if each.id == row_id]
    steps = {
        "recorded": _say(recorded, RECORDED),
        "corrected": "; ".join(declared) or "no correction is declared",
        "read": _say(read, READ),
        "bounded": _say(read, ("lower", "value", "upper", "is_soft")),
        "graded": _say(read, ("reliability", "credibility", "verification", "interest", "is_floor")),
        "merged": _say(figure, ("figure_id", "appearances", "published_on", "caveats")),
    }
    return pd.DataFrame({"what it holds": steps}).rename_axis("step")


def _find(table: pd.DataFrame, chosen: pd.Series) -> dict[str, Any]:
    found = table[chosen]
    return {str(name): cell for name, cell in found.iloc[0].items()} if len(found) else {}


def _say(cells: dict[str, Any], names: Sequence[str]) -> str:
    """Say the cells of a row that hold something."""
    held = ((name, cells.get(name)) for name in names)
    return "; ".join(f"{name} {_write(cell)}" for name, cell in held if not _is_nothing(cell)) or "not there"


def _write(cell: Any) -> str:
    return str(cell.date()) if isinstance(cell, pd.Timestamp) else str(cell)


def _is_nothing(cell: Any) -> bool:
    return cell is None or cell is pd.NA or cell is pd.NaT or cell == ""


def compare_readings(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return the appearances that two rules read differently, a line for each cell.

    Rows that stand in one of the tables alone are left out. Columns: row_id, column, before, after.
    """
    left, right = (each.drop_duplicates("row_id").set_index("row_id") for each in (before, after))
    both = left.index.intersection(right.index)
    parts = []
    for name in COMPARED:
        cells = pd.DataFrame({"before": left.loc[both, name], "after": right.loc[both, name]}).astype(object)
        same = (cells["before"] == cells["after"]).fillna(False).astype(bool) | cells.isna().all(axis=1)
        parts.append(cells[~same].assign(column=name))
    changed = pd.concat(parts).rename_axis("row_id").reset_index()
    return changed[["row_id", "column", "before", "after"]].sort_values(
        ["row_id", "column"], ignore_index=True
    )
