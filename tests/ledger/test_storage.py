"""Storage: tables on disk, whole and safe to open."""

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rows import assert_same

from casualty_ledger.errors import CannotWrite
from casualty_ledger.ledger.build import build_ledger
from casualty_ledger.ledger.storage import is_plain, read_appearances, write_csv
from casualty_ledger.ledger.texts import as_texts
from casualty_ledger.whole_files import writing


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1"])
def test_no_cell_starts_a_formula(tmp_path: Path, text: str):
    """
    A text that a spreadsheet would run is written with an apostrophe before it; numbers are left alone.
    """
    write_csv(tmp_path / "t.csv", pd.DataFrame({"said": [text], "count": [-1]}))

    with (tmp_path / "t.csv").open(encoding="utf-8", newline="") as lines:
        assert list(csv.reader(lines))[1] == [f"'{text}", "-1"]


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


TABLE = pd.DataFrame(
    {
        "said": ["a, b", 'he said "many"', "two\nlines", "plain", ""],
        "count": pd.array([1, None, 0, -3, 5], dtype="Int64"),
        "is_soft": [True, False, True, False, True],
        "day": pd.to_datetime(["2023-06-04", None, "2024-02-29", "2023-01-01", "2022-02-24"]),
        "at": pd.to_datetime(["2023-06-04 23:55:00", None, *["2024-02-29 00:00:00"] * 3]),
        "share": [0.5, None, 1e20, 1 / 3, -2.0],
    }
)


@pytest.mark.parametrize("rows", [slice(None), slice(1, 3), slice(0, 0)], ids=["all", "some", "none"])
def test_a_csv_holds_what_pandas_would_write(tmp_path: Path, rows: slice):
    """
    Where no cell needs defusing, the file holds what `DataFrame.to_csv` writes, with LF and texts in quotes.
    """
    write_csv(tmp_path / "t.csv", TABLE.iloc[rows])
    TABLE.iloc[rows].to_csv(tmp_path / "by_pandas.csv", index=False)

    written, wanted = (pd.read_csv(tmp_path / name) for name in ("t.csv", "by_pandas.csv"))
    pd.testing.assert_frame_equal(written, wanted)
    assert (tmp_path / "t.csv").read_bytes().startswith(b'"said","count","is_soft","day","at","share"\n')


@settings(deadline=None)
@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_any_text_comes_back_as_it_was(texts: list[str]):
    """
    Whatever a cell holds, a reader of CSV gets it back, with an apostrophe before it at most.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "t.csv")
        write_csv(path, pd.DataFrame({"said": texts, "more": texts}))
        with path.open(encoding="utf-8", newline="") as lines:
            read = [row[0] for row in list(csv.reader(lines))[1:]]

    assert [text if text == kept else f"'{text}" for text, kept in zip(texts, read, strict=True)] == read


def test_what_is_read_is_what_was_built(project):
    """
    The appearances on disk have the values and the types of the built ones.
    """
    built = build_ledger(project).appearances

    assert_same(read_appearances(project.processed), built)


def test_opening_a_ledger_makes_no_schema(project):
    """
    What was validated before it was written is not validated again: no backend of pandera is loaded.
    """
    code = (
        "import sys; from pathlib import Path; from casualty_ledger.ledger.storage import read_appearances;"
        f"print(len(read_appearances(Path({str(project.processed)!r}))));"
        "print('dask' in sys.modules, 'duckdb' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.split()[1:] == ["False", "False"]


@pytest.mark.parametrize(
    ("texts", "plain"),
    [(["a", ""], True), (["a", "=1"], False), (["-"], False), (["a\nb"], False), (["a-b"], True), ([], True)],
)
def test_texts_are_plain_where_none_runs_and_none_has_several_lines(texts, plain):
    """
    Only a column that is not plain is searched cell by cell, so the glance must never miss one.
    """
    assert is_plain(as_texts(texts)) is plain
