"""Figures for HDX: tags, types, and what must be said beside them."""

import csv
import json
import re
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.publishing.hdx import TAGS, describe_dataset, tabulate_hdx, write_hdx


@pytest.fixture(scope="module")
def table(ledger) -> pd.DataFrame:
    return tabulate_hdx(ledger.figures)


def test_the_second_row_of_the_file_is_hxl(ledger, tmp_path: Path):
    """
    Under the names of the columns stands a tag for each, no tag twice, and below them one row a figure.
    """
    write_hdx(tmp_path, ledger.figures, title="A title", vintage="as known today")
    with (tmp_path / "reported_figures.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))

    assert rows[0] == list(TAGS)
    assert rows[1] == list(TAGS.values())
    assert all(re.fullmatch(r"#[a-z]+\d?(\+[a-z]+)*", tag) for tag in rows[1])
    assert len(set(rows[1])) == len(rows[1])
    assert len(rows) == len(ledger.figures) + 2


def test_numbers_and_days_are_plain_and_nothing_missing_is_zero(table: pd.DataFrame, ledger):
    """
    A number is digits, a day is a day, and what is not stated is an empty cell.
    """
    value, wanted = table["value"].iloc[1:], ledger.figures["value"]

    assert value.tolist() == ["" if pd.isna(cell) else str(cell) for cell in wanted]
    assert table["covers_until"].iloc[1:].str.fullmatch(r"(\d{4}-\d\d-\d\d)?").all()
    assert ((table["upper"].iloc[1:] == "").to_numpy() == ledger.figures["upper"].isna().to_numpy()).all()


def test_every_row_says_how_it_came_to_be(table: pd.DataFrame):
    """
    Verification, methodology, grade and claimant stand in every row.
    """
    for column in ("verification", "methodology", "reliability", "credibility", "claimant"):
        assert (table[column] != "").all(), column


def test_observations_are_marked_as_sdmx_marks_them(table: pd.DataFrame, ledger):
    """
    An estimate is E, a number in doubt U, a figure without any number O, everything else A.
    """
    status, figures = table["obs_status"].iloc[1:].reset_index(drop=True), ledger.figures
    unstated = figures[["lower", "value", "upper"]].isna().all(axis=1)
    doubted = figures["caveats"].str.contains(
        r"\b(?:relay_error_suspected|flagged_by_correction|withdrawn)\b"
    )

    assert set(status[unstated]) <= {"O"}
    assert set(status[doubted & ~unstated]) == {"U"}
    assert set(status[~doubted & ~unstated & (figures["verification"] == "model_estimate")]) == {"E"}
    assert set(status) == {"A", "E", "U", "O"}


def test_the_dataset_has_the_fields_of_hdx(ledger):
    """
    Methodology, caveats, source, days and licence are filled; where it is about is left to its publisher.
    """
    told = describe_dataset(ledger.figures, "A title", "as known on 5 June 2023")

    assert told["methodology"] == "Other"
    assert all(told[name] for name in ("methodology_other", "caveats", "dataset_source", "notes"))
    assert re.fullmatch(r"\[\d{4}-\d\d-\d\d TO \d{4}-\d\d-\d\d\]", told["dataset_date"])
    assert "As known on 5 June 2023." in told["notes"]
    assert told["groups"] == []


def test_one_conflict_is_exported_at_a_time(made_up, tmp_path: Path):
    """
    `export hdx` takes the figures of one conflict, and names it in the title.
    """
    project = made_up({}, {"conflict": "river_war", "claimant": "NATO", "party": "", "claimant_side": ""})
    folders = ["--raw", str(project.raw), "--processed", str(project.processed)]
    told = CliRunner().invoke(
        app, ["export", "hdx", str(tmp_path / "out"), "--conflict", "river_war", *folders]
    )
    rows = (tmp_path / "out" / "reported_figures.csv").read_text().splitlines()

    assert told.exit_code == 0, told.output
    assert len(rows) == 3
    assert "NATO" in rows[2]
    assert json.loads((tmp_path / "out" / "hdx_dataset.json").read_text())["license_id"] == "cc-by"
