"""Recorded rows made from an honest one, and tables compared."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.schema import OPTIONAL_COLUMNS, SHEET_COLUMNS

HONEST = {
    "id": "t-1",
    "published_on": "2023-06-04",
    "conflict": "russia_ukraine",
    "claimant": "General Staff of Ukraine",
    "claimant_side": "ukraine",
    "publisher": "Ukrinform",
    "party": "russia",
    "population": "military",
    "measure": "losses_unspecified",
    "covers_from": "2022-02-24",
    "covers_until": "2023-06-04",
    "basis": "cumulative",
    "value": "209940",
    "hedge": "about",
    "verification": "official_claim",
    "address": "https://example.org/a",
}


def make_rows(*changes: dict[str, str]) -> pd.DataFrame:
    """Make recorded rows from an honest one, each with its changes; ids are numbered."""
    rows = [HONEST | {"id": f"t-{n}"} | change for n, change in enumerate(changes, start=1)]
    empty = dict.fromkeys((*SHEET_COLUMNS, *OPTIONAL_COLUMNS, "unreadable"), "")
    table = pd.DataFrame([empty | row for row in rows])
    return table.assign(sheet="made_up.csv", row=range(2, len(rows) + 2))


def assert_same(found: pd.DataFrame, expected: pd.DataFrame) -> None:
    """Compare tables with their types; in which library's memory their strings are does not count."""
    strings = {name for name, kind in found.dtypes.items() if isinstance(kind, pd.StringDtype)}
    here = {name: expected.dtypes[name] for name in strings if name in expected}
    pd.testing.assert_frame_equal(found.astype(here), expected)
