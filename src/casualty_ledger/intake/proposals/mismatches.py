"""Mismatches: one claim that two sources print with different numbers, among sheets and proposals."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd

from casualty_ledger.intake.proposals.batch import list_batches, read_batch
from casualty_ledger.intake.proposals.deciding import open_proposals
from casualty_ledger.ledger.caveats import find_parts
from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.corrections import read_corrections
from casualty_ledger.ledger.figures import tell_statements
from casualty_ledger.ledger.identity import SERIES
from casualty_ledger.project import Project
from casualty_ledger.sources.recorded_sheets import list_sheets, open_each
from casualty_ledger.sources.registry import read_register

COLUMNS = ["conflict", "claimant", "measure", "covers_from", "covers_until", "says", "row_ids"]
# One claim: of one claimant, about one thing, to one day.
CLAIM = [*SERIES, "covers_from", "covers_until"]


def find_mismatches(project: Project) -> pd.DataFrame:
    """List the claims that different publishers or sheets print with different numbers. Columns: COLUMNS.

    Recorded sheets and open proposals are held together. A claimant who restates his number on another day
    is no mismatch: only what is printed under one day of publication is, or of which a day is not known.
    """
    register = read_register(project.sources)
    recorded = open_each(list_sheets(project.recorded)).rows
    kept = clean_rows(recorded, register, read_corrections(project.corrections)).appearances
    open_rows = [open_proposals(project, read_batch(project, name)) for name in list_batches(project)]
    proposed = [clean_rows(rows, register).appearances for rows in open_rows if len(rows)]
    return compare_sources(pd.concat([kept, *proposed], ignore_index=True))


def compare_sources(appearances: pd.DataFrame) -> pd.DataFrame:
    """List the claims that sources print with different numbers. Columns: COLUMNS."""
    names = tell_statements(appearances, find_parts(appearances)).names
    told = appearances.assign(**names)
    told = told[told["value"].notna() & told["covers_until"].notna()]
    claim = told.groupby([*CLAIM, "published_on"], sort=False, dropna=False)
    numbers = claim["value"].transform("nunique")
    sources = claim["publisher"].transform("nunique") + claim["sheet"].transform("nunique")
    differing = told[(numbers > 1) & (sources > 2)]
    listed = [
        {**group.iloc[0][COLUMNS[:5]], "says": _say(group), "row_ids": " ".join(group["row_id"])}
        for _, group in differing.groupby([*CLAIM, "published_on"], sort=False, dropna=False)
    ]
    found = pd.DataFrame(listed, columns=COLUMNS)
    return found.assign(
        **{name: pd.to_datetime(found[name]).dt.date for name in ("covers_from", "covers_until")}
    )


def _say(group: pd.DataFrame) -> str:
    rows = group.drop_duplicates(["publisher", "sheet", "value"]).to_dict("records")
    return "; ".join(f"{row['value']:,} ({row['publisher'] or row['sheet']}, {_day(row)})" for row in rows)


def _day(row: dict[Hashable, Any]) -> str:
    return "undated" if pd.isna(row["published_on"]) else f"{row['published_on']:%Y-%m-%d}"
