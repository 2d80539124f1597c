"""Accounting: where every recorded row went. Rows read = appearances + refused, sheet by sheet."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.conflicts.conflict import UNSTATED
from casualty_ledger.errors import ConflictMisnamed, UnreadableDate
from casualty_ledger.ledger.clean import Cleaned
from casualty_ledger.ledger.distinct import Distinct
from casualty_ledger.ledger.readings import parse_conflict
from casualty_ledger.ledger.storage import read_columns, read_refused
from casualty_ledger.ledger.vintages import is_known
from casualty_ledger.parsing.dates import parse_date
from casualty_ledger.parsing.weeks import Vintage
from casualty_ledger.project import Project


def read_cleaned(project: Project) -> Cleaned:
    """Return what became of every row of a stored ledger: where it stood, and when it came out."""
    where = read_columns(project.processed, ["conflict", "sheet", "published_on"])
    return Cleaned(where, read_refused(project.processed))


def narrow_to(conflict: str, rows: pd.DataFrame, cleaned: Cleaned) -> tuple[pd.DataFrame, Cleaned]:
    """Return the recorded rows of one conflict, and what became of them.

    A row whose conflict cannot be read counts as of an unstated one.
    """
    named = Distinct.of(rows["conflict"]).each(_read_conflict) == conflict
    own = rows if named.all() else rows[named]
    refused = cleaned.refused
    lines = own.loc[own["row"].isin(refused["row"]), ["sheet", "row"]]
    here = pd.MultiIndex.from_frame(refused[["sheet", "row"]]).isin(pd.MultiIndex.from_frame(lines))
    appearances = cleaned.appearances
    is_own = appearances["conflict"] == conflict
    kept = appearances if is_own.all() else appearances[is_own].reset_index(drop=True)
    return own, Cleaned(kept, refused[here].reset_index(drop=True))


def _read_conflict(text: str) -> str:
    try:
        return parse_conflict(text)
    except ConflictMisnamed:
        return UNSTATED


def account_for_rows(rows: pd.DataFrame, cleaned: Cleaned, vintage: Vintage) -> pd.DataFrame:
    """Count the recorded rows known in `vintage`: one line per sheet.

    Columns: rows_read (counted in the sheets themselves), appearances, refused, and undated: rows that
    no dated vintage can hold, counted apart.
    """
    published = Distinct.of(rows["published_on"]).each(_day, "datetime64[ns]")
    tables = {
        "rows_read": rows[["sheet"]].assign(published_on=published),
        "appearances": cleaned.appearances[["sheet", "published_on"]],
        "refused": cleaned.refused[["sheet", "published_on"]],
    }
    counts = {name: table["sheet"][is_known(table, vintage)].value_counts() for name, table in tables.items()}
    counts["undated"] = rows["sheet"][published.isna()].value_counts()
    table = pd.DataFrame(counts).reindex(sorted(rows["sheet"].unique())).fillna(0).astype(int)
    # A sheet of which nothing was known yet was not there yet.
    return table[table.any(axis=1)].rename_axis("sheet")


def _day(text: str) -> pd.Timestamp | None:
    try:
        stated = parse_date(text)
    except UnreadableDate:
        return None
    return pd.Timestamp(stated.last) if stated else None


def example_per_hedge(appearances: pd.DataFrame) -> pd.DataFrame:
    """Return, for each hedge found, how many appearances have it and one of them with its bounds."""
    counts = appearances["hedge"].value_counts().rename("appearances")
    said = appearances[["hedge", "row_id", "lower", "value", "upper", "is_soft"]]
    first = said[said["value"].notna() | said["lower"].notna()]
    example = first.drop_duplicates("hedge").set_index("hedge")
    return pd.concat([counts, example], axis=1).rename_axis("hedge")


def recorded_to_measure(rows: pd.DataFrame, appearances: pd.DataFrame) -> pd.DataFrame:
    """Count how the recorded word for a measure became a measure of the ledger."""
    recorded = rows.set_index("id")["measure"].rename("recorded_as")
    joined = appearances[["row_id", "measure"]].join(recorded, on="row_id")
    counts = joined.groupby(["recorded_as", "measure"], sort=True).size()
    return counts.rename("appearances").reset_index()
