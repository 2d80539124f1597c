"""Workbooks: every cell of its own type, nothing that runs, and what is needed to read it."""

import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.parsing.weeks import Vintage
from casualty_ledger.publishing import workbook
from casualty_ledger.publishing.codebook import describe_columns
from casualty_ledger.publishing.exported import export_figures, export_package, tabulate_sources
from casualty_ledger.publishing.workbook import TooManyRows, write_workbook
from casualty_ledger.schema import ReportedFigures


def sheet(path: Path, name: str = "figures") -> pd.DataFrame:
    return pd.read_excel(path, sheet_name=name, engine="calamine", keep_default_na=False, dtype=object)


@pytest.fixture(scope="module")
def exported(ledger, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("out") / "figures.xlsx"
    export_figures(path, ledger.figures.head(400), {"Whose": "Reported by OHCHR HRMMU; as known today."})
    return path


def test_cells_are_of_their_own_type(exported: Path, ledger):
    """
    A number is a number, a day a day, a flag a flag, and what is missing is an empty cell and no zero.
    """
    told, wanted = sheet(exported), ledger.figures.head(400)

    assert told["value"].map(lambda cell: "" if cell == "" else int(cell)).tolist() == [
        "" if pd.isna(cell) else int(cell) for cell in wanted["value"]
    ]
    days = told["covers_until"].map(lambda cell: cell if isinstance(cell, str) else pd.Timestamp(cell))
    assert days.tolist() == ["" if pd.isna(day) else day for day in wanted["covers_until"]]
    assert told["is_floor"].tolist() == wanted["is_floor"].tolist()
    assert told["claimant"].astype(str).tolist() == wanted["claimant"].tolist()


def test_no_cell_is_a_formula_or_a_link(tmp_path: Path):
    """
    Texts that a spreadsheet would run, call or open are texts in the file.
    """
    hostile = ['=HYPERLINK("http://x","y")', "+1+1", "-2", "@SUM(A1)", "\t=1", "http://example.org/", "007"]
    path = tmp_path / "hostile.xlsx"
    write_workbook(path, {"figures": pd.DataFrame({"note": hostile})})
    with zipfile.ZipFile(path) as parts:
        xml = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
        names = parts.namelist()

    assert "<f>" not in xml
    assert "hyperlink" not in xml.replace("HYPERLINK", "")
    assert not [name for name in names if "worksheets/_rels" in name]
    assert sheet(path)["note"].tolist() == hostile


def test_what_a_spreadsheet_cannot_hold_is_still_there(tmp_path: Path):
    """
    A day before March 1900 and a huge number are texts, an endless text is cut with a mark.
    """
    table = pd.DataFrame(
        {
            "day": pd.to_datetime(["1871-01-18", "1900-03-01"]),
            "count": pd.array([10**17, 5], dtype="Int64"),
            "note": ["x" * 40_000, "a\x00b"],
        }
    )
    path = tmp_path / "odd.xlsx"
    write_workbook(path, {"figures": table})
    told = sheet(path)

    assert told["day"].tolist() == ["1871-01-18", datetime(1900, 3, 1)]
    assert [str(cell) for cell in told["count"]] == ["100000000000000000", "5"]
    assert told["note"].str.len().tolist() == [32_767, 2]


def test_a_workbook_says_how_it_is_read(exported: Path):
    """
    Beside the figures stand what they are, the codebook of their columns, and who says and prints them.
    """
    about = sheet(exported, "about").set_index("about")["what"]
    codebook = sheet(exported, "codebook")
    described = {each["name"]: each["description"] for each in describe_columns(ReportedFigures)}

    assert pd.ExcelFile(exported, engine="calamine").sheet_names == [
        "about",
        "figures",
        "sources",
        "codebook",
    ]
    assert about["Whose"] == "Reported by OHCHR HRMMU; as known today."
    assert "never zero" in about["Empty"]
    assert dict(zip(codebook["name"], codebook["description"], strict=True)) == described


def test_the_sources_are_those_of_the_figures(ledger):
    """
    Every claimant and publisher has a row with the number of its figures, and no publisher a grade.
    """
    sources = tabulate_sources(ledger.figures)
    claimants = sources[sources["role"] == "claimant"].set_index("name")["figures"]
    publishers = sources[sources["role"] == "publisher"]

    assert (
        claimants.sort_index().to_dict() == ledger.figures["claimant"].value_counts().sort_index().to_dict()
    )
    assert set(publishers["name"]) == set("; ".join(ledger.figures["publishers"]).split("; ")) - {""}
    assert set(publishers["reliability"]) == {""}


def test_the_same_figures_are_the_same_bytes(ledger, tmp_path: Path):
    """
    A workbook written twice is the same file.
    """
    for name in ("a.xlsx", "b.xlsx"):
        export_figures(tmp_path / name, ledger.figures.head(5), {})

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_too_many_rows_are_refused_in_a_sentence(tmp_path: Path, monkeypatch):
    """
    A table that no sheet holds is refused, and no half of a workbook is left.
    """
    monkeypatch.setattr(workbook, "MOST_ROWS", 1)

    with pytest.raises(TooManyRows, match="figures has 2 rows"):
        write_workbook(tmp_path / "a.xlsx", {"figures": pd.DataFrame({"a": [1, 2]})})
    assert list(tmp_path.iterdir()) == []


def test_the_package_has_a_sheet_a_table(ledger, tmp_path: Path):
    """
    Every table of the package is a sheet, and the codebook describes every column of each.
    """
    early = ledger.as_of(Vintage(date(2022, 3, 15)))
    derived = {"weekly": pd.DataFrame({"week": ["2023-W22"], "value": pd.array([3340], dtype="Int64")})}
    path = tmp_path / "package.xlsx"
    export_package(path, early, derived)
    names = pd.ExcelFile(path, engine="calamine").sheet_names
    codebook = sheet(path, "codebook")

    assert names == ["about", "reported_figures", "appearances", "weekly", "sources", "codebook"]
    assert set(codebook["table"]) == {"reported_figures", "appearances", "weekly"}
    assert len(sheet(path, "reported_figures")) == len(early.figures)
    for name in ("reported_figures", "appearances"):
        assert set(codebook.loc[codebook["table"] == name, "name"]) == set(sheet(path, name).columns)


def test_a_selection_leaves_as_a_workbook(made_up, tmp_path: Path):
    """
    `export figures` writes what was chosen; another kind of file is refused in a sentence.
    """
    project = made_up({}, {"claimant": "NATO"})
    folders = ["--raw", str(project.raw), "--processed", str(project.processed)]
    path = tmp_path / "chosen.xlsx"
    written = CliRunner().invoke(app, ["export", "figures", str(path), "--claimant", "NATO", *folders])
    refused = CliRunner().invoke(app, ["export", "figures", str(tmp_path / "chosen.csv"), *folders])

    assert "1 figure written to" in written.output
    assert sheet(path)["claimant"].tolist() == ["NATO"]
    assert sheet(path)["published_on"].tolist() == [datetime(2023, 6, 4)]
    assert "does not end in .xlsx" in str(refused.exception)
    assert re.search("claimant NATO", sheet(path, "about").to_string())


def test_days_are_days_of_a_calendar(exported: Path):
    """
    No day of a workbook has a time of day.
    """
    days = [cell for cell in sheet(exported)["published_on"] if isinstance(cell, (date, datetime))]

    assert days
    assert all(pd.Timestamp(day) == pd.Timestamp(day).normalize() for day in days)
