"""Storage: tables on disk, whole and safe to open."""

import csv
import json
from pathlib import Path

import pandas as pd
import pytest

from casualty_ledger.errors import CannotWrite
from casualty_ledger.ledger.build import build_ledger
from casualty_ledger.ledger.freshness import is_current
from casualty_ledger.ledger.opening import open_ledger
from casualty_ledger.ledger.storage import read_appearances, write_csv
from casualty_ledger.whole_files import writing


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1"])
def test_no_cell_starts_a_formula(tmp_path: Path, text: str):
    """
    A text that a spreadsheet would run is written with an apostrophe before it; numbers are left alone.
    """
    write_csv(tmp_path / "t.csv", pd.DataFrame({"said": [text], "count": [-1]}))

    with (tmp_path / "t.csv").open(encoding="utf-8", newline="") as lines:
        assert list(csv.reader(lines))[1] == [f"'{text}", "-1"]


def test_a_ledger_is_current_until_its_sheets_change(made_up):
    """
    A built ledger is current; a changed sheet makes it stale, and building makes it current again.
    """
    project = made_up({})
    assert not is_current(project)
    build_ledger(project)
    assert is_current(project)

    made_up({"value": "1"})

    assert not is_current(project)
    assert open_ledger(project).figures["value"].tolist() == [1]
    assert is_current(project)


def test_a_build_writes_what_its_readme_lists(made_up):
    """
    The tables are there as Parquet and CSV, with the refusals, and hold the same rows.
    """
    project = made_up({}, {"value": "?"})
    built = build_ledger(project)
    refused = pd.read_csv(project.processed / "refused.csv")

    assert built.rows_read == 2 == len(read_appearances(project.processed)) + len(refused)
    assert len(pd.read_csv(project.processed / "reported_figures.csv")) == 1
    assert refused.loc[0, ["sheet", "row", "column"]].tolist() == ["made_up.csv", 3, "value"]


def test_a_failed_write_leaves_the_former_file(tmp_path: Path):
    """
    A writer that fails leaves the old file as it was and nothing beside it.
    """
    path = tmp_path / "table.csv"
    path.write_text("before")

    with pytest.raises(ZeroDivisionError), writing(path) as neighbour:
        neighbour.write_text("half")
        _ = 1 / 0

    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path):
    """
    A path below a file cannot be written, and the error says so.
    """
    (tmp_path / "file").write_text("")

    with pytest.raises(CannotWrite), writing(tmp_path / "file" / "table.csv"):
        pass


def test_the_same_sheets_build_the_same_bytes(made_up):
    """
    Building twice writes the same CSV and the same digests.
    """
    project = made_up({}, {"value": "5", "covers_until": "2023-06-05"})
    build_ledger(project)
    before = (project.processed / "reported_figures.csv").read_bytes()
    build_ledger(project)

    assert (project.processed / "reported_figures.csv").read_bytes() == before
    assert "recorded/made_up.csv" in json.loads((project.processed / "inputs.json").read_text())
