"""Every disagreement, held against the recorded rows behind it by an independent reading."""

from __future__ import annotations

import pandas as pd
import pytest
from reading_disagreements import bounds_of, read_sets
from reading_sentences import Row, read_rows

from casualty_ledger.parsing.weeks import parse_vintage, parse_week
from casualty_ledger.series.disagreements import find_disagreements

WEEK = parse_week("2023-W22")


@pytest.fixture(scope="module")
def rows(whole_project) -> dict[str, Row]:
    return read_rows(whole_project.recorded)


@pytest.fixture(scope="module")
def found(whole_ledger) -> pd.DataFrame:
    return find_disagreements(whole_ledger.figures, whole_ledger.appearances)


def test_every_disagreement_follows_from_its_rows(found, rows):
    """
    Every set of the whole ledger holds by bounds, days, claimants, measures and people of its rows.
    """
    sets, faults = read_sets(found, rows)

    assert sets > 50
    assert faults == []


@pytest.mark.parametrize("as_of", ["2023-06-05", "2024-12-31"])
def test_they_follow_in_any_vintage(whole_ledger, rows, as_of: str):
    """
    What is found in an earlier vintage holds against the same rows.
    """
    ledger = whole_ledger.as_of(parse_vintage(as_of, WEEK))
    sets, faults = read_sets(find_disagreements(ledger.figures, ledger.appearances), rows)

    assert sets > 10
    assert faults == []


def plant(found: pd.DataFrame, reading: str, planted: str) -> pd.DataFrame:
    """Return the first set of a reading under another name."""
    name = found.loc[found["reading"] == reading, "disagreement"].iloc[0]
    return found[found["disagreement"] == name].assign(reading=planted)


@pytest.mark.parametrize(
    ("reading", "planted"),
    [
        ("rival_claimants", "same_claimant_same_day"),
        ("rival_claimants", "population"),
        ("rival_claimants", "fall"),
        ("same_claimant_same_day", "rival_claimants"),
        ("definition", "rival_claimants"),
        ("rival_claimants", "definition"),
    ],
)
def test_a_wrong_name_is_noticed(found, rows, reading: str, planted: str):
    """
    The reading is no rubber stamp: a set under another name does not follow from its rows.
    """
    assert read_sets(plant(found, reading, planted), rows)[1]


def change(row: Row, **cells: str) -> Row:
    return {**row, **cells}


@pytest.mark.parametrize(
    "cells",
    [
        {"hedge": "at_least", "value": "1"},
        {"measure": "missing"},
        {"covers_from": "2021-01-01", "covers_until": "2021-01-01"},
        {"party": "somebody_else"},
        {"basis": "stock"},
    ],
)
def test_a_wrong_row_is_noticed(found, rows, cells: dict[str, str]):
    """
    A set of which one row has other bounds, days, measure, basis or people is found out.
    """
    pairs = found[found.groupby("disagreement")["figure_id"].transform("size") == 2]
    period = pairs[(pairs["reading"] == "rival_claimants") & pairs["figure_id"].isin(_of_days(rows))]
    said = found[found["disagreement"] == period["disagreement"].iloc[0]]
    highest = max(said["figure_id"], key=lambda name: bounds_of(rows[name]))

    assert read_sets(said, rows)[1] == []
    assert read_sets(said, {**rows, highest: change(rows[highest], **cells)})[1]


def _of_days(rows: dict[str, Row]) -> set[str]:
    return {name for name, row in rows.items() if row["basis"] == "period" and row["party"]}
